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
struct SVGDrawing {
  let graph: ScenarioGraph
  /// The lines of words in each box: its name, what is said there, why it leads to itself.
  let names: [[String]]
  let words: [[String]]
  let loops: [[String]]
  /// The lines of words at each edge.
  let labels: [[String]]
  let layers: Layers
  let places: Places

  private static let header = 46.0

  init(_ graph: ScenarioGraph, showsRules: Bool) {
    func wrapped(_ lines: [String]) -> [String] {
      lines.flatMap {
        TextMeasure.lines($0, limit: showsRules ? 200 : 185, size: 10.5, most: showsRules ? 6 : 2)
      }
    }
    self.graph = graph
    names = graph.nodes.map { TextMeasure.lines($0.name, limit: 170, size: 14, most: 3) }
    words = graph.nodes.map { TextMeasure.lines($0.words, limit: 190, size: 11, most: 2) }
    labels = graph.edges.map { wrapped($0.label(showsRules: showsRules)) }
    var loops = graph.nodes.map { _ in [String]() }
    for edge in graph.edges where edge.from == edge.to {
      loops[edge.from] += wrapped(
        edge.label(showsRules: showsRules).enumerated().map { ($0 == 0 ? "↻ " : "") + $1 })
    }
    self.loops = loops
    let sizes = graph.nodes.indices.map { [names, words] index in
      let note = graph.nodes[index].note
      let width = max(
        // The first two are bold.
        widest(names[index], size: 15.5), widest(note.map { [$0] } ?? [], size: 12),
        widest(words[index], size: 11), widest(loops[index], size: 10.5), 60)
      let small = words[index].count + loops[index].count + (note == nil ? 0 : 1)
      return Size(
        width: width + 24, height: Double(names[index].count) * 17 + Double(small) * 14 + 16)
    }
    let labelSizes = labels.map {
      Size(width: widest($0, size: 10.5) + 8, height: Double($0.count) * 13 + 4)
    }
    let posts = zip(graph.edges, labelSizes).map { edge, label in
      Size(
        width: max(label.width, TextMeasure.width(of: graph.signpost(to: edge.to), size: 11) + 18),
        height: label.height + 22)
    }
    var layers = Layers(graph, nodeSizes: sizes, labelSizes: labelSizes, signpostSizes: posts)
    layers.order()
    self.layers = layers
    places = layers.place()
  }

  var width: Double {
    max(places.width, legendWidth, TextMeasure.width(of: heading, size: 17) + 48)
  }

  var text: String {
    let height = places.height + Self.header
    let size = "width=\"\(number(width))\" height=\"\(number(height))\""
    var svg =
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 \(number(width)) \(number(height))\" "
      + "\(size) role=\"img\" aria-labelledby=\"title desc\">\n"
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

  /// For those who do not see the picture.
  private var description: String {
    let beats = graph.nodes.count { $0.grade == nil }
    let list = graph.edges.map { edge in
      "\(graph.nodes[edge.from].name) leads to \(graph.nodes[edge.to].name): "
        + edge.ways.map(\.words).joined(separator: "; ")
    }
    return "\(beats) beats and \(graph.nodes.count - beats) endings. "
      + list.joined(separator: ". ")
  }
}

private func widest(_ lines: [String], size: Double) -> Double {
  lines.map { TextMeasure.width(of: $0, size: size) }.max() ?? 0
}

extension ScenarioGraph {
  /// What stands in place of a line to a far place.
  func signpost(to node: Int) -> String { "→ " + shortened(nodes[node].name, to: 30) }
}

extension ScenarioGraph.Node {
  /// Grade, risk and visits on one line.
  var note: String? {
    var parts: [String] = []
    if let grade { parts.append(grade) }
    if !risks.isEmpty { parts.append("⚠ " + risks.joined(separator: ", ")) }
    if let visits { parts.append(visits == 0 ? "never come to" : "\(visits) ×") }
    return parts.isEmpty ? nil : shortened(parts.joined(separator: " · "), to: 40)
  }
}

extension ScenarioGraph.Edge {
  /// Every reason in full, for the pointer and for screen readers.
  func whole(_ graph: ScenarioGraph) -> String {
    "\(graph.nodes[from].name) → \(graph.nodes[to].name)\n"
      + ways.map { "line \($0.line): \($0.words)" }.joined(separator: "\n")
  }
}
