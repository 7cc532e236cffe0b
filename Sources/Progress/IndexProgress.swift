/// A plain number about sessions, over time and beside its target.
package struct IndexProgress: Sendable, Hashable {
  package var name: String
  /// `%`, or empty.
  package var unit: String
  /// Of the counted sessions in which it does not mislead, oldest first.
  package var course: [Double]
  /// Nil below three sessions.
  package var mean: MeanEstimate?
  /// Nil where the number is shown and never a criterion.
  package var target: DefaultTarget?
  /// Of the mean; nil without a mean or a target.
  package var standing: DefaultTarget.Standing?
}

/// What a number is held against until a programme sets its own.
///
/// Thresholds of the MITI rest on expert opinion, on motivational interviewing, and on speech.
package enum DefaultTarget: Sendable, Hashable {
  case atLeast(Double)
  case atMost(Double)
  case between(Double, Double)
  /// From the lowest step to the highest: its name, and the number it begins at.
  case steps([Step])

  package struct Step: Sendable, Hashable {
    package var name: String
    package var from: Double
  }

  package enum Standing: Sendable, Hashable {
    case reached, below, above
    case step(String)
  }

  /// The default target of an index by its name; nil where there is none.
  static func named(_ name: String) -> DefaultTarget? {
    switch name {
    case "reflections per question":
      .steps([
        Step(name: "developing", from: 0.5), Step(name: "competent", from: 1),
        Step(name: "strong", from: 1.5),
      ])
    case "open questions": .atLeast(50)
    case "words per turn": .between(8, 35)
    case "advice per twenty turns": .atMost(1)
    default: nil
    }
  }

  func standing(of value: Double) -> Standing {
    switch self {
    case .atLeast(let low): value < low ? .below : .reached
    case .atMost(let high): value > high ? .above : .reached
    case .between(let low, let high): value < low ? .below : value > high ? .above : .reached
    case .steps(let steps): steps.last { value >= $0.from }.map { .step($0.name) } ?? .below
    }
  }
}

func indices(of counted: [PastSession]) -> [IndexProgress] {
  var found: [IndexProgress] = []
  for index in counted.reversed().flatMap(\.indices)
  where !found.contains(where: { $0.name == index.name }) {
    let course = counted.compactMap { session in
      session.indices.first { $0.name == index.name }?.value
    }
    let mean = MeanEstimate(course, scale: 0...(index.unit == "%" ? 100 : .infinity))
    let target = DefaultTarget.named(index.name)
    found.append(
      IndexProgress(
        name: index.name, unit: index.unit, course: course, mean: mean, target: target,
        standing: mean.flatMap { mean in target?.standing(of: mean.mean) }))
  }
  return found
}
