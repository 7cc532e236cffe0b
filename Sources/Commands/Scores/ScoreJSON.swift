import Scoring

/// Scores for other programs.
struct ScoreJSON: Encodable {
  struct Session: Encodable {
    let session: String?
    let title: String?
    let turns: Int
    let isOver: Bool
    /// Whether what the patient offers is marked.
    let isMarked: Bool
    let score: SessionScore
    /// Nil unless asked for.
    let indices: [IndexScore]?
  }

  let version = 1
  let sessions: [Session]

  init(_ sessions: [ScoredSession], explains: Bool) {
    self.sessions = sessions.map { session in
      Session(
        session: session.name, title: session.title, turns: session.exchanges.count,
        isOver: session.isOver, isMarked: session.isMarked, score: session.score,
        indices: explains
          ? explainedIndices(session.exchanges, codebook: session.codebook) : nil)
    }
  }
}
