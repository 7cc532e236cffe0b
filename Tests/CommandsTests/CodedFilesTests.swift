import Foundation
import Testing

@Suite("Coded responses and word lists of a library")
struct CodedFilesTests {
  private let coded = """
    ---
    title: Ours
    id: ours
    ---
    # Line: a1
    part: test
    patient: "I did the roast."
    response: "You cooked for two. What then?"
      codes: CR | OQ
      second reader: SR | OQ
    # Line: a2
    patient: "No."
    response: "Why?"
      codes: OQ

    """

  private func rows(_ outcome: Outcome, _ desk: Desk) -> [String] {
    outcome.errors.rows.filter { $0.contains(": error ") || $0.contains(": warning ") }
      .map { $0.replacing(desk.folder.path + "/", with: "") }
  }

  @Test("responses and words in Rubrics are checked with their library")
  func checked() throws {
    let desk = try Desk()
    _ = try desk.write(coded, to: "own/Rubrics/Responses/a.responses")
    _ = try desk.write(
      coded.replacing("a2", with: "b2").replacing("OQ\n  second", with: "OQ | XQ\n  second"),
      to: "own/Rubrics/Responses/b.responses")
    #expect(
      rows(desk.attune("check", "--library", desk.folder.path + "/own"), desk) == [
        "own/Rubrics/Responses/b.responses:5:9: error R320: 'a1' is a patient line of another file, "
          + "own/Rubrics/Responses/a.responses",
        "own/Rubrics/Responses/b.responses:9:20: error R312: 'XQ' is not a code of the codebook",
      ])
    let words = try desk.write("# More words: feelings\nmizzled\n", to: "own/Rubrics/ours.words")
    #expect(
      rows(desk.attune("check", words, "--library", desk.folder.path + "/own"), desk) == [
        "own/Rubrics/ours.words:1:15: error R115: there is no word list called 'feelings'"
      ])
  }

  @Test("a file of words with the name of a carried one takes its place, and others add to it")
  func ownWords() throws {
    let desk = try Desk()
    let book = try codebookByHand()
    _ = try desk.write(book, to: "own/Rubrics/ipt.codebook")
    let own = desk.folder.path + "/own"
    #expect(desk.attune("check", "--library", own).status == 0)
    _ = try desk.write("# More words: praise\nzingy\n", to: "own/Rubrics/ours.words")
    #expect(desk.attune("check", "--library", own).status == 0)
    _ = try desk.write("# Words: praise\nzingy\n", to: "own/Rubrics/ours.words")
    #expect(
      rows(desk.attune("check", "--library", own), desk).map { $0.prefix(44) }.contains(
        "own/Rubrics/ours.words:1:10: error R132: the"))
    _ = try desk.write(
      "# Words: praise\nzingy\n# Words: scorn\nmeh\n", to: "own/Rubrics/judgement.words")
    _ = try desk.write("# More words: praise\nzippy\n", to: "own/Rubrics/ours.words")
    #expect(desk.attune("check", "--library", own).status == 0)
  }

  @Test("a session keeps the word lists it was played with")
  func pinned() throws {
    let desk = try Desk()
    let book = try codebookByHand()
    _ = try desk.write(
      book.replacing("# Code: SR\n", with: "# Code: SR\ncue +15: <ours>\n"),
      to: "own/Rubrics/ipt.codebook")
    let words = try desk.write("# Words: ours\nzingy\n", to: "own/Rubrics/ours.words")
    let scenario = try desk.write(tinyScenario, to: "own/Scenarios/tiny.scenario")
    let played = desk.attune("practice", scenario, lines: ["The zingy one it was."])
    #expect(played.status == 0)
    try FileManager.default.removeItem(atPath: words)
    let replay = desk.attune("transcript", "replay", desk.newest)
    #expect(replay.output.contains("the same happened"))
    #expect(replay.status == 0)
    #expect(
      desk.attune("transcript", "show", desk.newest).output.contains("simple reflection"))
  }

  @Test(
    "evaluate takes the part that is asked for, and the library's responses where none is named")
  func parts() throws {
    let desk = try Desk()
    let file = try desk.write(coded, to: "own/Rubrics/Responses/a.responses")
    func samples(_ words: String...) -> String? {
      desk.run(["evaluate", "--json", "--draws", "0"] + words, lines: []).output.value("samples")
    }
    #expect(samples(file) == "2")
    #expect(samples(desk.folder.path + "/own", "--part", "test") == "1")
    #expect(samples("--library", desk.folder.path + "/own", "--part", "rest") == "1")
  }

  @Test("the two readers are measured against each other")
  func readers() throws {
    let desk = try Desk()
    let file = try desk.write(coded, to: "a.responses")
    let outcome = desk.attune("evaluate", file, "--readers", "--json", "--draws", "0")
    #expect(outcome.status == 0)
    #expect(
      outcome.output.contains(
        #""both":0,"first":1,"id":"CR","kappa":0,"kappaHigh":null,"kappaLow":null,"n":2,"name":"complex reflection","second":0"#
      ))
    let text = desk.attune("evaluate", file, "--readers", "--draws", "0").output
    #expect(text.hasPrefix("Two readers of IPT behaviour codes"))
    let alone = try desk.write(
      coded.replacing("  second reader: SR | OQ\n", with: ""), to: "b.responses")
    let none = desk.attune("evaluate", alone, "--readers")
    #expect(none.status == 2)
    #expect(none.errors.contains("holds no response that two people coded"))
  }

  @Test("nothing is fitted to the test part, and what is faulty is counted and never quoted")
  func faults() throws {
    let desk = try Desk()
    let file = try desk.write(
      coded.replacing("codes: OQ\n", with: "codes: QQ\n"), to: "a.responses")
    let outcome = desk.attune("calibrate", file)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error: 1 fault in '\(file)'; what is faulty is left out"))
    #expect(outcome.errors.contains("holds no coded response that could be used"))
    #expect(!outcome.errors.contains("Why?"))
    #expect(desk.attune("evaluate", file, "--draws", "0").status == 1)
  }

  @Test("both kinds of file are brought into the layout without changing what they say")
  func layout() throws {
    let desk = try Desk()
    let untidy = coded.replacing("  codes", with: "     codes").replacing("# Line", with: "#line")
    let file = try desk.write(untidy, to: "a.responses")
    #expect(desk.attune("format", file).status == 0)
    let text = try String(contentsOfFile: file, encoding: .utf8)
    #expect(text == coded.replacing("# Line: a2", with: "\n# Line: a2").trimmed + "\n")
  }
}

extension String {
  fileprivate var trimmed: String { trimmingCharacters(in: .newlines) }
}
