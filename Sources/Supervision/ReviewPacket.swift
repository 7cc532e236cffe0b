/// A page that was written for one rater, with the sessions it holds.
///
/// The page and the ratings file that comes back call a session by its number; whose it is, only the
/// store knows.
package struct ReviewPacket: Sendable, Hashable {
  /// Sixteen hexadecimal digits.
  package var id: String
  /// 64 hexadecimal digits: with them the page seals its ratings file.
  package var key: String
  package var rater: String
  /// UTC, as everywhere in a store.
  package var made: String
  /// Ids, in the order of their numbers, from 1; nil for one that was deleted since.
  package var sessions: [String?]

  package init(id: String, key: String, rater: String, made: String, sessions: [String?]) {
    self.id = id
    self.key = key
    self.rater = rater
    self.made = made
    self.sessions = sessions
  }
}

/// What came back of one session of a packet.
package struct PacketReview: Sendable, Hashable {
  /// From 1.
  package var number: Int
  package var session: String
  /// When the rater submitted it, by her own clock.
  package var submitted: String
  package var ratings: [DimensionRating]
  package var marks: [CodeMark]
  package var decisions: [CodeDecision]
  package var comments: [ReviewComment]
  /// Stands for ratings and marks as they came: the same in every file that has them unchanged.
  package var fingerprint: String

  package init(
    number: Int, session: String, submitted: String, ratings: [DimensionRating],
    marks: [CodeMark], decisions: [CodeDecision], comments: [ReviewComment], fingerprint: String
  ) {
    self.number = number
    self.session = session
    self.submitted = submitted
    self.ratings = ratings
    self.marks = marks
    self.decisions = decisions
    self.comments = comments
    self.fingerprint = fingerprint
  }
}

/// What an import made of one session of a packet.
package struct TakenIn: Sendable, Hashable {
  /// From 1.
  package var number: Int
  package var session: String
  /// Whether the ratings are new; else they were taken in from an earlier file.
  package var isRated: Bool
  /// Decisions and comments that were not there before.
  package var remarks: Int
  /// What the rules make of the session now.
  package var standing: ReviewStanding
  /// Why its ratings are not wanted; nil where they are.
  package var leftOut: LeftOut?

  /// Comments are taken in all the same.
  package enum LeftOut: Sendable, Hashable {
    /// The rater has submitted it in the console or in another packet.
    case ratedElsewhere
    /// It is the rater's no longer.
    case givenBack
  }

  package init(
    number: Int, session: String, isRated: Bool, remarks: Int, standing: ReviewStanding,
    leftOut: LeftOut? = nil
  ) {
    self.number = number
    self.session = session
    self.isRated = isRated
    self.remarks = remarks
    self.standing = standing
    self.leftOut = leftOut
  }
}
