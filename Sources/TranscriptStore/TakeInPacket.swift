import Supervision

extension TranscriptStore {
  /// Takes in what came back of a packet: all of it in one transaction, or nothing.
  ///
  /// A session whose ratings came in an earlier file must have the same ratings here; decisions and
  /// comments may be new. Ratings of a session that its rater has submitted elsewhere or given back are
  /// left out. Throws ``Supervision/PacketRefusal`` where nothing is. The audit says `who`
  /// did it.
  package func takeIn(
    _ reviews: [PacketReview], of packet: ReviewPacket, by who: String, at time: String,
    _ rule: PassRule = .usual
  ) throws -> [TakenIn] {
    try database.write {
      let taken = try reviews.map { try database.takeIn($0, of: packet, rule) }
      for one in taken where one.isRated || one.remarks > 0 {
        try database.note(
          .tookIn, by: who, on: one.session, "a packet of \(packet.rater)", at: time)
      }
      guard taken.contains(where: { $0.isRated || $0.remarks > 0 || $0.leftOut != nil }) else {
        throw PacketRefusal.takenInBefore
      }
      return taken
    }
  }
}

extension Database {
  fileprivate func takeIn(
    _ review: PacketReview, of packet: ReviewPacket, _ rule: PassRule
  ) throws -> TakenIn {
    let place: [SQLValue] = [.text(packet.id), .integer(review.number), .text(review.session)]
    let kept = try rows(
      "SELECT taken_in FROM packet_sessions WHERE packet = ? AND number = ? AND session = ?", place
    ) { $0.optionalText("taken_in") }
    guard let before = kept.first else { throw PacketRefusal.noSuchSession(number: review.number) }
    var leftOut: TakenIn.LeftOut?
    let own = try reviews(of: review.session).map(\.review).first {
      $0.rater == packet.rater && $0.role != .adjudicator
    }
    if let fingerprint = before {
      guard fingerprint == review.fingerprint else {
        throw PacketRefusal.otherRatings(number: review.number)
      }
    } else if own == nil {
      leftOut = .givenBack
    } else if own?.submitted != nil {
      leftOut = .ratedElsewhere
    } else {
      try submit(review, by: packet.rater, rule)
      try execute(
        "UPDATE packet_sessions SET taken_in = ? WHERE packet = ? AND number = ? AND session = ?",
        [.text(review.fingerprint)] + place)
    }
    // Only who has submitted a session has seen what the program heard in it.
    let remarks =
      try (leftOut == .givenBack ? 0 : add(review.decisions)) + add(review.comments)
    let session = review.session
    return TakenIn(
      number: review.number, session: session, isRated: before == nil && leftOut == nil,
      remarks: remarks,
      standing: standing(
        of: try self.reviews(of: session).map(\.review), try reviewFacts(of: session)),
      leftOut: leftOut)
  }

  /// Fills the draft that was begun with the packet, and submits it.
  private func submit(_ review: PacketReview, by rater: String, _ rule: PassRule) throws {
    let (id, draft) = try self.draft(of: review.session, by: rater)
    for wanted in draft.ratings {
      guard let given = review.ratings.first(where: { $0.dimension == wanted.dimension }) else {
        throw PacketRefusal.incomplete(number: review.number, missing: [wanted.title])
      }
      guard given.hash == wanted.hash else {
        throw PacketRefusal.otherRubric(number: review.number, dimension: wanted.title)
      }
      try put(given, into: id)
    }
    try execute("DELETE FROM given_codes WHERE review = ?", [.integer(id)])
    for mark in review.marks { try put(mark, into: id, of: review.session) }
    _ = try submitDraft(of: review.session, by: rater, at: review.submitted, rule)
    // The page shows what the program heard as soon as the session is submitted there.
    try note(.revealed, by: rater, on: review.session, "in a packet", at: review.submitted)
  }

  /// How many were not there already.
  private func add(_ decisions: [CodeDecision]) throws -> Int {
    var added = 0
    for decision in decisions {
      // The same, or something else that was said later: files may come in any order.
      let isKnown = try !rows(
        """
        SELECT 1 FROM decisions WHERE session = ? AND turn = ? AND attempt = ? AND position = ?
          AND rater = ? AND (agrees = ? AND comment = ? OR at > ?)
        """,
        [
          .text(decision.session), .integer(decision.turn), .integer(decision.attempt),
          .integer(decision.position), .text(decision.rater), .truth(decision.agrees),
          .text(decision.comment), .text(decision.at),
        ], { _ in }
      ).isEmpty
      guard !isKnown else { continue }
      try put(decision)
      added += 1
    }
    return added
  }

  private func add(_ comments: [ReviewComment]) throws -> Int {
    var added = 0
    for comment in comments {
      var range: (start: Int, end: Int)?
      if case .words(_, let start, let end) = comment.place { range = (start, end) }
      let isKnown = try !rows(
        """
        SELECT 1 FROM comments
        WHERE session = ? AND author = ? AND kind = ? AND text = ? AND turn IS ?
          AND range_start IS ? AND range_end IS ? AND drill IS ?
        """,
        [
          .text(comment.session), .text(comment.author), .text(comment.kind.rawValue),
          .text(comment.text),
          comment.place.turn.map { .integer($0) } ?? .null,
          range.map { .integer($0.start) } ?? .null, range.map { .integer($0.end) } ?? .null,
          .text(comment.drill),
        ], { _ in }
      ).isEmpty
      guard !isKnown else { continue }
      try put(comment)
      added += 1
    }
    return added
  }
}
