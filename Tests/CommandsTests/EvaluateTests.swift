import Foundation
import Testing

@testable import Commands

/// Twenty questions and forty reflections, given and heard alike, and ten that are not.
private let coded: String = {
  var lines: [String] = []
  for number in 0..<70 {
    let (text, code) =
      switch number {
      case 0..<20: ("What was that like for you?", "open question")
      case 20..<60: ("You feel so lonely without him.", "reflection")
      default: ("It is late.", "reflection")
      }
    lines.append(
      """
      {"text": "\(text)", "codes": ["\(code)"], "conversation": \(number % 7), \
      "quality": "\(number % 7 < 4 ? "high" : "low")"}
      """)
  }
  return lines.joined(separator: "\n") + "\n"
}()

@Suite("attune evaluate")
struct EvaluateTests {
  let desk: Desk
  let file: String

  init() throws {
    desk = try Desk()
    _ = try desk.write(codebookByHand(), to: "own/Rubrics/ipt.codebook")
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/own"
    file = try desk.write(coded, to: "coded.jsonl")
  }

  @Test("says how well people and the program agree, within 80 columns")
  func text() {
    let outcome = desk.attune("evaluate", file)
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let rows = outcome.output.rows
    #expect(rows.allSatisfy { $0.count <= 80 })
    #expect(rows.first == "IPT behaviour codes 0.4 on 70 responses in 7 groups")
    #expect(
      rows.contains(
        "                               n given prec  rec   F1 kappa         95 %   AC1"))
    #expect(rows.contains { $0.hasPrefix("reflection                    70    50 1.00  .80  .89") })
    #expect(rows.contains { $0.hasPrefix("OQ open question              70    20 1.00 1.00 1.00") })
    #expect(rows.contains("• reflection, missed 10 times: plain statement 10"))
    #expect(!outcome.output.contains("late"))
  }

  @Test("rows are sentences for a screen reader and on a narrow console")
  func narrow() {
    #expect(
      desk.attune("evaluate", file, "--plain", "--draws", "0").output.contains(
        """
        - reflection: kappa .70; given in 50 of 70; precision 1.00, recall .80, F1 .89,
          AC1 .74

        """))
    let rows = desk.console("evaluate", file, "--draws", "0", input: []).output.rows
    #expect(rows.contains { $0.hasPrefix("reflection   ") })
    let narrow = desk.console(
      "evaluate", file, "--by", "conversation", "--color", "never", input: [], width: 40)
    #expect(narrow.output.rows.allSatisfy { $0.count <= 40 })
  }

  @Test("the same file gives the same bytes, and other programs the same keys")
  func json() throws {
    let words = ["evaluate", file, "--json", "--by", "conversation"]
    let outcome = desk.run(words, lines: [])
    #expect(outcome == desk.run(words, lines: []))
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(
      object.keys.sorted() == [
        "calibration", "codebook", "codebookVersion", "forms", "groups", "names", "notMeasured",
        "samples", "sessions", "version",
      ])
    let names = try #require(object["names"] as? [[String: Any]])
    #expect(names.map { $0["name"] as? String } == ["reflection", "open question"])
    #expect(Set(names.map { $0.keys.sorted() }).count == 1)
    #expect(names.first?["kappa"] as? Double == 0.6957)
    #expect(names.first?["id"] is NSNull)
    let sessions = try #require(object["sessions"] as? [String: Any])
    #expect(sessions["qualities"] as? [String] == ["high", "low"])
  }

  @Test("a line that cannot be used is named by its number, never in its words; 1")
  func complaints() throws {
    let wrong = try desk.write(
      coded + """
        {"text": "a secret", "codes": ["reflecton"]}
        {"text": "a secret", "codes": ["reflecton"]}
        a secret

        """, to: "wrong.jsonl")
    let outcome = desk.attune("evaluate", wrong, "--draws", "0")
    #expect(outcome.status == 1)
    #expect(outcome.output == desk.attune("evaluate", file, "--draws", "0").output)
    #expect(
      outcome.errors == """
        error: line 71 of '\(wrong)': 'reflecton' is neither a code nor a family of the codebook \
        (and 1 further line)
        help: 'reflection' is close
        error: line 73 of '\(wrong)': it is no JSON object
        help: a line reads {"text": "…", "codes": ["open question"]}

        """)
  }

  @Test("nothing to measure is said; 2")
  func nothing() throws {
    let empty = try desk.write("\n", to: "empty.jsonl")
    #expect(
      desk.attune("evaluate", empty)
        == Outcome(
          status: 2, output: "",
          errors: """
            error: '\(empty)' holds no coded response that could be used
            help: 'attune evaluate --help' says how a line reads

            """))
    let uncoded = try desk.write(#"{"text": "Yes?", "codes": []}"#, to: "uncoded.jsonl")
    #expect(desk.attune("evaluate", uncoded).errors.contains("there is nothing to measure"))
    #expect(desk.attune("evaluate", file, "--only", "advice").status == 2)
    let unknown = desk.attune("evaluate", file, "--only", "reflecton")
    #expect(unknown.status == 2)
    #expect(unknown.errors.hasSuffix("help: 'reflection' is close\n"))
    #expect(desk.attune("evaluate", desk.folder.path + "/none").status == 2)
  }

  @Test("chosen names, in any case, and standard input")
  func chosen() {
    let outcome = desk.attune(
      "evaluate", "-", "--only", "Reflection", "--only", "oq", bytes: coded)
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("reflection  ") && outcome.output.contains("OQ"))
    #expect(
      !desk.attune("evaluate", file, "--only", "OQ", "--draws", "0").output
        .contains("\nFamilies\n"))
  }

  @Test("a page without scripts, with all words escaped, and texts only where asked for")
  func page() throws {
    let page = desk.folder.path + "/page.html"
    let hostile = try desk.write(
      coded.replacing("It is late.", with: #"<b>It</b> & \u001b[1m\"late\""#), to: "<i>.jsonl")
    #expect(desk.attune("evaluate", hostile, "--html", page).status == 0)
    let plain = try String(contentsOfFile: page, encoding: .utf8)
    #expect(!plain.contains("&quot;late") && !plain.contains("<script") && !plain.contains("<i>"))
    #expect(plain.contains("aria-label=\"kappa .70, 95 %: "))
    #expect(
      desk.attune(
        "evaluate", hostile, "--html", page, "--force", "--examples", "1", "--by", "conversation"
      )
      .output.contains("• missed, 61: “<b>It</b> & \u{FFFD}[1m\"late\"”"))
    let text = try String(contentsOfFile: page, encoding: .utf8)
    #expect(
      text.contains("<q><bdi>&lt;b&gt;It&lt;/b&gt; &amp; \u{FFFD}[1m&quot;late&quot;</bdi></q>"))
    // Every element that is opened is closed.
    for name in ["div", "table", "tr", "td", "th", "ul", "ol", "li", "figure", "svg", "p", "h2"] {
      let opened =
        text.components(separatedBy: "<\(name)>").count
        + text.components(separatedBy: "<\(name) ").count - 2
      #expect(opened == text.components(separatedBy: "</\(name)>").count - 1, "\(name)")
    }
    let nowhere = desk.folder.path + "/no/page.html"
    let outcome = desk.attune("evaluate", file, "--html", nowhere)
    #expect(outcome.status == 2 && outcome.errors.contains("cannot be written"))
  }

  @Test("numbers are written without a leading nought, dashes for what is not defined")
  func numbers() {
    #expect(
      [0, 0.004, 0.095, -0.004, -0.236, 1, -1, 12.3456].map { hundredths($0) }
        == [".00", ".00", ".10", ".00", "-.24", "1.00", "-1.00", "12.35"])
    #expect([nil, Double.nan, .infinity].map { hundredths($0) } == ["—", "—", "—"])
    #expect([0, 999, 1000, 1_234_567].map(grouped) == ["0", "999", "1,000", "1,234,567"])
  }
}
