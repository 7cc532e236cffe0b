import TranscriptModel

extension Database {
  func add(
    _ response: CodedResponse, to session: String, as turn: TurnKey, at time: String
  ) throws {
    try execute(
      """
      INSERT INTO turns (
        session, number, attempt, given_at, response, sentences, topics, words, understood
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """,
      [
        .text(session), .integer(turn.number), .integer(turn.attempt), .text(time),
        .text(response.text), .json(response.sentences), .json(response.topics),
        .integer(response.wordCount), .truth(response.isUnderstood),
      ])
    let insertion = try Statement(
      self,
      """
      INSERT INTO codes (
        session, turn, attempt, position, code, name, families, confidence, range_start, range_end,
        evidence, reasons, sentence, weight, remark
      ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """)
    for (position, code) in response.codes.enumerated() {
      try insertion.run([
        .text(session), .integer(turn.number), .integer(turn.attempt), .integer(position),
        .text(code.code), .text(code.name), .json(code.families), .real(code.confidence),
        .integer(code.range.start), .integer(code.range.end), .text(code.evidence),
        .json(code.reasons), .integer(code.sentence), .real(code.weight), .text(code.remark),
      ])
    }
  }

  /// The session's turns in order, still without events.
  func turns(of session: String) throws -> [(key: TurnKey, givenAt: String, CodedResponse)] {
    let codes = try codes(of: session)
    return try rows(
      """
      SELECT number, attempt, given_at, response, sentences, topics, words, understood
      FROM turns WHERE session = ? ORDER BY number, attempt
      """, [.text(session)]
    ) { row in
      let key = TurnKey(number: row.int("number"), attempt: row.int("attempt"))
      let response = CodedResponse(
        text: row.text("response"), sentences: try row.json("sentences", of: session),
        codes: codes[key] ?? [], wordCount: row.int("words"),
        isUnderstood: row.truth("understood"), topics: try row.json("topics", of: session))
      return (key, row.text("given_at"), response)
    }
  }

  private func codes(of session: String) throws -> [TurnKey: [AppliedCode]] {
    let all = try rows(
      "SELECT * FROM codes WHERE session = ? ORDER BY turn, attempt, position", [.text(session)]
    ) { row in
      let key = TurnKey(number: row.int("turn"), attempt: row.int("attempt"))
      let code = AppliedCode(
        code: row.text("code"), name: row.text("name"),
        families: try row.json("families", of: session), confidence: row.real("confidence"),
        range: TextRange(row.int("range_start"), row.int("range_end")),
        evidence: row.text("evidence"), reasons: try row.json("reasons", of: session),
        sentence: row.int("sentence"), weight: row.real("weight"),
        remark: row.optionalText("remark"))
      return (key, code)
    }
    return Dictionary(grouping: all, by: \.0).mapValues { $0.map(\.1) }
  }
}
