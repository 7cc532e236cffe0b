import Supervision
import Terminal
import TranscriptStore

/// `attune review adjudicate`: what is final where two raters differ.
func adjudicateSession(_ run: Run) throws -> Int32 {
  guard let person = try run.person("who settles it") else { return 64 }
  let (store, id) = try run.storeAndSession()
  let reviewed = try store.reviewed(id)
  let isJoint = run.command.isSet("joint")
  let rule = try run.settings().passRule
  try store.checkAdjudication(
    of: id, by: person, isJoint: isJoint, at: run.surroundings.now(), rule)
  guard let first = reviewed.reviews.first(where: { $0.role == .first }),
    let second = reviewed.reviews.first(where: { $0.role == .second })
  else {
    throw ReviewRefusal.noAdjudication(session: id, state: reviewed.standing.state)
  }
  let session = try store.load(id)
  try store.note(.read, by: person, on: id, "both ratings", at: run.surroundings.now())
  try run.output.heading("Session \(id): \(session.record.title)")
  try run.output.blank()
  try BlindTranscript(session).show(on: run.output)
  for (name, review) in [("First", first), ("Second", second)] where review.isPractice {
    try run.output.paragraph("\(name) rater: \(practiceWords)", as: .faint)
  }
  // Where one does not count, nothing they agree on is final by itself.
  let asksAll = first.isPractice || second.isPractice
  var settled = first.ratings
  for (index, rating) in first.ratings.enumerated() {
    let other = second.ratings.first { $0.dimension == rating.dimension } ?? rating
    try run.output.heading(rating.title)
    try run.output.labelled("First rater:", rating.words)
    try run.output.labelled("Second rater:", other.words)
    guard asksAll || rating.score != other.score else {
      try run.output.blank()
      continue
    }
    switch try askFinal(rating, other, upTo: session.turns.count, run) {
    case .answer(let final): settled[index] = final
    case .left(let status): return try left(run, status)
    }
    try run.output.blank()
  }
  switch try run.askInWords("Why: ", orElse: "Please give the reason.", read: { $0.nonEmpty }) {
  case .left(let status): return try left(run, status)
  case .answer(let reason):
    try store.adjudicate(
      Review(
        session: id, rater: person, role: .adjudicator, begun: run.surroundings.now(),
        ratings: settled, reason: reason, isJoint: isJoint), rule)
    try run.output.paragraph("Settled. The rating is final, and both originals are kept.")
    return 0
  }
}

/// The final value, with what shows it: what the rater said who gave it, else it is asked.
private func askFinal(
  _ rating: DimensionRating, _ other: DimensionRating, upTo last: Int, _ run: Run
) throws -> Asked<DimensionRating> {
  var final = rating
  switch try askScore(rating, run) {
  case .left(let status): return .left(status: status)
  case .answer(let score): final.score = score
  }
  if final.score == .notApplicable {
    (final.evidence, final.turns) = ("", [])
    return .answer(final)
  }
  if final.score == rating.score { return .answer(final) }
  if final.score == other.score {
    (final.evidence, final.turns) = (other.evidence, other.turns)
    return .answer(final)
  }
  switch try run.askInWords(
    "What shows it, in a sentence: ", orElse: "A sentence about what shows it.",
    read: { isLeaving($0) ? nil : $0.nonEmpty })
  {
  case .left(let status): return .left(status: status)
  case .answer(let evidence): final.evidence = evidence
  }
  switch try run.askInWords(
    "In which turns: ", orElse: "Turns from 1 to \(last), such as '4 7' or '4-7'.",
    read: { readTurns($0, upTo: last) })
  {
  case .left(let status): return .left(status: status)
  case .answer(let turns): final.turns = turns
  }
  return .answer(final)
}

private func askScore(_ rating: DimensionRating, _ run: Run) throws -> Asked<GivenScore> {
  let scale = rating.isGate ? "pass, fail or na" : "a number from 1 to 5, or na"
  return try run.ask(
    "Final (\(rating.isGate ? "pass, fail, na" : "1-5, na")): ", orElse: "Please type \(scale)."
  ) {
    word in
    guard let score = GivenScore(rawValue: word) else { return nil }
    if score == .notApplicable { return score }
    return (score.level == nil) == rating.isGate ? score : nil
  }
}

private func left(_ run: Run, _ status: Int32) throws -> Int32 {
  try run.errors.paragraph("Nothing was settled; the same command begins anew.", as: .faint)
  return status
}
