import Diagnostics
import Rubrics
import Testing

@Suite("What is wrong with a codebook is found at its words")
struct CodebookProblemTests {
  private func check(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let file = SourceFile(name: "test.codebook", text: text)
    let found = ExpectedFinding.found(by: readCodebook(file), in: file)
    #expect(found == ExpectedFinding.all(in: text), sourceLocation: sourceLocation)
  }

  private let front = "---\ntitle: Test\nid: test\n---\n"
  private let code = """
    # Code: OQ
      name: open question
      layer: form
      definition: It leaves the answer open.
      cue +3: what

    """

  @Test("a codebook without faults has no findings")
  func clean() { check(front + code) }

  @Test("an unknown line of a code names the nearest and lists what a line may begin with")
  func unknownLine() throws {
    let text =
      front + code + """
          defnition: Something else.
        //^^^^^^^^^ R108 a code has no line that begins with 'defnition'
        """
    check(text)
    let checked = readCodebook(SourceFile(name: "t", text: text))
    let help = try #require(checked.diagnostics.first?.help)
    #expect(help.hasPrefix("'definition' is close; a line may begin with: name, layer, unit, "))
  }

  @Test("an unknown heading")
  func unknownHeading() {
    check(
      front + code + """
        # Kode: X
        //^^^^ R106 'Kode' is not a heading of a codebook
        """)
  }

  @Test("two codes of one id, and two of one name")
  func duplicates() {
    check(
      front + code + """
        # Code: OQ
        //      ^^ R110 there is already a code called 'OQ'
        # Code: CQ
          name: open question
        //^^^^^^^^^^^^^^^^^^^ R110 there is already a code called 'open question'
          layer: form
          definition: Yes or no.
          sign +1: question

        """)
  }

  @Test("a code without name, layer and definition says each once and nothing else")
  func missingLines() {
    check(
      front + code + """
        # Code: CQ
        //      ^^ R111 'CQ' has no line 'definition: …'
        //      ^^ R111 'CQ' has no line 'layer: …'
        //      ^^ R111 'CQ' has no line 'name: …'
        """)
  }

  @Test("a name of a code that is not there, wherever it stands")
  func unknownCodes() {
    check(
      front + code + """
          counter-example: "When?" = CW
        //                           ^^ R112 'CW' is not a code of this codebook
          voids: helpfull
        //       ^^^^^^^^ R112 'helpfull' is not a code of this codebook
          becomes SUGG after OQ
        //        ^^^^ R112 'SUGG' is not a code of this codebook
          only after: afect
        //            ^^^^^ R113 'afect' is not a cue of this codebook
        # Cue: affect
          meaning: a feeling
          coaching: shows a feeling
          harmed by: MIN
        //           ^^^ R112 'MIN' is not a code of this codebook
        """)
  }

  @Test("weights, signs, places and effects")
  func numbers() {
    check(
      front + code + """
          base high
        //     ^^^^ R118 'high' is not a weight between -20 and +20
          cue +99: tell me
        //    ^^^ R118 '+99' is not a weight between -20 and +20
          cue +1 at the begin: tell me
        //       ^^^^^^^^^^^^ R116 'at the begin' is not a place in a response
          sign +1: questoin
        //         ^^^^^^^^ R114 'questoin' is not a sign the program can notice
          effects: trust +2, hope
        //                   ^^^^ R120 'hope' does not say how a state moves
          layer: shape
        //^^^^^^^^^^^^ R109 'layer' is said a second time here
        """)
  }

  @Test("patterns that cannot be read are marked at the mark or word")
  func patterns() {
    check(
      front + code + """
          cue +1: (tell | say more
        //        ^ R119 this '(' is never closed
          cue +1: tell me)
        //               ^ R119 this ')' closes nothing
          cue +1: (tell | ) me
        //                ^ R119 one of the alternatives is empty
          cue +1: tell | say
        //             ^ R119 '|' separates alternatives and stands only inside ( ) or [ ]
          cue +1: tell, me
        //        ^^^^^ R119 'tell,' is not a word
          cue +1: fright*en
        //        ^^^^^^^^^ R119 '*' stands only at the end of a word, not in 'fright*en'
          cue +1: [really] ...
        //        ^^^^^^^^^^^^ R119 this cue can be found without any word of its own
          cue +1: you are <feeling>
        //                ^^^^^^^^^ R115 there is no word list called 'feeling'
        """)
  }

