extension ScenarioGraph {
  /// The graph for graphviz. `showsRules` writes every condition out.
  package func dot(showsRules: Bool = false) -> String {
    var text = "digraph \(quoted(title)) {\n"
    text += "  graph [rankdir=TB, fontname=\"sans-serif\", label=\(quoted(title)), labelloc=t];\n"
    text += "  node [shape=box, style=rounded, fontname=\"sans-serif\", fontsize=11];\n"
    text += "  edge [fontname=\"sans-serif\", fontsize=9];\n"
    for (index, node) in nodes.enumerated() {
      var label = node.name
      if let grade = node.grade { label += "\n\(grade)" }
      if !node.risks.isEmpty { label += "\n⚠ \(node.risks.joined(separator: ", "))" }
      if let visits = node.visits { label += "\n\(visits) ×" }
      var attributes = "label=\(quoted(label)), tooltip=\(quoted(node.words))"
      switch node.grade {
      case nil: break
      case "good": attributes += ", shape=ellipse, style=bold"
      case "unsafe": attributes += ", shape=doubleoctagon, style=bold"
      case "poor": attributes += ", shape=octagon, style=solid"
      default: attributes += ", shape=ellipse, style=solid"
      }
      if node.visits == 0 { attributes += ", color=gray, fontcolor=gray" }
      text += "  n\(index) [\(attributes)];\n"
    }
    for edge in edges {
      let label = edge.label(showsRules: showsRules).joined(separator: "\n")
      var attributes = "label=\(quoted(label))"
      if edge.isDetour { attributes += ", dir=both, style=dashed" }
      if edge.count == 0 { attributes += ", color=gray, fontcolor=gray, style=dotted" }
      text += "  n\(edge.from) -> n\(edge.to) [\(attributes)];\n"
    }
    return text + "}\n"
  }

  /// Scalar by scalar, for an accent after a quotation mark makes another character of it.
  private func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in withoutControls(text, keepingBreaks: true).unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      // Else graphviz would read what looks like an entity as one.
      case "&": result += "&amp;"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension ScenarioGraph.Edge {
  /// What stands at the arrow: the reasons, shortened and only so many of them.
  func label(showsRules: Bool) -> [String] {
    let most = showsRules ? ways.count : 2
    var lines = ways.prefix(most).map { way in
      showsRules ? way.words : shortened(way.brief, to: 46)
    }
    if ways.count > most { lines.append("and \(ways.count - most) more") }
    if let count { lines.append("\(count) ×") }
    return lines
  }
}

extension ScenarioGraph.Way {
  /// Without the word that every condition begins with.
  var brief: String {
    words.hasPrefix("when ") ? String(words.dropFirst(5)) : words
  }
}

/// Characters that no format can carry are left out.
func withoutControls(_ text: String, keepingBreaks: Bool = false) -> String {
  String(
    String.UnicodeScalarView(
      text.unicodeScalars.filter { scalar in
        scalar == "\n" && keepingBreaks
          || scalar.properties.generalCategory != .control && scalar.value & 0xFFFE != 0xFFFE
      }))
}
