/// Where a line runs: straight through each row, between a point and the next, and in curves from
/// row to row; so it meets nothing but what it belongs to.
struct Route {
  struct Run: Hashable {
    var x: Double
    var from: Double
    var to: Double
  }

  var runs: [Run]

  /// The `d` of a path.
  var d: String {
    var d = ""
    for (index, run) in runs.enumerated() {
      if index == 0 {
        d += "M\(number(run.x)) \(number(run.from))"
      } else {
        let before = runs[index - 1]
        let middle = (before.to + run.from) / 2
        d += "C\(number(before.x)) \(number(middle)) \(number(run.x)) \(number(middle))"
        d += " \(number(run.x)) \(number(run.from))"
      }
      // A step of no length would leave an arrow without a direction.
      if number(run.from) != number(run.to) { d += "V\(number(run.to))" }
    }
    return d
  }
}

extension SVGDrawing {
  /// From the edge of one box to the edge of another, or to a signpost; nil for a way that leads to
  /// where it begins.
  func route(of index: Int) -> Route? {
    let path = layers.paths[index]
    guard let first = path.first, let last = path.last else { return nil }
    let isUp = places.y[last] < places.y[first]
    var runs = path.map { cell in
      let row = layers.cells[cell].row
      let (top, bottom) = (places.tops[row], places.bottoms[row])
      return Route.Run(x: places.x[cell], from: isUp ? bottom : top, to: isUp ? top : bottom)
    }
    let side = isUp ? -0.5 : 0.5
    runs[0].x = exit(of: index, at: first, isUp: isUp, leaving: true)
    runs[0].from = places.y[first] + side * layers.cells[first].height
    if case .node = layers.cells[last].kind {
      runs[runs.count - 1].x = exit(of: index, at: last, isUp: !isUp, leaving: false)
    }
    runs[runs.count - 1].to = places.y[last] - side * layers.cells[last].height
    return Route(runs: runs)
  }

  /// Where along the side of a box an edge leaves or arrives: side by side, in the order in which the
  /// others lie.
  private func exit(of edge: Int, at cell: Int, isUp: Bool, leaving: Bool) -> Double {
    let neighbours = isUp ? layers.cells[cell].above : layers.cells[cell].below
    let path = layers.paths[edge]
    let next = leaving ? path[1] : path[path.count - 2]
    // Its place among them, without sorting them for every edge.
    let place = neighbours.count { (places.x[$0], $0) < (places.x[next], next) }
    guard neighbours.count > 1 else { return places.x[cell] }
    let room = layers.cells[cell].width * 0.7
    return places.x[cell] - room / 2 + room * Double(place) / Double(neighbours.count - 1)
  }

  func line(of index: Int) -> String {
    let edge = graph.edges[index]
    var classes = "way"
    if edge.isDetour { classes += " detour" }
    if edge.ways.allSatisfy({ $0.kind == .duty }) { classes += " duty" }
    if edge.count == 0 { classes += " never" }
    var attributes = "class=\"\(classes)\" d=\"\(route(of: index)?.d ?? loop(edge))\""
    if let count = edge.count, count > 0 {
      // Each doubling a little thicker.
      let bits = Double(Int.bitWidth - count.leadingZeroBitCount)
      attributes += " style=\"stroke-width:\(number(0.8 + min(bits, 12) * 0.2))\""
    }
    let end = layers.paths[index].last.map { layers.cells[$0].kind }
    if end != .signpost(index) { attributes += " marker-end=\"url(#arrow)\"" }
    if edge.isDetour { attributes += " marker-start=\"url(#arrow)\"" }
    return "<path \(attributes)><title>\(escaped(edge.whole(graph)))</title></path>\n"
  }

  private func loop(_ edge: ScenarioGraph.Edge) -> String {
    let (x, y) = (places.x[edge.from] + layers.cells[edge.from].width / 2, places.y[edge.from])
    return "M\(number(x)) \(number(y - 6))c14 -10 14 22 0 12"
  }
}
