extension ScenarioGraph {
  /// The graph as a picture that needs nothing else: no script, no font of its own, no other file.
  ///
  /// `showsRules` writes every condition at its edge; else they are shortened, and whole ones show
  /// under the pointer.
  package func svg(showsRules: Bool = false) -> String {
    SVGDrawing(self, showsRules: showsRules).text
  }
}

/// One drawing, from the sizes of its words to its lines.
private struct SVGDrawing {
  private let graph: ScenarioGraph
  private let names: [[String]]
  private let words: [[String]]
  private let labels: [[String]]
  private let layers: Layers
  private let places: Places

  private static let header = 46.0

  init(_ graph: ScenarioGraph, showsRules: Bool) {
    self.graph = graph
    names = graph.nodes.map { TextMeasure.lines($0.name, limit: 170, size: 14, most: 3) }
    words = graph.nodes.map { TextMeasure.lines($0.words, limit: 190, size: 11, most: 2) }
    labels = graph.edges.map { edge in
      edge.label(showsRules: showsRules).flatMap {
        TextMeasure.lines($0, limit: showsRules ? 200 : 150, size: 10.5, most: showsRules ? 6 : 2)
      }
    }
    let sizes = graph.nodes.indices.map { [names, words] index in
      let width = max(
        names[index].map { TextMeasure.width(of: $0, size: 14) }.max() ?? 0,
        words[index].map { TextMeasure.width(of: $0, size: 11) }.max() ?? 0,
        graph.nodes[index].note.map { TextMeasure.width(of: $0, size: 11) } ?? 0, 60)
      let notes = graph.nodes[index].note == nil ? 0 : 1
      return Size(
        width: width + 24,
        height: Double(names[index].count) * 17 + Double(words[index].count + notes) * 14 + 16)
    }
    func size(_ lines: [String], _ fontSize: Double) -> Size {
      Size(
        width: (lines.map { TextMeasure.width(of: $0, size: fontSize) }.max() ?? 0) + 8,
        height: Double(lines.count) * 13 + 4)
    }
    let labelSizes = labels.map { size($0, 10.5) }
    let posts = zip(graph.edges, labelSizes).map { edge, label in
      let name = "→ " + shortened(graph.nodes[edge.to].name, to: 30)
      return Size(
        width: max(label.width, TextMeasure.width(of: name, size: 11) + 18),
        height: label.height + 22)
    }
    var layers = Layers(graph, nodeSizes: sizes, labelSizes: labelSizes, signpostSizes: posts)
    layers.order()
    self.layers = layers
    places = layers.place()
  }

  var text: String {
    let width = max(places.width, 420)
    let height = places.height + Self.header
    var svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(number(width)) \(number(height))\" "
      + "width=\"\(number(width))\" height=\"\(number(height))\" role=\"img\" "
      + "aria-labelledby=\"title desc\">\n"
    svg += "<title id=\"title\">\(escaped(graph.title))</title>\n"
    svg += "<desc id=\"desc\">\(escaped(description))</desc>\n"
    svg += style
    svg += "<rect class=\"page\" width=\"100%\" height=\"100%\"/>\n"
    svg += legend
    svg += "<g transform=\"translate(0 \(number(Self.header)))\">\n"
    for index in graph.edges.indices { svg += line(of: index) }
    for cell in layers.cells.indices { svg += drawn(cell) }
    return svg + "</g>\n</svg>\n"
  }

  private var description: String {
    let beats = graph.nodes.count { $0.grade == nil }
    let list = graph.edges.map { edge in
      "\(graph.nodes[edge.from].name) leads to \(graph.nodes[edge.to].name): "
        + edge.ways.map(\.words).joined(separator: "; ")
    }
    return "\(beats) beats and \(graph.nodes.count - beats) endings. "
      + list.joined(separator: ". ")
  }

  // MARK: Places

  private func drawn(_ cell: Int) -> String {
    switch layers.cells[cell].kind {
    case .node(let index): node(index, at: cell)
    case .label(let index): label(index, at: cell, height: layers.cells[cell].height)
    case .signpost(let index): signpost(index, at: cell)
    case .bend: ""
    }
  }

  private func node(_ index: Int, at cell: Int) -> String {
    let node = graph.nodes[index]
    let (x, y) = (places.x[cell], places.y[cell])
    let (width, height) = (layers.cells[cell].width, layers.cells[cell].height)
    let (left, top) = (x - width / 2, y - height / 2)
    let isNever = node.visits == 0
    var svg = "<g class=\"\(node.grade ?? "beat")\(isNever ? " never" : "")\">"
    svg += "<title>\(escaped(node.name + (node.words.isEmpty ? "" : ": " + node.words)))</title>"
    let radius = node.grade == nil ? 8 : min(height / 2, 22)
    svg += rectangle(left, top, width, height, radius: radius, class: "box")
    if node.grade == "unsafe" {
      svg += rectangle(
        left + 4, top + 4, width - 8, height - 8, radius: max(2, radius - 4), class: "inner")
    }
    var line = top + 8
    for name in names[index] {
      line += 17
      svg += text(name, x, line - 4, class: "name")
    }
    if let note = node.note {
      line += 14
      svg += text(note, x, line - 3, class: "note")
    }
    for part in words[index] {
      line += 14
      svg += text(part, x, line - 3, class: "words")
    }
    return svg + "</g>\n"
  }

