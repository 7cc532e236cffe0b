import Supervision

/// A level somebody gave blind, or the program's estimate beside it.
package struct OriginalRating: Sendable, Hashable {
  package var session: String
  /// Nil for the program.
  package var rater: String?
  package var isSecond: Bool
  /// The rubric's id.
  package var dimension: String
  /// From 1 to 5; nil where it could not be judged.
  package var level: Int?
  /// When it was submitted; nil for the program.
  package var submitted: String?
}

/// What one rater heard in one turn while blind, or the program.
package struct OriginalCodes: Sendable, Hashable {
  package var session: String
  package var turn: Int
  /// Nil for the program.
  package var rater: String?
  /// Empty where a rater only said that something is not there.
  package var codes: Set<String>
}

extension TranscriptStore {
  /// Every submitted level of first and second raters, oldest session first, never an adjudicated
  /// one; of each session in the order of the roles, then of its rubrics.
  ///
  /// `twiceOnly` leaves out sessions that one alone has rated, and what does not count is left out
  /// unless `includesPractice`.
  package func originalRatings(
    _ filter: CohortFilter, twiceOnly: Bool = false, includesPractice: Bool = false
  ) throws -> [OriginalRating] {
    try database.rows(
      """
      WITH \(orderedSQL)
      SELECT wanted.id AS session, rater, role, dimension,
        CAST(nullif(score, 'na') AS INTEGER) AS level, submitted
      FROM wanted CROSS JOIN reviews ON reviews.session = wanted.id
      CROSS JOIN given_ratings ON review = reviews.id
      WHERE role <> 'adjudicator' AND submitted IS NOT NULL AND is_gate = 0
        \(twiceOnly ? "AND \(isRatedTwiceSQL)" : "") \(countsSQL(includesPractice))
      ORDER BY started, ordinal, role, position
      """, filter.values
    ) { row in
      OriginalRating(
        session: row.text("session"), rater: row.text("rater"),
        isSecond: row.text("role") == ReviewRole.second.rawValue, dimension: row.text("dimension"),
        level: row.optionalInt("level"), submitted: row.text("submitted"))
    }
  }

  /// The program's levels of the sessions that somebody has rated, in the same order.
  package func estimatesBesideOriginals(_ filter: CohortFilter) throws -> [OriginalRating] {
    try database.rows(
      """
      WITH \(orderedSQL)
      SELECT wanted.id AS session, dimension, level
      FROM wanted CROSS JOIN ratings ON ratings.session = wanted.id
      WHERE EXISTS (SELECT 1 FROM reviews WHERE reviews.session = wanted.id
        AND role <> 'adjudicator' AND submitted IS NOT NULL)
      ORDER BY started, ordinal, position
      """, filter.values
    ) { row in
      OriginalRating(
        session: row.text("session"), rater: nil, isSecond: false,
        dimension: row.text("dimension"), level: row.optionalInt("level"), submitted: nil)
    }
  }

  /// What raters heard in the turns in which they marked anything, and beside it what the program
  /// heard there; oldest session first, then by turn, the program before raters, these by name.
  package func originalCodes(
    _ filter: CohortFilter, includesPractice: Bool = false
  ) throws -> [OriginalCodes] {
    let marks = try database.rows(
      """
      WITH \(orderedSQL)
      SELECT wanted.id AS session, turn, rater, code, is_heard
      FROM wanted CROSS JOIN reviews ON reviews.session = wanted.id
      CROSS JOIN given_codes ON review = reviews.id
      WHERE role <> 'adjudicator' AND submitted IS NOT NULL \(countsSQL(includesPractice))
      ORDER BY started, ordinal, turn, rater, code
      """, filter.values
    ) { row in
      (
        row.text("session"), row.int("turn"), row.text("rater"),
        row.truth("is_heard") ? [row.text("code")] : [] as Set<String>
      )
    }
    // Of a turn that was taken back the last attempt is the one that was read and marked.
    let heard = try Statement(
      database,
      """
      SELECT code FROM codes WHERE session = ?1 AND turn = ?2
        AND attempt = (SELECT max(attempt) FROM turns WHERE session = ?1 AND number = ?2)
      """)
    var found: [OriginalCodes] = []
    for (session, turn, rater, codes) in marks {
      if let last = found.last, last.session == session, last.turn == turn {
        if last.rater == rater {
          found[found.count - 1].codes.formUnion(codes)
          continue
        }
      } else {
        let program = try heard.rows([.text(session), .integer(turn)]) { $0.text("code") }
        found.append(
          OriginalCodes(session: session, turn: turn, rater: nil, codes: Set(program)))
      }
      found.append(OriginalCodes(session: session, turn: turn, rater: rater, codes: codes))
    }
    return found
  }
}

/// The whole sessions of a filter that ended, with what they are ordered by.
private let orderedSQL = """
  wanted AS MATERIALIZED (
    SELECT id, trainee, started, ordinal FROM sessions
    WHERE is_drill = 0 AND ending_name IS NOT NULL AND \(isInCohortSQL)
  )
  """

private func countsSQL(_ includesPractice: Bool) -> String {
  includesPractice ? "" : "AND is_practice = 0"
}

private let isRatedTwiceSQL = """
  2 = (SELECT count(*) FROM reviews AS given WHERE given.session = wanted.id
    AND given.role <> 'adjudicator' AND given.submitted IS NOT NULL)
  """
