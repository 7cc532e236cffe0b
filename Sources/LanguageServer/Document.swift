import Diagnostics
import Outline
import Rubrics
import ScenarioChecker
import ScenarioModel
import ScenarioSyntax

/// A file as it stands in an editor.
final class Document {
  enum Kind { case scenario, part, codebook, words, rubric, responses }

  let uri: String
  let kind: Kind
  private(set) var file: SourceFile
  private(set) var version: Int?
  /// Nil where it has to be asked for.
  var library: CheckingLibrary?
  /// Whether the editor has not been told yet what is wrong with the present text.
  var isDirty = true
  private var knownTree: ScenarioTree?
  /// The files it uses, as the last check has found them.
  private(set) var parts: [SourceFile] = []
  private var knownNames: ScenarioNames?
  private var knownDiagnostics: [Diagnostic]?

  init(uri: String, language: String?, version: Int?, text: String) {
    self.uri = uri
    self.version = version
    let path = path(of: uri)
    let name = path ?? uri
    kind =
      if name.hasSuffix(".words") {
        .words
      } else if name.hasSuffix(".responses") || name.hasSuffix(".anchor") {
        .responses
      } else if name.hasSuffix(".codebook") || language == "attune-codebook" {
        .codebook
      } else if name.hasSuffix(".rubric") || language == "attune-rubric" {
        .rubric
      } else {
        name.hasSuffix(".part") ? .part : .scenario
      }
    file = SourceFile(name: name, text: text)
  }

  /// Whether it is a scenario or part of one.
  var isScenario: Bool { kind == .scenario || kind == .part }

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
    knownNames = nil
    isDirty = true
  }

  /// The file as a scenario, whatever it is.
  var tree: ScenarioTree {
    if let knownTree { return knownTree }
    let tree = readScenario(file)
    knownTree = tree
    return tree
  }

  /// The names of the file and of those it uses, once it has been checked.
  var names: ScenarioNames {
    if let knownNames { return knownNames }
    let names = ScenarioNames(tree, parts: parts.map(readScenario))
    knownNames = names
    return names
  }

  func diagnostics(with library: CheckingLibrary, _ world: EditorLibrary) -> [Diagnostic] {
    if let knownDiagnostics { return knownDiagnostics }
    let found = check(with: library, world)
    knownDiagnostics = found
    return found
  }

  private func check(with library: CheckingLibrary, _ world: EditorLibrary) -> [Diagnostic] {
    switch kind {
    case .codebook:
      world.checkRubricsFile(file) ?? file.encodingProblem(code: "R100").map { [$0] }
        ?? readCodebook(file).diagnostics
    case .words, .responses: world.checkRubricsFile(file) ?? []
    case .rubric:
      // Without a codebook every name in it would be unknown.
      library.codebook.codes.isEmpty ? [] : readRubric(file, codebook: library.codebook).diagnostics
    case .scenario, .part:
      problems(
        of: checkScenario(file, library: library, parts: world.part), world.heardOtherwise)
    }
  }

  private func problems(
    of checked: CheckedFile, _ further: (Scenario, SourceFile) -> [Diagnostic]
  ) -> [Diagnostic] {
    knownTree = checked.tree
    parts = checked.parts.map(\.file)
    let heard = checked.scenario.map { further($0, file) } ?? []
    return (checked.diagnostics + heard).inFileOrder()
      + checked.parts.flatMap { part in
        part.diagnostics.prefix(5).map { diagnostic in
          let line = part.file.line(at: diagnostic.span.start) + 1
          return Diagnostic(
            ProblemElsewhere(diagnostic, in: part.file.name, line: line), at: useSpan(part.file))
        }
      }
  }

  /// Where the file is named after `use:`; the beginning for one that a used file uses.
  private func useSpan(_ part: SourceFile) -> Span {
    let uses = tree.header.filter { $0.name.equals("use") }.compactMap(\.value)
      .flatMap { $0.pieces(between: ",") }
    let stem = part.name.split(separator: "/").last.map(String.init) ?? part.name
    return (uses.first { $0.text.hasSuffix(stem) } ?? uses.first)?.span ?? Span(0, 0)
  }
}

/// A problem of a file that this one uses.
private struct ProblemElsewhere: Problem {
  let code: String
  let severity: Severity
  let message: String
  let help: String?

  init(_ diagnostic: Diagnostic, in name: String, line: Int) {
    code = diagnostic.code
    severity = diagnostic.severity
    help = diagnostic.help
    message = "\(name), line \(line): \(diagnostic.message)"
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

/// The `file:` address of a path.
func address(of path: String) -> String {
  var result = "file://"
  for byte in path.utf8 {
    let scalar = Unicode.Scalar(byte)
    let isPlain =
      byte < 0x80
      && (scalar.properties.isAlphabetic || "0123456789-._~/".unicodeScalars.contains(scalar))
    if isPlain {
      result.unicodeScalars.append(scalar)
    } else {
      let digits = String(byte, radix: 16, uppercase: true)
      result += digits.count == 1 ? "%0" + digits : "%" + digits
    }
  }
  return result
}
