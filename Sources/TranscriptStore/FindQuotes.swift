import TranscriptModel

/// A table in which people write about a session.
private struct WrittenColumn {
  var table: String
  var column: String
  /// Finds its rows for the session `?1`, with where each stands `AS place`, in words.
  var rows: String

  static let all = [
    WrittenColumn(
      table: "comments", column: "text",
      rows: """
        SELECT rowid AS row, text AS words, 'comment of ' || author
          || coalesce(' on turn ' || turn, '') AS place
        FROM comments WHERE session = ?1
        """),
    WrittenColumn(
      table: "decisions", column: "comment",
      rows: """
        SELECT rowid AS row, comment AS words, 'what ' || rater || ' says of a code of turn ' || turn
          AS place FROM decisions WHERE session = ?1
        """),
    WrittenColumn(
      table: "given_ratings", column: "evidence",
      rows: """
        SELECT given_ratings.rowid AS row, evidence AS words,
          'rating of ' || title || ' by ' || rater AS place
        FROM given_ratings JOIN reviews ON reviews.id = review WHERE session = ?1
        """),
    WrittenColumn(
      table: "reviews", column: "reason",
      rows: """
        SELECT rowid AS row, reason AS words, 'reason of ' || rater AS place
        FROM reviews WHERE session = ?1
        """),
    WrittenColumn(
      table: "replies", column: "text",
      rows: "SELECT rowid AS row, text AS words, 'reply' AS place FROM replies WHERE session = ?1"),
    WrittenColumn(
      table: "contests", column: "text",
      rows: """
        SELECT rowid AS row, text AS words, 'what is contested in turn ' || turn AS place
        FROM contests WHERE session = ?1
        """),
    WrittenColumn(
      table: "letters", column: "text",
      rows: """
        SELECT rowid AS row, text AS words, 'letter ' || number AS place
        FROM letters WHERE session = ?1
        """),
  ]
}

extension Database {
  /// Where people quoted words in what they wrote about a session, in words: `letter 1`; with `isMarking`
  /// they are marks afterwards. `own` is a place that does not count.
  ///
  /// The supervision log is signed over its words, so that those of an entry go together.
  func quotes(
    of words: QuotedWords, in session: String, beside own: (TurnKey, Range<Int>)? = nil,
    isMarking: Bool
  ) throws -> [String] {
    var found = try quotesInTurns(of: words, in: session, beside: own, isMarking: isMarking)
    found += try quotesInNotes(of: words, in: session, isMarking: isMarking)
    for written in WrittenColumn.all {
      let rows = try rows(written.rows + " ORDER BY row", [.text(session)]) {
        (row: $0.int("row"), words: $0.text("words"), place: $0.text("place"))
      }
      for row in rows {
        guard let marked = words.marked(in: row.words) else { continue }
        found.append(row.place)
        guard isMarking else { continue }
        try execute(
          "UPDATE \(written.table) SET \(written.column) = ? WHERE rowid = ?",
          [.text(marked), .integer(row.row)])
      }
    }
    let entries = try rows(
      """
      SELECT id, supervisor, number, goals, agreed FROM supervisions WHERE id IN (
        SELECT supervision FROM supervised JOIN sessions ON supervised.trainee = sessions.trainee
        WHERE sessions.id = ?) ORDER BY id
      """, [.text(session)]
    ) { row in
      (
        id: row.int("id"), place: "entry \(row.int("number")) of \(row.text("supervisor"))'s log",
        words: [row.optionalText("goals"), row.optionalText("agreed")].compactMap(\.self)
      )
    }
    for entry in entries where entry.words.contains(where: { !words.places(in: $0).isEmpty }) {
      found.append(entry.place)
      guard isMarking else { continue }
      try execute(
        "UPDATE supervisions SET goals = NULL, agreed = NULL, salt = NULL WHERE id = ?",
        [.integer(entry.id)])
    }
    return found
  }

  private func quotesInTurns(
    of words: QuotedWords, in session: String, beside own: (TurnKey, Range<Int>)?, isMarking: Bool
  ) throws -> [String] {
    let turns = try rows(
      "SELECT number, attempt, response FROM turns WHERE session = ? ORDER BY number, attempt",
      [.text(session)]
    ) { (turn: $0.int("number"), attempt: $0.int("attempt"), response: $0.text("response")) }
    var found: [String] = []
    for turn in turns {
      let places = words.places(in: turn.response).filter { place in
        guard let (key, range) = own else { return true }
        return key != TurnKey(number: turn.turn, attempt: turn.attempt) || !place.overlaps(range)
      }
      guard !places.isEmpty else { continue }
      found.append("turn \(turn.turn), attempt \(turn.attempt)")
      guard isMarking else { continue }
      for place in places {
        _ = try redact(
          TextRange(place.lowerBound, place.upperBound), ofTurn: turn.turn,
          attempt: turn.attempt, in: session)
      }
    }
    return found
  }

  private func quotesInNotes(
    of words: QuotedWords, in session: String, isMarking: Bool
  ) throws -> [String] {
    let events = try rows(
      """
      SELECT rowid AS row, content FROM events
      WHERE session = ? AND content LIKE '%"noted"%' ORDER BY position
      """, [.text(session)]
    ) { (row: $0.int("row"), event: try $0.json("content", of: session) as SessionEvent) }
    var found: [String] = []
    for (row, event) in events {
      guard case .noted(let turn, let note) = event, let marked = words.marked(in: note) else {
        continue
      }
      found.append("note before turn \(turn)")
      guard isMarking else { continue }
      try execute(
        "UPDATE events SET content = ? WHERE rowid = ?",
        [.json(SessionEvent.noted(turn: turn, marked)), .integer(row)])
    }
    return found
  }
}

extension QuotedWords {
  /// Nil where none of them stands in it.
  fileprivate func marked(in note: WorksheetNote) -> WorksheetNote? {
    func marked(_ text: String) -> String { self.marked(in: text) ?? text }
    let result: WorksheetNote
    switch note {
    case .person(var person):
      person.name = marked(person.name)
      person.who = marked(person.who)
      person.expectation = marked(person.expectation)
      result = .person(person)
    case .removed(let name): result = .removed(name: marked(name))
    case .focus(var focus):
      focus.words = marked(focus.words)
      focus.goal = marked(focus.goal)
      result = .focus(focus)
    }
    return result == note ? nil : result
  }
}
