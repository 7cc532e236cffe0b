import Cohorts

/// Sessions on the five levels as columns, the mean as a dashed line where it can be told.
func levelPlot(
  _ one: LevelDistribution, caption: String, title: String, id: String
) -> String {
  let most = Double(max(1, one.counts.max() ?? 1))
  var marks = "<line class=\"zero\" x1=\"10\" x2=\"310\" y1=\"130\" y2=\"130\"/>"
  for (place, count) in one.counts.enumerated() {
    let (x, height) = (Double(20 + place * 60), 100 * Double(count) / most)
    marks +=
      "<rect class=\"dot\" fill-opacity=\".75\" x=\"\(oneDecimal(x))\" "
      + "y=\"\(oneDecimal(130 - height))\" width=\"40\" height=\"\(oneDecimal(height))\"/>"
      + "<text class=\"count\" x=\"\(oneDecimal(x + 20))\" y=\"\(oneDecimal(124 - height))\">"
      + "\(grouped(count))</text>"
      + "<text x=\"\(oneDecimal(x + 20))\" y=\"148\">\(place + 1)</text>"
  }
  if !one.isTooFew, let mean = one.mean {
    let x = oneDecimal(40 + (mean.value - 1) * 60)
    marks += "<line class=\"mean\" x1=\"\(x)\" x2=\"\(x)\" y1=\"8\" y2=\"130\"/>"
  }
  return """
    <figure>
    <svg class="curve-plot" viewBox="0 0 320 154" role="img" aria-labelledby="\(id) \(id)-words">\
    <title id="\(id)">\(title), sessions on each level</title>\
    <desc id="\(id)-words">\(one.words)</desc>\(marks)</svg>
    <figcaption>\(caption): \(one.shortWords)</figcaption>
    </figure>
    """
}

/// Shares of missed moments as bars: a row each.
func missPlot(_ caption: String, _ cues: [(name: String, words: String, cue: MissedCue)]) -> String
{
  let lines = cues.map { name, words, cue in
    let share = cue.share ?? 0
    return """
      <li><span class="name">\(name)</span><svg class="dots" role="img" height="18" width="100%" \
      aria-label="\(name): \(words)"><line class="grid" x1="0" x2="100%" y1="9" y2="9"/>\
      <rect class="dot" x="0" y="3" width="\(oneDecimal(share * 100))%" height="12"/></svg>\
      <span class="figure">\(percent(share)) %</span></li>
      """
  }
  return plotList(caption, lines)
}

/// Mean levels as dots, each with a standard deviation to either side: a row each.
func difficultyPlot(_ caption: String, _ rows: [(name: String, difficulty: Difficulty)]) -> String {
  func x(_ level: Double) -> String { oneDecimal(4 + (min(5, max(1, level)) - 1) * 23) + "%" }
  let grid = (1...5).map {
    "<line class=\"grid\" x1=\"\(x(Double($0)))\" x2=\"\(x(Double($0)))\" y1=\"0\" y2=\"18\"/>"
  }.joined()
  let lines = rows.compactMap { name, one -> String? in
    guard let mean = one.mean else { return nil }
    let reach = one.deviation ?? 0
    return """
      <li><span class="name">\(name)</span><svg class="dots" role="img" height="18" width="100%" \
      aria-label="\(name): \(one.words)">\(grid)\
      <line class="bar" x1="\(x(mean - reach))" x2="\(x(mean + reach))" y1="9" y2="9"/>\
      <circle class="dot" cx="\(x(mean))" cy="9" r="5"/></svg>\
      <span class="figure">\(one.meanWords)</span></li>
      """
  }
  let words = (1...5).map { "<text x=\"\(x(Double($0)))\" y=\"13\">\($0)</text>" }.joined()
  let axis =
    "<li aria-hidden=\"true\"><span class=\"name\"></span><svg class=\"dots\" height=\"18\" "
    + "width=\"100%\">\(words)</svg><span class=\"figure\"></span></li>"
  return plotList(caption, lines + [axis])
}

private func plotList(_ caption: String, _ lines: [String]) -> String {
  """
  <figure>
  <figcaption>\(caption)</figcaption>
  <ol class="plot">
  \(lines.joined(separator: "\n"))
  </ol>
  </figure>
  """
}
