import Progress
import Supervision
import TranscriptStore

/// What people gave all the sessions of a trainee: the final values, under the name of each who rated
/// blind and had passed calibration. Harm nobody has talked over counts wherever it was seen.
func humanRatings(of reviewed: [ReviewedSession]) -> [HumanRating] {
  let hasOpenHarm = reviewed.contains { $0.comments.contains(where: \.isOpenHarmFlag) }
  return reviewed.flatMap { session -> [HumanRating] in
    guard let final = session.final else { return [] }
    return final.raters.map { rater in
      HumanRating(
        session: session.facts.session, rater: rater, levels: final.levels,
        passedSafety: final.passedSafety, hasOpenHarmFlag: hasOpenHarm)
    }
  }
}

/// How many sessions have only ratings that do not count.
func practiceRated(_ reviewed: [ReviewedSession]) -> Int {
  reviewed.count { session in
    let done = session.reviews.filter { $0.submitted != nil }
    return !done.isEmpty && done.allSatisfy(\.isPractice)
  }
}
