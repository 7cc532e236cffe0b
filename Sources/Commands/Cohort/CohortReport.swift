import Agreement
import Cohorts
import Supervision
import TranscriptStore

/// What is known of a cohort, as the text, the JSON and the page tell it.
struct CohortReport {
  struct Dimension {
    let id: String
    let title: String
    let ratings: LevelDistribution
    let estimates: LevelDistribution
  }

  /// Counts of sessions, but for the comments.
  struct Safety {
    /// By the final ratings, and how many sessions have these.
    var failedByPeople = Counted()
    var rated = Counted()
    /// By the program's estimate.
    var failedByProgram = Counted()
    var estimated = Counted()
    var endedUnsafely = Counted()
    /// With a safety flag, and nothing final yet.
    var openFlags = Counted()
    /// Written about safety, and not talked over with the trainee.
    var openComments = Counted()
  }

  /// How many, and who stands behind them.
  struct Counted {
    var count = 0
    var trainees: Set<String> = []

    mutating func add(_ more: Int = 1, of trainee: String) {
      count += more
      trainees.insert(trainee)
    }
  }

  let filter: CohortFilter
  /// Everybody who belongs to it.
  let members: Int
  /// Those with a whole session here.
  let trainees: Int
  let begun: Int
  let ended: Int
  let drillsBegun: Int
  let drillsEnded: Int
  let dimensions: [Dimension]
  let cues: [MissedCue]
  /// Cues with too few offers to tell.
  let rareCues: Int
  let scenarios: [ScenarioFigures]
  let titles: [String: String]
  let leniency: [Leniency]
  let raters: [KeptCohort.Rater]
  /// How many sessions are in each state of review.
  let states: [ReviewState: Int]
  let safety: Safety
  /// A row for each pseudonym; only where it was asked for.
  let rows: [TraineeFigures]
  /// What the patient does, by the name of the cue: "shows a feeling".
  let cueWords: [String: String]

  init(
    _ kept: KeptCohort, _ filter: CohortFilter, originals: [OriginalRating], hasRows: Bool,
    cueWords: [String: String]
  ) {
    self.filter = filter
    self.cueWords = cueWords
    members = kept.members.count
    let whole = kept.sessions.filter { !$0.isDrill }
    let drills = kept.sessions.filter(\.isDrill)
    let sessions = whole.map(CohortSession.init)
    trainees = Set(sessions.map(\.trainee)).count
    begun = sessions.count
    ended = sessions.count(where: \.hasEnded)
    drillsBegun = drills.count
    drillsEnded = drills.count(where: \.hasEnded)
    dimensions = Self.dimensions(kept)
    let known = kept.cues.map(MissedCue.init)
    cues = mostMissed(known)
    rareCues = known.count { $0.isTooFew && $0.offered > 0 }
    scenarios = scenarioFigures(sessions)
    titles = whole.reduce(into: [:]) { $0[$1.scenario] = $1.title }
    leniency = Agreement.leniency(ratedItems(originals)).filter { $0.units > 0 }
    raters = kept.raters
    states = whole.reduce(into: [:]) { found, one in
      if let state = one.state { found[state, default: 0] += 1 }
    }
    safety = Self.safety(whole, openComments: kept.openSafetyComments)
    rows = hasRows ? traineeFigures(sessions) : []
  }

  private static func safety(
    _ sessions: [KeptCohort.Session], openComments: [String: Int]
  ) -> Safety {
    var safety = Safety()
    for one in sessions {
      if let rating = one.rating {
        safety.rated.add(of: one.trainee)
        if rating.failedGate { safety.failedByPeople.add(of: one.trainee) }
      }
      if let estimate = one.estimate {
        safety.estimated.add(of: one.trainee)
        if estimate.failedGate { safety.failedByProgram.add(of: one.trainee) }
      }
      if one.endedUnsafely { safety.endedUnsafely.add(of: one.trainee) }
      if one.hasSafetyFlag, one.state != .released { safety.openFlags.add(of: one.trainee) }
    }
    for (trainee, comments) in openComments { safety.openComments.add(comments, of: trainee) }
    return safety
  }

  /// In the order of the id; what has neither rating nor estimate is left out.
  private static func dimensions(_ kept: KeptCohort) -> [Dimension] {
    let ratings = Dictionary(grouping: kept.ratings, by: \.dimension)
    let estimates = Dictionary(grouping: kept.estimates, by: \.dimension)
    return Set(ratings.keys).union(estimates.keys).sorted().map { id in
      let (people, program) = (ratings[id] ?? [], estimates[id] ?? [])
      return Dimension(
        id: id, title: (people + program).first?.title ?? id,
        ratings: LevelDistribution(byTrainee: people.map(\.counts)),
        estimates: LevelDistribution(byTrainee: program.map(\.counts)))
    }
  }

  func title(of scenario: String) -> String { titles[scenario] ?? scenario }

  func title(ofDimension id: String) -> String {
    dimensions.first { $0.id == id }?.title ?? id.prefix(1).uppercased() + id.dropFirst()
  }

  func words(for cue: String) -> String {
    cueWords[cue].flatMap { $0.isEmpty ? nil : "the patient \($0)" } ?? cue
  }
}

/// Ratings by dimension, in the order of the first of each.
func ratedItems(_ originals: [OriginalRating]) -> [[RatedItem]] {
  var places: [String: Int] = [:]
  var items: [[RatedItem]] = []
  var days = KnownDays()
  for one in originals {
    guard let rater = one.rater else { continue }
    let place = places[one.dimension] ?? items.count
    places[one.dimension] = place
    if place == items.count { items.append([]) }
    items[place].append(
      RatedItem(
        unit: one.session, rater: rater, value: one.level.map(Double.init),
        isSecond: one.isSecond,
        day: one.submitted.flatMap { days.number(of: $0) }))
  }
  return items
}

extension CohortSession {
  fileprivate init(_ kept: KeptCohort.Session) {
    self.init(
      trainee: kept.trainee, scenario: kept.scenario, hasEnded: kept.hasEnded,
      rating: kept.rating.map { SessionResult($0, ofExam: kept.isExam) },
      estimate: kept.estimate.map { SessionResult($0, ofExam: kept.isExam) })
  }
}

extension SessionResult {
  fileprivate init(_ levels: KeptCohort.Result, ofExam isExam: Bool) {
    let verdict = examVerdict(
      hasFailedGate: levels.failedGate, least: levels.least, mean: levels.mean)
    self.init(mean: levels.mean, hasFailed: levels.failedGate || isExam && verdict == .failed)
  }
}

extension MissedCue {
  fileprivate init(_ kept: KeptCohort.Cue) {
    // A store that somebody else has written to may hold any number.
    func plausible(_ count: Int) -> Int { min(max(0, count), 1_000_000_000) }
    let missed = plausible(kept.missed) + plausible(kept.harmed)
    self.init(
      cue: kept.cue, dimension: kept.dimension,
      offered: missed + plausible(kept.met) + plausible(kept.half), missed: missed,
      trainees: kept.trainees)
  }
}
