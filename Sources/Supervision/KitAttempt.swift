/// One go of a rater at the whole calibration kit: an original, never changed once it is over.
package struct KitAttempt: Sendable, Hashable {
  package var rater: String
  /// From 1.
  package var number: Int
  /// SHA-256 in hexadecimal that stands for all transcripts and their gold.
  package var kit: String
  package var begun: String
  /// When the last transcript was submitted; nil while one is left.
  package var ended: String?
  package var hasPassed: Bool?
  /// All of the kit, in its order.
  package var anchors: [AnchorRating]

  package init(
    rater: String, number: Int, kit: String, begun: String, ended: String? = nil,
    hasPassed: Bool? = nil, anchors: [AnchorRating]
  ) {
    self.rater = rater
    self.number = number
    self.kit = kit
    self.begun = begun
    self.ended = ended
    self.hasPassed = hasPassed
    self.anchors = anchors
  }
}

/// What a rater gave an anchor transcript, and what it deserves.
package struct AnchorRating: Sendable, Hashable {
  /// The transcript's id.
  package var anchor: String
  package var title: String
  package var version: String
  /// SHA-256 of its file in hexadecimal.
  package var hash: String
  /// How many turns it has.
  package var turns: Int
  package var begun: String?
  /// Nil while it is not begun or a draft.
  package var submitted: String?
  package var ratings: [DimensionRating]
  /// Sorted by turn and code.
  package var marks: [CodeMark]
  /// By dimension.
  package var gold: [String: GivenScore]

  package init(
    anchor: String, title: String, version: String, hash: String, turns: Int,
    begun: String? = nil, submitted: String? = nil, ratings: [DimensionRating],
    marks: [CodeMark] = [], gold: [String: GivenScore]
  ) {
    self.anchor = anchor
    self.title = title
    self.version = version
    self.hash = hash
    self.turns = turns
    self.begun = begun
    self.submitted = submitted
    self.ratings = ratings
    self.marks = marks
    self.gold = gold
  }

  /// Titles of what still has no score, or no evidence for it.
  package var missing: [String] { ratings.filter { !$0.isComplete }.map(\.title) }
}
