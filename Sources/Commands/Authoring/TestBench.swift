import Diagnostics
import Playtesting
import ResponseCoding
import ScenarioModel
import Terminal

/// A scenario file and how its checks came out.
struct TestedFile {
  let entry: LibraryScenario
  var checks: [CheckResult] = []

  var file: SourceFile { entry.file }
  /// Whether it cannot be played, because it or a file it uses has errors.
  var hasErrors: Bool { entry.checked.scenario == nil }
  /// Those errors, each with its file.
  var errors: [(file: SourceFile, diagnostic: Diagnostic)] {
    let own = (file: file, diagnostics: entry.checked.diagnostics)
    return ([own] + entry.checked.parts).flatMap { item in
      item.diagnostics.filter { $0.severity == .error }.map { (item.file, $0) }
    }
  }
  var isAsExpected: Bool { !hasErrors && checks.allSatisfy(\.holds) }

  /// A failure at the words it is about.
  func diagnostic(for failure: CheckFailure) -> Diagnostic {
    let found = failure.words.flatMap { file.span(of: $0, onLine: failure.line) }
    return Diagnostic(failure, at: found ?? line(failure.line))
  }

  /// The failure with its line and, where a walk shows it, that walk as a Check to be pasted.
  func text(for failure: CheckFailure) -> String {
    let text = render(diagnostic(for: failure), in: file)
    guard let path = failure.path else { return text }
    // So that it can be pasted as it stands; what to expect of it is the author's to say.
    let lines = ["# Check: a walk to look at"] + path.checkLines + ["expect not good ending"]
    return text + "  this walk shows it:\n" + lines.map { "    \(neutralised($0))\n" }.joined()
  }

  private func line(_ number: Int) -> Span {
    guard file.lineStarts.indices.contains(number - 1) else { return Span(0, 0) }
    return file.lineSpan(number - 1)
  }
}

/// Opens scenario files, each with the library it lies in, and runs their checks.
struct TestBench {
  private let run: Run
  private let only: String?
  /// What was opened so far, by folder; the library of this run has the empty name.
  private var opened: [String: (library: Library, coder: ResponseCoder)] = [:]
  private var owners = LibraryOwners()

  init(_ run: Run, only: String?) {
    self.run = run
    self.only = only?.lowercased()
  }

  /// The files a person named, each once; without a name those of the library.
  mutating func sources() throws -> [SourceFile] {
    let named = run.command.arguments
    guard !named.isEmpty else { return try open("").library.files.scenarios }
    var result: [SourceFile] = []
    for name in named {
      if isFolder(name) {
        let files = try readFiles(in: name, endings: [".scenario"])
        guard !files.isEmpty else {
          throw LibraryError(
            message: "'\(name)' holds no scenario file", help: "their names end in .scenario")
        }
        result += files
      } else if name == "-" {
        result.append(
          SourceFile(name: name, bytes: try run.surroundings.streams.input.readToEnd()))
      } else if isScenarioFile(name) {
        result.append(try readSource(name))
      } else {
        result.append(try open("").library.scenario(named: name).file)
      }
    }
    var seen: Set<String> = []
    return result.filter { seen.insert(absolute($0.name)).inserted }
  }

  mutating func test(_ file: SourceFile) throws -> TestedFile {
    let folder = run.command.string("library") == nil ? owners.folder(of: file.name) : nil
    let (library, coder) = try open(folder ?? "")
    let entry = library.check(file)
    guard let scenario = entry.checked.scenario else { return TestedFile(entry: entry) }
    let checks = scenario.checks.filter { check in
      only.map(check.name.lowercased().contains) ?? true
    }
    let errors = run.errors
    let replies = checks.isEmpty ? [:] : library.answers(to: scenario).replies
    let results = checks.map { check in
      runCheck(
        check, of: scenario, coder: coder, rubrics: library.rubrics, codebook: library.codebook,
        replies: replies
      ) { scenario, times, seed in
        var progress = ProgressLine(errors)
        defer { progress.erase() }
        return walk(scenario, times: times, seed: seed, coder: coder, replies: replies) { done in
          progress.show(done, of: times, "walks")
        }
      }
    }
    return TestedFile(entry: entry, checks: results)
  }

  private mutating func open(
    _ folder: String
  ) throws -> (library: Library, coder: ResponseCoder) {
    if let known = opened[folder] { return known }
    let own = folder.isEmpty ? nil : try readLibrary(at: folder)
    let library = try own.map(openLibrary) ?? run.library()
    let entry = (library, ResponseCoder(library.codebook))
    opened[folder] = entry
    return entry
  }
}
