import Testing

@testable import ScenarioGraph

@Suite("Where things stand in a picture")
struct LayoutTests {
  private struct Box {
    var cell: Int
    var left: Double
    var right: Double
    var top: Double
    var bottom: Double

    /// With a hair's breadth for sums that are rounded.
    func overlaps(_ other: Box) -> Bool {
      left + 0.01 < other.right && other.left + 0.01 < right && top + 0.01 < other.bottom
        && other.top + 0.01 < bottom
    }
  }

  private func boxes(_ drawing: SVGDrawing) -> [Box] {
    drawing.layers.cells.enumerated().filter { $0.element.kind != .bend }.map { cell, size in
      let (x, y) = (drawing.places.x[cell], drawing.places.y[cell])
      return Box(
        cell: cell, left: x - size.width / 2, right: x + size.width / 2,
        top: y - size.height / 2, bottom: y + size.height / 2)
    }
  }

  private func drawings() -> [SVGDrawing] {
    (0..<60).map { seed in
      SVGDrawing(
        ScenarioGraph(scattered(beats: 1 + Int(seed) % 26, seed: seed)),
        showsRules: seed % 2 == 0)
    }
  }

  @Test("no two boxes or labels overlap, and all lie on the canvas")
  func apart() {
    for drawing in drawings() {
      let boxes = boxes(drawing)
      for (index, box) in boxes.enumerated() {
        #expect(box.left >= 0 && box.right <= drawing.places.width)
        #expect(box.top >= 0 && box.bottom <= drawing.places.height)
        #expect(!boxes[(index + 1)...].contains { $0.overlaps(box) })
      }
      #expect(drawing.width >= drawing.places.width)
    }
  }

  @Test("every line begins and ends at its boxes, and passes through no other")
  func lines() {
    for drawing in drawings() {
      let boxes = boxes(drawing)
      for index in drawing.graph.edges.indices {
        guard let route = drawing.route(of: index) else {
          #expect(drawing.graph.edges[index].from == drawing.graph.edges[index].to)
          continue
        }
        let path = drawing.layers.paths[index]
        for (cell, end) in [
          (path.first, route.runs.first.map { ($0.x, $0.from) }),
          (path.last, route.runs.last.map { ($0.x, $0.to) }),
        ] {
          let box = boxes.first { $0.cell == cell }
          guard let box, let end else {
            Issue.record("a line without an end")
            continue
          }
          #expect(box.left < end.0 && end.0 < box.right)
          #expect(min(abs(box.top - end.1), abs(box.bottom - end.1)) < 0.01)
        }
        for run in route.runs {
          let line = Box(
            cell: -1, left: run.x, right: run.x + 0.02, top: min(run.from, run.to),
            bottom: max(run.from, run.to))
          #expect(!boxes.contains { !path.contains($0.cell) && $0.overlaps(line) })
        }
        // Curves keep between rows: nobody stands there.
        for (run, next) in zip(route.runs, route.runs.dropFirst()) {
          let gap = Box(
            cell: -1, left: 0, right: drawing.places.width, top: min(run.to, next.from),
            bottom: max(run.to, next.from))
          #expect(!boxes.contains { $0.overlaps(gap) })
        }
      }
    }
  }

  @Test("every line leads from where its ways begin to where they lead, or to a signpost")
  func ends() {
    for drawing in drawings() {
      for (edge, path) in zip(drawing.graph.edges, drawing.layers.paths) where !path.isEmpty {
        #expect(drawing.layers.cells[path[0]].kind == .node(edge.from))
        switch drawing.layers.cells[path[path.count - 1]].kind {
        case .node(let node): #expect(node == edge.to)
        case .signpost(let index): #expect(drawing.graph.edges[index] == edge)
        default: Issue.record("a line that ends nowhere")
        }
      }
    }
  }

  @Test("a place that nothing leads to stands beside the others")
  func alone() {
    let beats = (0..<25).map { number in
      beat("scene", "So it was.", rules: [rule(1, nil, .beat(min(number + 1, 24)))])
    }
    let graph = ScenarioGraph(scenario("alone", beats, [ending("shut", "poor")]))
    #expect(SVGDrawing(graph, showsRules: false).places.width < 300)
  }

  @Test("no step of a line is without length, lest its arrow point aside")
  func steps() {
    for drawing in drawings() {
      for index in drawing.graph.edges.indices {
        let d = drawing.route(of: index)?.d ?? ""
        var y: Substring = ""
        for part in d.split(separator: "C").flatMap({ $0.split(separator: "V") }) {
          let end = part.split(separator: " ").last ?? ""
          #expect(end != y)
          y = end
        }
      }
    }
  }

  @Test("the same scenario always gives the same bytes")
  func deterministic() {
    let twice = (0..<2).map { _ in ScenarioGraph(scattered(beats: 40, seed: 5)) }
    #expect(twice[0].svg() == twice[1].svg())
    #expect(twice[0].dot() == twice[1].dot())
    #expect(twice[0].mermaid() == twice[1].mermaid())
  }

  @Test("a thousand beats are drawn, each once")
  func thousand() {
    let svg = ScenarioGraph(scattered(beats: 1_000, seed: 1)).svg()
    #expect(svg.split(separator: "<g class=\"beat\"><title>").count == 1_001)
  }
}
