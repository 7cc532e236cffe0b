import Diagnostics
import Foundation
import Rubrics
import Testing

@testable import Commands

@Suite("What spoke for a code")
struct CodeWhyTests {
  private func objects(_ outcome: Outcome) throws -> [[String: Any]] {
    try outcome.output.rows.map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  @Test("code takes what evaluate takes: a list of patient lines, what was said before, any id")
  func sameLines() throws {
    let desk = try Desk()
    let outcome = desk.attune(
      "code",
      bytes: """
        {"text": "How so?", "patient": ["No.", "I am tired."], "before": "Hello.", "codes": 5}
        {"id": 7, "text": "Why?", "patient": "No.", "judged": [], "quality": 3}
        How was that?
        {"id": "x", "text": "Why?", "patient": null}

        """)
    #expect(outcome.errors == "")
    #expect(outcome.output.rows.map { $0.value("id") } == ["1", "7", "3", "x"])
    #expect(outcome.status == 0)
    #expect(desk.attune("code", bytes: "\u{FEFF}{\"text\":\"Why?\"}").status == 0)
  }

  @Test("each sort of problem is told once, in no words of the line")
  func problems() throws {
    let outcome = try Desk().attune(
      "code",
      bytes: """
        {"secret
        {"text": "Why?"}
        {"secret
        {"text": 5, "id": []}
        {"secret": "words"}
        {"text": " "}
        {"text": "a", "patient": 5}
        """)
    #expect(outcome.output.rows.count == 1)
    #expect(outcome.status == 1)
    let help =
      "help: a line reads {\"text\": \"…\", \"patient\": \"…\"}, or is a response as it stands"
    #expect(
      outcome.errors.rows == [
        "error: line 1 of '-': it is no JSON object (and 1 further line)", help,
        "error: line 4 of '-': 'text' is not a text", help,
        "error: line 4 of '-': 'id' is not a text or a whole number", help,
        "error: line 5 of '-': 'text' is missing", help,
        "error: line 6 of '-': 'text' holds no words",
        "error: line 7 of '-': 'patient' is not a text or a list of texts", help,
      ])
  }

  @Test("reasons in JSON add up, and are there only when asked for")
  func json() throws {
    let desk = try Desk()
    let line = #"{"patient":"I am so tired.","text":"You sound worn out. What is it like?"}"#
    let plain = try #require(try objects(desk.attune("code", bytes: line)).first)
    #expect((plain["codes"] as? [[String: Any]])?.allSatisfy { $0["reasons"] == nil } == true)
    #expect(plain["missed"] == nil)
    let told = try #require(try objects(desk.attune("code", "--why", bytes: line)).first)
    #expect(told["missed"] is [[String: Any]])
    let codes = told["codes"] as? [[String: Any]] ?? []
    #expect(codes.count == (plain["codes"] as? [Any])?.count)
    for code in codes {
      let reasons = try #require(code["reasons"] as? [String: Any])
      let features = try #require(reasons["features"] as? [[String: Any]])
      let sum = features.reduce(reasons["base"] as? Double ?? .nan) {
        $0 + ($1["pull"] as? Double ?? .nan)
      }
      #expect(abs(sum - (reasons["sum"] as? Double ?? .nan)) < 0.005 * Double(features.count + 2))
    }
  }

  @Test("with --plain it is read, at most eight lines a code unless all are wanted")
  func text() throws {
    let desk = try fitted()
    let short = desk.attune("code", "--why", "--plain", bytes: "What is it like for you?\n")
    let rows = short.output.rows
    #expect(rows.first == "1. What is it like for you?")
    let start = try #require(rows.firstIndex { $0.hasPrefix("  OQ open question, ") })
    let body = rows[(start + 1)...].prefix { $0.hasPrefix("    ") }
    #expect(body.count <= 8)
    #expect(body.first == "     -2.40 base")
    #expect(body.last?.hasPrefix("     +") == true)
    #expect(body.last?.contains(" sum: ") == true)
    #expect(body.contains { $0.contains(" more, each weaker; --all shows them") })
    #expect(body.contains { $0.hasSuffix("form: asks openly") })
    let all = desk.attune("code", "--why", "--all", "--plain", bytes: "What is it like for you?\n")
    #expect(all.output.rows.count > rows.count)
    #expect(!all.output.contains("--all"))
    #expect(all.output.contains("own cues"))
  }

