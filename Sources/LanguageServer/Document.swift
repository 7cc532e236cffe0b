import Diagnostics
import Outline
import Rubrics
import ScenarioChecker
import ScenarioSyntax

/// A file as it stands in an editor.
final class Document {
  enum Kind { case scenario, codebook, rubric }

  let uri: String
  let kind: Kind
  private(set) var file: SourceFile
  private(set) var version: Int?
  /// Nil where it has to be asked for.
  var library: CheckingLibrary?
  /// Whether the editor has not been told yet what is wrong with the present text.
  var isDirty = true
  private var knownTree: ScenarioTree?
  private var knownNames: ScenarioNames?
  private var knownDiagnostics: [Diagnostic]?

  init(uri: String, language: String?, version: Int?, text: String) {
    self.uri = uri
    self.version = version
    let path = path(of: uri)
    let name = path ?? uri
    kind =
      if name.hasSuffix(".codebook") || language == "attune-codebook" {
        .codebook
      } else if name.hasSuffix(".rubric") || language == "attune-rubric" {
        .rubric
      } else {
        .scenario
      }
    file = SourceFile(name: name, text: text)
  }

  func replace(_ text: [UInt8], version: Int?) {
    file = SourceFile(name: file.name, bytes: text)
    self.version = version
    knownTree = nil
    knownNames = nil
    recheck()
  }

  /// Forgets what is wrong, because what the file may name has changed.
  func recheck() {
    knownDiagnostics = nil
    isDirty = true
  }

  /// The file as a scenario, whatever it is.
  var tree: ScenarioTree {
    if let knownTree { return knownTree }
    let tree = readScenario(file)
    knownTree = tree
    return tree
  }

  var names: ScenarioNames {
    if let knownNames { return knownNames }
    let names = ScenarioNames(tree)
    knownNames = names
    return names
  }

  func diagnostics(with library: CheckingLibrary) -> [Diagnostic] {
    if let knownDiagnostics { return knownDiagnostics }
    let found = check(with: library)
    knownDiagnostics = found
    return found
  }

  private func check(with library: CheckingLibrary) -> [Diagnostic] {
    switch kind {
    case .codebook:
      file.encodingProblem(code: "R100").map { [$0] } ?? readCodebook(file).diagnostics
    case .rubric:
      // Without a codebook every name in it would be unknown.
      library.codebook.codes.isEmpty ? [] : readRubric(file, codebook: library.codebook).diagnostics
    case .scenario:
      checkedTree(checkScenario(file, library: library))
    }
  }

  private func checkedTree(_ checked: CheckedFile) -> [Diagnostic] {
    knownTree = checked.tree
    return checked.diagnostics
  }
}

/// The path of a `file:` address, `%20` and the like spelt out; nil for any other.
func path(of uri: String) -> String? {
  guard uri.hasPrefix("file://") else { return nil }
  let rest = uri.dropFirst("file://".count)
  guard let slash = rest.firstIndex(of: "/") else { return nil }
  var bytes: [UInt8] = []
  var encoded = rest[slash...].utf8[...]
  while let byte = encoded.popFirst() {
    let digits = encoded.prefix(2)
    if byte == UInt8(ascii: "%"), digits.count == 2,
      let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      encoded = encoded.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
