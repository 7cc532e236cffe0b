/// What the rules need to know of a session beside its reviews.
package struct ReviewFacts: Sendable, Hashable {
  package var session: String
  package var isExam: Bool
  /// The machine's levels by dimension; what it could not estimate is missing.
  package var estimates: [String: Int]
  /// Whether the machine's gate was failed, the session ended unsafely, or somebody wrote a comment
  /// about safety.
  package var hasSafetyFlag: Bool

  package init(
    session: String, isExam: Bool = false, estimates: [String: Int] = [:],
    hasSafetyFlag: Bool = false
  ) {
    self.session = session
    self.isExam = isExam
    self.estimates = estimates
    self.hasSafetyFlag = hasSafetyFlag
  }
}

/// Where the reviews of a session stand; follows from them and from nothing else.
package struct ReviewStanding: Sendable, Hashable {
  package var state: ReviewState
  package var hasSafetyFlag: Bool
  /// The farthest two ratings of one dimension are apart: of two raters, or of one and the machine.
  package var disagreement: Int
  /// Why it takes two raters; empty where it does not, or nobody has submitted yet.
  package var reasons: Set<SecondRaterReason>
}

/// Why one rater is not enough.
package enum SecondRaterReason: String, Sendable, Hashable, Codable, CaseIterable {
  case lot = "drawn by lot"
  case safety = "a safety flag"
  case failedExam = "a failed exam"
  case emptyExam = "an exam in which nothing could be judged"
  case gap = "far from the program's estimate"
  case uncalibrated = "a first rater who has not passed calibration"
}

/// Numbers of the clinical reference, section 6.2; defaults that no study stands behind yet.
package enum ReviewRule {
  /// Of so many sessions one is rated twice, whatever came out.
  package static let drawnOneIn: UInt64 = 5
  /// So far apart are a person and the machine when a second person has to look.
  package static let gapToMachine = 1.5
  /// So far apart are two people when a third has to settle it.
  package static let gapToAdjudicate = 2
  /// Of an exam: the least level on every dimension, and in the mean.
  package static let leastLevel = 3
  package static let leastMean = 3.5
}

/// Where a session stands, from all its reviews.
package func standing(of reviews: [Review], _ facts: ReviewFacts) -> ReviewStanding {
  let done = reviews.filter { $0.submitted != nil }
  func submitted(_ role: ReviewRole) -> Review? { done.first { $0.role == role } }
  var standing = ReviewStanding(
    state: reviews.isEmpty ? .new : .inReview,
    hasSafetyFlag: facts.hasSafetyFlag || done.contains(where: \.hasFailedGate), disagreement: 0,
    reasons: [])
  guard let first = submitted(.first) else { return standing }
  standing.reasons = reasonsForSecondRater(first, facts)
  if let second = submitted(.second) {
    // Where the first rating does not count, the second is the one others may have to look at.
    if first.isPractice { standing.reasons.formUnion(reasonsForSecondRater(second, facts)) }
    standing.disagreement = gap(first.levels, second.levels)
    let isSettled =
      submitted(.adjudicator) != nil
      || !needsAdjudication(first, second, for: standing.reasons)
    standing.state = isSettled ? .released : .adjudication
  } else {
    standing.disagreement = gap(first.levels, facts.estimates)
    standing.state = standing.reasons.isEmpty ? .released : .needsSecondRater
  }
  return standing
}

/// Whether two raters are too far apart for one rating to stand, or too few of the two ratings count:
/// one has to, and both where there is another reason for two raters than practice.
private func needsAdjudication(
  _ first: Review, _ second: Review, for reasons: Set<SecondRaterReason>
) -> Bool {
  let counted = [first, second].count { !$0.isPractice }
  return counted < (reasons.subtracting([.uncalibrated]).isEmpty ? 1 : 2)
    || gap(first.levels, second.levels) >= ReviewRule.gapToAdjudicate
    || first.ratings.contains { $0.isGate && second.score(on: $0.dimension) != $0.score }
}

private func reasonsForSecondRater(
  _ review: Review, _ facts: ReviewFacts
) -> Set<SecondRaterReason> {
  var reasons: Set<SecondRaterReason> = []
  if isDrawnByLot(facts.session) { reasons.insert(.lot) }
  if facts.hasSafetyFlag || review.hasFailedGate { reasons.insert(.safety) }
  if facts.isExam {
    switch examVerdict(hasFailedGate: review.hasFailedGate, levels: review.levels.values) {
    case .failed: reasons.insert(.failedExam)
    case .notAssessable: reasons.insert(.emptyExam)
    case .passed: break
    }
  }
  if Double(gap(review.levels, facts.estimates)) >= ReviewRule.gapToMachine { reasons.insert(.gap) }
  if review.isPractice { reasons.insert(.uncalibrated) }
  return reasons
}

/// The same for a session whenever it is asked: nobody can draw again.
func isDrawnByLot(_ session: String) -> Bool {
  lot(of: session) % ReviewRule.drawnOneIn == 0
}

/// FNV-1a with its bits mixed once more (the last step of SplitMix64).
func lot(of text: String) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  hash = (hash ^ hash >> 30) &* 0xbf58_476d_1ce4_e5b9
  hash = (hash ^ hash >> 27) &* 0x94d0_49bb_1331_11eb
  return hash ^ hash >> 31
}

private func gap(_ one: [String: Int], _ other: [String: Int]) -> Int {
  one.compactMap { dimension, level in other[dimension].map { abs($0 - level) } }.max() ?? 0
}

extension Review {
  /// Levels from 1 to 5 by dimension.
  package var levels: [String: Int] {
    Dictionary(
      ratings.compactMap { rating in rating.score?.level.map { (rating.dimension, $0) } }
    ) { first, _ in first }
  }

  fileprivate var hasFailedGate: Bool { ratings.contains { $0.score == .fail } }
}
