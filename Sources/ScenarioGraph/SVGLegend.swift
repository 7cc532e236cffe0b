extension SVGDrawing {
  private static let grades = ["good", "mixed", "poor", "unsafe"]

  var heading: String { shortened(graph.title, to: 80) }

  /// The signs that occur in the picture, with what they mean.
  private var samples: [(classes: String, words: String, isGrade: Bool)] {
    var samples = Self.grades.filter { grade in graph.nodes.contains { $0.grade == grade } }
      .map { (classes: $0, words: $0, isGrade: true) }
    if graph.edges.contains(where: \.isDetour) {
      samples.append(("way detour", "there and back", false))
    }
    if graph.edges.contains(where: { $0.ways.allSatisfy { $0.kind == .duty } }) {
      samples.append(("way duty", "not done in time", false))
    }
    if graph.nodes.contains(where: { $0.visits != nil }) {
      samples.append(("way never", "never come to", false))
    }
    return samples
  }

  var legendWidth: Double {
    samples.reduce(48) { $0 + 46 + TextMeasure.width(of: $1.words, size: 11) }
  }

  var legend: String {
    var svg = "<g>\(textElement(heading, 24, 20, class: "title"))"
    var x = 24.0
    for sample in samples {
      if sample.isGrade {
        svg += "<g class=\"\(sample.classes)\">"
        svg += rectangle(x, 29, 20, 12, radius: 6, class: "box") + "</g>"
      } else {
        svg += "<path class=\"\(sample.classes)\" d=\"M\(number(x)) 35h22\"/>"
      }
      svg += textElement(sample.words, x + 28, 39, class: "key")
      x += 46 + TextMeasure.width(of: sample.words, size: 11)
    }
    return svg + "</g>\n"
  }

  var style: String {
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
      .never .box,path.never{stroke:#9a9a9a;stroke-dasharray:3 4}.never text{fill:#5c5c5c}
      #arrow path{fill:#5b6670}

      """
    for grade in Self.grades {
      css += ".\(grade) .box{fill:\(Palette.fill(grade));stroke:\(Palette.line(grade))}\n"
    }
    css += """
      @media (prefers-color-scheme:dark){text,.why{fill:#eee}.page{fill:#16181b}
      .words,.note{fill:#c4c4c4}.beat .box{fill:#262b31}.way{stroke:#9fb0bd}.duty{stroke:#d77fb0}
      #arrow path{fill:#9fb0bd}.good text,.mixed text,.poor text,.unsafe text{fill:#1b1b1b}
      .good .words,.mixed .words,.poor .words,.unsafe .words{fill:#3a3a3a}
      .beat.never text,.label.never text{fill:#9a9a9a}}

      """
    return "<style>\n\(css)</style>\n<defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" "
      + "refY=\"5\" markerWidth=\"9\" markerHeight=\"8\" markerUnits=\"userSpaceOnUse\" "
      + "orient=\"auto-start-reverse\">"
      + "<path d=\"M0 0L10 5L0 10z\"/></marker></defs>\n"
  }
}
