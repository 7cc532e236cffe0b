import Playtesting
import Rubrics
import ScenarioModel
import Scoring
import TranscriptModel
import TranscriptStore

/// What an ended session came to, in the numbers in which it is compared with others.
func summary(
  of score: SessionScore, _ exchanges: [Exchange], _ ending: SessionEnding, with scenario: Scenario,
  variation: String?, codebook: Codebook
) -> SessionSummary {
  let facts = scenario.facts
  // A library may hold two rubrics of one id; the first one stands for both.
  var seen: Set<String> = []
  return SessionSummary(
    area: facts.area, phase: facts.phase, difficulty: facts.difficulty, variation: variation,
    mark: facts.isDrill ? drillMark(ending, exchanges) : nil, gate: keptGate(score.gate),
    ratings: score.dimensions.filter { seen.insert($0.id).inserted }.map {
      KeptRating(dimension: $0.id, title: $0.title, level: $0.estimate.level)
    },
    tallies: tallies(
      score.dimensions.flatMap(\.opportunities) + score.gates.flatMap(\.opportunities)),
    indices: explainedIndices(exchanges, codebook: codebook).map {
      KeptIndex(name: $0.name, value: $0.value, unit: $0.unit)
    })
}

/// What the answer to a hard moment was worth, from 1 to 5: where it led, and one less for a good
/// or poor answer in which something harmful was heard.
func drillMark(_ ending: SessionEnding, _ exchanges: [Exchange]) -> Int {
  let isHarmful = exchanges.flatMap(\.response.codes).contains {
    $0.families.contains("unhelpful any") && $0.count == 1
  }
  return switch ending.grade {
  case "good": isHarmful ? 4 : 5
  case "mixed": 3
  case "poor": isHarmful ? 1 : 2
  default: 1
  }
}

/// The ended sessions of a trainee, oldest first, each with its summary.
///
/// A summary that is missing, as of a session an earlier attune kept, is made with the files the
/// session was played with, and kept. It stays nil where those cannot be read.
func summaries(of trainee: String, in store: TranscriptStore) throws -> [SummarisedSession] {
  try store.endedSessions(of: trainee).map { session in
    guard session.summary == nil, let made = try summary(of: session.record, in: store) else {
      return session
    }
    try store.keep(made, of: session.record.id)
    var session = session
    session.summary = made
    return session
  }
}

private func summary(
  of record: SessionRecord, in store: TranscriptStore
) throws -> SessionSummary? {
  let session: StoredSession
  do {
    session = try store.load(record.id)
  } catch StoreError.unreadable {
    return nil
  }
  return (try? openPinned(session)).flatMap { summary(of: session, $0) }
}

/// Nil for a session that goes on.
private func summary(of session: StoredSession, _ pinned: PinnedLibrary) -> SessionSummary? {
  guard let ending = session.record.state.ending else { return nil }
  let (exchanges, _) = exchanges(of: session)
  let codebook = pinned.library.codebook
  return summary(
    of: score(exchanges, rubrics: pinned.rubrics, codebook: codebook), exchanges, ending,
    with: pinned.scenario, variation: session.variation, codebook: codebook)
}

/// Keeps the summary of an ended session that an earlier attune kept without one.
func keepMissingSummary(
  of session: StoredSession, _ pinned: @autoclosure () throws -> PinnedLibrary,
  in store: TranscriptStore
) throws {
  let id = session.record.id
  guard try !store.hasSummary(id), let made = summary(of: session, try pinned()) else { return }
  try store.keep(made, of: id)
}

/// Sorted by dimension and cue; what is still open counts nowhere.
private func tallies(_ opportunities: [Opportunity]) -> [CueTally] {
  struct Place: Hashable {
    let dimension: String
    let cue: String
  }
  return Dictionary(grouping: opportunities.filter { $0.outcome != .open }) {
    Place(dimension: $0.dimension, cue: $0.cue)
  }
  .sorted { ($0.key.dimension, $0.key.cue) < ($1.key.dimension, $1.key.cue) }
  .map { place, moments in
    func count(_ outcome: Opportunity.Outcome) -> Int { moments.count { $0.outcome == outcome } }
    return CueTally(
      dimension: place.dimension, cue: place.cue, met: count(.met), half: count(.half),
      missed: count(.missed), harmed: count(.harmed))
  }
}

private func keptGate(_ gate: GateResult) -> SessionSummary.Gate {
  switch gate {
  case .pass: .pass
  case .fail: .fail
  case .open: .open
  case .notApplicable: .notApplicable
  }
}
