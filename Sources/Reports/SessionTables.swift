import Scoring
import TranscriptModel

private let session = DataColumn("session_id", .words(width: 8), "the session, as attune names it")
private let turn = DataColumn("turn", .whole, "the turn, from 1")
private let attempt = DataColumn(
  "attempt", .whole, "the attempt at the turn, from 1; all but the last were taken back")

/// `sessions.csv`: a row a session.
package func sessionsTable(_ sessions: [ExportedSession]) -> DataTable {
  DataTable(
    name: "sessions", meaning: "a row for each session",
    columns: [
      session,
      DataColumn("trainee", .words(width: 60), "the name transcripts are kept under: a pseudonym"),
      DataColumn("cohort", .words(width: 60), "the trainee's cohort"),
      DataColumn("scenario_id", .words(width: 60), "the scenario"),
      DataColumn("scenario_version", .words(width: 20), "its version, as its author numbers it"),
      DataColumn("scenario_hash", .words(width: 64), "SHA-256 of its file as it was played"),
      DataColumn(
        "rubric_version", .words(width: 200), "the rubrics of the scenario with their versions"),
      DataColumn("area", .words(width: 20), "the problem area"),
      DataColumn("phase", .words(width: 60), "the phase of the therapy"),
      DataColumn("population", .words(width: 60), "who the patient is"),
      DataColumn("difficulty", .whole, "of the scenario, from 1 (guided) to 5 (high pressure)"),
      DataColumn(
        "mode",
        .choice([
          .init(value: "coach", label: "the coach spoke after each turn"),
          .init(value: "quiet", label: "the coach spoke when asked"),
          .init(value: "exam", label: "the coach did not speak before the end"),
        ]), "how much the coach said"),
      DataColumn("started", .time, "when it began"),
      DataColumn("finished", .time, "when it ended; NA while it has not"),
      DataColumn("turns", .whole, "turns that count"),
      DataColumn("words_trainee", .whole, "the trainee's words in them"),
      DataColumn("words_patient", .whole, "the patient's words, gestures aside"),
      DataColumn("ending", .words(width: 60), "the ending that was reached"),
      DataColumn(
        "safety",
        .choice([
          .init(value: "pass", label: "every sign of danger was met"),
          .init(value: "fail", label: "a sign of danger was not met"),
          .init(value: "na", label: "nothing called for it, or it is still open"),
        ]), "the safety gate by the program, which grades nobody; people's are in gates.csv"),
      DataColumn("hints", .whole, "turns before which a hint was taken"),
      DataColumn("retries", .whole, "attempts that were taken back"),
      DataColumn(
        "seed", .words(width: 20), "which of the patient's lines came up; a name, not a quantity"),
    ], rows: sessions.map(sessionRow))
}

private func sessionRow(_ session: ExportedSession) -> [DataCell] {
  let counted = session.turns.filter { !$0.isTakenBack }
  let heard = counted.flatMap(\.patient) + session.lastWords
  let scenario = session.scenario
  let safety: String =
    switch session.score.gate {
    case .pass: "pass"
    case .fail: "fail"
    case .open, .notApplicable: "na"
    }
  return [
    .words(session.id), .words(session.trainee), .words(session.cohort), .words(scenario.id),
    .words(scenario.version), .words(scenario.hash),
    .words(session.rubrics.joined(separator: "; ")), .words(scenario.area),
    .words(scenario.phase), .words(scenario.population), .whole(scenario.difficulty),
    .words(session.mode), .words(session.started), .words(session.finished),
    .whole(counted.count), .whole(counted.reduce(0) { $0 + $1.response.wordCount }),
    .whole(heard.reduce(0) { $0 + spokenWords($1.text) }), .words(session.ending?.name),
    .words(safety), .whole(counted.count { $0.hints > 0 }),
    .whole(session.turns.count { $0.isTakenBack }), .words(String(session.seed)),
  ]
}

/// The states every scenario has.
private let states = ["trust", "openness", "distress", "strain"]

