import Reports
import Rubrics
import Scoring
import Supervision
import TranscriptModel
import TranscriptStore

/// A session as it is exported, with what was kept to make it from.
struct GatheredSession {
  let stored: StoredSession
  let reviewed: ReviewedSession
  let summarised: SummarisedSession?
  let pinned: PinnedLibrary
  let exported: ExportedSession
}

/// Opens sessions for export; files that many were played with are read once.
struct SessionGatherer {
  let store: TranscriptStore
  let run: Run
  private let shelf = PinnedShelf()
  private var kept: [String: [String: SummarisedSession]] = [:]
  private let cohorts: [String: String]

  init(_ run: Run, _ store: TranscriptStore) throws {
    (self.store, self.run) = (store, run)
    let known = try store.trainees().compactMap { trainee in
      trainee.cohort.map { (trainee.name, $0) }
    }
    cohorts = Dictionary(known) { first, _ in first }
  }

  mutating func gather(_ id: String) throws -> GatheredSession {
    let stored = try store.load(id)
    let pinned = try shelf.open(stored).pinned
    let trainee = stored.record.trainee
    if kept[trainee] == nil {
      let ended = try store.endedSessions(of: trainee).map { ($0.record.id, $0) }
      kept[trainee] = Dictionary(ended) { first, _ in first }
    }
    let reviewed = try store.reviewed(id)
    let summarised = kept[trainee]?[id]
    return GatheredSession(
      stored: stored, reviewed: reviewed, summarised: summarised, pinned: pinned,
      exported: exported(stored, reviewed, summarised, pinned))
  }

  /// Those of the sessions gathered so far, in the order in which they were met.
  var codebooks: [Codebook] { shelf.codebooks }

  private func exported(
    _ stored: StoredSession, _ reviewed: ReviewedSession, _ summarised: SummarisedSession?,
    _ pinned: PinnedLibrary
  ) -> ExportedSession {
    let (record, library) = (stored.record, pinned.library)
    let (facts, isOver) = (pinned.scenario.facts, record.state.ending != nil)
    let (exchanges, lastWords) = exchanges(of: stored)
    let ids = Set(
      (pinned.rubrics + library.rubrics.filter { $0.kind == .checklist }).map(\.id))
    let rubrics = library.rubrics.filter { ids.contains($0.id) }
    var session = ExportedSession(
      score: score(
        exchanges, rubrics: rubrics, codebook: library.codebook, isOver: isOver,
        setting: run.setting(of: facts), worksheets: worksheets(of: stored, pinned)))
    session.id = record.id
    session.trainee = record.trainee
    session.cohort = cohorts[record.trainee]
    session.scenario.id = record.scenario
    session.scenario.title = record.title
    session.scenario.version = facts.version
    session.scenario.hash = stored.files.first { $0.kind == .scenario }?.sha256 ?? ""
    session.scenario.area = facts.area
    session.scenario.phase = facts.phase
    session.scenario.population = facts.population
    session.scenario.difficulty = facts.difficulty
    session.rubrics = pinned.rubrics.map { "\($0.id) \($0.version)" }
    session.mode = record.mode.rawValue
    session.started = record.started
    session.finished = isOver ? record.lastActivity : nil
    session.ending = record.state.ending
    session.seed = record.seed
    session.attuneVersion = record.attuneVersion
    session.turns = turns(of: stored, exchanges, lastWords)
    session.lastWords = lastWords
    let counts = sentenceCounts(exchanges, codebook: library.codebook)
    (session.reflections, session.questions) = (counts.reflections, counts.questions)
    session.selfRatings = summarised?.selfRatings ?? [:]
    session.reviews = reviewed.reviews.filter { $0.submitted != nil }
    session.final = reviewed.final
    session.decisions = reviewed.decisions
    session.comments = reviewed.comments
    session.reply = reviewed.reply
    session.contests = reviewed.contests
    let layers = library.codebook.codes.map { ($0.id, $0.layer.rawValue) }
    session.layers = Dictionary(layers) { first, _ in first }
    return session
  }
}

private func turns(
  of stored: StoredSession, _ exchanges: [Exchange], _ lastWords: [Utterance]
) -> [ExportedTurn] {
  var before = stored.record.started
  var first: String?
  for case .entered(let beat) in stored.opening { first = beat }
  return stored.attempts.map { turn in
    let place = turn.number - 1
    let answered = stored.turns.indices.contains(place - 1) ? stored.turns[place - 1].beat : first
    let exported = ExportedTurn(
      number: turn.number, attempt: turn.attempt, isTakenBack: turn.isTakenBack, beat: answered,
      patient: exchanges.indices.contains(place) ? exchanges[place].patient : lastWords,
      response: turn.response, givenAt: turn.givenAt,
      seconds: seconds(from: before, to: turn.givenAt), states: turn.states, hints: turn.hints)
    before = turn.givenAt
    return exported
  }
}
