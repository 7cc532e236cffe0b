import TranscriptModel

extension TranscriptStore {
  /// The mark that stands for each character that was taken out.
  package static let redactionMark: Character = "▮"

  /// Where else the words stand that ``redact(_:ofTurn:attempt:in:by:everywhere:at:)`` would take out, in
  /// words; nothing is changed.
  package func quotes(
    of range: TextRange, ofTurn turn: Int, attempt: Int, in session: String
  ) throws -> [String] {
    try database.read {
      let response = try database.response(ofTurn: turn, attempt: attempt, in: session, range)
      return try database.quotes(
        of: QuotedWords(range.start..<range.end, of: response), in: session,
        beside: (TurnKey(number: turn, attempt: attempt), range.start..<range.end),
        isMarking: false)
    }
  }

  /// Replaces characters of what a trainee typed in one attempt at a turn with marks: in the response and
  /// in the words of its codes. The audit says that, and never what it was.
  ///
  /// As many characters stand there afterwards, so every place that was coded stays where it was. Gives
  /// where the same words stand elsewhere in what was typed and written about the session, in words;
  /// `everywhere` they are replaced there, too, also in what is sealed. ``purge()`` has to follow.
  package func redact(
    _ range: TextRange, ofTurn turn: Int, attempt: Int, in session: String, by who: String,
    everywhere: Bool = false, at time: String
  ) throws -> [String] {
    try database.write {
      let response = try database.redact(range, ofTurn: turn, attempt: attempt, in: session)
      try database.note(
        .redacted, by: who, on: session, "turn \(turn), attempt \(attempt)", at: time)
      let places = try database.quotes(
        of: QuotedWords(range.start..<range.end, of: response), in: session,
        isMarking: everywhere)
      if everywhere {
        for place in places {
          try database.note(.redacted, by: who, on: session, place, at: time)
        }
      }
      try database.awaitPurge()
      return places
    }
  }
}

extension Database {
  /// Throws where there is none, or `range` is not in it.
  fileprivate func response(
    ofTurn turn: Int, attempt: Int, in session: String, _ range: TextRange
  ) throws -> String {
    let found = try rows(
      "SELECT response FROM turns WHERE session = ? AND number = ? AND attempt = ?",
      [.text(session), .integer(turn), .integer(attempt)]
    ) { $0.text("response") }
    guard let response = found.first else { throw StoreError.noSuchTurn(session, turn: turn) }
    guard range.start >= 0, range.start < range.end, range.end <= response.count else {
      throw StoreError.noSuchWords(session, turn: turn, length: response.count)
    }
    return response
  }

  /// The response as it was.
  func redact(
    _ range: TextRange, ofTurn turn: Int, attempt: Int, in session: String
  ) throws -> String {
    let response = try response(ofTurn: turn, attempt: attempt, in: session, range)
    let place: [SQLValue] = [.text(session), .integer(turn), .integer(attempt)]
    var characters = Array(response)
    var end = range.end
    // An accent on its own would join the mark before it, and move everything behind it.
    while end < characters.count,
      characters[end].unicodeScalars.first?.properties.isGraphemeExtend == true
    {
      end += 1
    }
    for index in range.start..<end { characters[index] = TranscriptStore.redactionMark }
    try execute(
      "UPDATE turns SET response = ?4 WHERE session = ?1 AND number = ?2 AND attempt = ?3",
      place + [.text(String(characters))])
    try redactCodes(at: place, range, in: characters)
    return response
  }

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
}
