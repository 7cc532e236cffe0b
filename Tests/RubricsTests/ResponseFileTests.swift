import Diagnostics
import Rubrics
import Testing

/// The small codebook with forms among its codes.
private func codebookWithForms() -> Codebook {
  var book = smallCodebook()
  for (number, code) in book.codes.enumerated() where ["SR", "OQ", "CQ"].contains(code.id) {
    book.codes[number].layer = .form
  }
  book.codes.append(CodeDefinition(id: "NA", name: "not understood", layer: .derived))
  book.notUnderstood = "NA"
  return book
}

private func read(_ text: String) -> CheckedResponses {
  readResponses(SourceFile(name: "test.responses", text: text), codebook: codebookWithForms())
}

@Suite("Coded responses in a file")
struct ResponseFileTests {
  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = SourceFile(name: "test.responses", text: text)
    let found = read(text).diagnostics.map {
      let (start, end) = (file.position(at: $0.span.start), file.position(at: $0.span.end))
      return ExpectedFinding(
        line: start.line, columns: start.column..<end.column, code: $0.code, message: $0.message)
    }
    #expect(found == ExpectedFinding.all(in: text), sourceLocation: sourceLocation)
  }

  private let front = "---\ntitle: Test\nid: test\n---\n"
  private let line = "# Line: g1\npatient: \"No.\"\n"
  private let reply = "response: \"You said no.\"\n  codes: SR\n"

  @Test("a line with everything")
  func whole() throws {
    let checked = read(
      """
      ---
      title: Coded responses: grief
      id: grief
      language: en
      note: Written by hand.
      ---
      // Two readers.
      # Line: g014
      area: grief
      phase: Middle
      shows: feeling hidden
      voice: Irish bus driver, 61, talks round things
      part: test
      before: "What was the first Sunday like?"
      patient: "Ah, you know. I did the roast."
      response: "You cooked for two, and only one of you sat down."
        codes: SR
        first reader: simple reflection
        second reader: OQ + rf
      response: "A moment. What then?"
        codes: SR + RF | OQ
      """)
    #expect(checked.diagnostics == [])
    let file = checked.responses
    #expect(
      (file.title, file.id, file.note) == ("Coded responses: grief", "grief", "Written by hand."))
    #expect(file.hasTwoReaders)
    let line = try #require(file.lines.first)
    #expect((line.id, line.area, line.phase, line.part) == ("g014", .grief, .middle, .test))
    #expect((line.shows, line.voice.prefix(5)) == ("feeling hidden", "Irish"))
    #expect(line.before == "What was the first Sunday like?")
    #expect(line.patient == "Ah, you know. I did the roast.")
    #expect(line.replies.map(\.codes.sentences) == [[["SR"]], [["SR", "RF"], ["OQ"]]])
    #expect(line.replies[0].firstReader?.sentences == [["SR"]])
    #expect(line.replies[0].secondReader?.sentences == [["OQ", "RF"]])
    #expect(line.replies[1].firstReader == nil)
  }

  @Test(
    "every text of one line can be written between quotes and read back",
    arguments: [
      "She said \"no\" and left.", "\"No,\" she said.", "\"", "\"\"", "“No,” she said “well”",
      "a\\\"b\\",
      "# Line: x", "// no comment", "codes: SR", " two blanks around ", "a | b + c = d", "…",
      "„Nein“", "\u{a0}fixed\u{a0}", "e\u{301}🙂\u{200d}", "---", "'", "- [x] y",
    ])
  func anyText(_ text: String) {
    let file = read(
      front + "# Line: g1\nbefore: \"\(text)\"\npatient: \"\(text)\"\n"
        + "response: \"\(text)\"\n  codes: SR\n")
    #expect(file.diagnostics == [])
    #expect(file.responses.lines.first?.before == text)
    #expect(file.responses.lines.first?.patient == text)
    #expect(file.responses.lines.first?.replies.map(\.text) == [text])
  }

  @Test("a part that nobody knows is taken for the test part, so that nothing is fitted to it")
  func unknownPart() {
    let file = read(front + line + "part: tset\n" + reply)
    #expect(file.diagnostics.map(\.help) == ["'test' is close"])
    #expect(file.responses.lines.map(\.part) == [.test])
  }

  @Test("a response that cannot be understood needs no form")
  func notUnderstood() {
    check(front + line + "response: \"asdf jkl\"\n  codes: NA\n")
    check(
      front + line + """
        response: "asdf jkl. Go."
          codes: NA | SR
        //       ^^ R314 the first sentence has no form
        """)
  }

  /// Place, code and message of each problem.
  private func said(_ text: String) -> [String] {
    let file = SourceFile(name: "test.responses", text: text)
    return read(text).diagnostics.map {
      let place = file.position(at: $0.span.start)
      return "\(place.line):\(place.column) \($0.code) \($0.message)"
    }
  }

  @Test("the header")
  func header() {
    #expect(
      said("---\ncoders: two\ntitle: Test\ntitle: Test\nlanguage: de\n---\n" + line + reply) == [
        "1:1 R302 the header has no 'id'",
        "2:1 R301 'coders' is not a line of this header",
        "4:1 R308 'title' is said a second time here",
        "5:11 R318 'de' is not a language the program can hear yet",
      ])
    #expect(
      said("---\ntitle: Test\nid: test\n" + line + reply) == [
        "1:1 R303 the header has no closing '---'"
      ])
  }

  @Test("headings, and lines outside of them")
  func headings() {
    #expect(
      said(
        front + "A note.\n# Lines: g0\n# Line:\n" + line + reply + "# Line: G1\npatient: \"No.\"\n"
          + reply) == [
          "5:1 R304 this line stands before the first '# Line: …'",
          "6:3 R305 'Lines' is not a heading of a file of responses",
          "7:1 R306 this patient line has no name of its own",
          "12:9 R309 there is already a patient line 'G1'",
        ])
    #expect(said(front) == ["1:1 R319 this file has no patient lines"])
  }

  @Test("what is missing, unquoted or misspelt")
  func lines() {
    #expect(
      said(front + "# Line: g1\npatient: No.\naera: grief\n  so: it\nbefore: \" \"\n") == [
        "5:9 R310 'g1' has no 'response: …'",
        "6:10 R311 the words of this 'patient' do not stand in double quotes",
        "7:1 R307 a patient line has no line that begins with 'aera'",
        "9:9 R310 this line has no 'before: …'",
      ])
    #expect(
      said(
        front + line + "area: greif\nphase: middle\n  so: it\n" + reply + "  codes: OQ\n    x: y\n")
        == [
          "7:7 R313 'greif' is not an area",
          "9:3 R307 'phase' has no line that begins with 'so'",
          "12:3 R308 'codes' is said a second time here",
          "13:5 R307 'codes' has no line that begins with 'x'",
        ])
  }

  @Test("codes that nobody knows name the nearest, and the others of the response are checked")
  func codes() {
    let text =
      front + line + """
        response: "You said no. Why? Go. Now."
          codes: SR + RE | OQ + CQ | ADV
        response: "No."
        """
    #expect(
      said(text) == [
        "8:15 R312 'RE' is not a code of the codebook",
        "8:25 R315 the second sentence has two forms, OQ and CQ",
        "8:30 R314 the third sentence has no form",
        "9:1 R310 this response has no 'codes: …'",
      ])
    let checked = read(text)
    #expect(checked.diagnostics.first?.help == "'RF' is close")
    #expect(checked.responses.lines.first?.replies == [])
    #expect(
      said(front + line + "response: \"No.\"\n  codes: SR |\n").map { $0.prefix(8) } == ["8:10 R31"]
    )
  }

  @Test("a family is no code, and the same words twice are remarked")
  func families() {
    check(
      front + line + reply + """
        response: "You said no."
        //        ^^^^^^^^^^^^^^ R317 this response stands at the patient line already
          codes: reflection
        //       ^^^^^^^^^^ R312 'reflection' is not a code of the codebook
        """)
  }

  @Test("any bytes can be read, and every problem lies inside the file")
  func random() {
    var random = SplitMix64(seed: 11)
    let text =
      Array(
        (front + line + "part: test\nbefore: \"Hm.\"\n" + reply + "  first reader: OQ | SR\n").utf8)
    for round in 0..<3_000 {
      var bytes = text
      for _ in 0..<(1 + round % 12) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] =
          Bool.random(using: &random)
          ? Array("|+\":#\n /-".utf8).randomElement(using: &random) ?? 0
          : UInt8.random(in: 0...255, using: &random)
      }
      let file = SourceFile(name: "r", bytes: bytes)
      for problem in readResponses(file, codebook: smallCodebook()).diagnostics {
        #expect(problem.span.start >= 0 && problem.span.end <= bytes.count)
        _ = render(problem, in: file)
      }
    }
  }
}
