import Glibc
import Rubrics
import Scoring
import Supervision
import TranscriptStore

private struct WrittenPacket: Encodable {
  let version = 1
  let packet: String
  let rater: String
  let sessions: Int
}

/// `attune review packet`: a page to rate in.
func writePacket(_ run: Run) throws -> Int32 {
  guard let rater = try run.person("the rater") else { return 64 }
  guard let path = run.command.string("out") else {
    _ = try run.fail("it is not said where to write the packet", help: "name a file with --out")
    return 64
  }
  // A packet that is written over takes its rater's work with it.
  guard !exists(path) else {
    return try run.fail("'\(path)' is there already", help: "name a new file with --out")
  }
  let store = try run.store()
  let (ids, leftOut) = try wantedSessions(run, store, rater)
  if leftOut > 0 {
    let what = leftOut == 1 ? "1 session lies" : "\(leftOut) sessions lie"
    try run.errors.paragraph(
      "\(what) in a packet that has not come back, and is left out unless you name it.")
  }
  guard !ids.isEmpty else {
    return try run.fail(
      "there is no session that \(rater) can rate here",
      help: "'attune review list --as \(rater)' shows what waits")
  }
  let packet = ReviewPacket(
    id: digits(run, 1), key: digits(run, 4), rater: rater, made: run.surroundings.now(),
    sessions: ids)
  let shelf = PinnedShelf()
  let played = try ids.map { id in
    let session = try store.load(id)
    let (pinned, dimensions) = try shelf.open(session)
    // The rules compare with the estimates; an earlier attune kept none.
    try keepMissingSummary(of: session, pinned, in: store)
    return (session: session, pinned: pinned, dimensions: dimensions)
  }
  var content = PacketContent(packet, drills: drills(in: try run.library()))
  let precisions = try store.codePrecisions()
  let reveals = played.map { reveal($0.session, $0.pinned, precisions, run) }
  var isWritten = false
  do {
    let export = KeptExport(
      at: packet.made, who: rater, kind: .packet, place: pathFromTop(path), sessions: ids)
    try store.keep(packet, rating: played.map(\.dimensions), as: export) { drafts in
      for ((one, draft), reveal) in zip(zip(played, drafts), reveals) {
        try content.add(one.session, one.pinned, draft, reveal)
      }
      try ExportFile(name: path, text: try packetPage(content)).writeAlone(mayReplace: false)
      isWritten = true
    }
  } catch {
    // A page the store knows nothing of could never come back.
    if isWritten { unlink(path) }
    throw error
  }
  if run.wantsJSON {
    try run.writeJSON(WrittenPacket(packet: packet.id, rater: rater, sessions: ids.count))
  } else {
    try run.errors.paragraph("Wrote \(path) with \(count(ids.count, "session")) for \(rater).")
    try run.tellCalibration(of: rater, in: store)
    try run.errors.paragraph(
      "'attune review import' takes in the ratings file that comes back; "
        + "'attune review return --packet \(packet.id)' gives the sessions back if none does.",
      as: .faint)
  }
  return 0
}

/// Those a comment can name, by title.
private func drills(in library: Library) -> [PacketContent.PacketDrill] {
  library.scenarios.compactMap { entry in
    guard let facts = entry.checked.scenario?.facts, facts.isDrill else { return nil }
    return PacketContent.PacketDrill(name: entry.stem, title: facts.title)
  }.sorted { ($0.title, $0.name) < ($1.title, $1.name) }
}

/// What is named, else what she can take and has in no other packet, with how many that are.
///
/// By id, so that the order tells nothing of what the queue knows.
private func wantedSessions(
  _ run: Run, _ store: TranscriptStore, _ rater: String
) throws -> (ids: [String], leftOut: Int) {
  if !run.command.arguments.isEmpty {
    return (Set(try run.command.arguments.map(store.identifier(beginningWith:))).sorted(), 0)
  }
  let inPackets = try store.sessionsInPackets(of: rater)
  var filter = QueueFilter(
    state: ReviewState.allCases.first { $0.word == run.command.string("state") },
    cohort: run.command.string("cohort"), scenario: run.command.string("scenario"), rater: rater,
    adjudicates: false)
  if let name = filter.scenario {
    filter.scenario =
      (try? run.library().scenario(named: name).checked.scenario?.facts.id) ?? name
  }
  let limit = run.command.int("limit") ?? 50
  var ids: [String] = []
  var leftOut = 0
  var offset = 0
  while ids.count < limit {
    let page = try store.queue(filter, limit: limit, offset: offset)
    let free = page.map(\.id).filter { !inPackets.contains($0) }
    ids += free
    leftOut += page.count - free.count
    guard page.count == limit else { break }
    offset += limit
  }
  return (ids.prefix(limit).sorted(), leftOut)
}

/// So many times sixteen hexadecimal digits by chance.
private func digits(_ run: Run, _ times: Int) -> String {
  (0..<times).map { _ in
    let digits = String(run.surroundings.chance(), radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }.joined()
}

/// What the program made of a session, without the trainee's name.
private func reveal(
  _ session: StoredSession, _ pinned: PinnedLibrary, _ precisions: [CodePrecision], _ run: Run
) -> SealedReveal {
  let (exchanges, _) = exchanges(of: session)
  let score = score(
    exchanges, rubrics: pinned.rubrics, codebook: pinned.library.codebook,
    setting: run.setting(of: pinned.scenario.facts), worksheets: worksheets(of: session, pinned))
  let estimates = pinned.rubrics.map { ($0.id, estimate(of: $0.id, in: score)) }
  let codes = revealed(
    session, nil, [], suggestions(among: precisions, pinned.library.codebook))
  return SealedReveal(
    estimates: Dictionary(estimates) { first, _ in first },
    ending: session.record.state.ending.map { "\($0.name) (\($0.grade))" },
    codes: codes.map { codes in
      codes.map { code in
        SealedReveal.Code(
          position: code.position, code: code.code, name: code.name, confidence: code.confidence,
          words: code.words, isSuggestion: code.suggestion)
      }
    })
}
