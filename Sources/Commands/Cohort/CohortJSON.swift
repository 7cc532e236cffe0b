import Agreement
import Cohorts
import Supervision

/// The figures of a cohort for other programs. A figure is null where it is not defined, and where
/// `tooFew` says that it would mislead.
struct CohortJSON: Encodable {
  let version = 1
  let cohort: OrNull<String>
  let scenario: OrNull<String>
  let since: OrNull<String>
  let before: OrNull<String>
  let members: Int
  let trainees: Int
  let begun: Int
  let ended: Int
  let drillsBegun: Int
  let drillsEnded: Int
  let dimensions: [Dimension]
  let cues: [Cue]
  let scenarios: [Scenario]
  let raters: [Rater]
  /// By state of review.
  let waiting: [String: Int]
  let safety: Safety
  /// Only with --trainees; by pseudonym.
  let rows: OrNull<[Trainee]>

  struct Dimension: Encodable {
    let id: String
    let title: String
    let ratings: Levels
    let estimates: Levels
  }

  struct Levels: Encodable {
    let sessions: Int
    let trainees: Int
    /// Sessions with each level, from 1 to 5.
    let counts: [Int]
    let tooFew: Bool
    let mean: AgreementJSON.Figure
  }

  struct Cue: Encodable {
    let cue: String
    let dimension: String
    let offered: Int
    let missed: Int
    let trainees: Int
    let share: OrNull<Double>
  }

  struct Scenario: Encodable {
    let id: String
    let title: String
    let begun: Int
    let ended: Int
    let trainees: Int
    let difficulty: Difficulty
    let discrimination: Discrimination
  }

  struct Difficulty: Encodable {
    /// `ratings` or `estimates`.
    let basis: String
    let sessions: Int
    let tooFew: Bool
    let mean: OrNull<Double>
    let deviation: OrNull<Double>
    let failed: Int
    let failRate: OrNull<Double>
  }

  struct Discrimination: Encodable {
    let basis: String
    let trainees: Int
    let tooFew: Bool
    let correlation: AgreementJSON.Figure
  }

  struct Rater: Encodable {
    let rater: String
    let submitted: Int
    let drafts: Int
    /// Null for who has rated nothing that another rated, too.
    let leniency: OrNull<AgreementJSON.Rater>
  }

  struct Safety: Encodable {
    let failedByPeople: Int
    let rated: Int
    let failedByProgram: Int
    let estimated: Int
    let endedUnsafely: Int
    let openFlags: Int
    let openComments: Int
  }

  struct Trainee: Encodable {
    let trainee: String
    let begun: Int
    let ended: Int
    let rated: Int
    let ratedMean: OrNull<Double>
    let estimated: Int
    let estimatedMean: OrNull<Double>
  }

  init(_ report: CohortReport) {
    cohort = OrNull(report.filter.cohort)
    scenario = OrNull(report.filter.scenario)
    since = OrNull(report.filter.since)
    before = OrNull(report.filter.before)
    members = report.members
    trainees = report.trainees
    begun = report.begun
    ended = report.ended
    drillsBegun = report.drillsBegun
    drillsEnded = report.drillsEnded
    dimensions = report.dimensions.map {
      Dimension(
        id: $0.id, title: $0.title, ratings: .init($0.ratings), estimates: .init($0.estimates))
    }
    cues = report.cues.map {
      Cue(
        cue: $0.cue, dimension: $0.dimension, offered: $0.offered, missed: $0.missed,
        trainees: $0.trainees, share: OrNull(rounded: $0.share))
    }
    scenarios = report.scenarios.map { one in
      Scenario(
        id: one.scenario, title: report.title(of: one.scenario), begun: one.begun,
        ended: one.ended, trainees: one.trainees, difficulty: .init(one.difficulty),
        discrimination: .init(one.discrimination))
    }
    raters = report.raters.map { one in
      Rater(
        rater: one.name, submitted: one.submitted, drafts: one.drafts,
        leniency: OrNull(report.leniency(of: one.name).map(AgreementJSON.Rater.init)))
    }
    waiting = report.states.reduce(into: [:]) { $0[$1.key.rawValue] = $1.value }
    safety = Safety(
      failedByPeople: report.safety.failedByPeople.count, rated: report.safety.rated.count,
      failedByProgram: report.safety.failedByProgram.count,
      estimated: report.safety.estimated.count,
      endedUnsafely: report.safety.endedUnsafely.count, openFlags: report.safety.openFlags.count,
      openComments: report.safety.openComments.count)
    rows = OrNull(
      report.rows.isEmpty
        ? nil
        : report.rows.map {
          Trainee(
            trainee: $0.trainee, begun: $0.begun, ended: $0.ended, rated: $0.rated,
            ratedMean: OrNull(rounded: $0.ratedMean), estimated: $0.estimated,
            estimatedMean: OrNull(rounded: $0.estimatedMean))
        })
  }
}

extension CohortJSON.Levels {
  fileprivate init(_ one: LevelDistribution) {
    sessions = one.sessions
    trainees = one.trainees
    counts = one.counts
    tooFew = one.isTooFew
    mean = .init(one.isTooFew ? nil : one.mean)
  }
}

extension CohortJSON.Difficulty {
  fileprivate init(_ one: Difficulty) {
    basis = one.basis.rawValue
    sessions = one.sessions
    tooFew = one.isTooFew
    mean = OrNull(rounded: one.isTooFew ? nil : one.mean)
    deviation = OrNull(rounded: one.isTooFew ? nil : one.deviation)
    failed = one.failed
    failRate = OrNull(rounded: one.isTooFew ? nil : one.failRate)
  }
}

extension CohortJSON.Discrimination {
  fileprivate init(_ one: Discrimination) {
    basis = one.basis.rawValue
    trainees = one.trainees
    tooFew = one.isTooFew
    correlation = .init(one.isTooFew ? nil : one.correlation)
  }
}
