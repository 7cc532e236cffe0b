import Terminal
import Testing

@Suite("style")
struct StyleTests {
  private func usesColour(
    _ choice: ColourChoice = .auto, isTerminal: Bool = true, isPlain: Bool = false,
    environment: [String: String] = ["TERM": "xterm"]
  ) -> Bool {
    let recorded = RecordedStreams(lines: [], isTerminal: isTerminal)
    return Style(
      for: recorded.streams.output, colour: choice, isPlain: isPlain, environment: environment
    ).usesColour
  }

  @Test("colour is for terminals, unless something speaks against it")
  func colour() {
    #expect(usesColour())
    #expect(usesColour(environment: ["NO_COLOR": ""]))
    #expect(usesColour(environment: [:]))
    #expect(!usesColour(environment: ["NO_COLOR": "1"]))
    #expect(!usesColour(environment: ["TERM": "dumb"]))
    #expect(!usesColour(isTerminal: false))
    #expect(!usesColour(isPlain: true))
    #expect(!usesColour(.never))
  }

  @Test("colour asked for outright wins over everything")
  func always() {
    #expect(
      usesColour(
        .always, isTerminal: false, isPlain: true, environment: ["NO_COLOR": "1", "TERM": "dumb"]))
  }

  @Test("a label keeps its words with and without colour")
  func labelled() {
    let text = "I do not know what you want from me today."
    #expect(
      Style(width: 30).labelled("Patient:", as: .speaker, text) == """
        Patient: I do not know what
                 you want from me
                 today.

        """)
    #expect(
      Style(usesColour: true, width: 30).labelled("Patient:", as: .speaker, "No.", as: .faint)
        == "\u{1B}[1mPatient:\u{1B}[0m\u{1B}[2m No.\u{1B}[0m\n")
  }

  @Test("what people stored cannot steer the terminal")
  func harmless() {
    #expect(
      Style(width: 30).labelled("A\nB:", as: .speaker, "x\u{1B}[31m")
        == "A B: x\u{FFFD}[31m\n")
    #expect(Style().paragraph("a\u{202E}b") == "a\u{FFFD}b\n")
  }

  @Test("plain text has no drawing")
  func plain() {
    #expect(Style(isPlain: true).rule == "\n")
    #expect(Style(isPlain: true).bullet == "-")
    #expect(Style(width: 3).rule == "───\n")
  }
}

@Suite("text made harmless")
struct NeutralisedTextTests {
  @Test("controls, escapes and direction marks become visible")
  func controls() {
    #expect(
      neutralised("a\u{0}\u{7}\u{1B}[2J\u{7F}\u{9B}b")
        == "a\u{FFFD}\u{FFFD}\u{FFFD}[2J\u{FFFD}\u{FFFD}b")
    #expect(neutralised("\u{202A}\u{2066}\u{200F}\u{61C}x") == "\u{FFFD}\u{FFFD}\u{FFFD}\u{FFFD}x")
  }

  @Test("all line breaks are newlines, or spaces where asked")
  func lineBreaks() {
    #expect(neutralised("a\r\nb\rc\nd\u{2028}e\u{85}f") == "a\nb\nc\nd\ne\nf")
    #expect(neutralised("a\r\nb\n\nc\td", lineBreaks: .asSpaces) == "a b  c d")
  }

  @Test(
    "ordinary writing stays as it is", arguments: ["né e\u{301}", "日本", "👩‍👩‍👧", "שלום", "“no” – …"])
  func ordinary(text: String) {
    #expect(Array(neutralised(text).unicodeScalars) == Array(text.unicodeScalars))
  }
}
