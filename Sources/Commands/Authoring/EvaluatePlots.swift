import Calibration

/// Kappas as dots with their intervals, the highest first: one row of the list for each name, so that
/// words keep their size on a narrow page.
func kappaPlot(_ names: [NameFigures]) -> String {
  let drawn = names.filter { $0.kappa != nil }.enumerated().sorted {
    ($1.element.kappa ?? 0, $0.offset) < ($0.element.kappa ?? 0, $1.offset)
  }.map(\.element)
  guard !drawn.isEmpty else { return "" }
  let lowest = drawn.map { min($0.kappa ?? 0, $0.kappaInterval?.low ?? 0) }.min() ?? 0
  let axis = Axis(from: max(-1, lowest < 0 ? (lowest * 5).rounded(.down) / 5 : 0))
  let rows = drawn.map { one in
    let words =
      "kappa \(hundredths(one.kappa))" + (one.kappaInterval.map { ", 95 %: \($0.words)" } ?? "")
    return "<li><span class=\"name\">\(shown(one.name.label))</span>"
      + "<svg class=\"dots\" role=\"img\" aria-label=\"\(words)\" height=\"18\" width=\"100%\">"
      + axis.grid + bar(one, axis)
      + "</svg><span class=\"figure\">\(hundredths(one.kappa))</span></li>"
  }
  return """
    <figure>
    <figcaption>Kappa with its 95 % interval</figcaption>
    <ol class="plot">
    \(rows.joined(separator: "\n"))
    <li aria-hidden="true"><span class="name"></span><svg class="dots" height="18" \
    width="100%">\(axis.words)</svg><span class="figure"></span></li>
    </ol>
    </figure>
    """
}

private func bar(_ figures: NameFigures, _ axis: Axis) -> String {
  let dot = axis.place(figures.kappa ?? 0)
  var marks = ""
  if let interval = figures.kappaInterval {
    marks +=
      "<line class=\"bar\" x1=\"\(axis.place(interval.low))\" x2=\"\(axis.place(interval.high))\" "
      + "y1=\"9\" y2=\"9\"/>"
  }
  return marks + "<circle class=\"dot\" cx=\"\(dot)\" cy=\"9\" r=\"5\"/>"
}

/// From `low` to 1, in percentages of a width that the page decides.
private struct Axis {
  let low: Double

  init(from low: Double) { self.low = low }

  func place(_ value: Double) -> String {
    let share = (min(1, max(low, value)) - low) / (1 - low)
    // Room for a dot and for a number at both ends.
    return oneDecimal(3 + share * 94) + "%"
  }

  private var ticks: [Double] {
    let first = Int((low * 5).rounded())
    return (first...5).map { Double($0) / 5 }
  }

  var grid: String {
    ticks.map { tick in
      "<line class=\"\(tick == 0 ? "zero" : "grid")\" x1=\"\(place(tick))\" x2=\"\(place(tick))\" "
        + "y1=\"0\" y2=\"18\"/>"
    }.joined()
  }

  var words: String {
    ticks.map { tick in
      "<text x=\"\(place(tick))\" y=\"13\">\(tick == 0 ? "0" : tick == 1 ? "1" : String(hundredths(tick).dropLast()))</text>"
    }.joined()
  }
}

/// Confidence against the share that was right; on the diagonal confidence means what it says.
func calibrationPlot(_ curve: CalibrationCurve) -> String {
  func x(_ share: Double) -> String { oneDecimal(44 + share * 260) }
  func y(_ share: Double) -> String { oneDecimal(270 - share * 250) }
  let points = curve.bins.compactMap { bin -> (mean: Double, right: Double, count: Int)? in
    guard let mean = bin.meanConfidence, let right = bin.shareRight else { return nil }
    return (mean, right, bin.count)
  }
  let most = Double(points.map(\.count).max() ?? 1)
  var marks = ""
  for tick in 0...5 {
    let share = Double(tick) / 5
    let words = tick == 0 ? "0" : tick == 5 ? "1" : ".\(tick * 2)"
    marks +=
      "<line class=\"grid\" x1=\"\(x(share))\" x2=\"\(x(share))\" y1=\"\(y(0))\" y2=\"\(y(1))\"/>"
      + "<line class=\"grid\" x1=\"\(x(0))\" x2=\"\(x(1))\" y1=\"\(y(share))\" y2=\"\(y(share))\"/>"
      + "<text x=\"\(x(share))\" y=\"286\">\(words)</text>"
      + "<text class=\"end\" x=\"38\" y=\"\(oneDecimal(274 - share * 250))\">\(words)</text>"
  }
  marks += "<line class=\"ideal\" x1=\"\(x(0))\" y1=\"\(y(0))\" x2=\"\(x(1))\" y2=\"\(y(1))\"/>"
  let line = points.map { "\(x($0.mean)),\(y($0.right))" }.joined(separator: " ")
  marks += "<polyline class=\"curve\" points=\"\(line)\"/>"
  for point in points {
    let radius = oneDecimal(3 + 6 * (Double(point.count) / most).squareRoot())
    marks +=
      "<circle class=\"dot\" cx=\"\(x(point.mean))\" cy=\"\(y(point.right))\" r=\"\(radius)\"/>"
  }
  let told = points.map { "at \(hundredths($0.mean)) right \(hundredths($0.right))" }
  return """
    <figure>
    <figcaption>Right, by confidence: on the dashed line confidence means what it says. The larger a \
    dot, the more was heard with this confidence.</figcaption>
    <svg class="curve-plot" viewBox="0 0 320 316" role="img" \
    aria-label="Calibration curve: \(told.joined(separator: ", "))">\(marks)\
    <text x="174" y="308">confidence</text>\
    <text x="-145" y="12" transform="rotate(-90)">share right</text></svg>
    </figure>
    """
}
