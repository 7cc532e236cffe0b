import Diagnostics
import Foundation
import Rubrics
import ScenarioChecker
import Testing

@testable import LanguageServer

/// The top of the repository.
let repository = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

let smallCodebook = """
  ---
  title: Small
  id: small
  ---
  # Code: OQ
  name: open question
  layer: form
  families: helpful, question
  definition: A request that leaves the answer open.
  use when: it invites a story
  example: "What was that like?"
  effects: trust +2
  base -2
  cue +4 at the start: what
  # Code: SR
  name: reflection
  layer: function
  families: helpful
  definition: Gives back what was said.
  base -2
  cue +4: so you
  # Code: ADV
  name: advice
  layer: function
  definition: Tells what to do.
  base -2
  cue +4: you should
  # Cue: hint
  meaning: something is left unsaid
  window: 1
  harmed by: ADV
  coaching: leaves something unsaid
  """

/// A scenario without any problem, in which every kind of name is used.
let smallScenario = """
  ---
  title:   The chair
  id:      the-chair
  area:    grief
  rubrics: warmth
  ---
  # Patient: Margaret
  68, retired teacher.

  # People
  Tom  her husband; also: husband

  # Topics
  house  home, rooms

  # State
  trust 0 to 100, starts 35
  calm 0 to 10, starts 5
  # Beat: arrival
  Margaret: (coat on) I nearly didn't come.
    cue: hint
    better: "So you nearly stayed at home." — hears how hard it was to come.
  hint when trust at least 3, calm at least 1: Who is missing?
  when reflection about Tom, not advice
    trust +10, calm +1
    go to the chair
  when open question about the house or reflection at least 2 times here
    Margaret: Yes.
  otherwise
    Margaret: Well.
    at most 3 times, then go to The Chair
  choices
    "So you miss your husband." = reflection about husband

  # Beat: the chair
  Margaret: That was Tom's chair.
  when open question, trust at least 20
    go to together
  when visited arrival, advice
    trust -20, calm -5
    go to alone
  otherwise
    Margaret: Hm.
    at most 2 times, then go to alone

  # Ending: together
  outcome: good. She stays.
  Margaret: May I tell you about it?

  # Ending: alone
  outcome: poor. She leaves.
  Margaret: (takes her bag) Thank you.

  """

func checkingLibrary(_ codebook: String = smallCodebook) -> CheckingLibrary {
  let checked = readCodebook(SourceFile(name: "small.codebook", text: codebook))
  return CheckingLibrary(codebook: checked.codebook ?? Codebook(), rubrics: ["warmth"])
}

/// An editor in memory with one document.
final class Editor {
  let server: LanguageServer
  let uri: String
  private(set) var text: String
  private(set) var version = 1
  private var lastID = 0

  init(
    _ text: String = smallScenario, uri: String = "file:///here/chair.scenario",
    encodings: [String] = [], library: EditorLibrary? = nil
  ) throws {
    self.text = text
    self.uri = uri
    server = LanguageServer(
      library
        ?? EditorLibrary(
          checking: { _ in checkingLibrary() },
          command: { command in
            switch command {
            case .playFrom(let path, let beat): ["attune", "play", path, beat]
            case .runCheck(let path, let check): ["attune", "test", path, check]
            }
          }))
    let offered: JSONValue =
      encodings.isEmpty
      ? [:] : ["general": ["positionEncodings": .array(encodings.map { .string($0) })]]
    _ = try ask("initialize", ["capabilities": offered])
    try notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": .string(uri), "version": 1, "text": .string(text)]])
  }

  /// The answer to a request; an error of the server is thrown.
  func ask(_ method: String, _ params: JSONValue = [:]) throws -> JSONValue {
    lastID += 1
    let message: JSONValue = [
      "jsonrpc": "2.0", "id": .integer(lastID), "method": .string(method), "params": params,
    ]
    let answers = server.receive(message.bytes)
    let answer = try #require(answers.count == 1 ? JSONValue(answers[0]) : nil)
    #expect(answer["id"] == .integer(lastID))
    if !answer["error"].isNull { throw Refusal(answer["error"]["message"].string ?? "") }
    return answer["result"]
  }

  /// A request about the place of the mark `|` in a piece of the text: `go to |the chair`.
  func ask(_ method: String, at marked: String, _ more: [String: JSONValue] = [:]) throws
    -> JSONValue
  {
    try ask(
      "textDocument/" + method,
      .object(
        more.merging(
          ["textDocument": ["uri": .string(uri)], "position": try position(marked)],
          uniquingKeysWith: { $1 })))
  }

  /// A request about the whole document.
  func askAll(_ method: String) throws -> JSONValue {
    try ask("textDocument/" + method, ["textDocument": ["uri": .string(uri)]])
  }

  func notify(_ method: String, _ params: JSONValue) throws {
    let message: JSONValue = ["jsonrpc": "2.0", "method": .string(method), "params": params]
    #expect(server.receive(message.bytes).isEmpty)
  }

  /// Writes the whole text anew.
  func write(_ text: String) throws {
    self.text = text
    version += 1
    try notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": .string(uri), "version": .integer(version)],
        "contentChanges": [["text": .string(text)]],
      ])
  }

  /// What the server says by itself of what is wrong, for each document that changed.
  func published() -> [JSONValue] { server.settle().compactMap { JSONValue($0)?["params"] } }

  /// The place of the mark `|` as an editor counts it, found without the server's own arithmetic.
  func position(_ marked: String) throws -> JSONValue {
    let mark = try #require(marked.firstIndex(of: "|"))
    let words = marked.replacing("|", with: "")
    let found = try #require(text.range(of: words), "\(words) is not in the text")
    let offset = marked[..<mark].utf16.count
    let before = Array(text[..<found.lowerBound].utf16) + Array(words.utf16.prefix(offset))
    let lines = before.split(separator: 10, omittingEmptySubsequences: false)
    return [
      "line": .integer(lines.count - 1), "character": .integer(lines.last?.count ?? 0),
    ]
  }

  /// The text after the server's edits, applied from the last to the first.
  func applied(_ edits: [JSONValue]) throws -> String {
    var units = Array(text.utf16)
    var starts = [0]
    for (index, unit) in units.enumerated() where unit == 10 { starts.append(index + 1) }
    func place(_ position: JSONValue) throws -> Int {
      starts[try #require(position["line"].integer)]
        + (try #require(position["character"].integer))
    }
    let sorted = try edits.map { edit in
      (
        try place(edit["range"]["start"]), try place(edit["range"]["end"]),
        edit["newText"].string ?? ""
      )
    }.sorted { $0.0 > $1.0 }
    for (start, end, new) in sorted { units.replaceSubrange(start..<end, with: new.utf16) }
    return String(decoding: units, as: UTF16.self)
  }
}

/// An error the server answered with, in its words.
struct Refusal: Error, Equatable {
  let message: String
  init(_ message: String) { self.message = message }
}

extension JSONValue {
  /// `3:6-3:12`, for comparing ranges by eye.
  var shortRange: String {
    func place(_ value: JSONValue) -> String {
      "\(value["line"].integer ?? -1):\(value["character"].integer ?? -1)"
    }
    return place(self["start"]) + "-" + place(self["end"])
  }
}