  /// A library whose codebook has fitted weights for OQ.
  private func fitted() throws -> Desk {
    let desk = try Desk()
    var book = try String(
      contentsOf: repository.appending(path: "Rubrics/ipt.codebook"), encoding: .utf8)
    book.replace(
      "# Code: OQ\n",
      with: "# Code: OQ\nreliability: kappa 0.91 of 384 responses\none kind with: CQ\n")
    book += """

      # Weights: OQ
      base -1
      confidence 2 -0.4
      sign +1.2: asks openly
      sign +0.9: question
      sign -0.1: at least 2 words
      sign +0.11: at least 3 words
      sign +0.12: at least 4 words
      sign +0.13: speaks of you
      sign +0.14: the only sentence
      heard +1: OQ
      cue +0.5 at the start: what
      cue -2 in the patient's words: hello
      cue -0.3: why

      """
    _ = try desk.write(book, to: "own/Rubrics/ipt.codebook")
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/own"
    return desk
  }

  @Test(
    "a code tells how well people agree on it, what is one kind with it, and its strongest cues")
  func explain() throws {
    let desk = try fitted()
    let text = desk.attune("explain", "OQ", "--plain").output
    let flat = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      flat.contains("Two people who code it agree nearly always: kappa .91 on 384 responses."))
    #expect(flat.contains("One kind with closed question: people hardly tell them apart"))
    let rows = text.rows
    let start = try #require(rows.firstIndex(of: "What speaks for it most"))
    #expect(
      rows[(start + 1)...].prefix(3) == [
        "- +1.20 (asks openly)", "- +.90 (question)", "- +.50 at the start: what",
      ])
    let against = try #require(rows.firstIndex(of: "What speaks against it most"))
    #expect(
      rows[(against + 1)...].prefix(2) == ["- -2.00 the patient's words: hello", "- -.30 why"])
    let json = desk.attune("explain", "OQ", "--json").output
    #expect(json.contains(#""reliability":{"kappa":0.91,"responses":384}"#))
    #expect(json.contains(#""oneKindWith":["closed question"]"#))
    #expect(
      json.contains(#""speaksAgainst":[{"feature":"the patient's words: hello","weight":-2}"#))
    #expect(!(try Desk().attune("explain", "SUM", "--plain").output.contains("kappa")))
  }

  @Test("a trainee reads at most three reasons for a code, without numbers or names for authors")
  func slashWhy() throws {
    let desk = try Desk()
    let file = try desk.write(gardenScenario, to: "garden.scenario")
    let outcome = desk.attune(
      "practice", file, lines: ["What is it like in the garden?", "/why", "/quit"])
    let flat = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let heard = try #require(flat.range(of: "open question: “"))
    let end = try #require(flat[heard.upperBound...].range(of: " trust "))
    let reasons = flat[heard.upperBound..<end.lowerBound]
    #expect(reasons.contains("it is a question"), "\(reasons)")
    #expect(!reasons.contains { $0.isNumber })
    #expect(reasons.split(separator: ", ").count <= 5)
  }

  @Test("every sign stands in the handbook")
  func signs() throws {
    let text = try String(
      contentsOf: repository.appending(
        path: "Sources/attune/Handbook.docc/CodebooksAndRubrics.md"), encoding: .utf8)
    for name in Sign.names where !name.hasPrefix("at least") && !name.hasPrefix("main clause") {
      #expect(text.contains("| `\(name)` | "), "\(name)")
    }
    for tense in Sign.Tense.allCases {
      let name = Sign.tense(tense).name.dropFirst("main clause: ".count)
      #expect(text.contains(name), "\(name)")
    }
    #expect(text.contains(Sign.lengths.dropFirst().map(String.init).joined(separator: ", ")))
  }
}

