/// Places, signposts and the bends of long edges, in rows from top to bottom.
///
/// The usual way of drawing what flows: edges that lead back are turned for the time being, every
/// place gets the longest way to it as its row, and what passes a row gets a place of its own in it
/// (after Sugiyama, Tagawa and Toda 1981). A label is a place, too, so that nothing is drawn over it.
struct Layers {
  /// What stands in a row.
  struct Cell {
    enum Kind: Hashable {
      case node(Int)
      /// The label of an edge.
      case label(Int)
      /// A label that ends in the name of a place too far away to draw a line to.
      case signpost(Int)
      case bend
    }

    var kind: Kind
    var row: Int
    var width: Double
    var height: Double
    /// Cells in the rows above and below that it is joined with.
    var above: [Int] = []
    var below: [Int] = []
    /// Whether it lies on the longest way through the graph, which is drawn straight.
    var isOnSpine = false
  }

  private(set) var cells: [Cell] = []
  /// Cells of each row, from left to right.
  var rows: [[Int]] = []
  /// For each edge, the cells it runs through, from where it begins to where it ends; empty for one
  /// that leads to where it begins.
  private(set) var paths: [[Int]] = []

  /// Edges over more rows of places than this end in a signpost.
  private static let farthest = 3

  init(
    _ graph: ScenarioGraph, nodeSizes: [Size], labelSizes: [Size], signpostSizes: [Size]
  ) {
    let turned = backEdges(graph)
    let ranks = longestWays(graph, turned: turned)
    for (index, size) in nodeSizes.enumerated() {
      add(.node(index), row: ranks[index] * 2, size)
    }
    for (index, edge) in graph.edges.enumerated() {
      guard edge.from != edge.to else {
        paths.append([])
        continue
      }
      let isTurned = turned[index]
      let (top, bottom) = isTurned ? (edge.to, edge.from) : (edge.from, edge.to)
      let (first, last) = (ranks[top] * 2 + 1, ranks[bottom] * 2 - 1)
      if ranks[bottom] - ranks[top] > Self.farthest {
        let row = isTurned ? last : first
        let post = add(.signpost(index), row: row, signpostSizes[index])
        if isTurned {
          join(post, bottom)
          paths.append([bottom, post])
        } else {
          join(top, post)
          paths.append([top, post])
        }
        continue
      }
      var chain = [top]
      for row in first...max(first, last) {
        let holdsLabel = row == (isTurned ? last : first)
        let cell =
          holdsLabel
          ? add(.label(index), row: row, labelSizes[index])
          : add(.bend, row: row, Size(width: 10, height: 0))
        join(chain[chain.count - 1], cell)
        chain.append(cell)
      }
      join(chain[chain.count - 1], bottom)
      chain.append(bottom)
      paths.append(isTurned ? chain.reversed() : chain)
    }
    markSpine(graph, ranks: ranks, turned: turned)
    rows = Array(repeating: [], count: (cells.map(\.row).max() ?? 0) + 1)
    for index in cells.indices { rows[cells[index].row].append(index) }
  }

  /// From the lowest place, a good ending first, back up row by row.
  private mutating func markSpine(_ graph: ScenarioGraph, ranks: [Int], turned: [Bool]) {
    var leading = Array(repeating: [Int](), count: graph.nodes.count)
    for (index, edge) in graph.edges.enumerated() where !turned[index] && edge.from != edge.to {
      leading[edge.to].append(index)
    }
    let lowest = ranks.max() ?? 0
    let ends = graph.nodes.indices.filter { ranks[$0] == lowest }
    var node = ends.first { graph.nodes[$0].grade == "good" } ?? ends.first
    while let here = node {
      cells[here].isOnSpine = true
      let edge = leading[here].first { ranks[graph.edges[$0].from] == ranks[here] - 1 }
      for cell in edge.map({ paths[$0] }) ?? [] { cells[cell].isOnSpine = true }
      node = edge.map { graph.edges[$0].from }
    }
  }

  @discardableResult
  private mutating func add(_ kind: Cell.Kind, row: Int, _ size: Size) -> Int {
    cells.append(Cell(kind: kind, row: row, width: size.width, height: size.height))
    return cells.count - 1
  }

  private mutating func join(_ upper: Int, _ lower: Int) {
    cells[upper].below.append(lower)
    cells[lower].above.append(upper)
  }
}

struct Size: Hashable {
  var width: Double
  var height: Double
}

/// Which edges lead back to a place that the walk from the beginning is still in.
private func backEdges(_ graph: ScenarioGraph) -> [Bool] {
  var leaving = Array(repeating: [Int](), count: graph.nodes.count)
  for (index, edge) in graph.edges.enumerated() { leaving[edge.from].append(index) }
  var isBack = Array(repeating: false, count: graph.edges.count)
  enum Visit { case none, open, done }
  var visits = Array(repeating: Visit.none, count: graph.nodes.count)
  for start in graph.nodes.indices where visits[start] == .none {
    var path = [(node: start, next: 0)]
    visits[start] = .open
    while let (node, next) = path.last {
      guard next < leaving[node].count else {
        visits[node] = .done
        path.removeLast()
        continue
      }
      path[path.count - 1].next += 1
      let edge = leaving[node][next]
      let end = graph.edges[edge].to
      switch visits[end] {
      case .open: isBack[edge] = end != node
      case .none:
        visits[end] = .open
        path.append((end, 0))
      case .done: break
      }
    }
  }
  return isBack
}

/// The row of each node: one below the lowest of those that lead to it.
private func longestWays(_ graph: ScenarioGraph, turned: [Bool]) -> [Int] {
  var below = Array(repeating: [Int](), count: graph.nodes.count)
  var waiting = Array(repeating: 0, count: graph.nodes.count)
  for (index, edge) in graph.edges.enumerated() where edge.from != edge.to {
    let (top, bottom) = turned[index] ? (edge.to, edge.from) : (edge.from, edge.to)
    below[top].append(bottom)
    waiting[bottom] += 1
  }
  var ranks = Array(repeating: 0, count: graph.nodes.count)
  var ready = graph.nodes.indices.filter { waiting[$0] == 0 }
  while let node = ready.popLast() {
    for next in below[node] {
      ranks[next] = max(ranks[next], ranks[node] + 1)
      waiting[next] -= 1
      if waiting[next] == 0 { ready.append(next) }
    }
  }
  return ranks
}
