import Supervision
import TranscriptStore

private struct ResultLine: Encodable {
  let version = 1
  let session: String
  let scenario: String
  let title: String
  let ended: String
  let rated: Bool
  let letter: Bool
  let unread: Bool
}

/// `attune letter`: the trainee's side of what was rated.
func readLetter(_ run: Run) throws -> Int32 {
  guard let trainee = try run.trainee() else { return 2 }
  let store = try run.store()
  guard let typed = run.command.argument(0) else { return try list(of: trainee, in: store, run) }
  return try readLetter(try store.identifier(beginningWith: typed), as: trainee, in: store, run)
}

/// Shows one session's ratings and letter, and keeps that they were read.
func readLetter(
  _ id: String, as trainee: String, in store: TranscriptStore, _ run: Run
) throws -> Int32 {
  guard let result = try store.results(of: trainee).first(where: { $0.session == id }) else {
    // Somebody else's session tells no more than that.
    guard try store.sessions(of: trainee).contains(where: { $0.id == id }) else {
      throw ReviewRefusal.notTheTrainee(session: id)
    }
    throw ReviewRefusal.notReleased(session: id)
  }
  let sheet = try TraineeResultSheet(result, in: store)
  if let path = run.command.string("html") {
    try ExportFile(name: path, text: sheet.html(as: trainee)).writeAlone(
      mayReplace: run.command.isSet("force")
    ) {
      try store.keep(
        KeptExport(
          at: run.surroundings.now(), who: trainee, kind: .letter, place: pathFromTop(path),
          sessions: [id]))
    }
  }
  if run.wantsJSON {
    try run.writeJSON(sheet)
  } else {
    try sheet.show(on: run.output, as: trainee)
  }
  try store.noteReading(of: id, by: trainee, at: run.surroundings.now())
  return 0
}

private func list(of trainee: String, in store: TranscriptStore, _ run: Run) throws -> Int32 {
  guard run.command.string("html") == nil else {
    _ = try run.fail("it is not said which session", help: "name it before --html")
    return 64
  }
  let results = try store.results(of: trainee)
  for result in results {
    if run.wantsJSON {
      try run.writeJSON(
        ResultLine(
          session: result.session, scenario: result.scenario, title: result.title,
          ended: result.ended, rated: result.isRated, letter: result.letter != nil,
          unread: result.isUnread))
    } else {
      let parts = [
        result.isRated ? "ratings" : nil, result.letter != nil ? "a letter" : nil,
      ].compactMap(\.self).joined(separator: " and ")
      try run.output.labelled(
        result.session,
        "\(result.isUnread ? "unread, " : "")\(result.title), ended \(result.ended.prefix(10)), "
          + parts)
    }
  }
  if results.isEmpty, !run.wantsJSON {
    try run.errors.paragraph("nobody has rated a session of '\(trainee)' yet")
  } else if !run.wantsJSON {
    try run.errors.paragraph(
      "'attune letter SESSION --as \(quotedForShell(trainee))' shows one.", as: .faint)
  }
  return 0
}

extension TranscriptStore {
  /// The latest letter a trainee has not read; nil where there is none.
  func unreadLetter(of trainee: String) throws -> TraineeResult? {
    try results(of: trainee).first { $0.isUnread && $0.letter != nil }
  }
}
