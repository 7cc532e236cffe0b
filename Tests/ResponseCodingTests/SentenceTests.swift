import Diagnostics
import Rubrics
import Testing
import TranscriptModel

@testable import ResponseCoding

@Suite("Sentences, words and the places of evidence")
struct SentenceTests {
  private func sentences(_ text: String) -> [String] {
    let response = code(text)
    return response.sentences.map { response.text(at: $0) }
  }

  @Test("a response is split at marks and line breaks, with their closing quotes")
  func splits() {
    #expect(
      sentences("You went home. Did he call? \"No!\" Hm… I see\nGo on") == [
        "You went home.", "Did he call?", "\"No!\"", "Hm…", "I see", "Go on",
      ])
  }

  @Test("not after titles, inside numbers, or at a quoted mark inside a sentence")
  func keeps() {
    #expect(sentences("Dr. Reed said so.") == ["Dr. Reed said so."])
    #expect(sentences("It was 3.5 hours, e.g. on Monday.") == ["It was 3.5 hours, e.g. on Monday."])
    #expect(sentences("You said \"why?\" and left.") == ["You said \"why?\" and left."])
  }

  @Test("a bracketed gesture is a unit of its own")
  func gestures() {
    #expect(sentences("(nods. slowly) You were hurt.") == ["(nods. slowly)", "You were hurt."])
    #expect(code("(nods) You were hurt.").codes.map(\.sentence).sorted() == [0, 1, 1])
  }

  @Test("the twelfth sentence holds the rest")
  func twelve() {
    let all = sentences(String(repeating: "Go on. ", count: 20))
    #expect(all.count == 12)
    #expect(all[10] == "Go on.")
    #expect(all[11].hasPrefix("Go on. Go on."))
  }

  @Test(
    "contractions are taken apart, with straight, curly or no apostrophes",
    arguments: [
      ("you're", ["you", "are"]), ("You’re", ["you", "are"]), ("youre", ["you", "are"]),
      ("don't", ["do", "not"]), ("dont", ["do", "not"]), ("can’t", ["can", "not"]),
      ("won't", ["will", "not"]), ("I'm", ["i", "am"]), ("im", ["i", "am"]),
      ("she's", ["she", "'s"]), ("whats", ["what", "'s"]), ("they'd", ["they", "'d"]),
      ("rock'n", ["rock", "'n"]), ("'quoted'", ["quoted"]), ("Élan", ["élan"]),
      ("mm-hm", ["mm", "hm"]), ("n't", ["n", "not"]),
    ])
  func contractions(text: String, expected: [String]) {
    let words = Words(text)
    #expect((0..<words.count).map { words.text(of: $0) } == expected)
    let bytes = Array(text.utf8)
    for word in words.words {
      #expect(0 <= word.sourceStart && word.sourceStart < word.sourceEnd)
      #expect(word.sourceEnd <= bytes.count)
    }
  }

  @Test(
    "evidence is counted in characters, whatever stands before it",
    arguments: [
      "", "😀 ", "Chloé, ", "e\u{301}te\u{301}. ", "👩‍👩‍👧‍👦 okay. ", "Hello.\r\n", "日本 ",
    ])
  func offsets(before: String) throws {
    let response = code(before + "That must’ve been awful.")
    let empathy = try #require(response.applied("EMP"))
    #expect(response.text(at: empathy.range) == empathy.evidence)
    #expect(
      empathy.evidence == "That must’ve been" || empathy.evidence == "That must’ve been awful")
    #expect(response.text(at: response.sentences[empathy.sentence]).hasSuffix("been awful."))
  }

  @Test("words that stand apart are joined by an ellipsis, over a range that holds both")
  func apart() throws {
    let response = code("Don't worry about what she said, it will all work out.")
    let reassurance = try #require(response.applied("REAS"))
    #expect(reassurance.evidence == "Don't worry…it will all work out")
    #expect(
      response.text(at: reassurance.range)
        == "Don't worry about what she said, it will all work out")
  }

  @Test("a code without cue words shows the whole sentence")
  func whole() throws {
    let response = code("Go on. Her visits?")
    #expect(response.applied("CQ")?.evidence == "Her visits?")
  }

  @Test("reasons come strongest first, and add up to the confidence")
  func reasons() throws {
    let response = code("How many times did he call?")
    let question = try #require(response.applied("CQ"))
    let pulls = question.reasons.map { abs($0.pull) }
    #expect(pulls == pulls.sorted(by: >))
    #expect(question.reasons.contains(Reason(sign: "question", pull: 2.5)))
  }

  @Test("a question is heard without its mark where it begins as questions do")
  func unmarked() {
    #expect(code("what happened then").counted.contains("OQ"))
    #expect(code("did he say that").counted.contains("CQ"))
    #expect(!code("when he said that it hurt you").counted.contains("CQ"))
  }

  @Test(
    "patterns are taken apart as responses are",
    arguments: [
      ("over-react*", "You are over-reacting."), ("don't", "You dont know."),
      ("it's <mood>", "its So-So today"), ("(can't | won't) say", "I won’t say"),
      ("you 're", "You’re here"), ("never ... again", "never, ever, at all again"),
    ])
  func patterns(pattern: String, text: String) throws {
    let file = SourceFile(
      name: "t",
      text: """
        ---
        title: T
        id: t
        ---
        # Words: mood
        fine so-so "let down"
        # Code: X
        name: x
        layer: function
        definition: Something.
        base -3
        cue +5: \(pattern)
        """)
    let checked = readCodebook(file)
    #expect(checked.diagnostics == [])
    let coder = ResponseCoder(try #require(checked.codebook))
    #expect(coder.code(text, after: CodingContext()).counted == ["X"])
    #expect(coder.code("You feel over it.", after: CodingContext()).counted == [])
  }
}