  private func label(_ index: Int, at cell: Int, height: Double) -> String {
    let (x, y) = (places.x[cell], places.y[cell])
    let edge = graph.edges[index]
    var svg = "<g class=\"label\(edge.count == 0 ? " never" : "")\">"
    svg += "<title>\(escaped(edge.whole(graph)))</title>"
    let width = labels[index].map { TextMeasure.width(of: $0, size: 10.5) }.max() ?? 0
    let middle = y - layers.cells[cell].height / 2 + (Double(labels[index].count) * 13 + 4) / 2
    svg += rectangle(
      x - width / 2 - 3, middle - Double(labels[index].count) * 6.5 - 2, width + 6,
      Double(labels[index].count) * 13 + 4, radius: 3, class: "page")
    for (row, part) in labels[index].enumerated() {
      let line = middle - Double(labels[index].count) * 6.5 + Double(row) * 13 + 10
      svg += text(part, x, line, class: "why")
    }
    return svg + "</g>\n"
  }

  /// The label, and below it the name of the place that is too far for a line.
  private func signpost(_ index: Int, at cell: Int) -> String {
    let edge = graph.edges[index]
    let name = "→ " + shortened(graph.nodes[edge.to].name, to: 30)
    let width = TextMeasure.width(of: name, size: 11) + 16
    let bottom = places.y[cell] + layers.cells[cell].height / 2
    let grade = graph.nodes[edge.to].grade ?? "beat"
    var svg = label(index, at: cell, height: layers.cells[cell].height)
    svg += "<g class=\"\(grade)\(edge.count == 0 ? " never" : "")\">"
    svg += rectangle(
      places.x[cell] - width / 2, bottom - 19, width, 18, radius: 9, class: "box post")
    svg += text(name, places.x[cell], bottom - 6, class: "post")
    return svg + "</g>\n"
  }

  // MARK: Lines

  private func line(of index: Int) -> String {
    let edge = graph.edges[index]
    let path = layers.paths[index]
    guard let first = path.first, let last = path.last else { return loop(edge) }
    let isUp = places.y[last] < places.y[first]
    var points = path.map { (x: places.x[$0], y: places.y[$0]) }
    let end = layers.cells[last]
    points[0].x = exit(of: index, at: first, isUp: isUp, leaving: true)
    points[0].y += (isUp ? -1 : 1) * layers.cells[first].height / 2
    if case .node = end.kind {
      points[points.count - 1].x = exit(of: index, at: last, isUp: !isUp, leaving: false)
    }
    points[points.count - 1].y += (isUp ? 1 : -1) * end.height / 2
    var d = "M\(number(points[0].x)) \(number(points[0].y))"
    for (a, b) in zip(points, points.dropFirst()) {
      let middle = (a.y + b.y) / 2
      d += " C\(number(a.x)) \(number(middle)) \(number(b.x)) \(number(middle))"
      d += " \(number(b.x)) \(number(b.y))"
    }
    return lineElement(
      edge, d: d, endsInSignpost: { if case .signpost = end.kind { true } else { false } }())
  }

  /// Where along the side of a box an edge leaves or arrives: side by side, in the order in which the
  /// others lie.
  private func exit(of edge: Int, at cell: Int, isUp: Bool, leaving: Bool) -> Double {
    let neighbours = isUp ? layers.cells[cell].above : layers.cells[cell].below
    let path = layers.paths[edge]
    let next = leaving ? path[1] : path[path.count - 2]
    let sorted = neighbours.sorted { (places.x[$0], $0) < (places.x[$1], $1) }
    guard let place = sorted.firstIndex(of: next), sorted.count > 1 else { return places.x[cell] }
    let room = layers.cells[cell].width * 0.7
    return places.x[cell] - room / 2 + room * Double(place) / Double(sorted.count - 1)
  }

  private func loop(_ edge: ScenarioGraph.Edge) -> String {
    let width = layers.cells[edge.from].width
    let (x, y) = (places.x[edge.from] + width / 2, places.y[edge.from])
    return lineElement(
      edge,
      d: "M\(number(x)) \(number(y - 6)) c14 -10 14 22 0 12", endsInSignpost: false)
  }

  private func lineElement(
    _ edge: ScenarioGraph.Edge, d: String, endsInSignpost: Bool
  ) -> String {
    var classes = "way"
    if edge.isDetour { classes += " detour" }
    if edge.ways.allSatisfy({ $0.kind == .duty }) { classes += " duty" }
    if edge.count == 0 { classes += " never" }
    var attributes = "class=\"\(classes)\" d=\"\(d)\""
    if let count = edge.count, count > 0 {
      // Each doubling a little thicker.
      let bits = Double(Int.bitWidth - count.leadingZeroBitCount)
      attributes += " stroke-width=\"\(number(0.8 + bits * 0.35))\""
    }
    if !endsInSignpost { attributes += " marker-end=\"url(#arrow)\"" }
    if edge.isDetour { attributes += " marker-start=\"url(#arrow)\"" }
    return "<path \(attributes)><title>\(escaped(edge.whole(graph)))</title></path>\n"
  }

