import TranscriptModel

/// Where words that were taken out of a response may still stand: in what people wrote.
package struct QuotedPlaces: Sendable, Hashable {
  /// Other turns of the same session.
  package var turns: [Int] = []
  package var notes = 0
  package var comments = 0
  package var ratings = 0
  package var answers = 0
  package var letters = 0

  package var isEmpty: Bool { self == QuotedPlaces() }
}

extension TranscriptStore {
  /// The mark that stands for each character that was taken out.
  package static let redactionMark: Character = "▮"

  /// Replaces characters of what a trainee typed in one attempt at a turn with marks: in the response and
  /// in the words of its codes. The audit says that, and never what it was.
  ///
  /// As many characters stand there afterwards, so every place that was coded stays where it was.
  /// ``purge()`` has to follow.
  package func redact(
    _ range: TextRange, ofTurn turn: Int, attempt: Int, in session: String, by who: String,
    at time: String
  ) throws -> QuotedPlaces {
    try database.write {
      let place: [SQLValue] = [.text(session), .integer(turn), .integer(attempt)]
      let found = try database.rows(
        "SELECT response FROM turns WHERE session = ? AND number = ? AND attempt = ?", place
      ) { $0.text("response") }
      guard let response = found.first else { throw StoreError.noSuchTurn(session, turn: turn) }
      var characters = Array(response)
      guard range.start >= 0, range.start < range.end, range.end <= characters.count else {
        throw StoreError.noSuchWords(session, turn: turn, length: characters.count)
      }
      let words = String(characters[range.start..<range.end])
      var end = range.end
      // An accent on its own would join the mark before it, and move everything behind it.
      while end < characters.count,
        characters[end].unicodeScalars.first?.properties.isGraphemeExtend == true
      {
        end += 1
      }
      for index in range.start..<end { characters[index] = TranscriptStore.redactionMark }
      try database.execute(
        "UPDATE turns SET response = ?4 WHERE session = ?1 AND number = ?2 AND attempt = ?3",
        place + [.text(String(characters))])
      try database.redactCodes(at: place, range, in: characters)
      try database.awaitPurge()
      try database.note(
        .redacted, by: who, on: session, "turn \(turn), attempt \(attempt)", at: time)
      return try database.places(quoting: words, in: session)
    }
  }
}

extension Database {
  /// The words of a code that reach into the range are told anew from what is left; a code found by
  /// words that stand apart then shows those between them, too.
  fileprivate func redactCodes(
    at place: [SQLValue], _ range: TextRange, in characters: [Character]
  ) throws {
    let codes = try rows(
      """
      SELECT position, range_start, range_end FROM codes
      WHERE session = ? AND turn = ? AND attempt = ?
      """, place
    ) { (position: $0.int("position"), start: $0.int("range_start"), end: $0.int("range_end")) }
    for code in codes where code.start < range.end && range.start < code.end {
      let end = min(code.end, characters.count)
      let words = code.start < end ? String(characters[code.start..<end]) : ""
      try execute(
        """
        UPDATE codes SET evidence = ?5, reasons = '[]'
        WHERE session = ?1 AND turn = ?2 AND attempt = ?3 AND position = ?4
        """, place + [.integer(code.position), .text(words)])
    }
  }

  fileprivate func places(quoting words: String, in session: String) throws -> QuotedPlaces {
    // Of a letter or two nobody can say that they were quoted.
    guard words.count >= 3 else { return QuotedPlaces() }
    let values: [SQLValue] = [.text(session), .text(words)]
    func count(_ sql: String) throws -> Int {
      try rows("SELECT count(*) AS n FROM \(sql)", values) { $0.int("n") }.first ?? 0
    }
    return QuotedPlaces(
      turns: try rows(
        """
        SELECT DISTINCT number FROM turns WHERE session = ? AND instr(response, ?) > 0
        ORDER BY number
        """, values
      ) { $0.int("number") },
      notes: try count("events WHERE session = ? AND instr(content, ?) > 0"),
      comments: try count("comments WHERE session = ? AND instr(text, ?) > 0")
        + count("decisions WHERE session = ? AND instr(comment, ?) > 0"),
      ratings: try count(
        """
        given_ratings JOIN reviews ON reviews.id = review
        WHERE session = ? AND instr(evidence, ?) > 0
        """),
      answers: try count("contests WHERE session = ? AND instr(text, ?) > 0")
        + count("replies WHERE session = ? AND instr(text, ?) > 0"),
      letters: try count("letters WHERE session = ? AND instr(text, ?) > 0"))
  }
}
