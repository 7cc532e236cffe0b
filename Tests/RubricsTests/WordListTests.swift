import Diagnostics
import Rubrics
import Testing

@Suite("Word lists in files of their own")
struct WordListTests {
  private let code = """
    ---
    title: Test
    id: test
    ---
    # Code: X
    name: x
    layer: function
    definition: Something.
    cue +3: <sky>

    """

  private func read(_ codebook: String, _ words: String...) -> CheckedCodebook {
    readCodebook(
      SourceFile(name: "a.codebook", text: codebook),
      words: words.enumerated().map { SourceFile(name: "\($0.offset).words", text: $0.element) })
  }

  @Test("a cue finds a list of another file, and a second file adds to it")
  func more() {
    let checked = read(
      code, "# More words: Sky\nhail \"black ice\"\n",
      "---\ntitle: Weather\nnote: Ours.\n---\n# Words: sky\nrain snow* Rain\n")
    #expect(checked.diagnostics == [])
    #expect(checked.inWords == [[], []])
    #expect(checked.codebook?.wordLists == ["sky": ["rain", "snow*", "hail", "black ice"]])
  }

  @Test("a list in angle brackets stands for its words")
  func inside() {
    let checked = read(
      code, "# Words: sky\n<wet> cloud\n# Words: wet\nrain <dry> snow\n", "# Words: dry\nsun rain\n"
    )
    #expect(!checked.hasErrors)
    #expect(checked.codebook?.wordLists["sky"] == ["cloud", "rain", "snow", "sun"])
  }

  @Test("a list that stands in two files names the other")
  func twice() {
    let checked = read(
      code, "# Words: sky\nrain\n", "# Words: Sky\nsnow\n# Words: a\nb\n# Words: a\nc\n")
    #expect(
      checked.inWords.map { $0.map(\.message) } == [
        [],
        [
          "there is already a word list 'Sky', in 0.words",
          "there is already a word list called 'a'",
        ],
      ])
    #expect(checked.hasErrors)
    #expect(checked.codebook?.wordLists["sky"] == ["rain"])
  }

  @Test("a list in the codebook goes before one in a file")
  func codebookFirst() {
    let checked = read(
      code + "# Words: sky\nsun\n", "# Words: sky\nrain\n# More words: sky\nmoon\n")
    #expect(!checked.hasErrors)
    #expect(checked.codebook?.wordLists == ["sky": ["sun", "moon"]])
  }

  @Test("lists that hold each other are found without end")
  func circle() {
    let checked = read(code, "# Words: sky\n<wet> sun\n# Words: wet\nrain <sky>\n")
    #expect(checked.inWords[0].map(\.code) == ["R133"])
    #expect(checked.codebook?.wordLists["sky"] == ["sun", "rain"])
    let deep = (0..<500).map { "# Words: w\($0)\n<w\($0 + 1)> <w\($0 + 1)> <w\($0 + 2)>\n" }
      .joined()
    #expect(read(code, deep).hasErrors)
  }

  @Test("what a file of words does not have")
  func strays() {
    let checked = read(
      code,
      """
      ---
      author: me
      ---
      rain
      # Wrods: sky
      # More words: skies
      hail
      # Words:
      # Words: none
      # Words: odd
      <nowhere> a*b
      """)
    #expect(
      checked.inWords[0].map(\.message) == [
        "'author' is nothing that a file of words has",
        "this line stands before the first heading",
        "'Wrods' is nothing that a file of words has",
        "there is no word list called 'skies'",
        "this 'Words' has no name",
        "the word list 'none' has no words, so no cue that names it is found",
        "the word list 'odd' has no words, so no cue that names it is found",
        "there is no word list called 'nowhere'",
        "'*' stands only at the end of a word, not in 'a*b'",
      ])
    #expect(checked.diagnostics.map(\.message) == ["there is no word list called 'sky'"])
  }
}