  @Test("the same cue twice is a warning")
  func twice() {
    let text =
      front + code + """
          cue +2: what
        //        ^^^^ R124 this code has the cue 'what' already
        """
    check(text)
    #expect(!readCodebook(SourceFile(name: "t", text: text)).diagnostics.hasErrors)
  }

  @Test("examples want quotes and counter-examples the right code")
  func examples() {
    check(
      front + code + """
          example: What happened?
        //         ^^^^^^^^^^^^^^ R122 the words of this example do not stand in double quotes
          counter-example: "When?"
        //                 ^^^^^^^ R123 this counter-example does not name the code that is right
          example: "What happened?"
            pacient: "I fell."
        //  ^^^^^^^ R108 an example has no line that begins with 'pacient'
        """)
  }

  @Test("the header: unknown keys, values, and what is missing")
  func header() {
    check(
      """
      ---
      // the header
        title: Test
        id: test
        damping: 1, 2
      //         ^^^^ R102 'damping' wants five numbers from 0 to 5, with commas
        turn limit: many
      //            ^^^^ R102 'turn limit' wants a number from 1 to 100
        ehco: OQ
      //^^^^ R101 'ehco' is not a line of a codebook's header
        plain statement: STATE
      //                 ^^^^^ R112 'STATE' is not a code of this codebook
      ---

      """ + code)
  }

  @Test("effects want signs and commas; weights, word lists and names that mean nothing are told")
  func meaningless() {
    check(
      front + code + """
          families: helpful
          group: Listening
          effects: openness +2; trust +1, trust 2, hope 3 +1, clear trust +1
        //         ^^^^^^^^^^^^^^^^^^^^^ R120 'openness +2; trust +1' does not say how a state moves
        //                                ^^^^^^^ R120 'trust 2' does not say how a state moves
        //                                         ^^^^^^^^^ R120 'hope 3 +1' does not say how a state moves
          cue +0: how
        //    ^^ R127 a weight of 0 speaks neither for the code nor against it
          not when: one fact: WHYY
        //                    ^^^^ R112 'WHYY' is not a code of this codebook
        # Code: CQ
          name: closed question
          layer: form
          families: helpful
          group: Listening
          definition: Yes or no.
          sign +1: question
        # Code: SR
          name: reflection
          layer: form
          families: helpfull
        //          ^^^^^^^^ R130 no other code has the family 'helpfull'
          group: Listning
        //       ^^^^^^^^ R130 no other code has the group 'Listning'
          definition: It gives words back.
          sign +1: statement
          unless: negated, quoted
        //                 ^^^^^^ R117 'quoted' is not a reason not to count a cue
        # Words: they
        //       ^^^^ R128 the word list 'they' has no words, so no cue that names it is found
        """)
  }

  @Test("a file without codes gives no codebook")
  func empty() {
    let checked = readCodebook(SourceFile(name: "t", text: ""))
    #expect(checked.codebook == nil)
    #expect(checked.diagnostics.map(\.code) == ["R103", "R103", "R126"])
  }

  @Test("what can be read is read in spite of an error elsewhere")
  func partial() throws {
    let text = front + code + "  cue +2: (how\n  cue +1.5 at the start, in a question: [so] how\n"
    let book = try #require(readCodebook(SourceFile(name: "t", text: text)).codebook)
    #expect(book.codes.first?.cuePatterns.map(\.text) == ["what", "[so] how"])
    #expect(book.codes.first?.cuePatterns.last?.places == [.atTheStart, .inAQuestion])
    #expect(
      book.codes.first?.cuePatterns.last?.elements == [.optional([.word("so")]), .word("how")])
  }
}
