import Agreement
import Rubrics
import Supervision

/// A rater's calibration for other programs; gold stands there only for what she has submitted.
struct KitJSON: Encodable {
  struct Attempt: Encodable {
    let number: Int
    let kit: String
    let begun: String
    let ended: String?
    let passed: Bool?
    /// Of a finished attempt.
    let result: Result?
    let anchors: [Anchor]
  }

  struct Anchor: Encodable {
    let id: String
    let title: String
    let version: String
    let submitted: String?
    let ratings: [Rating]
  }

  struct Rating: Encodable {
    let dimension: String
    let score: String?
    let turns: [Int]
    let evidence: String
    let gold: String?
  }

  struct Result: Encodable {
    struct Dimension: Encodable {
      let id: String
      let units: Int
      let difference: Double?
      let distance: Double?
    }

    let units: Int
    let icc: Double?
    let low: Double?
    let high: Double?
    let difference: Double?
    let distance: Double?
    let dimensions: [Dimension]
    let gates: Int
    let gatesAsGold: Int
  }

  struct Listed: Encodable {
    let number: Int
    let id: String
    let title: String
    let done: Bool
  }

  let version = 1
  let rater: String
  let state: RaterCalibration.State
  let counts: Bool
  let until: String?
  /// The one in this library.
  let kit: String
  let changedRubrics: [String]
  let anchors: [Listed]
  let attempts: [Attempt]

  init(_ page: KitPage) {
    rater = page.rater
    state = page.standing.state
    counts = page.standing.counts
    until = page.standing.until
    kit = page.kit.hash
    changedRubrics = page.changedRubrics
    anchors = page.kit.anchors.enumerated().map { place, anchor in
      Listed(
        number: place + 1, id: anchor.id, title: anchor.title,
        done: page.current?.rating(of: anchor.id)?.submitted != nil)
    }
    attempts = page.attempts.map(Attempt.init)
  }
}

extension KitJSON.Attempt {
  fileprivate init(_ attempt: KitAttempt) {
    self.init(
      number: attempt.number, kit: attempt.kit, begun: attempt.begun, ended: attempt.ended,
      passed: attempt.hasPassed,
      result: attempt.ended == nil ? nil : KitJSON.Result(KitResult(of: attempt.anchors)),
      anchors: attempt.anchors.map { anchor in
        KitJSON.Anchor(
          id: anchor.anchor, title: anchor.title, version: anchor.version,
          submitted: anchor.submitted,
          ratings: anchor.ratings.map { rating in
            KitJSON.Rating(
              dimension: rating.dimension, score: rating.score?.rawValue, turns: rating.turns,
              evidence: rating.evidence,
              gold: anchor.submitted == nil ? nil : anchor.gold[rating.dimension]?.rawValue)
          })
      })
  }
}

extension KitJSON.Result {
  fileprivate init(_ result: KitResult) {
    self.init(
      units: result.units, icc: rounded(result.correlation?.value),
      low: rounded(result.correlation?.interval?.low),
      high: rounded(result.correlation?.interval?.high), difference: rounded(result.difference),
      distance: rounded(result.distance),
      dimensions: result.dimensions.map {
        Dimension(
          id: $0.id, units: $0.units, difference: rounded($0.difference),
          distance: rounded($0.distance))
      }, gates: result.gates, gatesAsGold: result.gatesAsGold)
  }
}

/// To four decimals.
private func rounded(_ value: Double?) -> Double? {
  value.flatMap { $0.isFinite ? ($0 * 10_000).rounded() / 10_000 : nil }
}
