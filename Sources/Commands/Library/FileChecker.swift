import Calibration
import Diagnostics
import FoundationEssentials
import Lessons
import Outline
import Playtesting
import ResponseCoding
import Rubrics
import ScenarioChecker
import ScenarioModel
import ScenarioSyntax

/// A file and what is wrong with it.
typealias CheckedSource = (file: SourceFile, diagnostics: [Diagnostic])

/// Checks files by their endings, each with the codebook of the library it lies in.
///
/// A file lies in the nearest folder above it whose `Rubrics` holds a codebook; where there is
/// none, it is checked with the library of this run. A library named with `--library` is used for
/// every file.
struct FileChecker {
  private let library: () throws -> LibraryFiles
  private let isNamed: Bool
  /// What was opened so far, by folder; the library of this run has the empty name.
  private var opened: [String: OpenedLibrary] = [:]
  private var owners = LibraryOwners()
  private var firstFiles: [String: String] = [:]
  /// By folder; compiled where the first choices are met.
  private var coders: [String: ResponseCoder] = [:]
  /// By folder; gathered where the first lesson is met.
  private var referenceNames: [String: [String]] = [:]
  /// Files of a library that were not asked for, but keep others from being checked.
  private(set) var further: [CheckedSource] = []
  /// Files that the checked ones use, by their whole paths, with what is wrong with them there.
  private(set) var parts: [String: CheckedSource] = [:]

  init(isNamed: Bool, library: @escaping () throws -> LibraryFiles) {
    self.isNamed = isNamed
    self.library = library
  }

  /// Everything that is wrong with the files, and with files of their libraries that are broken.
  static func check(
    _ files: [SourceFile], isNamed: Bool, library: @escaping () throws -> LibraryFiles
  ) throws -> [CheckedSource] {
    var checker = FileChecker(isNamed: isNamed, library: library)
    var result: [CheckedSource] = []
    for file in files { result.append((file, try checker.diagnostics(of: file))) }
    let asked = Set(files.map { absolute($0.name) })
    result = result.map { item in
      let inUse = checker.parts[absolute(item.file.name)]?.diagnostics ?? []
      return (
        item.file, inUse.isEmpty ? item.diagnostics : (item.diagnostics + inUse).inFileOrder()
      )
    }
    let used = checker.parts.sorted { $0.key < $1.key }.map(\.value)
      .filter { !$0.diagnostics.isEmpty }
    return result
      + (used + checker.further).filter { !asked.contains(absolute($0.file.name)) }
  }

  mutating func diagnostics(of file: SourceFile) throws -> [Diagnostic] {
    if file.name.hasSuffix(".settings") { return readSettings(file).diagnostics }
    let owner = owner(of: file)
    if file.name.hasSuffix(".codebook") {
      let own = codebookDiagnostics(file, try open(owner).files.words)
      return clash(owner, "codebook", file, at: Span(0, file.lineSpan(0).end)) {
        LibraryProblem.secondCodebook(first: $0)
      } + own
    }
    let library = try open(owner)
    if file.name.hasSuffix(".words") { return wordDiagnostics(of: file, library.files) }
    if file.name.hasSuffix(".rubric") {
      if let problem = file.encodingProblem(code: LibraryProblem.encoding) { return [problem] }
      guard let codebook = library.codebook else { return [] }
      let checked = readRubric(file, codebook: codebook)
      guard let id = checked.rubric?.id else { return checked.diagnostics }
      return clash(owner, "rubric " + id, file, at: idSpan(readOutline(file).front, file)) {
        LibraryProblem.rubricIDTaken(id, by: $0)
      } + checked.diagnostics
    }
    if file.name.hasSuffix(".responses") { return responseDiagnostics(of: file, owner, library) }
    if file.name.hasSuffix(".anchor") {
      if let problem = file.encodingProblem(code: LibraryProblem.encoding) { return [problem] }
      let checked = readAnchor(
        file, rubrics: library.checking.wholeRubrics,
        isComplete: library.codebook != nil && library.broken.isEmpty)
      guard let id = checked.anchor?.id else { return checked.diagnostics }
      return clash(owner, "anchor " + id, file, at: idSpan(readOutline(file).front, file)) {
        LibraryProblem.anchorIDTaken(id, by: $0)
      } + checked.diagnostics
    }
    if isLesson(file.name) { return lessonDiagnostics(of: file, owner, library) }
    let checked = checkScenario(file, library: library.checking, parts: library.files.part)
    for part in checked.parts {
      let earlier = parts[absolute(part.file.name)]?.diagnostics ?? []
      let own = choices(of: checked.scenario, in: part.file, owner, library)
      parts[absolute(part.file.name)] = (
        part.file, (earlier + part.diagnostics + own).inFileOrder()
      )
    }
    guard let scenario = checked.scenario else { return checked.diagnostics }
    let id = scenario.facts.id
    return clash(owner, "scenario " + id, file, at: idSpan(checked.tree.outline.front, file)) {
      LibraryProblem.scenarioIDTaken(id, by: $0)
    } + (checked.diagnostics + choices(of: scenario, in: file, owner, library)).inFileOrder()
  }

