/// What an exam comes to.
package enum ExamVerdict: Sendable, Hashable {
  case passed, failed
  /// Nothing in it could be judged: that is neither a pass nor a fail.
  case notAssessable
}

/// An exam is failed with its gate, with a dimension below the least level or with too low a mean;
/// without a failed gate and without any level there is nothing to say.
///
/// `least` and `mean` are of its levels, nil where there are none.
package func examVerdict(hasFailedGate: Bool, least: Int?, mean: Double?) -> ExamVerdict {
  if hasFailedGate { return .failed }
  guard let least, let mean else { return .notAssessable }
  return least < ReviewRule.leastLevel || mean < ReviewRule.leastMean ? .failed : .passed
}

func examVerdict(hasFailedGate: Bool, levels: some Collection<Int>) -> ExamVerdict {
  examVerdict(
    hasFailedGate: hasFailedGate, least: levels.min(),
    mean: levels.isEmpty ? nil : Double(levels.reduce(0, +)) / Double(levels.count))
}
