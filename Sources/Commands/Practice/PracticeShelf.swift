import DeliberatePractice
import FoundationEssentials
import Rubrics
import ScenarioModel
import TranscriptStore

/// What a library has to practise with, and what a trainee has practised of it.
struct PracticeShelf {
  let library: Library
  /// Whole sessions and drills, without those that have errors.
  let scenarios: [LibraryScenario]
  let drills: [Drill]
  private(set) var history = PracticeHistory()
  /// Days since 1970.
  private(set) var today = 0
  /// The latest session that did not come to its end.
  private(set) var unfinished: SessionRecord?

  init(_ library: Library, of trainee: String, in store: TranscriptStore, now: String) throws {
    self.library = library
    var seen: Set<String> = []
    let playable = library.scenarios.filter { entry in
      entry.checked.scenario.map { seen.insert($0.facts.id).inserted } ?? false
    }
    scenarios = playable.filter { $0.checked.scenario?.facts.isDrill == false }
    drills = playable.compactMap { Commands.drill($0, library) }
    all = playable
    try bringUpToDate(of: trainee, in: store, now: now)
  }

  /// Looks again at what was practised; the library stays as it was read.
  mutating func bringUpToDate(of trainee: String, in store: TranscriptStore, now: String) throws {
    let kept = try summaries(of: trainee, in: store)
    history = PracticeHistory(
      drills: kept.compactMap(pastDrill), sessions: kept.compactMap(pastSession))
    today = day(of: now) ?? 0
    unfinished = try store.sessions(of: trainee).first { $0.state.ending == nil && !$0.isDrill }
  }

  private let all: [LibraryScenario]

  func entry(of id: String) -> LibraryScenario? {
    all.first { $0.checked.scenario?.facts.id == id }
  }

  /// For each cue what the patient does who offers it.
  var cueWords: [String: String] {
    Dictionary(
      library.codebook.cues.map { ($0.name, $0.coaching) }, uniquingKeysWith: { first, _ in first })
  }
}

extension Run {
  func shelf(of trainee: String) throws -> PracticeShelf {
    try PracticeShelf(library(), of: trainee, in: store(), now: surroundings.now())
  }
}

/// The day of a time such as `2026-03-01T09:30:00Z`, counted since 1970; nil for anything else.
func day(of time: String) -> Int? {
  guard let date = try? Date(time, strategy: .iso8601) else { return nil }
  return Int((date.timeIntervalSince1970 / 86_400).rounded(.down))
}

/// Nil for a whole session.
private func drill(_ entry: LibraryScenario, _ library: Library) -> Drill? {
  guard let scenario = entry.checked.scenario, scenario.facts.isDrill else { return nil }
  let facts = scenario.facts
  let codes = library.codebook.codes.filter { code in facts.drill.contains(where: code.isNamed) }
  let cues = scenario.beats.first.map { beat in
    Set(beat.opening.flatMap(\.alternatives).flatMap(\.cues)).sorted()
  }
  let rubrics = library.rubrics.filter { rubric in
    rubric.kind == .rating && facts.rubrics.contains(rubric.id)
      && cues?.contains { cue in
        codes.contains { rubric.opportunities[cue]?.contains($0.id) == true }
      } == true
  }
  return Drill(
    id: facts.id, title: facts.title, difficulty: facts.difficulty, names: [entry.stem],
    skills: Set(facts.drill + codes.flatMap { [$0.id, $0.name] + $0.families }).sorted(),
    cues: cues ?? [], dimensions: rubrics.flatMap { [$0.id, $0.title] },
    variations: scenario.variations.map(\.name))
}

extension CodeDefinition {
  fileprivate func isNamed(_ name: String) -> Bool {
    id == name || self.name == name || families.contains(name)
  }
}

func pastDrill(_ session: SummarisedSession) -> PastDrill? {
  guard session.record.isDrill, let summary = session.summary, let mark = summary.mark else {
    return nil
  }
  let strain: PastDrill.Strain? =
    switch session.strain {
    case .tooEasy: .tooEasy
    case .useful: .useful
    case .tooMuch: .tooMuch
    case nil: nil
    }
  return PastDrill(
    drill: session.record.scenario, variation: summary.variation, mark: mark,
    day: day(of: session.record.lastActivity) ?? 0, strain: strain)
}

private func pastSession(_ session: SummarisedSession) -> PastSession? {
  guard !session.record.isDrill, let summary = session.summary else { return nil }
  return PastSession(
    scenario: session.record.scenario, area: summary.area, difficulty: summary.difficulty,
    levels: summary.ratings.compactMap(\.level), failedGate: summary.gate == .fail,
    misses: summary.tallies.map { tally in
      .init(
        cue: tally.cue, missed: tally.missed, harmed: tally.harmed,
        isSafety: !summary.ratings.contains { $0.dimension == tally.dimension })
    })
}
