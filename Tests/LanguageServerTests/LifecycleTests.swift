import Testing

@testable import LanguageServer

@Suite("A session with an editor")
struct LifecycleTests {
  private func server() -> LanguageServer {
    LanguageServer(EditorLibrary(checking: { _ in checkingLibrary() }, command: { _ in [] }))
  }

  private func send(_ server: LanguageServer, _ text: String) -> [String] {
    server.receive(Array(text.utf8)).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test("nothing is answered before 'initialize'")
  func tooEarly() {
    let answers = send(server(), #"{"jsonrpc":"2.0","id":1,"method":"textDocument/hover"}"#)
    #expect(
      answers == [
        #"{"error":{"code":-32002,"message":"'initialize' comes first"},"id":1,"jsonrpc":"2.0"}"#
      ])
  }

  @Test("an editor that asks for the end and then ends it leaves 0, any other 1")
  func exitStatus() {
    let polite = server()
    _ = send(polite, #"{"id":1,"method":"initialize","params":{}}"#)
    #expect(
      send(polite, #"{"id":"two","method":"shutdown"}"#)
        == [#"{"id":"two","jsonrpc":"2.0","result":null}"#])
    #expect(
      send(polite, #"{"id":3,"method":"textDocument/hover"}"#).first?.contains("-32600") == true)
    #expect(!polite.hasExited)
    #expect(send(polite, #"{"method":"exit"}"#) == [])
    #expect(polite.hasExited && polite.exitStatus == 0)
    let rude = server()
    _ = send(rude, #"{"method":"exit"}"#)
    #expect(rude.hasExited && rude.exitStatus == 1)
  }

  @Test("an unknown request is refused, an unknown notice and a cancellation are passed over")
  func unknownMethods() throws {
    let editor = try Editor()
    #expect(throws: Refusal("attune does not do this")) { try editor.ask("textDocument/moniker") }
    try editor.notify("$/cancelRequest", ["id": 1])
    try editor.notify("workspace/other", [])
    #expect(throws: Refusal("this file is not open")) {
      try editor.ask("textDocument/hover", ["textDocument": ["uri": "file:///other"]])
    }
    #expect(throws: Refusal("this request lacks something")) {
      try editor.ask("textDocument/hover", ["textDocument": ["uri": .string(editor.uri)]])
    }
  }

  @Test(
    "what is no JSON, or no message, is said to be none",
    arguments: [
      ("{", "-32700"), ("", "-32700"), ("\u{0}", "-32700"), ("[1]", "-32600"), ("{}", "-32600"),
      (String(repeating: "[", count: 100_000), "-32700"),
    ])
  func noMessage(text: String, code: String) {
    #expect(send(server(), text).map { $0.contains(code) } == [true])
  }

  @Test("an editor's answer to a request of ours needs none", arguments: ["null", "{}", "[]"])
  func answersOfTheEditor(result: String) {
    #expect(send(server(), #"{"id":"watch","result":\#(result)}"#) == [])
  }

  @Test("an editor that can is asked to watch codebooks and rubrics")
  func watching() {
    let server = server()
    _ = send(
      server,
      #"{"id":1,"method":"initialize","params":{"capabilities":{"workspace":"#
        + #"{"didChangeWatchedFiles":{"dynamicRegistration":true}}}}}"#)
    let asked = send(server, #"{"method":"initialized","params":{}}"#)
    #expect(asked.count == 1)
    #expect(asked.first?.contains("client/registerCapability") == true)
    #expect(asked.first?.contains("**/*.codebook") == true)
  }

  @Test("addresses have their blanks and umlauts spelt out")
  func addresses() {
    #expect(path(of: "file:///a%20b/%C3%A4%zz%4") == "/a b/ä%zz%4")
    #expect(path(of: "file://host/a") == "/a")
    #expect(path(of: "untitled:Untitled-1") == nil)
    #expect(path(of: "file://") == nil)
  }

  @Test(
    "any bytes, and any damage of real messages, are answered or passed over", arguments: 0..<20)
  func anyBytes(seed: UInt64) throws {
    var chance = Chance(seed: seed)
    let editor = try Editor()
    let methods = [
      "hover", "completion", "definition", "references", "documentHighlight", "prepareRename",
      "rename", "documentSymbol", "foldingRange", "formatting", "codeAction", "codeLens",
      "semanticTokens/full", "didOpen", "didChange", "didSave", "didClose",
    ]
    for _ in 0..<60 {
      let method = methods[chance.below(methods.count)]
      let number = { Int.init([0, 1, 7, 23, -1, .max, .min][chance.below(7)]) }
      let position: JSONValue = ["line": .integer(number()), "character": .integer(number())]
      let end: JSONValue = ["line": .integer(number()), "character": .integer(number())]
      let message: JSONValue = [
        "id": 1, "method": .string("textDocument/" + method),
        "params": [
          "textDocument": ["uri": .string(editor.uri), "text": "# Beat\u{0}: 😀"],
          "position": position, "newName": "x, y",
          "range": ["start": position, "end": end],
          "contentChanges": [["range": ["start": position, "end": end], "text": "\r"]],
        ],
      ]
      var bytes = message.bytes
      if chance.below(2) == 0 {
        for _ in 0...chance.below(4) { bytes[chance.below(bytes.count)] = UInt8(chance.below(256)) }
      }
      _ = editor.server.receive(bytes)
      _ = editor.server.receive((0..<chance.below(50)).map { _ in UInt8(chance.below(256)) })
      _ = editor.server.settle()
    }
    _ = try Editor(
      String(decoding: (0..<2000).map { _ in UInt8(chance.below(256)) }, as: UTF8.self)
    )
    .askAll("documentSymbol")
  }
}
