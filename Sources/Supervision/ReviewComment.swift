/// Something a supervisor wrote about a session, a turn, or some words of it.
package struct ReviewComment: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case praise, question, correction
    /// A safety flag: the session is read first and rated twice.
    case safety
  }

  /// What it is about.
  package enum Place: Sendable, Hashable {
    case session
    case turn(Int)
    /// Characters of the response, from `start` to before `end`.
    case words(turn: Int, start: Int, end: Int)

    package var turn: Int? {
      switch self {
      case .session: nil
      case .turn(let turn), .words(let turn, _, _): turn
      }
    }
  }

  package var session: String
  package var author: String
  package var at: String
  package var kind: Kind
  package var place: Place
  package var text: String
  /// The drill it recommends.
  package var drill: String?
  /// Of a comment about safety, when it was talked over with the trainee.
  package var talkedOver: String?

  package init(
    session: String, author: String, at: String, kind: Kind, place: Place, text: String,
    drill: String? = nil, talkedOver: String? = nil
  ) {
    self.session = session
    self.author = author
    self.at = at
    self.kind = kind
    self.place = place
    self.text = text
    self.drill = drill
    self.talkedOver = talkedOver
  }

  /// Whether harm was seen that nobody has talked over with the trainee yet.
  package var isOpenHarmFlag: Bool { kind == .safety && talkedOver == nil }
}

/// What a trainee answered to the ratings of a session; she answers once.
package struct TraineeReply: Sendable, Hashable {
  package var session: String
  package var at: String
  package var text: String

  package init(session: String, at: String, text: String) {
    self.session = session
    self.at = at
    self.text = text
  }
}

/// A code the trainee says she did not show.
package struct CodeContest: Sendable, Hashable {
  package var session: String
  package var turn: Int
  /// The short id of the codebook.
  package var code: String
  package var at: String
  package var text: String

  package init(session: String, turn: Int, code: String, at: String, text: String) {
    self.session = session
    self.turn = turn
    self.code = code
    self.at = at
    self.text = text
  }
}
