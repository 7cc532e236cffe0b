import Testing

@testable import LanguageServer

@Suite("Problems in an editor")
struct ProblemTests {
  @Test("a file without problems is said to have none, once")
  func clean() throws {
    let editor = try Editor()
    #expect(
      editor.published() == [["uri": .string(editor.uri), "version": 1, "diagnostics": []]])
    #expect(editor.published() == [])
  }

  @Test("a problem has its place, code, sentence and help, for the version it was found in")
  func oneProblem() throws {
    let editor = try Editor()
    try editor.write(smallScenario.replacing("or reflection at", with: "or reflecton at"))
    #expect(
      editor.published() == [
        [
          "uri": .string(editor.uri), "version": 2,
          "diagnostics": [
            [
              "range": [
                "start": ["line": 26, "character": 38], "end": ["line": 26, "character": 47],
              ],
              "severity": 1, "code": "S190", "source": "attune",
              "message": "'reflecton' is not a code in the codebook\nhelp: 'reflection' is close",
            ]
          ],
        ]
      ])
  }

  @Test("several changes before a pause are checked once")
  func burst() throws {
    let editor = try Editor()
    for word in ["r", "re", "ref"] {
      try editor.write(smallScenario.replacing("not advice", with: "not \(word)"))
    }
    #expect(editor.published().map(\.["version"]) == [4])
  }

  @Test("a closed file has no problems left")
  func closed() throws {
    let editor = try Editor("# Beat: alone")
    #expect(editor.published().first?["diagnostics"].array.isEmpty == false)
    let message: JSONValue = [
      "method": "textDocument/didClose", "params": ["textDocument": ["uri": .string(editor.uri)]],
    ]
    let told = editor.server.receive(message.bytes).compactMap { JSONValue($0) }
    #expect(told.map(\.["params"]["diagnostics"]) == [[]])
    #expect(editor.published() == [])
  }

  @Test("rubric and codebook files are checked as such")
  func otherFiles() throws {
    let codebook = try Editor("# Code: OQ\nname: open question\n", uri: "file:///b/a.codebook")
    let codes = codebook.published().flatMap(\.["diagnostics"].array).compactMap(\.["code"].string)
    #expect(!codes.isEmpty && codes.allSatisfy { $0.hasPrefix("R1") })
    let rubric = try Editor("# Levles\n", uri: "file:///b/a.rubric")
    let problems = rubric.published().flatMap(\.["diagnostics"].array).compactMap(\.["code"].string)
    #expect(!problems.isEmpty && problems.allSatisfy { $0.hasPrefix("R2") })
    #expect(try rubric.askAll("documentSymbol").array.map(\.["name"]) == ["Levles"])
  }

  @Test(
    "when a codebook is saved, or changes on the disk, open scenarios are checked with the new one",
    arguments: ["textDocument/didSave", "workspace/didChangeWatchedFiles"])
  func savedCodebook(method: String) throws {
    var codebook = smallCodebook
    var forgotten = 0
    let editor = try Editor(
      library: EditorLibrary(
        checking: { _ in checkingLibrary(codebook) }, command: { _ in [] },
        forget: { forgotten += 1 }))
    #expect(editor.published().first?["diagnostics"] == [])
    codebook = codebook.replacing("name: advice", with: "name: suggestion")
    #expect(editor.published() == [])
    try editor.notify(method, ["textDocument": ["uri": "file:///here/small.codebook"]])
    #expect(forgotten == 1)
    let told = editor.published().flatMap(\.["diagnostics"].array)
    #expect(told.compactMap(\.["code"].string) == ["S190", "S190"])
  }

  @Test("a repair is offered where its problem is, and nowhere else")
  func repairs() throws {
    let editor = try Editor(smallScenario.replacing("or reflection at", with: "or reflecton at"))
    func actions(_ marked: String, only: [JSONValue]? = nil) throws -> [JSONValue] {
      let place = try editor.position(marked)
      let context: JSONValue = only.map { ["only": .array($0)] } ?? [:]
      return try editor.ask(
        "textDocument/codeAction",
        [
          "textDocument": ["uri": .string(editor.uri)], "context": context,
          "range": ["start": place, "end": place],
        ]
      ).array
    }
    let found = try #require(try actions("or refl|ecton").first)
    #expect(found["title"] == "write 'reflection'")
    #expect(found["kind"] == "quickfix")
    let edits = found["edit"]["changes"][editor.uri].array
    #expect(try editor.applied(edits) == smallScenario)
    #expect(try actions("go to |together") == [])
    #expect(try actions("or refl|ecton", only: ["refactor"]) == [])
    #expect(try actions("or refl|ecton", only: ["quickfix"]).count == 1)
  }
}
