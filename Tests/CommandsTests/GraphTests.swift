import Foundation
import Testing

/// One beat with a duty, so that there is something to be missed.
private let drawn = tinyScenario.replacing(
  "when reflection", with: "must risk inquiry within 1 turn, or go to unheard\nwhen reflection")

@Suite("attune graph")
struct GraphTests {
  let desk: Desk
  let file: String

  init() throws {
    desk = try Desk()
    file = try desk.write(drawn, to: "sam.scenario")
  }

  @Test("draws a scenario as SVG, DOT or Mermaid, and nothing else is written")
  func formats() {
    for (words, start) in [
      ([], "<svg "), (["--format", "svg"], "<svg "), (["--format", "dot"], "digraph \"Sam\" {\n"),
      (["--format", "mermaid"], "flowchart TD\n"),
    ] {
      let outcome = desk.run(["graph", file] + words, lines: [])
      #expect(outcome.output.hasPrefix(start))
      #expect(outcome.status == 0 && outcome.errors.isEmpty)
    }
  }

  @Test("gives other programs places and ways as JSON")
  func json() {
    #expect(
      desk.attune("graph", file, "--json").output == """
        {"edges":[\
        {"from":0,"to":1,"ways":[\
        {"kind":"rule","line":7,"words":"when reflection or validation"}]},\
        {"from":0,"to":2,"ways":[\
        {"kind":"otherwise","line":9,"words":"otherwise"},\
        {"kind":"duty","line":6,"words":"not risk inquiry within 1 turn"}]}],\
        "nodes":[\
        {"name":"hello","risks":[],"words":"I know nobody here."},\
        {"grade":"good","name":"heard","risks":[],"words":""},\
        {"grade":"poor","name":"unheard","risks":[],"words":""}],\
        "title":"Sam","version":1}

        """)
  }

  @Test("writes into a file, and says where it cannot")
  func output() throws {
    let picture = desk.folder.path + "/sam.svg"
    let printed = desk.attune("graph", file).output
    #expect(
      desk.attune("graph", file, "--output", picture)
        == Outcome(status: 0, output: "", errors: ""))
    #expect(try String(contentsOfFile: picture, encoding: .utf8) == printed)
    let nowhere = desk.folder.path + "/no/sam.svg"
    #expect(
      desk.attune("graph", file, "--output", nowhere)
        == Outcome(
          status: 2, output: "",
          errors: """
            error: '\(nowhere)' cannot be written
            help: name a file in a folder you may write to

            """))
  }

  @Test("asks for a file on a terminal, where a picture cannot be seen")
  func terminal() {
    let outcome = desk.console("graph", file, input: [])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("a picture cannot be shown on a terminal"))
    #expect(outcome.output.isEmpty)
    for words in ["--format=dot", "--json", "--output=\(desk.folder.path)/a.svg"] {
      #expect(desk.console("graph", file, words, input: []).status == 0)
    }
  }

  @Test("shows the errors of a file that cannot be drawn")
  func broken() throws {
    let broken = try desk.write(
      tinyScenario.replacing("go to heard", with: "go to herd"), to: "broken.scenario")
    let outcome = desk.attune("graph", broken)
    #expect(outcome.status == 2 && outcome.output.isEmpty)
    #expect(outcome.errors.contains("'herd'"))
    #expect(outcome.errors.contains("cannot be drawn"))
  }

  @Test("counts what simulated trainees come to, and misses of a duty, too")
  func coverage() throws {
    let words = ["graph", file, "--coverage", "--walks", "2", "--turns", "40", "--json"]
    let outcome = desk.run(words, lines: [])
    #expect(outcome == desk.run(words, lines: []))
    let object =
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let nodes = object?["nodes"] as? [[String: Any]] ?? []
    let ways = (object?["edges"] as? [[String: Any]] ?? [])
      .flatMap { $0["ways"] as? [[String: Any]] ?? [] }
    let visits = nodes.compactMap { $0["visits"] as? Int }
    let counts = ways.compactMap { $0["count"] as? Int }
    #expect(visits.count == 3 && counts.count == 3)
    // Whoever came in went out, and each time by one way.
    #expect(visits[0] > 0 && visits[1] + visits[2] == counts.reduce(0, +))
    #expect(counts[2] > 0, "nobody missed the duty")
  }
}
