extension SVGDrawing {
  /// What stands in a cell: a place, a label, a signpost, or nothing where a line only passes.
  func drawn(_ cell: Int) -> String {
    switch layers.cells[cell].kind {
    case .node(let index): node(index, at: cell)
    case .label(let index): label(index, at: cell)
    case .signpost(let index): signpost(index, at: cell)
    case .bend: ""
    }
  }

  private func node(_ index: Int, at cell: Int) -> String {
    let node = graph.nodes[index]
    let (x, y) = (places.x[cell], places.y[cell])
    let (width, height) = (layers.cells[cell].width, layers.cells[cell].height)
    let (left, top) = (x - width / 2, y - height / 2)
    var svg = "<g class=\"\(node.grade ?? "beat")\(node.visits == 0 ? " never" : "")\">"
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
      svg += textElement(name, x, line - 4, class: "name")
    }
    let small =
      (node.note.map { [($0, "note")] } ?? []) + words[index].map { ($0, "words") }
      + loops[index].map { ($0, "why") }
    for (words, kind) in small {
      line += 14
      svg += textElement(words, x, line - 3, class: kind)
    }
    return svg + "</g>\n"
  }

  private func label(_ index: Int, at cell: Int) -> String {
    let edge = graph.edges[index]
    let lines = labels[index]
    let (x, top) = (places.x[cell], places.y[cell] - layers.cells[cell].height / 2)
    var svg = "<g class=\"label\(edge.count == 0 ? " never" : "")\">"
    svg += "<title>\(escaped(edge.whole(graph)))</title>"
    // Hides the line that runs below the words.
    let width = lines.map { TextMeasure.width(of: $0, size: 10.5) }.max() ?? 0
    svg += rectangle(
      x - width / 2 - 3, top, width + 6, Double(lines.count) * 13 + 4, radius: 3, class: "page")
    for (row, part) in lines.enumerated() {
      svg += textElement(part, x, top + Double(row) * 13 + 12, class: "why")
    }
    return svg + "</g>\n"
  }

  /// The label, and below it the name of the place that is too far for a line.
  private func signpost(_ index: Int, at cell: Int) -> String {
    let edge = graph.edges[index]
    let name = graph.signpost(to: edge.to)
    let width = TextMeasure.width(of: name, size: 11) + 16
    let bottom = places.y[cell] + layers.cells[cell].height / 2
    var svg = label(index, at: cell)
    svg += "<g class=\"\(graph.nodes[edge.to].grade ?? "beat")\(edge.count == 0 ? " never" : "")\">"
    svg += rectangle(
      places.x[cell] - width / 2, bottom - 19, width, 18, radius: 9, class: "box post")
    svg += textElement(name, places.x[cell], bottom - 6, class: "post")
    return svg + "</g>\n"
  }
}
