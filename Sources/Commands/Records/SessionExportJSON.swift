import Supervision
import TranscriptModel
import TranscriptStore

/// A line of `sessions.jsonl`: a session with all that people made of it.
struct SessionExportJSON: Encodable {
  struct Rating: Encodable {
    let dimension: String
    let title: String
    /// `1` to `5`, `pass`, `fail` or `na`.
    let score: String?
    let evidence: String
    let turns: [Int]
    let rubricVersion: String
    let rubricHash: String
  }
  struct Mark: Encodable {
    let turn: Int
    let code: String
    let isHeard: Bool
  }
  struct Rater: Encodable {
    let rater: String
    let role: String
    let begun: String
    /// Nil for a draft.
    let submitted: String?
    let reason: String
    let isJoint: Bool
    /// Whether the rater had not passed calibration: then it does not count.
    let isPractice: Bool
    let ratings: [Rating]
    let marks: [Mark]
  }
  struct Decision: Encodable {
    let turn: Int
    let attempt: Int
    /// Its place among the codes of the attempt.
    let position: Int
    let rater: String
    let agrees: Bool
    let comment: String
    let at: String
  }
  struct Comment: Encodable {
    let author: String
    let at: String
    let kind: String
    let turn: Int?
    /// Characters of the response, from `start` to before `end`.
    let start: Int?
    let end: Int?
    let text: String
    let drill: String?
    let talkedOver: String?
  }
  struct Answer: Encodable {
    let at: String
    let turn: Int?
    let code: String?
    let text: String
  }

  let version = 1
  let session: SessionJSON
  let cohort: String?
  /// Whose sign it is that people are done with it.
  let reviewState: String
  let reviews: [Rater]
  let decisions: [Decision]
  let comments: [Comment]
  let reply: Answer?
  let contests: [Answer]
  /// What the trainee gave herself, by dimension.
  let selfRatings: [String: Int]
  let strain: String?
}

extension SessionExportJSON {
  /// Drafts of ratings are left out unless asked for.
  init(_ gathered: GatheredSession, withDrafts: Bool = false) {
    let (exchanges, lastWords) = exchanges(of: gathered.stored)
    let parts = ShownParts(notes: nil, attempts: true, thoughts: false)
    let reviewed = gathered.reviewed
    session = SessionJSON(
      gathered.stored, exchanges, lastWords, gathered.exported.score, parts)
    cohort = gathered.exported.cohort
    reviewState = reviewed.standing.state.rawValue
    reviews = reviewed.reviews.filter { withDrafts || $0.submitted != nil }.map(Rater.init)
    decisions = reviewed.decisions.map {
      Decision(
        turn: $0.turn, attempt: $0.attempt, position: $0.position, rater: $0.rater,
        agrees: $0.agrees, comment: $0.comment, at: $0.at)
    }
    comments = reviewed.comments.map { comment in
      var range: (start: Int, end: Int)?
      if case .words(_, let start, let end) = comment.place { range = (start, end) }
      return Comment(
        author: comment.author, at: comment.at, kind: comment.kind.rawValue,
        turn: comment.place.turn, start: range?.start, end: range?.end, text: comment.text,
        drill: comment.drill, talkedOver: comment.talkedOver)
    }
    reply = reviewed.reply.map { Answer(at: $0.at, turn: nil, code: nil, text: $0.text) }
    contests = reviewed.contests.map {
      Answer(at: $0.at, turn: $0.turn, code: $0.code, text: $0.text)
    }
    selfRatings = gathered.summarised?.selfRatings ?? [:]
    strain = gathered.summarised?.strain?.rawValue
  }
}

extension SessionExportJSON.Rater {
  fileprivate init(_ review: Review) {
    self.init(
      rater: review.rater, role: review.role.rawValue, begun: review.begun,
      submitted: review.submitted, reason: review.reason, isJoint: review.isJoint,
      isPractice: review.isPractice,
      ratings: review.ratings.map {
        .init(
          dimension: $0.dimension, title: $0.title, score: $0.score?.rawValue,
          evidence: $0.evidence, turns: $0.turns, rubricVersion: $0.version, rubricHash: $0.hash)
      },
      marks: review.marks.map { .init(turn: $0.turn, code: $0.code, isHeard: $0.isHeard) })
  }
}
