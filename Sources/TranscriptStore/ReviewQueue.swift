import Supervision

extension TranscriptStore {
  /// The sessions people have to rate: safety flags first, then the farthest apart, then those that
  /// have waited longest. Without a state, everything that is not released.
  ///
  /// For a rater the order tells nothing: what she was asked for, then what has waited longest.
  package func queue(_ filter: QueueFilter, limit: Int, offset: Int = 0) throws -> [QueuedSession] {
    try database.rows(
      """
      SELECT id, trainee, scenario, title, mode, closed, review_state, has_safety_flag,
        disagreement, (SELECT cohort FROM trainees WHERE name = trainee) AS cohort,
        (SELECT rater FROM assignments WHERE session = id AND role = \(roleSQL)) AS assigned,
        EXISTS (SELECT 1 FROM reviews
          WHERE session = sessions.id AND submitted IS NOT NULL AND is_practice) AS has_practice
      FROM sessions INDEXED BY queue
      WHERE \(wantedSQL) AND (?1 IS NOT NULL OR review_state <> 'released')
      ORDER BY \(filter.rater == nil ? openOrderSQL : blindOrderSQL) LIMIT ?7 OFFSET ?8
      """, filter.values + [.integer(max(0, limit)), .integer(max(0, offset))]
    ) { row in
      guard let state = ReviewState(rawValue: row.text("review_state")) else {
        throw StoreError.unreadable(session: row.text("id"))
      }
      return QueuedSession(
        id: row.text("id"), trainee: row.text("trainee"), cohort: row.optionalText("cohort"),
        scenario: row.text("scenario"), title: row.text("title"),
        isExam: row.text("mode") == SessionMode.exam.rawValue, ended: row.text("closed"),
        state: state, hasSafetyFlag: row.truth("has_safety_flag"),
        disagreement: row.int("disagreement"), assigned: row.optionalText("assigned"),
        hasPractice: row.truth("has_practice"))
    }
  }

  /// How many sessions of the queue are in each state that has any, whatever state the filter names.
  package func queueCounts(_ filter: QueueFilter) throws -> [ReviewState: Int] {
    var all = filter
    all.state = nil
    let counts = try database.rows(
      """
      SELECT review_state, count(*) AS n FROM sessions INDEXED BY queue_counts
      WHERE \(wantedSQL) GROUP BY review_state
      """, all.values
    ) { row in ReviewState(rawValue: row.text("review_state")).map { ($0, row.int("n")) } }
    return Dictionary(counts.compactMap(\.self)) { first, _ in first }
  }
}

extension QueueFilter {
  fileprivate var values: [SQLValue] {
    [
      .text(state?.rawValue), .text(cohort), .text(scenario), .text(trainee), .text(rater),
      .truth(adjudicates),
    ]
  }
}

/// The role a session waits for.
private let roleSQL = """
  CASE review_state WHEN 'needs second rater' THEN 'second'
    WHEN 'adjudication' THEN 'adjudicator' ELSE 'first' END
  """

private let openOrderSQL = "has_safety_flag DESC, disagreement DESC, closed, id"
private let blindOrderSQL = """
  id IN (SELECT session FROM assignments WHERE rater = ?5) DESC, closed, id
  """

/// The last condition says of many sessions at once what `SessionToRate` says of one: a test holds the
/// two together.
private let wantedSQL = """
  review_state IS NOT NULL AND (?1 IS NULL OR review_state = ?1)
  AND (?2 IS NULL OR trainee IN (SELECT name FROM trainees WHERE cohort = ?2))
  AND (?3 IS NULL OR scenario = ?3) AND (?4 IS NULL OR trainee = ?4)
  AND (?5 IS NULL OR id IN (SELECT session FROM reviews WHERE rater = ?5 AND submitted IS NULL)
    OR (review_state IN ('new', 'needs second rater', 'adjudication') AND trainee <> ?5
      AND id NOT IN (SELECT session FROM reviews WHERE rater = ?5)
      AND (?6 OR review_state <> 'adjudication')
      AND (review_state <> 'needs second rater'
        OR id NOT IN (SELECT session FROM reviews WHERE role = 'second' AND submitted IS NULL))
      AND (review_state = 'new' OR mode <> 'exam'
        OR trainee NOT IN (SELECT name FROM trainees WHERE supervisor = ?5))
      AND NOT EXISTS (SELECT 1 FROM assignments
        WHERE session = sessions.id AND role = \(roleSQL) AND rater <> ?5)))
  """
