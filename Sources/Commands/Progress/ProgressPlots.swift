import Progress

/// The levels of a dimension from session to session: dots joined by lines, exams as squares, the
/// trainee's own ratings as hollow rings, the mean dashed with its interval as a band.
///
/// Places are percentages of a width that the page decides, so that words keep their size.
func timeline(_ dimension: DimensionProgress, id: String) -> String {
  let course = dimension.course
  func x(_ place: Int) -> String {
    let share = course.count > 1 ? Double(place) / Double(course.count - 1) : 0.5
    return oneDecimal(8 + share * 88) + "%"
  }
  func y(_ level: Double) -> String { oneDecimal(146 - (level - 1) * 32) }
  var marks = ""
  for level in 1...5 {
    marks +=
      "<line class=\"grid\" x1=\"5%\" x2=\"99%\" y1=\"\(y(Double(level)))\" y2=\"\(y(Double(level)))\"/>"
      + "<text x=\"2%\" y=\"\(oneDecimal(150 - Double(level - 1) * 32))\">\(level)</text>"
  }
  if let mean = dimension.mean {
    if let interval = mean.interval {
      let height = oneDecimal((interval.high - interval.low) * 32)
      marks +=
        "<rect class=\"band\" x=\"5%\" width=\"94%\" y=\"\(y(interval.high))\" height=\"\(height)\"/>"
    }
    marks +=
      "<line class=\"mean\" x1=\"5%\" x2=\"99%\" y1=\"\(y(mean.mean))\" y2=\"\(y(mean.mean))\"/>"
  }
  for place in course.indices.dropFirst() {
    marks +=
      "<line class=\"curve\" x1=\"\(x(place - 1))\" y1=\"\(y(Double(course[place - 1].level)))\" "
      + "x2=\"\(x(place))\" y2=\"\(y(Double(course[place].level)))\"/>"
  }
  for (place, one) in course.enumerated() {
    if let own = one.selfRating {
      marks += "<circle class=\"own\" cx=\"\(x(place))\" cy=\"\(y(Double(own)))\" r=\"8\"/>"
    }
    marks +=
      one.isExam
      ? "<svg class=\"mark\" x=\"\(x(place))\" y=\"\(y(Double(one.level)))\">"
        + "<rect class=\"dot\" x=\"-5\" y=\"-5\" width=\"10\" height=\"10\"/></svg>"
      : "<circle class=\"dot\" cx=\"\(x(place))\" cy=\"\(y(Double(one.level)))\" r=\"5\"/>"
  }
  if let first = course.first?.day.text, let last = course.last?.day.text {
    marks +=
      first == last
      ? "<text x=\"52%\" y=\"172\">\(first)</text>"
      : "<text class=\"low\" x=\"5%\" y=\"172\">\(first)</text>"
        + "<text class=\"high\" x=\"99%\" y=\"172\">\(last)</text>"
  }
  return """
    <figure>
    <svg class="timeline" role="img" aria-labelledby="\(id) \(id)-words" width="100%" height="180">\
    <title id="\(id)">\(shown(dimension.title)): levels, oldest first</title>\
    <desc id="\(id)-words">\(shown(dimension.courseWords))</desc>\(marks)</svg>
    <figcaption>\(legend(dimension))</figcaption>
    </figure>
    """
}

private func legend(_ dimension: DimensionProgress) -> String {
  var parts = ["A dot is a session"]
  if dimension.course.contains(where: \.isExam) { parts.append("a square an exam") }
  if dimension.selfRated > 0 { parts.append("a ring your own rating") }
  if let mean = dimension.mean {
    parts.append(
      "the dashed line the mean" + (mean.interval == nil ? "" : " with its 95 % interval behind it")
    )
  }
  return parts.joined(separator: ", ") + "."
}

/// Rows of a plot below a heading of their own; nil for none.
struct ShareGroup {
  var heading: String?
  var rows: [(name: String, moments: MomentTally)]
}

/// Shares of moments that were met as dots with their intervals: a row each.
func sharePlot(_ caption: String, _ groups: [ShareGroup]) -> String {
  let lines = groups.flatMap { group in
    (group.heading.map { ["<li class=\"group\">\($0)</li>"] } ?? [])
      + group.rows.compactMap { shareRow($0.name, $0.moments, of: group.heading) }
  }
  let words = shareTicks.map {
    "<text x=\"\(place($0))\" y=\"13\">\(percent($0)) %</text>"
  }.joined()
  return """
    <figure>
    <figcaption>\(caption)</figcaption>
    <ol class="plot">
    \(lines.joined(separator: "\n"))
    <li aria-hidden="true"><span class="name"></span><svg class="dots" height="18" \
    width="100%">\(words)</svg><span class="figure"></span></li>
    </ol>
    </figure>
    """
}

private func shareRow(_ name: String, _ moments: MomentTally, of group: String?) -> String? {
  guard let share = moments.share, let interval = moments.interval else { return nil }
  let label = (group.map { $0 + ", " } ?? "") + name
  return """
    <li><span class="name">\(name)</span><svg class="dots" role="img" height="18" width="100%" \
    aria-label="\(label): \(moments.words); \(moments.shareWords)">\(shareGrid)\
    <line class="bar" x1="\(place(interval.low))" x2="\(place(interval.high))" y1="9" y2="9"/>\
    <circle class="dot" cx="\(place(share))" cy="9" r="5"/></svg>\
    <span class="figure">\(percent(share)) %</span></li>
    """
}

private let shareTicks = [0, 0.25, 0.5, 0.75, 1]

private var shareGrid: String {
  shareTicks.map {
    "<line class=\"grid\" x1=\"\(place($0))\" x2=\"\(place($0))\" y1=\"0\" y2=\"18\"/>"
  }.joined()
}

/// Room for a dot and for a number at both ends.
private func place(_ share: Double) -> String { oneDecimal(5 + share * 90) + "%" }

/// The course of a number in the height of a line, from its lowest to its highest.
func sparkline(_ index: IndexProgress) -> String {
  let course = index.course
  guard course.count > 1, let low = course.min(), let high = course.max() else { return "—" }
  let points = course.enumerated().map { place, value in
    let x = 3 + 94 * Double(place) / Double(course.count - 1)
    let y = high > low ? 21 - 18 * (value - low) / (high - low) : 12
    return "\(oneDecimal(x)),\(oneDecimal(y))"
  }
  let words =
    "from \(tenths(course[0])) to \(tenths(course[course.count - 1])), "
    + "\(tenths(low)) at the lowest and \(tenths(high)) at the highest"
  return "<svg class=\"spark\" role=\"img\" aria-label=\"\(words)\" width=\"100\" height=\"24\" "
    + "viewBox=\"0 0 100 24\"><polyline class=\"curve\" points=\"\(points.joined(separator: " "))\"/>"
    + "</svg>"
}
