import Diagnostics
import ResponseCoding
import Rubrics
import ScenarioModel
import TranscriptStore

/// The files a session was played with, opened again.
struct PinnedLibrary {
  let library: Library
  /// In the words of the variation that was played.
  let scenario: Scenario
  /// Those by which this scenario is rated.
  let rubrics: [Rubric]
  /// Coded responses to its lines.
  let replies: StandingExamples.Replies
}

/// Opens the library a session keeps; it was free of errors when the session began.
func openPinned(_ session: StoredSession) throws -> PinnedLibrary {
  func files(_ kind: PinnedFile.Kind) -> [SourceFile] {
    session.files.filter { $0.kind == kind }.map { SourceFile(name: $0.name, bytes: $0.bytes) }
  }
  let library = try openLibrary(
    LibraryFiles(
      origin: "session \(session.record.id)",
      scenarios: files(.scenario).filter { !isPart($0.name) },
      codebooks: files(.codebook).filter { !isWords($0.name) && !isResponses($0.name) },
      rubrics: files(.rubric), words: files(.codebook).filter { isWords($0.name) },
      responses: files(.codebook).filter { isResponses($0.name) },
      parts: files(.scenario).filter { isPart($0.name) }, readsDisk: false))
  guard let file = library.files.scenarios.first,
    let scenario = library.check(file).checked.scenario
  else {
    throw StoreError.unreadable(session: session.record.id)
  }
  guard let played = scenario.played(in: session.variation) else {
    throw StoreError.unreadable(session: session.record.id)
  }
  return PinnedLibrary(
    library: library, scenario: played,
    rubrics: library.rubrics.filter { scenario.facts.rubrics.contains($0.id) },
    replies: library.answers(to: scenario).replies)
}

/// Files of words and of responses are kept as parts of the codebook, and known again by the endings
/// of their names.
private func isWords(_ name: String) -> Bool { name.hasSuffix(".words") }

private func isResponses(_ name: String) -> Bool { name.hasSuffix(".responses") }

extension Scenario {
  /// The scenario in the words of the variation of this name; nil where it has none such.
  func played(in variation: String?) -> Scenario? {
    guard let variation else { return self }
    return variations.first { $0.name == variation }.map { varied(by: $0) }
  }
}
