import Calibration
import Diagnostics
import LanguageServer
import Playtesting
import ResponseCoding
import Rubrics
import ScenarioChecker
import ScenarioModel

/// The libraries of the files open in an editor, each read once until something in one changes.
final class EditorLibraries {
  private let run: Run
  private var owners = LibraryOwners()
  private var known: [String: OpenedLibrary] = [:]
  private var coders: [String: ResponseCoder] = [:]

  init(_ run: Run) { self.run = run }

  var forEditor: EditorLibrary {
    EditorLibrary(
      checking: { path in self.library(of: path).checking },
      heardOtherwise: { scenario, file in self.choices(of: scenario, in: file) },
      checkRubricsFile: { self.diagnostics(ofRubricsFile: $0) },
      part: { try? readSource($0) }, command: { $0.arguments }, forget: { self.forget() })
  }

  private func forget() {
    owners = LibraryOwners()
    known = [:]
    coders = [:]
  }

  /// The library a file lies in, else that of this run; `--library` names one for every file.
  private func library(of path: String?) -> OpenedLibrary {
    let folder = folder(of: path)
    if let library = known[folder] { return library }
    let named = run.command.string("library")
    // Whatever cannot be read keeps nobody from writing: no name is called unknown then.
    let own = folder.isEmpty ? nil : try? readLibrary(at: folder)
    let files = own ?? (try? findLibrary(named: named, run.surroundings)) ?? bundledLibrary
    let library = OpenedLibrary(files)
    known[folder] = library
    return library
  }

  /// Empty for a file outside every library.
  private func folder(of path: String?) -> String {
    guard run.command.string("library") == nil, let path else { return "" }
    return owners.folder(of: path) ?? ""
  }

  private func choices(of scenario: Scenario, in file: SourceFile) -> [Diagnostic] {
    guard let codebook = library(of: file.name).codebook,
      scenario.beats.contains(where: { !$0.choices.isEmpty })
    else { return [] }
    let coder = coder(of: file, codebook)
    return choiceProblems(of: scenario, in: file, coder: coder, codebook: codebook)
  }

  private func diagnostics(ofRubricsFile file: SourceFile) -> [Diagnostic]? {
    let library = library(of: file.name)
    if file.name.hasSuffix(".codebook") { return codebookDiagnostics(file, library.files.words) }
    if file.name.hasSuffix(".words") { return wordDiagnostics(of: file, library.files) }
    if file.name.hasSuffix(".anchor") {
      return readAnchor(
        file, rubrics: library.checking.wholeRubrics,
        isComplete: library.codebook != nil && library.broken.isEmpty
      ).diagnostics
    }
    guard file.name.hasSuffix(".responses") else { return nil }
    if let problem = file.encodingProblem(code: LibraryProblem.encoding) { return [problem] }
    guard let codebook = library.codebook else { return [] }
    return readCodedResponses(file, coder: coder(of: file, codebook)).diagnostics
  }

  private func coder(of file: SourceFile, _ codebook: Codebook) -> ResponseCoder {
    let folder = folder(of: file.name)
    let coder = coders[folder] ?? ResponseCoder(codebook)
    coders[folder] = coder
    return coder
  }
}

extension EditorCommand {
  /// What to type for it.
  fileprivate var arguments: [String] {
    switch self {
    case .playFrom(let path, let beat): ["attune", "practice", path, "--start", beat]
    case .runCheck(let path, let check): ["attune", "test", path, "--only", check]
    }
  }
}
