import Diagnostics
import Lessons
import Rubrics
import Testing

/// Names enough for lessons to get right and wrong.
private func smallCodebook() -> Codebook {
  var book = Codebook()
  book.codes = [
    CodeDefinition(id: "OQ", name: "open question", layer: .form),
    CodeDefinition(id: "ADV", name: "advice without permission", layer: .function),
  ]
  return book
}

private func read(_ text: String) -> CheckedLesson {
  readLesson(SourceFile(name: "test.lesson", text: text), codebook: smallCodebook())
}

private let header = "---\ntitle: Test\nid: test\n---\n"

@Suite("Lessons in a file")
struct ReadLessonTests {
  /// Lines of carets say what is expected of the line above them; they are compared exactly.
  private func expectProblems(_ marked: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let rows = marked.split(separator: "\n", omittingEmptySubsequences: false)
      .filter { !$0.drop { $0 == " " }.hasPrefix("^") }
    let file = SourceFile(name: "test.lesson", text: rows.joined(separator: "\n"))
    let found = readLesson(file, codebook: smallCodebook()).diagnostics
    var lines: [String] = []
    for (number, row) in rows.enumerated() {
      lines.append(String(row))
      for diagnostic in found where file.line(at: diagnostic.span.start) == number {
        let column = file.position(at: diagnostic.span.start).column - 1
        let width = max(1, file.text(diagnostic.span).count)
        lines.append(
          String(repeating: " ", count: column) + String(repeating: "^", count: width)
            + " \(diagnostic.code) \(diagnostic.message)")
      }
    }
    #expect(lines.joined(separator: "\n") == marked, sourceLocation: sourceLocation)
  }

