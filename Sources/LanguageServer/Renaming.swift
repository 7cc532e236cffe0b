import Diagnostics
import Outline
import Rubrics
import ScenarioSyntax

extension LanguageServer {
  func prepareRename(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    let found = try renamable(document, params)
    return [
      "range": document.file.range(found.phrase.span, encoding),
      "placeholder": .string(found.phrase.text),
    ]
  }

  func rename(_ document: Document, _ params: JSONValue) throws(RequestError) -> JSONValue {
    let found = try renamable(document, params)
    guard let typed = params["newName"].string else { throw .unreadableParams }
    if case .state = found.target, checking(document).codebook.moves(typed.lowercased()) {
      throw .refused("the codebook would move a state of this name; choose another")
    }
    let edits = try names(of: document).renaming(found, to: typed, in: document.file)
    return workspaceEdit(document, edits)
  }

  private func renamable(
    _ document: Document, _ params: JSONValue
  ) throws(RequestError) -> Occurrence {
    guard let found = try occurrence(document, params) else {
      throw .refused("no name stands here")
    }
    let what: String
    switch found.target {
    case .place, .state, .topic, .variation: what = ""
    case .patient: what = "a patient's name also stands in what people say; change it by hand"
    case .code, .cue: what = "this is a name of the codebook, which other scenarios use too"
    case .rubric: what = "this is a name of a rubric, which other scenarios use too"
    case .risk: what = "kinds of risk have fixed names"
    }
    guard what.isEmpty else { throw .refused(what) }
    if case .state(let name) = found.target, checking(document).codebook.moves(name) {
      throw .refused("the codebook moves this state by its name; under another it would not")
    }
    guard names(of: document).declaration(of: found.target) != nil else {
      throw .refused("nothing of this name is declared in this file")
    }
    guard document.kind != .part else {
      throw .refused("scenarios that use this file name it too; change it by hand")
    }
    let others = names(of: document).occurrences(of: found.target)
      .filter { $0.phrase.file !== document.file }
    if let other = others.first {
      throw .refused("it is named in '\(other.phrase.file.name)' too; change it by hand")
    }
    guard found.isSpeltOut else { throw .refused("this is another word for it, not its name") }
    return found
  }
}

extension Codebook {
  /// Whether what is heard moves a state of this name, in lower case.
  fileprivate func moves(_ state: String) -> Bool {
    codes.contains { $0.effects.contains { $0.state.lowercased() == state } }
  }
}

extension ScenarioNames {
  /// The edits that give something another name wherever it is named.
  ///
  /// The renamed file is read again, and every name must then stand for what it stood for.
  func renaming(
    _ found: Occurrence, to typed: String, in file: SourceFile
  ) throws(RequestError) -> [Edit] {
    let name = typed.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    guard !name.isEmpty else { throw .refused("a name has at least one letter") }
    let target = found.target.renamed(name.lowercased())
    guard target.isWritable(name) else {
      throw .refused("'\(name)' could not be written everywhere a name stands; use plain words")
    }
    if target != found.target, let other = declaration(of: target) {
      throw .refused("there is already something called '\(other.phrase.text)'")
    }
    let edits = occurrences(of: found.target).filter(\.isSpeltOut)
      .map { Edit(span: $0.phrase.span, text: name) }
    let renamed = ScenarioNames(
      readScenario(SourceFile(name: file.name, bytes: apply(edits, to: file.bytes))), parts: parts)
    let expected = occurrences.map {
      Meaning(
        target: $0.target == found.target ? target : $0.target, isDeclaration: $0.isDeclaration,
        isSpeltOut: $0.isSpeltOut)
    }
    guard expected == renamed.occurrences.map(Meaning.init) else {
      throw .refused("'\(name)' would be taken for something else in this file")
    }
    return edits
  }
}

/// An occurrence without its place.
private struct Meaning: Equatable {
  var target: NameTarget
  var isDeclaration: Bool
  var isSpeltOut: Bool
}

extension Meaning {
  init(_ occurrence: Occurrence) {
    target = occurrence.target
    isDeclaration = occurrence.isDeclaration
    isSpeltOut = occurrence.isSpeltOut
  }
}

extension NameTarget {
  fileprivate func renamed(_ name: String) -> NameTarget {
    switch self {
    case .place: .place(name)
    case .state: .state(name)
    case .topic: .topic(name)
    case .variation: .variation(name)
    case .patient, .code, .cue, .rubric, .risk: self
    }
  }
}

/// The bytes after some edits in file order, none overlapping another.
func apply(_ edits: [Edit], to bytes: [UInt8]) -> [UInt8] {
  var result: [UInt8] = []
  var place = 0
  for edit in edits {
    guard edit.span.start >= place, edit.span.end <= bytes.count else { continue }
    result += bytes[place..<edit.span.start]
    result += edit.text.utf8
    place = edit.span.end
  }
  return result + bytes[place...]
}