@Suite("Coded responses of the library in a session")
struct AnsweredLinesTests {
  private let responses = """
    ---
    title: Ours
    id: ours
    ---
    # Line: a1
    patient: "I know nobody in this place."
    response: "Why?"
      codes: OQ

    # Line: a2
      Patient : "I know nobody here."
    response: "Nine whole years of kettles and cold tea in the hall, then."
      codes: STATE + RF
    # Line: a3
    patient: "No."
    response: "Why?"
      codes: OQ

    """

  @Test("a sentence is heard by a response to the same line, and a replay stays the same")
  func replay() throws {
    let desk = try Desk()
    let book = try String(
      contentsOf: repository.appending(path: "Rubrics/ipt.codebook"), encoding: .utf8)
    _ = try desk.write(book, to: "own/Rubrics/ipt.codebook")
    let file = try desk.write(
      responses.replacing("Patient :", with: "Patient:"), to: "own/Rubrics/Responses/a.responses")
    let scenario = try desk.write(tinyScenario, to: "own/Scenarios/tiny.scenario")
    _ = desk.attune(
      "practice", scenario, lines: ["Nine whole years of kettles and cold tea in the hall."])
    let id = desk.newest
    let shown = desk.attune("transcript", "show", id).output
    #expect(shown.contains("reflection of feeling"), "\(shown)")
    let why = desk.attune("transcript", "replay", id, "--why").output
    #expect(
      why.contains("close to “Nine whole years of kettles and cold tea in the hall"), "\(why)")

    try FileManager.default.removeItem(atPath: file)
    #expect(desk.attune("transcript", "replay", id).status == 0)
    #expect(desk.attune("transcript", "replay", id, "--edited").status == 1)

    let kept =
      try JSONSerialization.jsonObject(
        with: Data(desk.attune("transcript", "show", id, "--json").output.utf8)) as? [String: Any]
    let names = (kept?["files"] as? [[String: Any]] ?? []).compactMap { $0["name"] as? String }
    #expect(names.contains { $0.hasSuffix("a.responses") })
  }

  @Test("a session without such responses keeps none")
  func none() throws {
    let desk = try Desk()
    let book = try String(
      contentsOf: repository.appending(path: "Rubrics/ipt.codebook"), encoding: .utf8)
    _ = try desk.write(book, to: "own/Rubrics/ipt.codebook")
    _ = try desk.write(
      responses.replacing("nobody here", with: "nobody at all"),
      to: "own/Rubrics/Responses/a.responses")
    let scenario = try desk.write(tinyScenario, to: "own/Scenarios/tiny.scenario")
    _ = desk.attune(
      "practice", scenario, lines: ["Nine whole years of kettles and cold tea in the hall."])
    let shown = desk.attune("transcript", "show", desk.newest, "--json").output
    #expect(!shown.contains("a.responses"))
  }

  @Test("only the sections that match are kept, whatever stands around them")
  func cut() {
    func kept(_ text: String) -> String? {
      SourceFile(name: "a", text: text).sections(answering: ["I know nobody here."])
        .map { String(decoding: $0.bytes, as: UTF8.self) }
    }
    #expect(
      kept(responses.replacing("Patient :", with: "Patient:")) == """
        ---
        title: Ours
        id: ours
        ---
        # Line: a2
          Patient: "I know nobody here."
        response: "Nine whole years of kettles and cold tea in the hall, then."
          codes: STATE + RF

        """)
    #expect(kept("# Line: a\r\npatient: “I know nobody here.”\r\n# Line: b") != nil)
    #expect(kept("#\npatient: \"I know nobody here.\"") != nil)
    for text in ["", "#", "patient:", "patient: \"I know nobody here.\"", "  ", "# a\npatient: \""]
    {
      #expect(kept(text) == nil)
    }
  }
}
