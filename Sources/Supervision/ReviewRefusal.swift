/// What a rule of supervision does not allow; nothing was changed.
package enum ReviewRefusal: Error, Hashable, Sendable {
  case notEnded(session: String)
  case drill(session: String)
  case ownSession(session: String)
  case ownSupervisor(session: String)
  case somebodyElseRates(session: String)
  case ratedAlready(session: String)
  case nothingToRate(session: String)
  case waitsForAdjudication(session: String)
  /// A draft that is none any more.
  case submittedAlready(session: String)
  /// Titles of the dimensions.
  case incomplete(session: String, missing: [String])
  /// Nothing to reveal before the rater has submitted.
  case notSubmitted(session: String)
  case noAdjudication(session: String, state: ReviewState)
  case raterAdjudicates(session: String)
  case begunAlready(session: String)
  /// No draft of this rater's to give back.
  case notBegun(session: String)
  /// Whoever is to rate it blind may not see it otherwise.
  case ratesBlind(session: String)
  case notReleased(session: String)
  case repliedAlready(session: String)
  case contestedAlready(session: String)
  case notTheTrainee(session: String)
  case noSuchTurn(session: String, turn: Int)
  case noSuchCode(session: String, turn: Int)
  case nobodyToAssign(session: String)
  case nothingToTalkOver(session: String)
  case notCalibrated(session: String)
}

extension ReviewRefusal: CustomStringConvertible {
  package var description: String { "\(message); \(help)" }

  package var message: String {
    switch self {
    case .notEnded(let session): "session '\(session)' has not come to an end"
    case .drill(let session): "session '\(session)' is a drill"
    case .ownSession(let session): "session '\(session)' is the rater's own"
    case .ownSupervisor(let session):
      "the supervisor of the trainee may not be the second rater of exam '\(session)'"
    case .somebodyElseRates(let session): "session '\(session)' is with another rater"
    case .ratedAlready(let session): "this rater has submitted a rating of session '\(session)'"
    case .nothingToRate(let session): "session '\(session)' is rated and released"
    case .waitsForAdjudication(let session): "the raters of session '\(session)' differ"
    case .submittedAlready(let session): "the rating of session '\(session)' was submitted"
    case .incomplete(let session, let missing):
      "the rating of session '\(session)' lacks \(missing.joined(separator: ", "))"
    case .notSubmitted(let session):
      "this rater has not submitted a rating of session '\(session)'"
    case .noAdjudication(let session, let state): "session '\(session)' is \(state.rawValue)"
    case .raterAdjudicates(let session): "this rater is one of the two of session '\(session)'"
    case .begunAlready(let session): "somebody has begun to rate session '\(session)'"
    case .notBegun(let session): "this rater has not begun to rate session '\(session)'"
    case .ratesBlind(let session): "session '\(session)' is still to be rated by this reader"
    case .notReleased(let session): "the ratings of session '\(session)' are not final"
    case .repliedAlready(let session): "there is a reply to the ratings of session '\(session)'"
    case .contestedAlready(let session): "this code of session '\(session)' was contested before"
    case .notTheTrainee(let session): "session '\(session)' belongs to somebody else"
    case .noSuchTurn(let session, let turn): "session '\(session)' has no turn \(turn)"
    case .noSuchCode(let session, let turn):
      "this code was not heard in turn \(turn) of session '\(session)'"
    case .nobodyToAssign(let session): "no rater is known who could take session '\(session)'"
    case .nothingToTalkOver(let session):
      "session '\(session)' has no open comment about safety"
    case .notCalibrated(let session):
      "who settles session '\(session)' has to have passed calibration"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .notEnded: "a session is rated when it is over"
    case .drill: "whole sessions are rated"
    case .ownSession, .ownSupervisor, .somebodyElseRates, .ratedAlready, .nothingToRate:
      "'attune review list --as NAME' shows what a rater can take"
    case .waitsForAdjudication(let session): "'attune review adjudicate \(session)' settles it"
    case .submittedAlready(let session): "'attune review reveal \(session)' shows what comes next"
    case .incomplete: "give each a score with its evidence, or na"
    case .notSubmitted(let session): "rate it first: 'attune review rate \(session)'"
    case .noAdjudication: "only two ratings that differ are adjudicated"
    case .raterAdjudicates:
      "ask a third person, or say --joint when both have talked it over and both ratings count"
    case .begunAlready(let session): "'attune review return \(session) --of RATER' gives it back"
    case .notBegun: "'attune review list --as NAME' shows what somebody has begun"
    case .ratesBlind(let session): "rate it first: 'attune review rate \(session)'"
    case .notReleased: "wait until they are"
    case .repliedAlready: "a trainee replies once; talk about the rest"
    case .contestedAlready: "a code is contested once; talk about the rest"
    case .notTheTrainee: "only the trainee can do that, with --as and her name"
    case .noSuchTurn, .noSuchCode: "'attune transcript show' numbers the turns"
    case .nobodyToAssign: "name somebody with --to"
    case .nothingToTalkOver: "there is nothing to close"
    case .notCalibrated:
      "'attune review calibrate --as NAME' begins; or ask somebody who has passed"
    }
  }
}