  private mutating func responseDiagnostics(
    of file: SourceFile, _ owner: String, _ library: OpenedLibrary
  ) -> [Diagnostic] {
    if let problem = file.encodingProblem(code: LibraryProblem.encoding) { return [problem] }
    guard let codebook = library.codebook else { return [] }
    let checked = readCodedResponses(file, coder: coder(of: owner, codebook))
    let taken = checked.responses.lines.flatMap { line in
      clash(owner, "line " + line.id, file, at: line.place) {
        LibraryProblem.lineIDTaken(line.id, by: $0)
      }
    }
    return (checked.diagnostics + taken).inFileOrder()
  }

  private mutating func lessonDiagnostics(
    of file: SourceFile, _ owner: String, _ library: OpenedLibrary
  ) -> [Diagnostic] {
    if let problem = file.encodingProblem(code: LibraryProblem.encoding) { return [problem] }
    guard let codebook = library.codebook else { return [] }
    let checked = readLesson(file, codebook: codebook)
    guard let lesson = checked.lesson else { return checked.diagnostics }
    let heard = exampleProblems(of: lesson, coder: coder(of: owner, codebook))
    // Outside a library nobody can tell what there is to go on with.
    let unknown =
      isNamed || !owner.isEmpty
      ? referenceProblems(
        of: lesson, known: references(of: owner, library, codebook) + lesson.cards.map(\.title))
      : []
    return clash(owner, "lesson " + lesson.id, file, at: idSpan(readOutline(file).front, file)) {
      LibraryProblem.lessonIDTaken(lesson.id, by: $0)
    } + (checked.diagnostics + heard + unknown).inFileOrder()
  }

  private mutating func references(
    of owner: String, _ library: OpenedLibrary, _ codebook: Codebook
  ) -> [String] {
    let names = referenceNames[owner] ?? ReferenceNames(library.files, codebook).all
    referenceNames[owner] = names
    return names
  }

  private mutating func coder(of owner: String, _ codebook: Codebook) -> ResponseCoder {
    let coder = coders[owner] ?? ResponseCoder(codebook)
    coders[owner] = coder
    return coder
  }

  /// Where what is heard in a choice is not what its author declares.
  private mutating func choices(
    of scenario: Scenario?, in file: SourceFile, _ owner: String, _ library: OpenedLibrary
  ) -> [Diagnostic] {
    guard let codebook = library.codebook, let scenario,
      scenario.beats.contains(where: { !$0.choices.isEmpty })
    else { return [] }
    return choiceProblems(
      of: scenario, in: file, coder: coder(of: owner, codebook), codebook: codebook)
  }

  /// Says so where another file of the same library has this name already.
  private mutating func clash(
    _ owner: String, _ name: String, _ file: SourceFile, at span: Span,
    _ problem: (String) -> LibraryProblem
  ) -> [Diagnostic] {
    let key = owner + "\n" + name.lowercased()
    guard let first = firstFiles[key] else {
      firstFiles[key] = file.name
      return []
    }
    return [Diagnostic(problem(first), at: span)]
  }

  private func idSpan(_ front: FrontMatter?, _ file: SourceFile) -> Span {
    for line in front?.entries ?? [] {
      if let value = line.phrase.after("id:"), !value.isEmpty { return value.span }
    }
    return Span(0, file.lineSpan(0).end)
  }

  /// The folder of the library a file lies in; empty for none.
  private mutating func owner(of file: SourceFile) -> String {
    isNamed ? "" : owners.folder(of: file.name) ?? ""
  }

  private mutating func open(_ folder: String) throws -> OpenedLibrary {
    if let known = opened[folder] { return known }
    let own = folder.isEmpty ? nil : try readLibrary(at: folder)
    let library = OpenedLibrary(try own ?? library())
    opened[folder] = library
    further += library.broken
    return library
  }
}

/// Codebook and rubrics of a library as far as they can be used.
struct OpenedLibrary {
  let files: LibraryFiles
  var codebook: Codebook?
  let checking: CheckingLibrary
  var broken: [CheckedSource] = []

  init(_ files: LibraryFiles) {
    self.files = files
    if let file = files.codebooks.first {
      (codebook, broken) = readCodebook(of: files, file)
    }
    var rubrics: [Rubric] = []
    for file in files.rubrics {
      guard let codebook else { continue }
      let checked = readRubric(file, codebook: codebook)
      if let rubric = checked.rubric {
        rubrics.append(rubric)
      } else {
        broken.append((file, checked.diagnostics))
      }
    }
    checking = CheckingLibrary(
      codebook: codebook ?? Codebook(), rubrics: rubrics,
      isComplete: codebook != nil && broken.isEmpty)
  }
}

func codebookDiagnostics(_ file: SourceFile, _ words: [SourceFile]) -> [Diagnostic] {
  file.encodingProblem(code: LibraryProblem.encoding).map { [$0] }
    ?? readCodebook(file, words: words).diagnostics
}

/// What is wrong with a file of words among those of its library.
func wordDiagnostics(of file: SourceFile, _ library: LibraryFiles) -> [Diagnostic] {
  if let problem = file.encodingProblem(code: LibraryProblem.encoding) { return [problem] }
  var words = library.words
  let place = words.firstIndex { absolute($0.name) == absolute(file.name) } ?? words.count
  if place < words.count { words[place] = file } else { words.append(file) }
  let codebook = library.codebooks.first ?? SourceFile(name: "", bytes: [])
  return readCodebook(codebook, words: words).inWords[place]
}
