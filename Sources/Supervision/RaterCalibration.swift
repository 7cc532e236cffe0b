/// For how long a rater who has passed the kit is taken to rate as then.
package struct PassRule: Sendable, Hashable {
  /// Nil is for good.
  package var days: Int?

  package init(days: Int?) { self.days = days }

  /// A default that no study stands behind.
  package static let usual = PassRule(days: 180)
}

/// Where a rater stands with the calibration kit at some time; her last finished attempt decides.
package struct RaterCalibration: Sendable, Hashable {
  package enum State: String, Sendable, Hashable, Codable {
    case none, failed, passed
    /// She has passed, but too long ago.
    case due
  }

  package var state: State
  /// When the attempt that decides was over; nil where there is none.
  package var ended: String?
  /// When its pass ends; nil where there is none, or it does not end.
  package var until: String?

  package init(state: State, ended: String? = nil, until: String? = nil) {
    self.state = state
    self.ended = ended
    self.until = until
  }

  /// Whether what she submits at that time counts.
  package var counts: Bool { state == .passed }
}

/// What cannot be done with the calibration kit now; nothing was changed.
package enum KitRefusal: Error, Hashable, Sendable {
  /// The last attempt is over, and a new one has to be asked for.
  case attemptIsOver(rater: String)
  case attemptGoesOn(rater: String)
  case noSuchAnchor(String)
  case submittedAlready(title: String)
  /// Titles of the dimensions.
  case incomplete(title: String, missing: [String])
  case noSuchTurn(title: String, turn: Int)
}

extension KitRefusal: CustomStringConvertible {
  package var description: String { "\(message); \(help)" }

  package var message: String {
    switch self {
    case .attemptIsOver(let rater): "\(rater) has rated all of the calibration kit"
    case .attemptGoesOn(let rater): "\(rater) has not rated all of the calibration kit yet"
    case .noSuchAnchor(let name): "the calibration kit has no transcript '\(name)'"
    case .submittedAlready(let title): "the rating of '\(title)' was submitted"
    case .incomplete(let title, let missing):
      "the rating of '\(title)' lacks \(missing.joined(separator: ", "))"
    case .noSuchTurn(let title, let turn): "'\(title)' has no turn \(turn)"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .attemptIsOver(let rater):
      "'attune review calibrate next --again --as \(rater)' begins a new attempt with all of it"
    case .attemptGoesOn(let rater): "'attune review calibrate next --as \(rater)' goes on"
    case .noSuchAnchor: "'attune review calibrate --as NAME' lists them"
    case .submittedAlready: "what is submitted does not change"
    case .incomplete: "give each a score with its evidence, or na"
    case .noSuchTurn: "'t' shows the conversation with its turns"
    }
  }
}