  // MARK: What stands around

  private var legend: String {
    var svg = "<g>\(text(graph.title, 24, 20, class: "title"))"
    var x = 24.0
    let grades: [String] = ["good", "mixed", "poor", "unsafe"].filter { (grade: String) in
      graph.nodes.contains { $0.grade == grade }
    }
    for grade in grades {
      svg += "<g class=\"\(grade)\">"
      svg += rectangle(x, 29, 20, 12, radius: 6, class: "box") + "</g>"
      svg += text(grade, x + 26, 39, class: "key")
      x += 46 + TextMeasure.width(of: grade, size: 11)
    }
    func sample(_ classes: String, _ words: String) {
      svg += "<path class=\"\(classes)\" d=\"M\(number(x)) 35 h22\"/>"
      svg += text(words, x + 28, 39, class: "key")
      x += 46 + TextMeasure.width(of: words, size: 11)
    }
    if graph.edges.contains(where: \.isDetour) { sample("way detour", "there and back") }
    if graph.edges.contains(where: { $0.ways.contains { $0.kind == .duty } }) {
      sample("way duty", "not done in time")
    }
    if graph.nodes.contains(where: { $0.visits != nil }) { sample("way never", "never taken") }
    return svg + "</g>\n"
  }

  private var style: String {
    var css = """
      text{font-family:system-ui,"Segoe UI","Noto Sans",Helvetica,Arial,sans-serif;fill:#1b1b1b}
      .page{fill:#fff}.box{fill:#f4f6f8;stroke:#5b6670;stroke-width:1.2}
      .inner{fill:none;stroke:#8a2b62}
      .name{font-size:14px;font-weight:600;text-anchor:middle}
      .words,.note{font-size:11px;text-anchor:middle;fill:#4a4a4a}.note{font-weight:600}
      .why{font-size:10.5px;text-anchor:middle;fill:#333}
      text.post{font-size:11px;text-anchor:middle}.title{font-size:16px;font-weight:600}
      .key{font-size:11px}.way{fill:none;stroke:#5b6670;stroke-width:1.2}
      .detour{stroke-dasharray:7 4}.duty{stroke:#8a2b62;stroke-dasharray:2 3}
      .never .box,path.never{stroke:#9a9a9a;stroke-dasharray:3 4}.never text{fill:#767676}
      #arrow path{fill:#5b6670}

      """
    for grade in ["good", "mixed", "poor", "unsafe"] {
      css += ".\(grade) .box{fill:\(Palette.fill(grade));stroke:\(Palette.line(grade))}\n"
    }
    css += """
      @media (prefers-color-scheme:dark){text,.why{fill:#eee}.page{fill:#16181b}
      .words,.note{fill:#c4c4c4}.beat .box{fill:#262b31}.way{stroke:#9fb0bd}
      #arrow path{fill:#9fb0bd}.good text,.mixed text,.poor text,.unsafe text{fill:#1b1b1b}
      .good .words,.mixed .words,.poor .words,.unsafe .words{fill:#3a3a3a}}

      """
    return "<style>\n\(css)</style>\n<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" "
      + "refY=\"5\" markerWidth=\"7\" markerHeight=\"7\" markerUnits=\"userSpaceOnUse\" "
      + "orient=\"auto-start-reverse\">"
      + "<path d=\"M0 0L10 5L0 10z\"/></marker></defs>\n"
  }

  private func rectangle(
    _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double, class name: String
  ) -> String {
    "<rect class=\"\(name)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
      + "height=\"\(number(height))\" rx=\"\(number(radius))\"/>"
  }

  private func text(_ words: String, _ x: Double, _ y: Double, class name: String) -> String {
    "<text class=\"\(name)\" x=\"\(number(x))\" y=\"\(number(y))\">\(escaped(words))</text>"
  }
}

extension ScenarioGraph.Node {
  /// Grade, risk and visits on one line.
  fileprivate var note: String? {
    var parts: [String] = []
    if let grade { parts.append(grade) }
    if !risks.isEmpty { parts.append("⚠ " + risks.joined(separator: ", ")) }
    if let visits { parts.append(visits == 0 ? "never reached" : "\(visits) ×") }
    return parts.isEmpty ? nil : parts.joined(separator: " · ")
  }
}

extension ScenarioGraph.Edge {
  /// Every reason in full, for the pointer and for screen readers.
  fileprivate func whole(_ graph: ScenarioGraph) -> String {
    "\(graph.nodes[from].name) → \(graph.nodes[to].name)\n"
      + ways.map { "line \($0.line): \($0.words)" }.joined(separator: "\n")
  }
}

/// To a tenth of a pixel, without a point where none is needed.
private func number(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
  return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
}

private func escaped(_ text: String) -> String {
  var result = ""
  for character in withoutControls(text, keepingBreaks: true) {
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    default: result.append(character)
    }
  }
  return result
}
