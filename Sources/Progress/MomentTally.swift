import Agreement

/// What became of the moments the patient offered.
package struct MomentTally: Sendable, Hashable {
  package var met = 0
  /// Only something uncertain or half-way answered them.
  package var half = 0
  package var missed = 0
  /// Something was said that does harm there.
  package var harmed = 0

  package init(met: Int = 0, half: Int = 0, missed: Int = 0, harmed: Int = 0) {
    self.met = met
    self.half = half
    self.missed = missed
    self.harmed = harmed
  }

  package var count: Int { met + half + missed + harmed }

  /// The share that was met, from 0 to 1; what was half met counts half. Nil without moments.
  package var share: Double? {
    count > 0 ? (Double(met) + Double(half) / 2) / Double(count) : nil
  }

  /// Wilson's 95 % interval of the share; nil without moments.
  package var interval: ConfidenceInterval? {
    share.flatMap { wilsonInterval($0, of: count) }.map {
      ConfidenceInterval(low: $0.low, high: $0.high)
    }
  }

  static func += (sum: inout MomentTally, other: MomentTally) {
    sum.met += other.met
    sum.half += other.half
    sum.missed += other.missed
    sum.harmed += other.harmed
  }
}
