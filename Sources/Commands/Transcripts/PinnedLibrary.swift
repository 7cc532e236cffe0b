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

/// Opens what a session is rated by. The weights of the codebook, most of it by far, are not read: a
/// transcript should be there at once.
func openForRating(_ session: StoredSession) throws -> PinnedRubrics {
  let pinned = try openPinned(session, readsWeights: false)
  return PinnedRubrics(
    rubrics: pinned.rubrics, codebook: pinned.library.codebook,
    dimensions: dimensions(of: pinned, session))
}

/// Opens the library a session keeps; it was free of errors when the session began.
func openPinned(_ session: StoredSession, readsWeights: Bool = true) throws -> PinnedLibrary {
  func files(_ kind: PinnedFile.Kind) -> [SourceFile] {
    session.files.filter { $0.kind == kind }.map { SourceFile(name: $0.name, bytes: $0.bytes) }
  }
  let codebooks = files(.codebook).filter { !isWords($0.name) && !isResponses($0.name) }
  let library = try openLibrary(
    LibraryFiles(
      origin: "session \(session.record.id)",
      scenarios: files(.scenario).filter { !isPart($0.name) },
      codebooks: readsWeights ? codebooks : codebooks.map(\.withoutWeights),
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
