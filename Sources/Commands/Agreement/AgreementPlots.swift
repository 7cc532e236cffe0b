import Agreement

/// The differences of two raters against their mean, after Bland and Altman: equal points are one
/// dot, the larger the more; the mean difference is dashed and 95 of 100 lie within the band.
func blandAltmanPlot(
  _ spread: BlandAltman, levels: ClosedRange<Double>, title: String, id: String
) -> String {
  let reach = levels.upperBound - levels.lowerBound
  func x(_ mean: Double) -> String {
    oneDecimal(40 + (mean - levels.lowerBound) / reach * 264)
  }
  func y(_ difference: Double) -> String {
    oneDecimal(120 - min(reach, max(-reach, difference)) / reach * 100)
  }
  var marks = ""
  if let limits = spread.limits {
    let (top, bottom) = (min(reach, limits.high), max(-reach, limits.low))
    marks +=
      "<rect class=\"band\" x=\"32\" width=\"280\" y=\"\(y(top))\" "
      + "height=\"\(oneDecimal((top - bottom) / reach * 100))\"/>"
  }
  for step in -4...4 {
    let difference = Double(step) / 4 * reach
    let kind = step == 0 ? "zero" : "grid"
    marks +=
      "<line class=\"\(kind)\" x1=\"32\" x2=\"312\" y1=\"\(y(difference))\" y2=\"\(y(difference))\"/>"
    marks += "<text class=\"end\" x=\"26\" y=\"\(oneDecimal(124 - Double(step) * 25))\">"
    marks += "\(axisNumber(difference))</text>"
    let mean = levels.lowerBound + Double(step + 4) / 8 * reach
    if step % 2 == 0 { marks += "<text x=\"\(x(mean))\" y=\"242\">\(axisNumber(mean))</text>" }
  }
  let middle = y(spread.difference.value)
  marks += "<line class=\"mean\" x1=\"32\" x2=\"312\" y1=\"\(middle)\" y2=\"\(middle)\"/>"
  let dots = spread.countedPoints
  let most = Double(dots.map(\.count).max() ?? 1)
  for dot in dots {
    let radius = oneDecimal(3 + 7 * (Double(dot.count) / most).squareRoot())
    marks +=
      "<circle class=\"dot\" fill-opacity=\".7\" cx=\"\(x(dot.point.mean))\" "
      + "cy=\"\(y(dot.point.difference))\" r=\"\(radius)\"/>"
  }
  return """
    <figure>
    <svg class="curve-plot" viewBox="0 0 320 268" role="img" aria-labelledby="\(id) \(id)-words">\
    <title id="\(id)">\(title): differences by mean</title>\
    <desc id="\(id)-words">\(spread.words)</desc>\(marks)\
    <text x="172" y="262">mean of the two</text></svg>
    <figcaption>How far the two lie apart, by how high they rate. The dashed line is the mean \
    difference; 95 of 100 are expected within the band. A larger dot is more sessions.</figcaption>
    </figure>
    """
}

/// `1`, `-2`, `1.5`
private func axisNumber(_ number: Double) -> String {
  number == number.rounded() ? String(Int(number)) : oneDecimal(number)
}

/// Levels of the first rater against those of the second: the stronger a field, the more sessions.
func confusionPlot(
  _ table: AgreementTable, levels: [Int], title: String, id: String, first: String, second: String
) -> String {
  let side = 240 / Double(max(1, levels.count))
  let most = Double(max(1, table.counts.max() ?? 1))
  var marks = ""
  for (row, level) in levels.enumerated() {
    let y = 20 + Double(row) * side
    marks +=
      "<text class=\"end\" x=\"50\" y=\"\(oneDecimal(y + side / 2 + 4))\">\(level)</text>"
      + "<text x=\"\(oneDecimal(60 + (Double(row) + 0.5) * side))\" y=\"14\">\(level)</text>"
    for column in levels.indices {
      let (x, count) = (60 + Double(column) * side, table[row, column])
      marks +=
        "<rect class=\"dot\" fill-opacity=\"\(hundredths(Double(count) / most * 0.55))\" "
        + "x=\"\(oneDecimal(x))\" y=\"\(oneDecimal(y))\" width=\"\(oneDecimal(side - 2))\" "
        + "height=\"\(oneDecimal(side - 2))\"/>"
      if count > 0 {
        marks +=
          "<text class=\"count\" x=\"\(oneDecimal(x + side / 2 - 1))\" "
          + "y=\"\(oneDecimal(y + side / 2 + 4))\">\(count)</text>"
      }
    }
  }
  let same = levels.indices.reduce(0) { $0 + table[$1, $1] }
  return """
    <figure>
    <svg class="curve-plot" viewBox="0 0 320 268" role="img" aria-labelledby="\(id) \(id)-words">\
    <title id="\(id)">\(title): levels of \(first) and \(second)</title>\
    <desc id="\(id)-words">\(same) of \(table.total) on the diagonal, where both gave the same \
    level</desc>\(marks)</svg>
    <figcaption>Rows: \(first). Columns: \(second). On the diagonal both gave the same level.\
    </figcaption>
    </figure>
    """
}

extension BlandAltman {
  /// Equal points once, with how many there are, from low to high.
  var countedPoints: [(point: Point, count: Int)] {
    Dictionary(grouping: points) { $0 }.map { ($0.key, $0.value.count) }.sorted {
      ($0.0.mean, $0.0.difference) < ($1.0.mean, $1.0.difference)
    }
  }

  /// `mean difference .24 (95 %: .10 to .38); 95 of 100 between -1.10 and 1.58`
  var words: String {
    "mean difference \(hundredths(difference.value))"
      + (difference.interval.map { " (95 %: \($0.words))" } ?? "")
      + (limits.map { "; 95 of 100 between \(hundredths($0.low)) and \(hundredths($0.high))" } ?? "")
  }
}
