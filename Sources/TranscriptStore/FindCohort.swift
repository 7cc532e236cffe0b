import Supervision

/// Which sessions are looked at together; nil is all.
package struct CohortFilter: Sendable, Hashable {
  package var cohort: String?
  package var scenario: String?
  /// Begun on this day or later, such as `2026-03-01`.
  package var since: String?
  /// Begun before this day.
  package var before: String?

  package init(
    cohort: String? = nil, scenario: String? = nil, since: String? = nil, before: String? = nil
  ) {
    self.cohort = cohort
    self.scenario = scenario
    self.since = since
    self.before = before
  }
}

/// All that is kept about the sessions of several trainees, in numbers: no word anybody said.
package struct KeptCohort: Sendable, Hashable {
  /// Everybody who belongs to it, with sessions or without, sorted by name.
  package var members: [String] = []
  /// Drills too, by trainee and id.
  package var sessions: [Session] = []
  /// What people gave in the end, by dimension and trainee.
  package var ratings: [Levels] = []
  /// What the program estimates, likewise.
  package var estimates: [Levels] = []
  /// By cue and dimension.
  package var cues: [Cue] = []
  /// By name.
  package var raters: [Rater] = []
  /// How many comments about safety nobody has talked over with the trainee, by trainee.
  package var openSafetyComments: [String: Int] = [:]

  package struct Session: Sendable, Hashable {
    package var id: String
    package var trainee: String
    package var scenario: String
    package var title: String
    package var isExam: Bool
    package var isDrill: Bool
    package var hasEnded: Bool
    package var endedUnsafely: Bool
    package var hasSafetyFlag: Bool
    /// Nil for drills and sessions that go on.
    package var state: ReviewState?
    /// Nil until it is released.
    package var rating: Result?
    /// Nil where no summary was kept.
    package var estimate: Result?
  }

  /// The levels of one session together.
  package struct Result: Sendable, Hashable {
    /// How many dimensions have a level, their sum, and the least of them.
    package var count: Int
    package var sum: Int
    package var least: Int?
    package var failedGate: Bool

    package var mean: Double? { count > 0 ? Double(sum) / Double(count) : nil }
  }

  /// The sessions of one trainee on one dimension.
  package struct Levels: Sendable, Hashable {
    package var dimension: String
    package var title: String
    package var trainee: String
    /// How many have each level, from 1 to 5.
    package var counts: [Int]
  }

  package struct Cue: Sendable, Hashable {
    package var cue: String
    package var dimension: String
    package var met: Int
    package var half: Int
    package var missed: Int
    package var harmed: Int
    package var trainees: Int
  }

  package struct Rater: Sendable, Hashable {
    package var name: String
    package var submitted: Int
    package var drafts: Int
    /// How many trainees these sessions are of.
    package var trainees: Int
  }
}

extension TranscriptStore {
  /// The numbers of a cohort, as they stood at one moment. Each table is gone through once.
  package func cohort(_ filter: CohortFilter) throws -> KeptCohort {
    try database.read {
      var found = KeptCohort()
      found.members = try database.rows(
        filter.cohort == nil
          ? "SELECT name FROM trainees UNION SELECT trainee FROM sessions ORDER BY 1"
          : "SELECT name FROM trainees WHERE cohort = ? ORDER BY name",
        filter.cohort.map { [.text($0)] } ?? []
      ) { $0.text("name") }
      found.sessions = try database.cohortSessions(filter)
      found.ratings = try database.levels(
        filter,
        """
        SELECT trainee, dimension, title, CAST(score AS INTEGER) AS level
        FROM wanted CROSS JOIN reviews ON reviews.session = wanted.id
        CROSS JOIN given_ratings ON review = reviews.id
        WHERE \(isFinalSQL) AND is_gate = 0 AND score BETWEEN '1' AND '5'
        """)
      found.estimates = try database.levels(
        filter,
        """
        SELECT trainee, dimension, ratings.title, level
        FROM wanted CROSS JOIN ratings ON ratings.session = wanted.id WHERE level IS NOT NULL
        """)
      found.cues = try database.rows(
        """
        WITH \(wholeSessionsSQL)
        SELECT cue, dimension, sum(met) AS met, sum(half) AS half, sum(missed) AS missed,
          sum(harmed) AS harmed, count(DISTINCT trainee) AS trainees
        FROM wanted CROSS JOIN tallies ON tallies.session = wanted.id
        GROUP BY cue, dimension ORDER BY cue, dimension
        """, filter.values
      ) {
        KeptCohort.Cue(
          cue: $0.text("cue"), dimension: $0.text("dimension"), met: $0.int("met"),
          half: $0.int("half"), missed: $0.int("missed"), harmed: $0.int("harmed"),
          trainees: $0.int("trainees"))
      }
      found.raters = try database.rows(
        """
        WITH \(wholeSessionsSQL)
        SELECT rater, count(submitted) AS done, count(*) - count(submitted) AS drafts,
          count(DISTINCT trainee) AS trainees
        FROM wanted CROSS JOIN reviews ON reviews.session = wanted.id
        WHERE role <> 'adjudicator' GROUP BY rater ORDER BY rater
        """, filter.values
      ) {
        KeptCohort.Rater(
          name: $0.text("rater"), submitted: $0.int("done"), drafts: $0.int("drafts"),
          trainees: $0.int("trainees"))
      }
      let comments = try database.rows(
        """
        WITH \(wholeSessionsSQL)
        SELECT (SELECT trainee FROM sessions WHERE id = session) AS trainee, count(*) AS n
        FROM comments
        WHERE kind = 'safety' AND talked_over IS NULL AND session IN (SELECT id FROM wanted)
        GROUP BY 1
        """, filter.values
      ) { ($0.text("trainee"), $0.int("n")) }
      found.openSafetyComments = Dictionary(comments) { first, _ in first }
      return found
    }
  }

