import Progress

/// Progress for other programs; null where a figure is not defined.
struct ProgressJSON: Encodable {
  let version = 1
  let trainee: String
  /// All whole sessions that ended, and of these the ones that figures count.
  let sessions: Int
  let counted: Int
  let drillsDone: Int
  /// Ended sessions of which it is not known how they went.
  let leftOut: Int
  /// Sessions with ratings by people of which none counts.
  let practiceRated: Int
  let firstDay: OrNull<String>
  let lastDay: OrNull<String>
  let dimensions: [Dimension]
  let cues: [Cue]
  let indices: [Index]
  let safety: Safety
  let drills: [Drill]
  let competence: Statement

  struct Mean: Encodable {
    let n: Int
    let mean: OrNull<Double>
    let low: OrNull<Double>
    let high: OrNull<Double>

    init(_ estimate: MeanEstimate?, n: Int) {
      self.n = n
      mean = OrNull(rounded: estimate?.mean)
      low = OrNull(rounded: estimate?.interval?.low)
      high = OrNull(rounded: estimate?.interval?.high)
    }
  }

  struct Slope: Encodable {
    let direction: String
    let slope: OrNull<Double>
    let low: OrNull<Double>
    let high: OrNull<Double>

    init(_ trend: Trend) {
      direction = trend.direction.rawValue
      slope = OrNull(rounded: trend.slope)
      low = OrNull(rounded: trend.interval.low)
      high = OrNull(rounded: trend.interval.high)
    }
  }

  struct Level: Encodable {
    let session: String
    let day: String
    let title: String
    let isExam: Bool
    let level: Int
    let selfRating: OrNull<Int>

    init(_ rated: RatedSession) {
      session = rated.session
      day = rated.day.text
      title = rated.title
      isExam = rated.isExam
      level = rated.level
      selfRating = OrNull(rated.selfRating)
    }
  }

  struct Moments: Encodable {
    let met: Int
    let half: Int
    let missed: Int
    let harmed: Int
    let share: OrNull<Double>
    let low: OrNull<Double>
    let high: OrNull<Double>

    init(_ tally: MomentTally) {
      (met, half, missed, harmed) = (tally.met, tally.half, tally.missed, tally.harmed)
      share = OrNull(rounded: tally.share)
      low = OrNull(rounded: tally.interval?.low)
      high = OrNull(rounded: tally.interval?.high)
    }
  }

  struct Dimension: Encodable {
    let id: String
    let title: String
    let course: [Level]
    let notAssessable: Int
    let mean: Mean
    let trend: OrNull<Slope>
    let best: OrNull<Level>
    let moments: Moments
    let selfGap: Mean
  }

  struct Cue: Encodable {
    let cue: String
    let missed: Int
    let dimensions: [OnDimension]

    struct OnDimension: Encodable {
      let dimension: String
      let title: String
      let moments: Moments
    }
  }

  struct Index: Encodable {
    let name: String
    let unit: String
    let course: [Double]
    let mean: Mean
    let target: OrNull<String>
    let standing: OrNull<String>
  }

  struct Safety: Encodable {
    let passed: Int
    let failed: Int
    let open: Int
    let notApplicable: Int
  }

  struct Drill: Encodable {
    let scenario: String
    let title: String
    let attempts: [Attempt]
    let nextRetest: OrNull<String>

    struct Attempt: Encodable {
      let day: String
      let mark: OrNull<Int>
    }
  }

  struct Statement: Encodable {
    /// `not enough observations`, `no statement` or `competent`.
    let standing: String
    let sessions: Int
    let needed: Int
    let conditions: [Condition]

    struct Condition: Encodable {
      let name: String
      /// `met`, `not met` or `open`.
      let state: String
      let count: OrNull<Int>
      let needed: OrNull<Int>
    }
  }

  init(_ report: ProgressReport) {
    let progress = report.progress
    trainee = report.trainee
    sessions = progress.sessions
    counted = progress.counted.count
    drillsDone = progress.drillsDone
    leftOut = report.leftOut
    practiceRated = report.practiceRated
    firstDay = OrNull(progress.firstDay?.text)
    lastDay = OrNull(progress.lastDay?.text)
    dimensions = progress.dimensions.map { one in
      Dimension(
        id: one.id, title: one.title, course: one.course.map(Level.init),
        notAssessable: one.notAssessable, mean: Mean(one.mean, n: one.course.count),
        trend: OrNull(one.trend.map(Slope.init)), best: OrNull(one.best.map(Level.init)),
        moments: Moments(one.moments), selfGap: Mean(one.selfGap, n: one.selfRated))
    }
    cues = progress.cues.map { one in
      Cue(
        cue: one.cue, missed: one.missed,
        dimensions: one.dimensions.map {
          Cue.OnDimension(
            dimension: $0.dimension, title: $0.title, moments: Moments($0.moments))
        })
    }
    indices = progress.indices.map { one in
      Index(
        name: one.name, unit: one.unit, course: one.course,
        mean: Mean(one.mean, n: one.course.count),
        target: OrNull(one.target?.words(unit: one.unit)), standing: OrNull(one.standing?.words))
    }
    let gates = progress.gates
    safety = Safety(
      passed: gates.passed, failed: gates.failed, open: gates.open,
      notApplicable: gates.notApplicable)
    drills = progress.drills.map { one in
      Drill(
        scenario: one.scenario, title: one.title,
        attempts: one.attempts.map { Drill.Attempt(day: $0.day.text, mark: OrNull($0.mark)) },
        nextRetest: OrNull(one.nextRetest?.text))
    }
    competence = Statement(progress.competence)
  }
}

extension ProgressJSON.Statement {
  fileprivate init(_ competence: Competence) {
    standing =
      switch competence.standing {
      case .notEnoughObservations: "not enough observations"
      case .noStatement: "no statement"
      case .competent: "competent"
      }
    sessions = competence.sessions
    needed = Competence.fewestSessions
    conditions = competence.conditions.map {
      Condition(
        name: $0.kind.rawValue, state: $0.fulfilment.rawValue, count: OrNull($0.count),
        needed: OrNull($0.needed))
    }
  }
}
