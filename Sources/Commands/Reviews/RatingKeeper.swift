import Supervision
import TranscriptStore

/// Where a desk keeps what a rater gives, and what comes when she has handed it in.
protocol RatingKeeper {
  /// The command that goes on where she left.
  var command: String { get }
  func keep(_ rating: DimensionRating) throws
  func keep(_ mark: CodeMark) throws
  func takeBack(_ mark: CodeMark) throws
  /// Hands it in, and says what comes next.
  func submit() throws
}

/// Keeps the rating of a session.
struct SessionKeeper: RatingKeeper {
  let run: Run
  let store: TranscriptStore
  let session: String
  let rater: String

  var command: String { "review rate \(session) --as \(rater)" }

  func keep(_ rating: DimensionRating) throws {
    try store.keep(rating, of: session, by: rater, at: run.surroundings.now())
  }

  func keep(_ mark: CodeMark) throws {
    try store.keep(mark, of: session, by: rater, at: run.surroundings.now())
  }

  func takeBack(_ mark: CodeMark) throws {
    try store.takeBack(mark, of: session, by: rater, at: run.surroundings.now())
  }

  func submit() throws {
    let now = run.surroundings.now()
    let rule = try run.settings().passRule
    let standing = try store.submitReview(of: session, by: rater, at: now, rule)
    try run.output.paragraph("Submitted. \(standing.words)")
    if try !store.calibration(of: rater, at: now, rule).counts {
      try run.output.paragraph("It is practice and does not count yet: \(notCalibrated).")
    }
    try run.errors.paragraph(
      "'attune review reveal \(session) --as \(rater)' shows what the program heard.", as: .faint)
  }
}
