import Foundation
import Testing

@testable import Commands

private let explanations = readExplanations()

/// What takes a longer scenario to show than a reader has the patience for; the second row shows only
/// when simulated trainees have played it.
private let withoutExamples: Set = [
  "S127", "S164", "S200",
  "S202", "S203", "S204", "S209",
]

@Suite("Every problem is explained")
struct ExplainTests {
  @Test("every code a problem can have is explained, and nothing else is")
  func complete() throws {
    let sources = repository.appending(path: "Sources")
    var codes: Set<String> = []
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where file.hasSuffix(".swift") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      codes.formUnion(text.matches(of: /"([SR][0-9]{3})"/).map { String($0.1) })
    }
    #expect(explanations.map(\.code) == codes.sorted())
  }

  @Test("a code is used by one part of the program only")
  func oneMeaning() throws {
    let sources = repository.appending(path: "Sources")
    var parts: [String: Set<String>] = [:]
    for file in try FileManager.default.subpathsOfDirectory(atPath: sources.path)
    where file.hasSuffix("Problem.swift") {
      let text = try String(contentsOf: sources.appending(path: file), encoding: .utf8)
      for match in text.matches(of: /: "([SR][0-9]{3})"/) {
        parts[String(match.1), default: []].insert(String(file.prefix { $0 != "/" }))
      }
    }
    #expect(parts.filter { $0.value.count > 1 }.isEmpty)
  }

  @Test("an explanation has a title of its own, and few and plain words")
  func words() {
    #expect(Set(explanations.map(\.title)).count == explanations.count)
    for explanation in explanations {
      let code = explanation.code
      let words = explanation.parts.flatMap { part -> [Substring] in
        if case .paragraph(let text) = part { text.split(separator: " ") } else { [] }
      }
      #expect((60...180).contains(words.count), "\(code): \(words.count) words")
      for jargon in ["token", "parser", "syntax", "string", "integer", "boolean"] {
        #expect(!words.contains { $0.lowercased().hasPrefix(jargon) }, "\(code): \(jargon)")
      }
      for line in explanation.text.split(separator: "\n")
      where line.count > 100 && !line.hasPrefix("Margaret: ") {
        Issue.record("\(code): a line of \(line.count) columns")
      }
    }
  }

  @Test("its wrong example has this problem and no other, its right one has none")
  func examples() throws {
    let checker = try checkerForExamples()
    for explanation in explanations where !withoutExamples.contains(explanation.code) {
      let code = explanation.code
      let (wrong, right) = (explanation.examples("Wrong"), explanation.examples("Right"))
      #expect(!wrong.isEmpty && !right.isEmpty, "\(code)")
      #expect((wrong + right).allSatisfy { $0.text.rows.count <= 13 }, "\(code)")
      #expect(try checker.faults(in: wrong, besides: code) == [code])
      #expect(try checker.faults(in: right, besides: code) == [], "\(code)")
    }
  }

  @Test("is printed with its examples indented, and found by a code in lower case")
  func printed() throws {
    let outcome = try Desk().attune("explain", "s197", "--plain")
    #expect(
      outcome
        == Outcome(
          status: 0,
          output: """
            S197: a condition is missing

            'when' stands alone, or a comma, 'or' or 'not' has nothing to join. Something
            was begun and not finished, or a part was taken out and its comma stayed behind.

            Read the line aloud: 'when reflection or …' sounds as if somebody had been
            interrupted. The program does not guess what was to come. If it took the half
            that is there, the patient would open up more easily, or less, than you meant,
            and no trainee could find out why.

            Wrong

                # Beat: arrival
                Margaret: I nearly didn't come.
                when reflection, or validation
                  go to together
                otherwise
                  go to closing up

            Right

                # Beat: arrival
                Margaret: I nearly didn't come.
                when reflection or validation
                  go to together
                otherwise
                  go to closing up

            """, errors: ""))
  }

  @Test("a narrow console wraps the words and leaves the examples whole")
  func narrow() throws {
    let outcome = try Desk().console("explain", "S196", input: [], width: 40)
    let rows = outcome.output.split(separator: "\n").map(String.init)
    #expect(rows.filter { !$0.hasPrefix("    ") }.allSatisfy { $0.count <= 50 })
    #expect(
      rows.contains(
        #"      better: "So many jobs, and the house so quiet." — it says what the jobs are hiding."#
      ))
  }

  @Test("an unknown code names the nearest one")
  func unknown() throws {
    #expect(
      try Desk().attune("explain", "S1222")
        == Outcome(
          status: 2, output: "",
          errors: """
            error: no problem has the code 'S1222'
            help: 'S122' is close; 'attune explain' lists all codes

            """))
  }

  @Test("without a code all are listed, each with its title")
  func list() throws {
    let outcome = try Desk().attune("explain")
    #expect(outcome.status == 0)
    let rows = outcome.output.rows
    for explanation in explanations {
      #expect(
        rows.contains { $0.hasPrefix("\(explanation.code) \(explanation.title.prefix(60))") })
    }
    #expect(rows.first == "What is wrong with a scenario")
  }

  @Test("the handbook lists every code with its title")
  func handbook() throws {
    let file = repository.appending(path: "Sources/attune/Handbook.docc/Problems.md")
    let listed = try String(contentsOf: file, encoding: .utf8).rows.filter { $0.hasPrefix("- `") }
    #expect(listed.sorted() == explanations.map { "- `\($0.code)` \($0.title)" })
  }

  @Test("other programs get the page as Markdown")
  func json() throws {
    let output = try Desk().attune("explain", "S121", "--json").output
    #expect(output.value("version") == "1")
    #expect(output.value("code") == "S121")
    #expect(output.value("title") == "a beat without 'otherwise'")
    #expect(output.value("text")?.contains("\n## Wrong\n\n```scenario\n# Beat: arrival\n") == true)
    let list = try Desk().attune("explain", "--json").output
    #expect(list.hasPrefix(#"{"problems":[{"code":"R100","title":"#))
  }
}