  @Test("a card with everything")
  func whole() throws {
    let checked = read(
      """
      ---
      title: Techniques
      id:    techniques
      order: 5
      ---
      // By two of us.
      # Card: Communication analysis
      Take one exchange
      and go through it: who said what.

      Ask first.
      - a list item
        that goes on
      - another: with a colon

      patient: "We had words. As always."
        good: "Take me there: what did you say?"
          shows: Open Question, ADV
          because: it asks for words,
            not for guilt
        poor: "Be calm."
          shows: ADV
          because: nobody asked
      see: one-letter, Asking
      # Card: Asking
      Openly.
      """)
    #expect(checked.diagnostics == [])
    let lesson = try #require(checked.lesson)
    #expect((lesson.title, lesson.id, lesson.order) == ("Techniques", "techniques", 5))
    #expect(lesson.cards.map(\.title) == ["Communication analysis", "Asking"])
    let card = lesson.cards[0]
    #expect(
      Array(card.parts.dropLast()) == [
        .paragraph("Take one exchange and go through it: who said what."),
        .paragraph("Ask first."),
        .list(["a list item that goes on", "another: with a colon"]),
      ])
    #expect(card.see.map(\.name) == ["one-letter", "Asking"])
    let example = try #require(card.examples.first)
    #expect(example.patient == "We had words. As always.")
    #expect(example.answers.map(\.kind) == [.good, .poor])
    #expect(example.answers.map(\.shows) == [["OQ", "ADV"], ["ADV"]])
    #expect(
      example.answers.map(\.because) == ["it asks for words, not for guilt", "nobody asked"])
  }

  @Test("what is wrong with a header is said where it stands")
  func headers() {
    expectProblems(
      """
      ---
      ^^^ R502 the header has no 'id'
      title: Test
      titel: Test
      ^^^^^ R501 'titel' is not a line of this header
      title: Again
      ^^^^^^^^^^^^ R512 'title' stands here a second time
      order: two
             ^^^ R504 'two' is not a whole number
      ---
      Before.
      ^^^^^^^ R505 this line stands before the first '# Card: …'
      # Crad: One
        ^^^^ R506 'Crad' is not a heading of a lesson
      # Card:
      ^^^^^^^ R507 this card has no title
      # Card: Two
              ^^^ R509 the card 'Two' says nothing
      # Card: two
              ^^^ R508 there is a card 'two' already
      Words.
      """)
    expectProblems("---\n^^^ R503 the header has no closing '---'\ntitle: T\nid: t\n# Card: A\nB.")
    expectProblems(header.replacing("---\nt", with: "---\n^ R516 this lesson has no cards\nt"))
  }

  @Test("what is wrong with an example is said where it stands")
  func examples() {
    expectProblems(
      header + """
        # Card: One
        patient: It was long.
                 ^^^^^^^^^^^^ R514 what follows 'patient' is not in double quotes
          good: "What was it like?"
            shows: open qestion, OQ
                   ^^^^^^^^^^^^ R515 'open qestion' is not a code in the codebook
            because: it asks
            becuase: it asks
            ^^^^^^^ R510 'becuase' is not a line of an answer
            shows: OQ
            ^^^^^^^^^ R512 'shows' stands here a second time
          bad: "Why?"
          ^^^ R510 'bad' is not a line of an example
        patient: "It was long."
        ^^^^^^^^^^^^^^^^^^^^^^^ R513 this example has no 'good'
        patient: ""
                 ^^ R513 this line has no 'patient'
          poor: "Well."
          ^^^^^^^^^^^^^ R513 this answer has no 'shows'
            because:
            ^^^^^^^^ R513 this answer has no 'because'
        good: "What then?"
        ^^^^^^^^^^^^^^^^^^ R511 'good' stands in the wrong place
        see:
        ^^^^ R513 this line has no 'see'
        see: hint
        ^^^^^^^^^ R512 'see' stands here a second time
        """)
  }

  @Test("a misspelt 'patient' or 'see' is not taken for a paragraph, and a sentence is not for it")
  func slips() {
    expectProblems(
      header + """
        # Card: One
        pateint: "It was long."
        ^^^^^^^ R510 'pateint' is not a line of a card
        A note: "quoted". These
        seen: apart from all.

        use: what you have.

          indented: also text
          see: hint
          ^^^^^^^^^ R511 'see' stands in the wrong place

        sea: hint
        ^^^ R510 'sea' is not a line of a card
        """)
  }

  @Test("help names the nearest code, and where a line belongs")
  func help() {
    let unknown = read(
      header
        + "# Card: A\npatient: \"So.\"\n  good: \"Who?\"\n    shows: open qestion\n    because: so\n"
    )
    #expect(unknown.diagnostics.map(\.help) == ["'open question' is close"])
    let misplaced = read(header + "# Card: A\nWords.\n  see: hint\n")
    #expect(misplaced.diagnostics.map(\.help) == ["begin it at the left margin"])
  }

  @Test("any bytes are read, in one layout twice the same")
  func anyBytes() {
    var random = SeededNumbers(seed: 5)
    let pieces = [
      "---\n", "title: a\n", "id: b\n", "order: 1\n", "# Card: C\n", "# Card:", "patient: \"a\"\n",
      "  good: \"b\"\n", "    shows: OQ\n", "    because: c\n", "see: d, e\n", "- f\n", "\n", "  ",
      "words\n", "\"", ":", "//", "\u{FEFF}", "\t", "é", "\r",
    ]
    for _ in 0..<20_000 {
      let text = (0..<Int.random(in: 0...20, using: &random)).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &random)]
      }.joined()
      let file = SourceFile(name: "r", text: text)
      let checked = readLesson(file, codebook: smallCodebook())
      for diagnostic in checked.diagnostics {
        #expect(diagnostic.span.end <= file.bytes.count)
        _ = render(diagnostic, in: file)
      }
      let formatted = SourceFile(name: "r", bytes: formatLesson(file).bytes)
      #expect(formatLesson(formatted).bytes == formatted.bytes, "\(text.debugDescription)")
    }
  }

  @Test("a very long card is read in a moment")
  func long() {
    let text =
      header + "# Card: A\n" + String(repeating: "word: \"x\"\n- item\n\n", count: 50_000)
    #expect(read(text).lesson?.cards.first?.parts.isEmpty == false)
  }
}

/// SplitMix64, so that a failing run can be repeated.
private struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
