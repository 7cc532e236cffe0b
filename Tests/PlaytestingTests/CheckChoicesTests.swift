import Diagnostics
import Testing

@testable import Playtesting

@Suite("Choices and what is heard in them")
struct CheckChoicesTests {
  private func problems(_ choices: String) throws -> [String] {
    let shipped = try ShippedRubrics.opened.get()
    let text = margaret.replacing("\"You miss him.\" = reflection about Tom", with: choices)
    let file = SourceFile(name: "a.scenario", text: text)
    return choiceProblems(
      of: try shipped.scenario(text), in: file, coder: shipped.coder, codebook: shipped.codebook
    ).map { "\($0.code) \(file.text($0.span)): \($0.message)" }
  }

  @Test("a choice that is heard as declared is fine, by its code, its name or its family")
  func agreed() throws {
    for declared in ["reflection about Tom", "CR", "complex reflection, helpful"] {
      let found = try problems("\"You miss him.\" = \(declared)")
      #expect(found == [])
    }
  }

  @Test("one that is heard otherwise is told what is heard, and in which words")
  func disagreed() throws {
    let found = try problems("\"What is the house like now?\" = reflection, open question")
    #expect(
      found == [
        "S210 What is the house like now?: 'reflection' is not heard in this, "
          + "but open question (“What is the house like now?”)"
      ])
  }

  @Test("one that mentions nobody is told so where it should")
  func topic() throws {
    let found = try problems("\"What is the house like now?\" = open question about Tom")
    #expect(
      found == [
        "S210 What is the house like now?: 'open question about Tom' is not heard in this, "
          + "but open question (“What is the house like now?”), and no topic"
      ])
  }

  @Test("two with the same codes lead to the same place")
  func same() throws {
    let found = try problems("\"You miss him.\" = reflection\n  \"You miss Tom.\" = reflection")
    #expect(
      found == [
        "S171 You miss Tom.: this has the same codes as the choice on line 21, "
          + "so both lead to the same place"
      ])
  }
}
