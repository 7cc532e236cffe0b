import FoundationEssentials
import Rubrics
import Supervision
import TranscriptStore

/// Sets what came back beside the sessions it is about, and refuses what does not fit them.
struct PacketReviewer {
  let store: TranscriptStore
  let packet: ReviewPacket
  /// The time of the import: nothing in the file is later.
  let now: String
  private let shelf = PinnedShelf()

  init(store: TranscriptStore, packet: ReviewPacket, now: String) {
    self.store = store
    self.packet = packet
    self.now = now
  }

  /// Nil for a session that was deleted since.
  func review(_ file: RatingsFile.Session) throws -> PacketReview? {
    let number = file.number
    guard number >= 1, packet.sessions.indices.contains(number - 1) else {
      throw PacketRefusal.noSuchSession(number: number)
    }
    guard let id = packet.sessions[number - 1] else { return nil }
    let session = try store.load(id)
    let codebook = try shelf.open(session).pinned.library.codebook
    let own = try store.reviewed(id).reviews.first {
      $0.rater == packet.rater && $0.role != .adjudicator
    }
    func check(_ turn: Int) throws {
      guard (1...max(1, session.turns.count)).contains(turn), !session.turns.isEmpty else {
        throw PacketRefusal.noSuchTurn(number: number, turn: turn)
      }
    }
    // Without a review of hers it was given back, and nobody asks what was rated.
    let ratings = try (own?.ratings ?? []).map { wanted in
      let rating = try rating(file, for: wanted)
      try rating.turns.forEach(check)
      return rating
    }
    for mark in file.marks {
      try check(mark.turn)
      guard codebook.code(mark.code) != nil else {
        throw PacketRefusal.noSuchCode(number: number, turn: mark.turn)
      }
    }
    let decisions = try file.decisions.map { decision in
      try check(decision.turn)
      let turn = session.turns[decision.turn - 1]
      guard turn.response.codes.indices.contains(decision.position) else {
        throw PacketRefusal.noSuchCode(number: number, turn: decision.turn)
      }
      return CodeDecision(
        session: id, turn: decision.turn, attempt: turn.attempt, position: decision.position,
        rater: packet.rater, agrees: decision.agrees,
        comment: try text(decision.comment, number, mayBeEmpty: true), at: time(decision.at))
    }
    return PacketReview(
      number: number, session: id, submitted: time(file.submitted), ratings: ratings,
      marks: file.marks.map { CodeMark(turn: $0.turn, code: $0.code, isHeard: $0.isHeard) },
      decisions: decisions, comments: try comments(file, on: session, check),
      fingerprint: file.fingerprint)
  }

  private func rating(
    _ file: RatingsFile.Session, for wanted: DimensionRating
  ) throws -> DimensionRating {
    var rating = wanted
    guard let given = file.ratings.first(where: { $0.dimension == wanted.dimension }) else {
      throw PacketRefusal.incomplete(number: file.number, missing: [wanted.title])
    }
    guard given.rubric == wanted.hash else {
      throw PacketRefusal.otherRubric(number: file.number, dimension: wanted.title)
    }
    rating.score = given.score.flatMap(GivenScore.init(rawValue:))
    rating.evidence = try text(given.evidence, file.number, mayBeEmpty: true)
    rating.turns = Set(given.turns).sorted()
    let fits = rating.score == .notApplicable || (rating.score?.level == nil) == wanted.isGate
    guard rating.isComplete, fits else {
      throw PacketRefusal.incomplete(number: file.number, missing: [wanted.title])
    }
    return rating
  }

  private func comments(
    _ file: RatingsFile.Session, on session: StoredSession, _ check: (Int) throws -> Void
  ) throws -> [ReviewComment] {
    let blind = file.comments.isEmpty ? nil : BlindTranscript(session)
    return try file.comments.map { comment in
      guard let kind = ReviewComment.Kind(rawValue: comment.kind) else {
        throw PacketRefusal.badText(number: file.number)
      }
      var words = try text(comment.text, file.number)
      var place = ReviewComment.Place.session
      if let turn = comment.turn {
        try check(turn)
        place = .turn(turn)
        let shown = blind?.turns[turn - 1].last?.text ?? ""
        if let start = comment.start, let end = comment.end {
          guard let range = characters(of: shown, from: start, to: end) else {
            throw PacketRefusal.noSuchTurn(number: file.number, turn: turn)
          }
          if shown == session.turns[turn - 1].response.text {
            place = .words(turn: turn, start: range.lowerBound, end: range.upperBound)
          } else {
            // The trainee's name was hidden in it: the places are not those of what she typed.
            let quoted = Array(shown)[range]
            words = "“\(String(quoted))”: \(words)"
          }
        }
      }
      return ReviewComment(
        session: session.record.id, author: packet.rater, at: time(comment.at), kind: kind,
        place: place, text: words,
        drill: try comment.drill.map { try text($0, file.number) })
    }
  }

  private func text(_ text: String, _ number: Int, mayBeEmpty: Bool = false) throws -> String {
    let trimmed = text.trimmingBlanks
    guard mayBeEmpty || !trimmed.isEmpty, trimmed.utf16.count <= 4000 else {
      throw PacketRefusal.badText(number: number)
    }
    return trimmed
  }

  /// By the rater's clock where that is possible: not before the packet and not after the import.
  private func time(_ given: String) -> String {
    guard let date = try? Date(given, strategy: .iso8601), date.formatted(.iso8601) == given else {
      return now
    }
    return min(max(given, packet.made), now)
  }
}

/// Places in code points as places of whole characters; nil where there are no such places.
func characters(of text: String, from start: Int, to end: Int) -> Range<Int>? {
  guard start >= 0, start < end else { return nil }
  var place = 0
  var first: Int?
  for (index, character) in text.enumerated() {
    place += character.unicodeScalars.count
    if first == nil, place > start { first = index }
    if let first, place >= end { return first..<index + 1 }
  }
  return nil
}
