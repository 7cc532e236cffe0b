/// A feedback letter on a session; sealed once it is released.
package struct Letter: Sendable, Hashable {
  package var session: String
  /// From 1; a later letter replaces the one before it.
  package var number: Int
  /// Who asked for the draft.
  package var author: String
  package var drafted: String
  /// When it was last edited; nil while it stands as it was drafted.
  package var edited: String?
  /// When it was released, and by whom; nil while it is a draft.
  package var released: String?
  package var signer: String?
  /// In the Markdown that ``letterBlocks(_:)`` reads.
  package var text: String

  package init(
    session: String, number: Int, author: String, drafted: String, edited: String? = nil,
    released: String? = nil, signer: String? = nil, text: String
  ) {
    self.session = session
    self.number = number
    self.author = author
    self.drafted = drafted
    self.edited = edited
    self.released = released
    self.signer = signer
    self.text = text
  }
}

/// What became of one session of a trainee, as far as it is hers to see.
package struct TraineeResult: Sendable, Hashable {
  package var session: String
  package var scenario: String
  package var title: String
  package var ended: String
  /// Whether the ratings are final now.
  package var isRated: Bool
  /// The number of the latest letter that was released.
  package var letter: Int?
  /// Whether there are ratings or a letter she has not opened.
  package var isUnread: Bool

  package init(
    session: String, scenario: String, title: String, ended: String, isRated: Bool, letter: Int?,
    isUnread: Bool
  ) {
    self.session = session
    self.scenario = scenario
    self.title = title
    self.ended = ended
    self.isRated = isRated
    self.letter = letter
    self.isUnread = isUnread
  }
}
