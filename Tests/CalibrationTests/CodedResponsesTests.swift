import Diagnostics
import ResponseCoding
import Rubrics
import Testing

@testable import Calibration

private let front = "---\ntitle: Test\nid: test\n---\n"

private func read(_ text: String) -> CheckedResponses {
  readCodedResponses(
    SourceFile(name: "x.responses", text: front + text), coder: ResponseCoder(smallCodebook))
}

@Suite("Samples from coded responses")
struct CodedResponsesTests {
  private let two = """
    # Line: g1
    before: "Hm."
    patient: "No."
    response: "You said no. Why?"
      codes: SR | OQ
      second reader: CR | OQ + ADV
    response: "Go."
      codes: STATE + ADV
    # Line: g2
    part: test
    patient: "Yes."
    response: "Yes?"
      codes: CQ
    """

  @Test("each reply is a sample of its patient line, looked through for every code")
  func samples() {
    let checked = read(two)
    #expect(checked.diagnostics == [])
    let all: Set = ["OQ", "CQ", "SR", "CR", "STATE", "ADV"]
    let rest = [
      CodedSample(
        id: "g1.1", group: "g1", conversation: "g1", patient: ["No."], before: "Hm.",
        text: "You said no. Why?", given: .sentences([["SR"], ["OQ"]]), judged: all),
      CodedSample(
        id: "g1.2", group: "g1", conversation: "g1", patient: ["No."], before: "Hm.",
        text: "Go.", given: .sentences([["STATE", "ADV"]]), judged: all),
    ]
    let test = [
      CodedSample(
        id: "g2.1", group: "g2", conversation: "g2", patient: ["Yes."], before: "", text: "Yes?",
        given: .sentences([["CQ"]]), judged: all)
    ]
    #expect(checked.responses.samples(.rest, by: smallCodebook) == rest)
    #expect(checked.responses.samples(.test, by: smallCodebook) == test)
    #expect(checked.responses.samples(.all, by: smallCodebook) == rest + test)
  }

  @Test("a reader who says nothing coded as was settled")
  func readers() {
    let file = read(two).responses
    let first = file.samples(.all, codes: .firstReader, by: smallCodebook)
    let second = file.samples(.all, codes: .secondReader, by: smallCodebook)
    #expect(first.map(\.given) == file.samples(.all, by: smallCodebook).map(\.given))
    #expect(second[0].given == .sentences([["CR"], ["OQ", "ADV"]]))
    let agreement = evaluate(first, heard: heardCodes(second), by: smallCodebook)
    #expect(agreement["ADV"]?.given == 1)
    #expect(agreement["ADV"]?.heard == 2)
    #expect(agreement["OQ"]?.table[0, 0] == 1)
  }

  @Test("codes for another number of sentences show how the response splits, and it is left out")
  func sentences() {
    let checked = read(
      """
      # Line: g1
      patient: "No."
      response: "You cooked for two on that first Sunday. What then?"
        codes: SR | SR | OQ
      response: "What then?"
        codes: OQ
        first reader: SR | OQ
      response: "(nods) Dr. Hale said so... and?"
        codes: STATE | SR | OQ
      """)
    #expect(checked.diagnostics.map(\.code) == ["R316", "R316"])
    #expect(
      checked.diagnostics.map(\.message) == [
        "3 sentences coded, and the response has 2", "2 sentences coded, and the response has 1",
      ])
    #expect(
      checked.diagnostics.map(\.help) == [
        "it splits so: “You cooked for … first Sunday.” | “What then?”",
        "it splits so: “What then?”",
      ])
    #expect(
      checked.responses.lines.flatMap { $0.replies.map(\.text) } == [
        "(nods) Dr. Hale said so... and?"
      ])
  }
}
