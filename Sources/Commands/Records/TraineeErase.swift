import Reports
import TranscriptStore

/// `attune trainee name`: a pseudonym nobody has or had here.
func nameTrainee(_ run: Run) throws -> Int32 {
  var generator = ChanceGenerator(chance: run.surroundings.chance)
  let name = try run.store().newPseudonym(using: &generator)
  try run.output.write(name + "\n")
  return 0
}

/// `attune trainee erase`: everything kept on a trainee goes, for good.
func eraseTrainee(_ run: Run) throws -> Int32 {
  guard let name = try run.checked(run.command.argument(0) ?? "", "a trainee") else { return 2 }
  let store = try run.store()
  if let file = run.command.string("void") {
    guard try run.person("who voids") != nil else { return 64 }
    try ExportFile.check(file, mayReplace: run.command.isSet("force"))
  }
  let footprint = try store.footprint(of: name)
  let exports = try store.exports(of: name)
  guard !footprint.isEmpty || !exports.isEmpty else { return try finish(name, store, run) }
  try show(footprint, exports, run)
  guard try isConfirmed(name, run) else { return 2 }
  if let file = run.command.string("void"), try !writeVoiding(exports, to: file, store, run) {
    return 2
  }
  var generator = ChanceGenerator(chance: run.surroundings.chance)
  let reason = run.command.string("reason").flatMap(ErasureReason.init) ?? .request
  try store.erase(name, reason: reason, at: run.surroundings.now(), using: &generator)
  let isPurged = try store.purge()
  try run.output.paragraph(
    "Erased. A tombstone stays: a hash of the name, the time and the reason.")
  return try run.saidWhetherPurged(isPurged)
}

/// What somebody who was erased before is told; a purge that was broken off is brought to its end.
private func finish(_ name: String, _ store: TranscriptStore, _ run: Run) throws -> Int32 {
  guard let last = try store.tombstones(of: name).last else {
    return try run.fail(
      "nothing is kept on '\(name)'", help: "'attune trainee list' names the trainees")
  }
  let isPurged = try store.awaitsPurge() ? store.purge() : true
  try run.output.paragraph("Erased at \(last.at) (\(last.reason.rawValue)).")
  return try run.saidWhetherPurged(isPurged)
}

private func show(
  _ footprint: TraineeFootprint, _ exports: [KeptExport], _ run: Run
) throws {
  try run.output.paragraph(
    "\(count(footprint.sessions, "session")) with responses, codes, ratings, comments, letters and "
      + "worksheets will be gone.")
  try run.output.paragraph(
    "No figure of agreement is kept for them: agreement is measured anew from what is there.")
  if footprint.supervisions > 0 {
    try run.output.paragraph(
      "\(count(footprint.supervisions, "meeting")) of the supervision log will lose the name, what "
        + "was written down and the sessions; the hours stay.")
  }
  if footprint.ratingsOfOthers > 0 {
    try run.output.paragraph(
      "\(count(footprint.ratingsOfOthers, "rating")) given to others under this name will stay: "
        + "they are those trainees' records.")
  }
  for export in exports {
    let place = export.place.map { " to \($0)" } ?? ""
    try run.output.item(
      "exported at \(export.at) by \(export.who) as \(export.kind.rawValue)\(place)"
        + (export.sessions.isEmpty ? "" : ": \(count(export.sessions.count, "session"))")
        + ". Delete it there by hand.")
  }
  if exports.contains(where: { $0.kind == .xapi }) {
    try run.output.paragraph(
      "Statements that an LRS has taken can only be voided: --void FILE writes what does that.")
  }
}

private func isConfirmed(_ name: String, _ run: Run) throws -> Bool {
  if run.command.isSet("yes") { return true }
  guard run.canAsk else {
    _ = try run.fail("erasing is not confirmed", help: "say --yes when you mean it")
    return false
  }
  let answer = try run.askInWords(
    "Type the name again to erase, or q to leave: ", orElse: "That is another name."
  ) { $0 == name ? true : nil }
  if answer.answer == true { return true }
  try run.output.paragraph("Nothing was erased.")
  return false
}

/// False after saying that the file cannot be written.
private func writeVoiding(
  _ exports: [KeptExport], to path: String, _ store: TranscriptStore, _ run: Run
) throws -> Bool {
  guard let who = try run.person("who voids") else { return false }
  let now = run.surroundings.now()
  var gatherer = try SessionGatherer(run, store)
  var voiding: [XAPIStatement] = []
  var seen: Set<String> = []
  for export in exports where export.kind == .xapi {
    guard let base = export.base, let profile = try run.xapiProfile(store, base: base) else {
      continue
    }
    for session in export.sessions {
      // One that was deleted since left nothing to tell its statements from.
      guard let gathered = try? gatherer.gather(session) else {
        try run.errors.paragraph(
          "session '\(session)' cannot be read: its statements are not voided", as: .warning)
        continue
      }
      let sent = profile.statements(about: gathered.exported)
        .filter { $0.timestamp <= export.at }.map(\.id)
      let decided = profile.possibleDecisions(on: gathered.exported, until: export.at)
      for id in sent + decided where seen.insert(id).inserted {
        voiding.append(profile.voiding(id, by: who, at: now))
      }
    }
  }
  try ExportFile(name: path, text: try run.statementsText(voiding)).writeAlone(
    mayReplace: run.command.isSet("force"))
  try run.output.paragraph("\(count(voiding.count, "statement")) voided by \(path).")
  return true
}
