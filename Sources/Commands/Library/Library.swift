import Diagnostics
import ResponseCoding
import Rubrics
import ScenarioChecker
import ScenarioModel

/// The codebook and rubrics of this run, read and checked, and the scenario files beside them.
struct Library {
  let files: LibraryFiles
  let codebook: Codebook
  /// In the order in which a session reports them.
  let rubrics: [Rubric]
  /// What a scenario may name of it.
  let checking: CheckingLibrary

  init(files: LibraryFiles, codebook: Codebook, rubrics: [Rubric]) {
    self.files = files
    self.codebook = codebook
    self.rubrics = rubrics
    checking = CheckingLibrary(codebook: codebook, rubrics: rubrics)
  }
}

/// Files of the library that cannot be used, each with what is wrong with it.
struct BrokenLibrary: Error {
  let problems: [(file: SourceFile, diagnostics: [Diagnostic])]
}

/// A codebook with the word lists of its library; without it what keeps it from being used.
func readCodebook(
  of files: LibraryFiles, _ file: SourceFile
) -> (codebook: Codebook?, broken: [CheckedSource]) {
  let unreadable = ([file] + files.words).compactMap { file in
    file.encodingProblem(code: LibraryProblem.encoding).map { (file, [$0]) }
  }
  guard unreadable.isEmpty else { return (nil, unreadable) }
  let checked = readCodebook(file, words: files.words)
  guard checked.hasErrors || checked.codebook == nil else { return (checked.codebook, []) }
  let all = zip([file] + files.words, [checked.diagnostics] + checked.inWords)
  return (nil, all.filter { $0.1.hasErrors }.map { ($0.0, $0.1) })
}

/// Reads and checks codebook and rubrics; scenarios are checked when they are wanted.
func openLibrary(_ files: LibraryFiles) throws -> Library {
  guard let codebookFile = files.codebooks.first else {
    throw LibraryError(
      message: "\(files.origin) holds no codebook", help: "put a .codebook file into Rubrics")
  }
  if files.codebooks.count > 1 {
    throw LibraryError(
      message: "\(files.origin) holds \(files.codebooks.count) codebooks",
      help: "keep one .codebook file in Rubrics")
  }
  let (read, broken) = readCodebook(of: files, codebookFile)
  guard let codebook = read else { throw BrokenLibrary(problems: broken) }
  var rubrics: [Rubric] = []
  var problems: [(file: SourceFile, diagnostics: [Diagnostic])] = []
  for file in files.rubrics {
    let checked = readRubric(file, codebook: codebook)
    if let rubric = checked.rubric, !checked.diagnostics.hasErrors {
      rubrics.append(rubric)
    } else {
      problems.append((file, checked.diagnostics))
    }
  }
  guard problems.isEmpty else { throw BrokenLibrary(problems: problems) }
  return Library(files: files, codebook: codebook, rubrics: rubrics.sorted(by: inReportOrder))
}

/// Ratings before gates; validation, active listening, here and now as the field names them; then by id.
func inReportOrder(_ a: Rubric, _ b: Rubric) -> Bool {
  let usual = ["validation", "active listening", "here and now"]
  func rank(_ rubric: Rubric) -> Int {
    rubric.kind == .gate ? usual.count + 1 : usual.firstIndex(of: rubric.id) ?? usual.count
  }
  return (rank(a), a.id) < (rank(b), b.id)
}

/// A scenario of the library and the file it stands in.
struct LibraryScenario {
  let file: SourceFile
  let checked: CheckedFile
}

extension Library {
  func check(_ file: SourceFile) -> LibraryScenario {
    LibraryScenario(file: file, checked: checkScenario(file, library: checking, parts: files.part))
  }

  var scenarios: [LibraryScenario] { files.scenarios.map(check) }

  /// The scenario a person means: a file, or a name, id or title of the library.
  func scenario(named name: String) throws -> LibraryScenario {
    if isScenarioFile(name) {
      return check(try readSource(name))
    }
    let wanted = name.lowercased()
    let all = scenarios
    let found = all.filter { $0.names.contains(wanted) }
    if let scenario = found.first, found.count == 1 { return scenario }
    guard found.isEmpty else {
      throw LibraryError(
        message: "'\(name)' names \(found.count) scenarios: "
          + found.map(\.file.name).joined(separator: ", "),
        help: "name the file")
    }
    let nearest = nearestName(to: wanted, in: all.flatMap(\.names))
    throw LibraryError(
      message: "there is no scenario '\(name)'",
      help: nearest.map { "'\($0)' is close" } ?? "'attune scenarios' lists them")
  }
}

extension LibraryScenario {
  /// The file's name without its ending.
  var stem: String {
    let last = file.name.split(separator: "/").last.map(String.init) ?? file.name
    return last.hasSuffix(".scenario") ? String(last.dropLast(".scenario".count)) : last
  }

  /// What a person may call it, in lower case.
  fileprivate var names: [String] {
    let facts = checked.scenario?.facts
    return [stem, facts?.id, facts?.title].compactMap { $0?.lowercased() }
  }
}
