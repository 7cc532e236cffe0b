import ScenarioGraph

/// What `attune graph --json` prints; edges name nodes by their place in the list, from 0.
struct GraphJSON: Encodable {
  let version = 1
  let title: String
  let nodes: [NodeJSON]
  let edges: [EdgeJSON]

  init(_ graph: ScenarioGraph) {
    title = graph.title
    nodes = graph.nodes.map(NodeJSON.init)
    edges = graph.edges.map(EdgeJSON.init)
  }

  /// A beat, or an ending, which has a grade.
  struct NodeJSON: Encodable {
    let name: String
    let words: String
    let grade: String?
    let risks: [String]
    let visits: Int?

    init(_ node: ScenarioGraph.Node) {
      (name, words, grade) = (node.name, node.words, node.grade)
      (risks, visits) = (node.risks, node.visits)
    }
  }

  struct EdgeJSON: Encodable {
    let from: Int
    let to: Int
    let ways: [WayJSON]

    init(_ edge: ScenarioGraph.Edge) {
      (from, to, ways) = (edge.from, edge.to, edge.ways.map(WayJSON.init))
    }
  }

  struct WayJSON: Encodable {
    /// `rule`, `otherwise`, `bound`, `duty` or `detour`.
    let kind: String
    let words: String
    let line: Int
    let count: Int?

    init(_ way: ScenarioGraph.Way) {
      (kind, words, line, count) = (way.kind.rawValue, way.words, way.line, way.count)
    }
  }
}