/// `turns.csv`: a row for each attempt at a turn.
package func turnsTable(_ sessions: [ExportedSession]) -> DataTable {
  DataTable(
    name: "turns", meaning: "a row for each attempt at a turn",
    columns: [
      session, turn, attempt,
      DataColumn("node_id", .words(width: 80), "the beat of the scenario that was answered"),
      DataColumn("cues", .words(width: 200), "what the patient offered, with blanks between"),
      DataColumn(
        "patient_text", .words(width: 4000), "what was said to the trainee since her last words"),
      DataColumn("trainee_text", .words(width: 4000), "what the trainee typed"),
      DataColumn("words", .whole, "words in it"),
      DataColumn(
        "seconds", .whole,
        "since the attempt before it or the beginning, in whole seconds; pauses count"),
    ] + states.map { DataColumn($0, .whole, "the patient's \($0) after the turn, 0 to 100") },
    rows: sessions.flatMap { session in
      session.turns.map { turn -> [DataCell] in
        [
          .words(session.id), .whole(turn.number), .whole(turn.attempt), .words(turn.beat),
          turn.cues.isEmpty ? .missing : .words(turn.cues.joined(separator: " ")),
          turn.patient.isEmpty
            ? .missing : .words(turn.patient.map(\.text).joined(separator: " ")),
          .words(turn.response.text), .whole(turn.response.wordCount), .whole(turn.seconds),
        ] + states.map { .whole(turn.states[$0]) }
      }
    })
}

/// `codes.csv`: a row for each code the program heard, and for each mark of a rater while blind.
package func codesTable(_ sessions: [ExportedSession]) -> DataTable {
  DataTable(
    name: "codes",
    meaning: "a row for each code the program heard in a turn, and for each mark of a rater",
    columns: [
      session, turn, attempt,
      DataColumn(
        "unit", .whole, "the sentence, from 0; NA where a rater coded the turn as a whole"),
      DataColumn("code", .words(width: 12), "the code; codebook.csv says what it means"),
      DataColumn(
        "layer",
        .choice([
          .init(value: "form", label: "one for every sentence"),
          .init(value: "function", label: "any number in a sentence"),
          .init(value: "derived", label: "given by the program's rules"),
        ]), "what kind of code it is"),
      DataColumn("source", .words(width: 60), "auto for the program, else the rater"),
      DataColumn("conf", .number, "how sure the program was, from 0 to 1"),
      DataColumn("start", .whole, "the first character of the words that show it, from 0"),
      DataColumn("end", .whole, "the character after the last of them"),
      DataColumn(
        "decision",
        .choice([
          .init(value: "accepted", label: "more raters agreed than not"),
          .init(value: "rejected", label: "more raters disagreed than not"),
          .init(value: "none", label: "no rater said, or as many agreed as disagreed"),
        ]), "what raters said of it after their own rating was handed in"),
      DataColumn(
        "heard",
        .choice([
          .init(value: "yes", label: "heard in the turn"),
          .init(value: "no", label: "a rater says it is not there"),
        ]), "whether it was heard; no is only of raters"),
      counts,
    ], rows: sessions.flatMap(codeRows))
}

private func codeRows(_ session: ExportedSession) -> [[DataCell]] {
  var rows: [[DataCell]] = []
  let marks = session.reviews.flatMap { review in
    review.marks.map { (review: review, mark: $0) }
  }
  for turn in session.turns {
    for (position, code) in turn.response.codes.enumerated() {
      let said = session.decisions.filter {
        $0.turn == turn.number && $0.attempt == turn.attempt && $0.position == position
      }
      let balance = said.reduce(0) { $0 + ($1.agrees ? 1 : -1) }
      rows.append([
        .words(session.id), .whole(turn.number), .whole(turn.attempt), .whole(code.sentence),
        .words(code.code), .words(session.layers[code.code]), .words("auto"),
        .number(code.confidence), .whole(code.range.start), .whole(code.range.end),
        .words(balance == 0 ? "none" : balance > 0 ? "accepted" : "rejected"), .words("yes"),
        .missing,
      ])
    }
    for (review, mark) in marks where mark.turn == turn.number && !turn.isTakenBack {
      rows.append([
        .words(session.id), .whole(turn.number), .whole(turn.attempt), .missing,
        .words(mark.code), .words(session.layers[mark.code]), .words(review.rater), .missing,
        .missing, .missing, .words("none"), .words(mark.isHeard ? "yes" : "no"), review.counts,
      ])
    }
  }
  return rows
}
