import ScenarioModel
import Testing

@testable import ScenarioGraph

@Suite("A scenario as a picture")
struct PictureTests {
  private let graph = ScenarioGraph(garden)

  @Test("SVG, DOT and Mermaid show every kind of way, place and grade")
  func golden() throws {
    try expectGolden(graph.svg(), "garden.svg")
    try expectGolden(graph.dot(), "garden.dot")
    try expectGolden(graph.mermaid(), "garden.mmd")
  }

  @Test("with weights every format says how often each place and way was come to")
  func coverage() throws {
    let graph = ScenarioGraph(garden, weights: gardenWeights)
    try expectGolden(graph.svg(), "garden-coverage.svg")
    try expectGolden(graph.dot(), "garden-coverage.dot")
    try expectGolden(graph.mermaid(), "garden-coverage.mmd")
  }

  @Test("ways between the same places share an edge, in file order")
  func merged() throws {
    let edge = try #require(graph.edges.first { $0.from == 0 && $0.to == 1 })
    #expect(edge.ways.map(\.line) == [10, 12, 14, 20])
    #expect(edge.ways.map(\.kind) == [.rule, .rule, .rule, .bound])
    #expect(
      edge.label(showsRules: false) == ["open question", "reflection", "and 2 more"])
    #expect(
      edge.label(showsRules: true) == [
        "when open question", "when reflection", "when validation", "otherwise, more than 1 time",
      ])
  }

  @Test("a duty that leads away is a way with its count; one that is only noted is none")
  func duties() {
    let duties = ScenarioGraph(garden, weights: gardenWeights).edges.flatMap(\.ways)
      .filter { $0.kind == .duty }
    #expect(duties.map(\.words) == ["not risk inquiry within 2 turns"])
    #expect(duties.map(\.count) == [9])
  }

  @Test("times its bound led on are not counted for the rule again")
  func boundCounts() {
    let beat = beat(
      "a",
      rules: [
        rule(3, nil, .detour(1), bound: Bound(times: 2, destination: .ending(0)))
      ])
    let graph = ScenarioGraph(
      scenario("t", [beat, ScenarioGraphTests.beat("b", rules: [])], [ending("e", "good")]),
      weights: GraphWeights(
        beats: [1, 1], endings: [1], rules: [[7], []], bounds: [[2], []], duties: [[], []]))
    #expect(graph.edges.map(\.count) == [5, 2])
    #expect(graph.edges.map(\.isDetour) == [true, false])
  }

  @Test("weights of another scenario count nothing, and break nothing")
  func foreignWeights() {
    let weights = GraphWeights(beats: [], endings: [3], rules: [[1]], bounds: [], duties: [])
    let graph = ScenarioGraph(garden, weights: weights)
    #expect(graph.nodes.map(\.visits) == Array(repeating: nil, count: 6) + [3, nil, nil, nil])
    #expect(graph.svg().contains("3 ×"))
  }

  @Test("the patient's name stands in for a missing title")
  func untitled() {
    #expect(ScenarioGraph(scenario("", [], [])).title == "Sam")
  }

  @Test("a long reason is cut at a word, and not after one that joins")
  func cut() {
    #expect(
      shortened("reflection or validation or advice", to: 28) == "reflection or validation\u{A0}…")
    #expect(shortened("confrontation, not visited", to: 20) == "confrontation\u{A0}…")
    #expect(shortened("reflection", to: 10) == "reflection")
    #expect(shortened("unaccountable", to: 8) == "unacco…")
  }
}