  /// Whether anybody has met the patient of this id.
  package func hasSessions(on scenario: String) throws -> Bool {
    try !database.rows(
      "SELECT 1 FROM sessions WHERE scenario = ? LIMIT 1", [.text(scenario)], { _ in }
    ).isEmpty
  }
}

extension CohortFilter {
  var values: [SQLValue] { [.text(cohort), .text(scenario), .text(since), .text(before)] }
}

/// The whole sessions of a filter. The joins below are `CROSS JOIN`s so that SQLite goes from these
/// to their rows, and never through the rows of everybody else.
private let wholeSessionsSQL = """
  wanted AS MATERIALIZED (
    SELECT id, trainee, review_state FROM sessions
    WHERE is_drill = 0 AND \(isInCohortSQL)
  )
  """

let isInCohortSQL = """
  (?1 IS NULL OR trainee IN (SELECT name FROM trainees WHERE cohort = ?1))
  AND (?2 IS NULL OR scenario = ?2)
  AND (?3 IS NULL OR started >= ?3) AND (?4 IS NULL OR started < ?4)
  """

/// Whether a review holds the final values of its session, as `finalRating` says of one: a test holds
/// the two together. Of the roles whose ratings count the first in the alphabet has them: adjudicator,
/// first, second.
private let isFinalSQL = """
  review_state = 'released' AND submitted IS NOT NULL AND is_practice = 0 AND role = (
    SELECT min(counted.role) FROM reviews AS counted WHERE counted.session = wanted.id
      AND counted.submitted IS NOT NULL AND counted.is_practice = 0)
  """

extension Database {
  fileprivate func cohortSessions(_ filter: CohortFilter) throws -> [KeptCohort.Session] {
    var ratings = try results(
      filter,
      """
      SELECT wanted.id AS session, CAST(iif(is_gate, NULL, nullif(score, 'na')) AS INTEGER) AS level,
        score = 'fail' AS failed
      FROM wanted CROSS JOIN reviews ON reviews.session = wanted.id
      CROSS JOIN given_ratings ON review = reviews.id WHERE \(isFinalSQL)
      """)
    var estimates = try results(
      filter,
      """
      SELECT session, level, 0 AS failed
      FROM wanted CROSS JOIN ratings ON ratings.session = wanted.id
      """)
    return try rows(
      """
      SELECT id, trainee, scenario, title, mode, is_drill, state, ending_grade, has_safety_flag,
        review_state, (SELECT gate FROM summaries WHERE session = id) AS gate
      FROM sessions WHERE \(isInCohortSQL) ORDER BY trainee, id
      """, filter.values
    ) { row in
      let id = row.text("id")
      var estimate = estimates.removeValue(forKey: id)
      if let gate = row.optionalText("gate") {
        let levels = estimate ?? KeptCohort.Result(count: 0, sum: 0, least: nil, failedGate: false)
        estimate = levels
        estimate?.failedGate = gate == SessionSummary.Gate.fail.rawValue
      }
      return KeptCohort.Session(
        id: id, trainee: row.text("trainee"), scenario: row.text("scenario"),
        title: row.text("title"), isExam: row.text("mode") == SessionMode.exam.rawValue,
        isDrill: row.truth("is_drill"), hasEnded: row.text("state") == "ended",
        endedUnsafely: row.text("ending_grade") == "unsafe",
        hasSafetyFlag: row.truth("has_safety_flag"),
        state: row.optionalText("review_state").flatMap(ReviewState.init),
        rating: ratings.removeValue(forKey: id), estimate: estimate)
    }
  }

  /// `sql` gives a session, a level and whether a gate was failed.
  private func results(
    _ filter: CohortFilter, _ sql: String
  ) throws -> [String: KeptCohort.Result] {
    let found = try rows(
      """
      WITH \(wholeSessionsSQL)
      SELECT session, count(level) AS n, total(level) AS sum, min(level) AS least,
        max(failed) AS failed
      FROM (\(sql)) GROUP BY session
      """, filter.values
    ) { row in
      (
        row.text("session"),
        KeptCohort.Result(
          count: row.int("n"), sum: row.int("sum"), least: row.optionalInt("least"),
          failedGate: row.truth("failed"))
      )
    }
    return Dictionary(found) { first, _ in first }
  }

  /// `sql` gives a trainee, a dimension, its title and a level.
  fileprivate func levels(_ filter: CohortFilter, _ sql: String) throws -> [KeptCohort.Levels] {
    try rows(
      """
      WITH \(wholeSessionsSQL)
      SELECT dimension, max(title) AS title, trainee, sum(level = 1) AS one, sum(level = 2) AS two,
        sum(level = 3) AS three, sum(level = 4) AS four, sum(level = 5) AS five
      FROM (\(sql)) GROUP BY dimension, trainee ORDER BY dimension, trainee
      """, filter.values
    ) { row in
      KeptCohort.Levels(
        dimension: row.text("dimension"), title: row.text("title"), trainee: row.text("trainee"),
        counts: ["one", "two", "three", "four", "five"].map(row.int))
    }
  }
}
