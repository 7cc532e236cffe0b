import Reports
import TranscriptStore

/// `attune transcript export`: sessions for statistics packages, other programs or an LRS.
func exportTranscripts(_ run: Run) throws -> Int32 {
  guard let out = run.command.string("out") else {
    _ = try run.fail("it is not said where to", help: "name a new folder with --out")
    return 64
  }
  let folder = ExportFolder(out, mayReplace: run.command.isSet("force"))
  try folder.check()
  let kind = run.command.string("format").flatMap(KeptExport.Kind.init) ?? .csv
  let who = run.command.string("as") ?? "somebody"
  guard try run.checked(who, "who exports") != nil else { return 2 }
  let store = try run.store()
  var profile: XAPIProfile?
  if kind == .xapi {
    profile = try run.xapiProfile(store)
    if profile == nil { return 64 }
  }
  let ids = try run.chosenSessions(store)
  guard !ids.isEmpty else {
    return try run.fail(
      "no session is chosen", help: "'attune transcript list' names the sessions")
  }
  let (files, sessions) = try files(kind, ids, profile, run, store)
  guard !sessions.isEmpty else {
    return try run.fail("none of the sessions can be read", help: "go back to a backup")
  }
  try folder.write(files) {
    try store.keep(
      KeptExport(
        at: run.surroundings.now(), who: who, kind: kind, place: folder.place,
        base: profile?.base, sessions: sessions))
  }
  try run.output.paragraph(
    "\(count(sessions.count, "session")) exported to \(folder.path); it is kept that "
      + "this was done.")
  return sessions.count == ids.count ? 0 : 1
}

/// The files, and the sessions in them; what cannot be read is said and left out.
private func files(
  _ kind: KeptExport.Kind, _ ids: [String], _ profile: XAPIProfile?, _ run: Run,
  _ store: TranscriptStore
) throws -> ([ExportFile], [String]) {
  var gatherer = try SessionGatherer(run, store)
  var sessions: [ExportedSession] = []
  var lines = ""
  for id in ids {
    let gathered: GatheredSession
    do {
      gathered = try gatherer.gather(id)
    } catch let error as StoreError where error == .unreadable(session: id) {
      try run.errors.paragraph("\(error.message); it is left out", as: .warning)
      continue
    }
    if kind == .jsonl { lines += try run.jsonText(SessionExportJSON(gathered)) }
    sessions.append(gathered.exported)
  }
  let files: [ExportFile]
  switch (kind, profile) {
  case (.jsonl, _): files = [ExportFile(name: "sessions.jsonl", text: lines)]
  case (.xapi, let profile?):
    let statements = sessions.flatMap { profile.statements(about: $0) }
    files = [ExportFile(name: "statements.json", text: try run.statementsText(statements))]
  default:
    files = tableFiles(
      sessions, codebooks: gatherer.codebooks, forExcel: run.command.isSet("excel"))
  }
  return (files, sessions.map(\.id))
}

extension Run {
  /// A JSON array with a statement a line.
  func statementsText(_ statements: [XAPIStatement]) throws -> String {
    let lines = try statements.map { statement in
      try jsonText(statement.json).trimmingBlanks
    }
    return "[\n" + lines.joined(separator: ",\n") + "\n]\n"
  }

  /// How statements are written; nil after saying that the address cannot be used.
  func xapiProfile(_ store: TranscriptStore, base: String? = nil) throws -> XAPIProfile? {
    var base = base ?? command.string("base-iri") ?? XAPIProfile.exampleBase
    while base.hasSuffix("/") { base.removeLast() }
    guard XAPIProfile.isUsable(base: base) else {
      _ = try fail(
        "'\(base)' cannot begin the addresses of statements",
        help: "name an address of your own such as \(XAPIProfile.exampleBase)")
      return nil
    }
    var generator = ChanceGenerator(chance: surroundings.chance)
    let salt = try store.salt(using: &generator)
    return XAPIProfile(
      base: base,
      verbSet: command.string("verb-set").flatMap(XAPIProfile.VerbSet.init) ?? .legacy,
      includesText: command.isSet("include-text"), platform: "attune \(Program.version)",
      account: { salt.account(of: $0) }, digest: { salt.hash("words", $1, $0) })
  }

  /// The sessions named, else those the filters leave; the oldest first.
  fileprivate func chosenSessions(_ store: TranscriptStore) throws -> [String] {
    if !command.arguments.isEmpty {
      var seen: Set<String> = []
      return try command.arguments.map(store.identifier(beginningWith:))
        .filter { seen.insert($0).inserted }
    }
    var scenario = command.string("scenario")
    if let name = scenario {
      scenario = (try? library().scenario(named: name).checked.scenario?.facts.id) ?? name
    }
    var sessions = try store.sessions(of: command.string("trainee"), on: scenario)
    if let cohort = command.string("cohort") {
      let members = Set(try store.trainees().filter { $0.cohort == cohort }.map(\.name))
      sessions.removeAll { !members.contains($0.trainee) }
    }
    if let since = command.string("since") { sessions.removeAll { $0.started < since } }
    if let before = command.string("before") { sessions.removeAll { $0.started >= before } }
    return sessions.reversed().map(\.id)
  }
}
