import Supervision

/// What raters give the calibration kit. What is not allowed is thrown as ``Supervision/KitRefusal``.
extension TranscriptStore {
  /// All attempts of a rater, the first one first.
  package func kitAttempts(of rater: String) throws -> [KitAttempt] {
    try database.read { try database.kitAttempts(of: rater).map(\.attempt) }
  }

  /// Begins an attempt with all of a kit, or goes on with the one at hand.
  ///
  /// `anchors` are the whole kit in its order, without scores. One that was begun with another kit is left as it
  /// is. When the rater has been through this kit, a new one takes `isAgain`.
  package func beginKit(
    _ kit: String, _ anchors: [AnchorRating], by rater: String, isAgain: Bool, at time: String
  ) throws -> KitAttempt {
    try database.write {
      let all = try database.kitAttempts(of: rater).map(\.attempt)
      if let last = all.last, last.kit == kit {
        guard last.ended != nil else {
          if isAgain { throw KitRefusal.attemptGoesOn(rater: rater) }
          return last
        }
        guard isAgain else { throw KitRefusal.attemptIsOver(rater: rater) }
      }
      let attempt = KitAttempt(
        rater: rater, number: (all.last?.number ?? 0) + 1, kit: kit, begun: time, anchors: anchors)
      try database.add(attempt)
      return attempt
    }
  }

  /// Notes that a rater has begun to rate an anchor of her attempt; gives what she has given so far.
  package func beginAnchor(
    _ anchor: String, by rater: String, at time: String
  ) throws -> AnchorRating {
    try database.write {
      let (id, rating) = try database.anchorDraft(anchor, by: rater)
      guard rating.begun == nil else { return rating }
      try database.execute(
        "UPDATE anchor_ratings SET begun = ? WHERE id = ?", [.text(time), .integer(id)])
      var begun = rating
      begun.begun = time
      return begun
    }
  }

  /// Keeps a rating of an anchor, in place of an earlier one of the same dimension.
  package func keep(_ rating: DimensionRating, ofAnchor anchor: String, by rater: String) throws {
    try database.write {
      let (id, _) = try database.anchorDraft(anchor, by: rater)
      try database.execute(
        """
        UPDATE anchor_scores SET score = ?, evidence = ?, turns = ?
        WHERE anchor_rating = ? AND dimension = ?
        """,
        [
          .text(rating.score?.rawValue), .text(rating.evidence), .json(rating.turns),
          .integer(id), .text(rating.dimension),
        ])
    }
  }

  /// Keeps a mark in an anchor, in place of an earlier one of the same code and turn.
  package func keep(_ mark: CodeMark, ofAnchor anchor: String, by rater: String) throws {
    try database.write {
      let (id, rating) = try database.anchorDraft(anchor, by: rater)
      guard (1...max(1, rating.turns)).contains(mark.turn) else {
        throw KitRefusal.noSuchTurn(title: rating.title, turn: mark.turn)
      }
      try database.execute(
        """
        INSERT OR REPLACE INTO anchor_codes (anchor_rating, turn, code, is_heard)
        VALUES (?, ?, ?, ?)
        """, [.integer(id), .integer(mark.turn), .text(mark.code), .truth(mark.isHeard)])
    }
  }

  /// Takes a mark out of an anchor, as if it had never been given.
  package func takeBack(_ mark: CodeMark, ofAnchor anchor: String, by rater: String) throws {
    try database.write {
      try database.execute(
        "DELETE FROM anchor_codes WHERE anchor_rating = ? AND turn = ? AND code = ?",
        [
          .integer(try database.anchorDraft(anchor, by: rater).0), .integer(mark.turn),
          .text(mark.code),
        ])
    }
  }

  /// Submits an anchor: from now on it never changes. With the last one the attempt is over, and passed or
  /// not.
  package func submitAnchor(
    _ anchor: String, by rater: String, at time: String
  ) throws -> KitAttempt {
    try database.write {
      let (id, draft) = try database.anchorDraft(anchor, by: rater)
      guard draft.missing.isEmpty, !draft.ratings.isEmpty else {
        throw KitRefusal.incomplete(title: draft.title, missing: draft.missing)
      }
      try database.execute(
        "UPDATE anchor_ratings SET submitted = ? WHERE id = ?", [.text(time), .integer(id)])
      guard let (row, attempt) = try database.kitAttempts(of: rater).last else {
        throw KitRefusal.noSuchAnchor(anchor)
      }
      guard attempt.anchors.allSatisfy({ $0.submitted != nil }) else { return attempt }
      var ended = attempt
      (ended.ended, ended.hasPassed) = (time, KitResult(of: attempt.anchors).isPassed)
      try database.execute(
        "UPDATE kit_attempts SET ended = ?, has_passed = ? WHERE id = ?",
        [.text(time), .truth(ended.hasPassed == true), .integer(row)])
      return ended
    }
  }

  /// Where a rater stands at some time.
  package func calibration(
    of rater: String, at time: String, _ rule: PassRule = .usual
  ) throws -> RaterCalibration {
    try database.calibration(of: rater, at: time, rule)
  }
}

extension Database {
  func calibration(
    of rater: String, at time: String, _ rule: PassRule
  ) throws -> RaterCalibration {
    // Without days, or with so many that no date is left, the pass has no end.
    let days = rule.days.map { "+\(max(0, $0)) days" }
    return try rows(
      """
      SELECT has_passed, ended, strftime('%Y-%m-%dT%H:%M:%SZ', ended, ?3) AS until
      FROM kit_attempts WHERE rater = ?1 AND ended <= ?2 ORDER BY ended DESC, number DESC LIMIT 1
      """, [.text(rater), .text(time), .text(days)]
    ) { row in
      guard row.truth("has_passed") else {
        return RaterCalibration(state: .failed, ended: row.text("ended"))
      }
      let until = row.optionalText("until")
      return RaterCalibration(
        state: until.map { time <= $0 } ?? true ? .passed : .due, ended: row.text("ended"),
        until: until)
    }.first ?? RaterCalibration(state: .none)
  }
}
