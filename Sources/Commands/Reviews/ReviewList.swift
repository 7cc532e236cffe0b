import Supervision
import TranscriptStore

/// A line of the queue for other programs; with a rater named, nothing that would unblind her.
private struct QueueLine: Encodable {
  let version = 1
  let id: String
  let scenario: String
  let title: String
  let state: String
  let ended: String
  let exam: Bool
  let assigned: String?
  let trainee: String?
  let cohort: String?
  let safety: Bool?
  let disagreement: Int?
  /// Whether a rating of it does not count, because its rater had not passed calibration.
  let practice: Bool?
}

/// `attune review list`: what waits for a rater.
func listReviews(_ run: Run) throws -> Int32 {
  var filter = QueueFilter(
    state: ReviewState.allCases.first { $0.word == run.command.string("state") },
    cohort: run.command.string("cohort"), scenario: run.command.string("scenario"),
    trainee: run.command.string("trainee"), rater: run.command.string("as"))
  guard filter.rater == nil || filter.trainee == nil else {
    _ = try run.fail(
      "a rater is not told whose sessions these are", help: "leave out --as or --trainee")
    return 64
  }
  let store = try run.store()
  if let rater = filter.rater {
    let calibration = try run.calibration(of: rater, in: store)
    filter.adjudicates = calibration.counts
    if !run.wantsJSON { try run.tell(calibration, of: rater) }
  }
  // Reading the library takes longer than the queue: an id needs it not.
  if let name = filter.scenario, try store.queueCounts(QueueFilter(scenario: name)).isEmpty {
    filter.scenario =
      (try? run.library().scenario(named: name).checked.scenario?.facts.id) ?? name
  }
  let limit = run.command.int("limit") ?? (run.wantsJSON ? .max : 20)
  let queue = try store.queue(filter, limit: limit)
  let isBlind = filter.rater != nil
  if run.wantsJSON {
    for session in queue {
      try run.writeJSON(
        QueueLine(
          id: session.id, scenario: session.scenario, title: session.title,
          state: session.state.rawValue, ended: session.ended, exam: session.isExam,
          assigned: session.assigned, trainee: isBlind ? nil : session.trainee,
          cohort: isBlind ? nil : session.cohort, safety: isBlind ? nil : session.hasSafetyFlag,
          disagreement: isBlind ? nil : session.disagreement,
          practice: isBlind ? nil : session.hasPractice))
    }
    return 0
  }
  let counts = try store.queueCounts(filter)
  let told = ReviewState.allCases.filter { $0 != .released || !isBlind }
  try run.output.paragraph(
    told.map { "\($0.rawValue): \(counts[$0] ?? 0)" }.joined(separator: ", "), as: .faint)
  for session in queue {
    try run.output.labelled(session.id, session.words(isBlind: isBlind, as: filter.rater))
  }
  let all =
    filter.state.map { counts[$0] ?? 0 }
    ?? ReviewState.allCases.filter { $0 != .released }.compactMap { counts[$0] }.reduce(0, +)
  if all > queue.count {
    try run.errors.paragraph("and \(all - queue.count) more; --limit shows them", as: .faint)
  } else if queue.isEmpty {
    try run.errors.paragraph("nothing waits here")
  }
  return 0
}

extension QueuedSession {
  /// `needs second rater, The second cup, ended 2026-03-01, anna (spring), exam, safety flag`
  fileprivate func words(isBlind: Bool, as rater: String?) -> String {
    var parts = [state.rawValue, title, "ended \(ended.prefix(10))"]
    if isExam { parts.append("exam") }
    if let assigned {
      parts.append(assigned == rater ? "asked of you" : "asked of \(assigned)")
    }
    guard !isBlind else { return parts.joined(separator: ", ") }
    parts.append(trainee + (cohort.map { " (\($0))" } ?? ""))
    if hasSafetyFlag { parts.append("safety flag") }
    if disagreement > 0 { parts.append("\(count(disagreement, "level")) apart") }
    if hasPractice { parts.append("a rating is practice and does not count") }
    return parts.joined(separator: ", ")
  }
}
