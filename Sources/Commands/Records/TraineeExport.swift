import Supervision
import TranscriptStore

private struct TraineeRecordJSON: Encodable {
  struct Audit: Encodable {
    let at: String
    let who: String
    let action: String
    let session: String
    let detail: String
  }
  struct Export: Encodable {
    let at: String
    let who: String
    let kind: String
    let place: String?
    let sessions: [String]
  }

  struct SentLetter: Encodable {
    let session: String
    let number: Int
    let author: String
    let drafted: String
    let edited: String?
    /// Nil for a draft.
    let released: String?
    let signer: String?
    let text: String
  }
  struct Meeting: Encodable {
    let supervisor: String
    let number: Int
    let date: String
    let minutes: Int
    /// Hers; those of others who were there are not told.
    let sessions: [String]
    let goals: String?
    let agreed: String?
    let corrects: Int?
    let signature: String
  }

  let version = 1
  let trainee: String
  let cohort: String?
  let supervisor: String?
  let sessions: [SessionExportJSON]
  let letters: [SentLetter]
  let supervision: [Meeting]
  let audit: [Audit]
  let exports: [Export]
  /// Every row of every table that is about her, as it is kept.
  let tables: [String: [[String: KeptValue]]]
}

/// `attune trainee export`: everything kept on one trainee, for her to read and to take along.
func exportTrainee(_ run: Run) throws -> Int32 {
  guard let name = try run.checked(run.command.argument(0) ?? "", "a trainee") else { return 2 }
  guard let out = run.command.string("out") else {
    _ = try run.fail("it is not said where to", help: "name a new folder with --out")
    return 64
  }
  let folder = ExportFolder(out, mayReplace: run.command.isSet("force"))
  try folder.check()
  let store = try run.store()
  guard try !store.footprint(of: name).isEmpty else {
    return try run.fail(
      "nothing is kept on '\(name)'", help: "'attune trainee list' names the trainees")
  }
  let ids = try store.sessions(of: name).reversed().map(\.id)
  let at = run.surroundings.now()
  let who = run.command.string("as") ?? "somebody"
  guard try run.checked(who, "who exports") != nil else { return 2 }
  var gatherer = try SessionGatherer(run, store)
  var gathered: [GatheredSession] = []
  for id in ids {
    do {
      gathered.append(try gatherer.gather(id))
    } catch let error as StoreError where error == .unreadable(session: id) {
      try run.errors.paragraph(
        "\(error.message); only its rows are in record.json", as: .warning)
    }
  }
  let record = try store.trainees().first { $0.name == name } ?? TraineeRecord(name: name)
  let audit = try ids.flatMap { try store.audit(of: $0) }.sorted { $0.at < $1.at }
  let exports = try store.exports(of: name)
  let letters = try ids.flatMap { try store.letters(of: $0) }
  let own = Set(ids)
  let meetings = try store.supervisions().filter { $0.trainees.contains(name) }
  let json = TraineeRecordJSON(
    trainee: name, cohort: record.cohort, supervisor: record.supervisor,
    sessions: gathered.map { SessionExportJSON($0, withDrafts: true) },
    letters: letters.map {
      .init(
        session: $0.session, number: $0.number, author: $0.author, drafted: $0.drafted,
        edited: $0.edited, released: $0.released, signer: $0.signer, text: $0.text)
    },
    supervision: meetings.map {
      .init(
        supervisor: $0.supervisor, number: $0.number, date: $0.date, minutes: $0.minutes,
        sessions: $0.sessions.compactMap(\.self).filter(own.contains), goals: $0.goals,
        agreed: $0.agreed, corrects: $0.corrects, signature: $0.signature)
    },
    audit: audit.map {
      .init(
        at: $0.at, who: $0.who, action: $0.action.rawValue, session: $0.session,
        detail: $0.detail)
    },
    exports: exports.map {
      .init(
        at: $0.at, who: $0.who, kind: $0.kind.rawValue, place: $0.place, sessions: $0.sessions)
    }, tables: try store.everyRow(about: name))
  let page = TraineeRecordPage(
    record: record, sessions: gathered, letters: letters, meetings: meetings, audit: audit,
    exports: exports, at: at)
  let files = [
    ExportFile(name: "record.json", text: try run.jsonText(json)),
    ExportFile(name: "record.html", text: page.text),
  ]
  let tables = tableFiles(gathered.map(\.exported), codebooks: gatherer.codebooks)
  try folder.write(files + tables) {
    try store.keep(
      KeptExport(
        at: at, who: who, kind: .record, place: folder.place, sessions: ids,
        trainees: [name]))
  }
  try run.output.paragraph(
    "Everything kept on \(name) is in \(folder.path): record.html to read, record.json with all "
      + "of it, and tables.")
  return gathered.count == ids.count ? 0 : 1
}
