import Supervision

/// Letters to trainees; each call is one transaction, with its audit. What a rule forbids is thrown as
/// ``Supervision/LetterRefusal`` or ``Supervision/ReviewRefusal``.
extension TranscriptStore {
  /// The letters on a session, oldest first; all but the last are released.
  package func letters(of session: String) throws -> [Letter] {
    try database.letters(of: session)
  }

  /// Throws why this person may not write a letter on the session now.
  package func checkLetter(on session: String, by who: String) throws {
    try database.read { try database.checkLetter(on: session, by: who) }
  }

  /// Begins a letter, or gives the draft there is.
  ///
  /// Where the latest is released, only when it is to be replaced.
  package func draftLetter(
    on session: String, by who: String, text: String, replacing: Bool = false, at time: String
  ) throws -> Letter {
    let text = try LetterRule.checked(text)
    return try database.write {
      try database.checkLetter(on: session, by: who)
      let last = try database.letters(of: session).last
      if let last, last.released == nil { return last }
      guard last == nil || replacing else { throw LetterRefusal.released(session: session) }
      let letter = Letter(
        session: session, number: (last?.number ?? 0) + 1, author: who, drafted: time, text: text)
      try database.execute(
        "INSERT INTO letters (session, number, author, drafted, text) VALUES (?, ?, ?, ?, ?)",
        [.text(session), .integer(letter.number), .text(who), .text(time), .text(text)])
      try database.note(.drafted, by: who, on: session, "letter \(letter.number)", at: time)
      return letter
    }
  }

  /// Puts a text in place of the draft's; throws where it is no longer `basis`, the text that was
  /// edited, unless that is nil.
  package func keepLetter(
    _ text: String, on session: String, by who: String, basis: String? = nil, at time: String
  ) throws -> Letter {
    let text = try LetterRule.checked(text)
    return try database.write {
      var draft = try database.letterDraft(on: session, by: who)
      guard draft.text != text else { return draft }
      guard basis == nil || draft.text == basis else {
        throw LetterRefusal.changedMeanwhile(session: session)
      }
      (draft.text, draft.edited) = (text, time)
      try database.execute(
        "UPDATE letters SET text = ?3, edited = ?4 WHERE session = ?1 AND number = ?2",
        [.text(session), .integer(draft.number), .text(text), .text(time)])
      try database.note(.edited, by: who, on: session, "letter \(draft.number)", at: time)
      return draft
    }
  }

  /// Releases the draft for good, as it stands: `text` is what whoever releases it has read.
  package func releaseLetter(
    _ text: String, on session: String, by who: String, at time: String
  ) throws -> Letter {
    try database.write {
      var draft = try database.letterDraft(on: session, by: who)
      guard draft.text == text else { throw LetterRefusal.changedMeanwhile(session: session) }
      try LetterRule.checkRelease(of: text)
      (draft.released, draft.signer) = (time, who)
      try database.execute(
        "UPDATE letters SET released = ?3, signer = ?4 WHERE session = ?1 AND number = ?2",
        [.text(session), .integer(draft.number), .text(time), .text(who)])
      try database.note(.released, by: who, on: session, "letter \(draft.number)", at: time)
      return draft
    }
  }
}

/// The trainee's side.
extension TranscriptStore {
  /// The sessions of a trainee with final ratings or a letter: those she has not read first, then the
  /// newest. What she read before the ratings became final anew she has not read.
  package func results(of trainee: String) throws -> [TraineeResult] {
    try database.rows(
      """
      SELECT id, scenario, title, closed, review_state IS 'released' AS is_rated,
        (SELECT max(number) FROM letters WHERE session = sessions.id AND released IS NOT NULL)
          AS letter,
        (SELECT letter FROM readings WHERE session = sessions.id AND (review_state <> 'released'
          OR at >= (SELECT max(submitted) FROM reviews
            WHERE session = sessions.id AND NOT is_practice))) AS seen
      FROM sessions WHERE trainee = ? AND review_state IS NOT NULL AND (review_state = 'released'
        OR EXISTS (SELECT 1 FROM letters WHERE session = sessions.id AND released IS NOT NULL))
      ORDER BY seen IS NULL OR seen < coalesce(letter, 0) DESC, closed DESC, id
      """, [.text(trainee)]
    ) { row in
      let (letter, seen) = (row.optionalInt("letter"), row.optionalInt("seen"))
      return TraineeResult(
        session: row.text("id"), scenario: row.text("scenario"), title: row.text("title"),
        ended: row.text("closed"), isRated: row.truth("is_rated"), letter: letter,
        isUnread: seen.map { $0 < letter ?? 0 } ?? true)
    }
  }

  /// Keeps that the trainee read what became of her session; throws where there is nothing to read.
  package func noteReading(of session: String, by trainee: String, at time: String) throws {
    try database.write {
      guard try database.record(of: session).trainee == trainee else {
        throw ReviewRefusal.notTheTrainee(session: session)
      }
      guard let result = try results(of: trainee).first(where: { $0.session == session }) else {
        throw ReviewRefusal.notReleased(session: session)
      }
      try database.execute(
        "INSERT OR REPLACE INTO readings (session, at, letter) VALUES (?, ?, ?)",
        [.text(session), .text(time), .integer(result.letter ?? 0)])
      let parts = [
        result.isRated ? "ratings" : nil, result.letter.map { "letter \($0)" },
      ].compactMap(\.self)
      try database.note(
        .read, by: trainee, on: session, parts.joined(separator: ", "), at: time)
    }
  }
}

extension Database {
  fileprivate func letters(of session: String) throws -> [Letter] {
    try rows("SELECT * FROM letters WHERE session = ? ORDER BY number", [.text(session)]) {
      Letter(
        session: session, number: $0.int("number"), author: $0.text("author"),
        drafted: $0.text("drafted"), edited: $0.optionalText("edited"),
        released: $0.optionalText("released"), signer: $0.optionalText("signer"),
        text: $0.text("text"))
    }
  }

  fileprivate func letterDraft(on session: String, by who: String) throws -> Letter {
    try checkLetter(on: session, by: who)
    guard let last = try letters(of: session).last else {
      throw LetterRefusal.noDraft(session: session)
    }
    guard last.released == nil else { throw LetterRefusal.released(session: session) }
    return last
  }

  /// Who judged a session that is final writes its letter, or the trainee's supervisor; the trainee
  /// never.
  fileprivate func checkLetter(on session: String, by who: String) throws {
    let rated = try sessionToRate(session)
    let hasRated = rated.reviews.contains { $0.rater == who && $0.submitted != nil }
    guard who != rated.trainee, hasRated || who == rated.supervisor else {
      throw LetterRefusal.notTheWriter(session: session)
    }
    guard rated.state == .released else { throw ReviewRefusal.notReleased(session: session) }
  }
}
