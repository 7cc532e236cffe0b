extension ScenarioGraph {
  /// The graph for Mermaid, as Markdown viewers draw it. `showsRules` writes every condition out.
  package func mermaid(showsRules: Bool = false) -> String {
    var text = "flowchart TD\n"
    for (index, node) in nodes.enumerated() {
      var label = escaped(node.name)
      if let grade = node.grade { label += "<br/>\(escaped(grade))" }
      if !node.risks.isEmpty { label += "<br/>⚠ \(escaped(node.risks.joined(separator: ", ")))" }
      if let visits = node.visits { label += "<br/>\(visits) ×" }
      // A name in quotes may hold anything; the number keeps ids apart from Mermaid's own words.
      let (open, close) =
        switch node.grade {
        case nil: ("(", ")")
        case "unsafe": ("{{", "}}")
        default: ("([", "])")
        }
      text += "  n\(index)\(open)\"\(label)\"\(close)\n"
    }
    for edge in edges {
      let label = edge.label(showsRules: showsRules).map(escaped).joined(separator: "<br/>")
      let arrow = edge.isDetour ? "<-. \"\(label)\" .->" : "-- \"\(label)\" -->"
      text += "  n\(edge.from) \(arrow) n\(edge.to)\n"
    }
    for grade in ["good", "mixed", "poor", "unsafe"] {
      let members = nodes.indices.filter { nodes[$0].grade == grade }.map { "n\($0)" }
      guard !members.isEmpty else { continue }
      let colour = Palette.fill(grade)
      text += "  classDef \(grade) fill:\(colour),stroke:#333,color:#111\n"
      text += "  class \(members.joined(separator: ",")) \(grade)\n"
    }
    let unseen = nodes.indices.filter { nodes[$0].visits == 0 }.map { "n\($0)" }
    if !unseen.isEmpty {
      text += "  classDef never stroke-dasharray:4 3,color:#777\n"
      text += "  class \(unseen.joined(separator: ",")) never\n"
    }
    return text
  }

  /// Mermaid's entities stand for every mark it might read as its own, in Markdown or in HTML.
  private func escaped(_ text: String) -> String {
    var result = ""
    for scalar in withoutControls(text).unicodeScalars {
      switch scalar {
      case "a"..."z", "A"..."Z", "0"..."9", " ", ",", "'": result.unicodeScalars.append(scalar)
      default:
        if scalar.isASCII {
          result += "#\(scalar.value);"
        } else {
          result.unicodeScalars.append(scalar)
        }
      }
    }
    // Mermaid knows no empty string.
    return result.isEmpty ? " " : result
  }
}

/// Colours of outcomes that can be told apart without red and green (after Okabe and Ito).
enum Palette {
  static func fill(_ grade: String) -> String {
    switch grade {
    case "good": "#bfe5d9"
    case "mixed": "#fbe6b3"
    case "poor": "#f6cdb3"
    default: "#e3b8d0"
    }
  }

  static func line(_ grade: String) -> String {
    switch grade {
    case "good": "#00705a"
    case "mixed": "#a36f00"
    case "poor": "#b04a00"
    default: "#8a2b62"
    }
  }
}
