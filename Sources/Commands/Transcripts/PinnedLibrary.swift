import Diagnostics
import ResponseCoding
import Rubrics
import ScenarioModel
import Supervision
import TranscriptStore

/// The files a session was played with, opened again.
struct PinnedLibrary {
  let library: Library
  /// In the words of the variation that was played.
  let scenario: Scenario
  /// As its author first wrote it.
  let written: Scenario
  /// Those by which this scenario is rated.
  let rubrics: [Rubric]
  /// Coded responses to its lines; read anew each time, for few need them.
  var replies: StandingExamples.Replies { library.answers(to: written).replies }
}

/// What a rater needs of the files a session was played with.
struct PinnedRubrics {
  let rubrics: [Rubric]
  /// Its codes and cues; nothing is coded with it.
  let codebook: Codebook
  let dimensions: [DimensionRating]
}

/// Opens what a session is rated by, and each file once: a transcript should be there at once, and what
/// the program hears by is most of a library.
func openForRating(_ session: StoredSession) throws -> PinnedRubrics {
  let files = session.libraryFiles
  guard let book = files.codebooks.first,
    let codebook = readCodebook(of: files, book.withoutEvidence).codebook,
    let file = files.scenarios.first
  else { throw StoreError.unreadable(session: session.record.id) }
  let (rubrics, hashes) = session.readRubrics(codebook)
  let library = Library(
    files: files, codebook: codebook, rubrics: rubrics.sorted(by: inReportOrder))
  guard let scenario = library.check(file).checked.scenario else {
    throw StoreError.unreadable(session: session.record.id)
  }
  let rated = library.rubrics.filter { scenario.facts.rubrics.contains($0.id) }
  return PinnedRubrics(
    rubrics: rated, codebook: codebook, dimensions: dimensions(rated, hashes: hashes))
}

extension StoredSession {
  /// The rubrics it was played with, and the hashes of their files by id.
  func readRubrics(_ codebook: Codebook) -> (rubrics: [Rubric], hashes: [String: String]) {
    var (rubrics, hashes) = ([Rubric](), [String: String]())
    for file in files where file.kind == .rubric {
      let source = SourceFile(name: file.name, bytes: file.bytes)
      guard let rubric = readRubric(source, codebook: codebook).rubric else { continue }
      rubrics.append(rubric)
      if hashes[rubric.id] == nil { hashes[rubric.id] = file.sha256 }
    }
    return (rubrics, hashes)
  }

  /// The files it was played with, as those of a library.
  fileprivate var libraryFiles: LibraryFiles {
    func files(_ kind: PinnedFile.Kind) -> [SourceFile] {
      self.files.filter { $0.kind == kind }.map { SourceFile(name: $0.name, bytes: $0.bytes) }
    }
    return LibraryFiles(
      origin: "session \(record.id)",
      scenarios: files(.scenario).filter { !isPart($0.name) },
      codebooks: files(.codebook).filter { !isWords($0.name) && !isResponses($0.name) },
      rubrics: files(.rubric), words: files(.codebook).filter { isWords($0.name) },
      responses: files(.codebook).filter { isResponses($0.name) },
      parts: files(.scenario).filter { isPart($0.name) }, readsDisk: false)
  }
}

/// Opens the library a session keeps; it was free of errors when the session began.
func openPinned(_ session: StoredSession) throws -> PinnedLibrary {
  let library = try openLibrary(session.libraryFiles)
  guard let file = library.files.scenarios.first,
    let scenario = library.check(file).checked.scenario
  else {
    throw StoreError.unreadable(session: session.record.id)
  }
  guard let played = scenario.played(in: session.variation) else {
    throw StoreError.unreadable(session: session.record.id)
  }
  return PinnedLibrary(
    library: library, scenario: played, written: scenario,
    rubrics: library.rubrics.filter { scenario.facts.rubrics.contains($0.id) })
}

/// Files of words and of responses are kept as parts of the codebook, and known again by the
/// endings of their names.
private func isWords(_ name: String) -> Bool { name.hasSuffix(".words") }

private func isResponses(_ name: String) -> Bool { name.hasSuffix(".responses") }

extension Scenario {
  /// The scenario in the words of the variation of this name; nil where it has none such.
  func played(in variation: String?) -> Scenario? {
    guard let variation else { return self }
    return variations.first { $0.name == variation }.map { varied(by: $0) }
  }
}
