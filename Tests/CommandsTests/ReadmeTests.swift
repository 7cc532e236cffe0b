import Foundation
import Testing

@Suite("The README")
struct ReadmeTests {
  private func block(_ language: String) throws -> String {
    let text = try String(contentsOf: repository.appending(path: "README.md"), encoding: .utf8)
    let after = try #require(text.components(separatedBy: "```\(language)\n").dropFirst().first)
    return try #require(after.components(separatedBy: "```").first)
  }

  @Test("shows a scenario of twelve lines in which nothing is wrong")
  func scenario() throws {
    let desk = try Desk()
    let file = try desk.write(try block("scenario"), to: "sam.scenario")
    #expect(try block("scenario").rows.count == 12)
    #expect(
      desk.attune("check", file, "--strict")
        == Outcome(status: 0, output: "1 file checked: nothing is wrong\n", errors: ""))
  }

  @Test("shows the session that the scenario gives")
  func session() throws {
    let desk = try Desk()
    let file = try desk.write(try block("scenario"), to: "sam.scenario")
    let said = try block("session").rows.filter { $0.hasPrefix("You: ") }
      .map { String($0.dropFirst("You: ".count)) }
    #expect(!said.isEmpty)
    let outcome = desk.attune("practice", file, lines: said)
    #expect(outcome.output.dropLast() == (try block("session"))[...])
  }
}
