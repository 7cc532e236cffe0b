import Testing

@testable import Supervision

@Suite("The text of a letter")
struct LetterTextTests {
  @Test("is headings, paragraphs, quotes and bullets, and lines that go on")
  func blocks() {
    let text = """
      # Feedback
      Dear Anna,
      thank you.

      > You feel alone
      > with it.
      And so on.
      - one
        more
      * two
      #hashtag
      #
      >
      """
    #expect(
      letterBlocks(text) == [
        .heading("Feedback", level: 1), .paragraph("Dear Anna, thank you."),
        .quote("You feel alone with it. And so on."), .bullet("one more"),
        .bullet("two #hashtag"),
      ])
  }

  @Test("has line breaks of one kind, and an end")
  func kept() throws {
    #expect(try LetterRule.checked("\n\r\na\r\nb\rc\u{2028}d\te \n\n") == "a\nb\nc\nd e\n")
    let once = try LetterRule.checked("# a\n\n> b")
    #expect(try LetterRule.checked(once) == once)
  }

  @Test("is refused where it is empty, too long, or holds what a terminal would obey")
  func refused() throws {
    for empty in ["", " \n\t\n", "#\n>\n- "] {
      #expect(throws: LetterRefusal.empty) { try LetterRule.checked(empty) }
    }
    let most = String(repeating: "é", count: LetterRule.mostCharacters)
    #expect(try LetterRule.checked(most) == most + "\n")
    #expect(throws: LetterRefusal.tooLong(count: 6_001)) { try LetterRule.checked(most + "x") }
    for bad in ["a\nb\u{1B}[2J", "a\nb\0", "a\nb\u{9B}", "a\r\nb\u{7F}"] {
      #expect(throws: LetterRefusal.controlCharacter(line: 2)) { try LetterRule.checked(bad) }
    }
  }

  @Test("is not released while something has to be filled in")
  func places() throws {
    #expect(throws: LetterRefusal.placesLeft(lines: [2, 4])) {
      try LetterRule.checkRelease(of: "a\n[… why]\nb [ok]\n- [...]\n")
    }
    try LetterRule.checkRelease(of: "a … b [c]\n")
  }
}

@Suite("Hours of supervision")
struct SupervisionHoursTests {
  private func entry(
    _ number: Int, _ minutes: Int, _ trainees: [String?], by supervisor: String = "una",
    correctedBy: Int? = nil
  ) -> SupervisionEntry {
    SupervisionEntry(
      supervisor: supervisor, number: number, date: "2026-03-01", minutes: minutes,
      trainees: trainees, sessions: [], goals: "", agreed: "", kept: "", correctedBy: correctedBy,
      signature: "", isSound: true)
  }

  @Test("are summed for each who was there; corrected meetings count once, those erased together")
  func sums() {
    let hours = supervisionHours([
      entry(1, 50, ["anna", "bo"]), entry(2, 500, ["anna"], correctedBy: 3),
      entry(3, 40, ["anna"]), entry(4, 30, [nil]), entry(5, 20, [nil]),
      entry(1, 10, ["anna"], by: "sam"),
    ])
    #expect(
      hours == [
        SupervisionHours(supervisor: "sam", trainee: "anna", meetings: 1, minutes: 10),
        SupervisionHours(supervisor: "una", trainee: "anna", meetings: 2, minutes: 90),
        SupervisionHours(supervisor: "una", trainee: "bo", meetings: 1, minutes: 50),
        SupervisionHours(supervisor: "una", trainee: nil, meetings: 2, minutes: 50),
      ])
  }
}
