import Supervision

extension Database {
  /// With the rowid of each, the first one first.
  func kitAttempts(of rater: String) throws -> [(id: Int, attempt: KitAttempt)] {
    let found = try rows(
      "SELECT * FROM kit_attempts WHERE rater = ? ORDER BY number", [.text(rater)]
    ) { row in
      (
        row.int("id"),
        KitAttempt(
          rater: rater, number: row.int("number"), kit: row.text("kit"), begun: row.text("begun"),
          ended: row.optionalText("ended"),
          hasPassed: row.optionalInt("has_passed").map { $0 == 1 }, anchors: [])
      )
    }
    return try found.map { id, attempt in
      var attempt = attempt
      attempt.anchors = try anchors(of: id).map(\.rating)
      return (id, attempt)
    }
  }

  private func anchors(of attempt: Int) throws -> [(id: Int, rating: AnchorRating)] {
    let found = try rows(
      "SELECT * FROM anchor_ratings WHERE attempt = ? ORDER BY position", [.integer(attempt)]
    ) { row in
      (
        row.int("id"),
        AnchorRating(
          anchor: row.text("anchor"), title: row.text("title"), version: row.text("version"),
          hash: row.text("hash"), turns: row.int("turns"), begun: row.optionalText("begun"),
          submitted: row.optionalText("submitted"), ratings: [], gold: [:])
      )
    }
    return try found.map { id, rating in
      var rating = rating
      let scores = try rows(
        "SELECT * FROM anchor_scores WHERE anchor_rating = ? ORDER BY position", [.integer(id)]
      ) { row in
        (
          DimensionRating(
            dimension: row.text("dimension"), title: row.text("title"),
            isGate: row.truth("is_gate"), version: row.text("version"), hash: row.text("hash"),
            score: row.optionalText("score").flatMap(GivenScore.init(rawValue:)),
            evidence: row.text("evidence"), turns: try row.json("turns", of: rating.anchor)),
          GivenScore(rawValue: row.text("gold"))
        )
      }
      rating.ratings = scores.map(\.0)
      rating.gold = Dictionary(
        scores.compactMap { score, gold in gold.map { (score.dimension, $0) } }
      ) { first, _ in first }
      rating.marks = try rows(
        "SELECT * FROM anchor_codes WHERE anchor_rating = ? ORDER BY turn, code", [.integer(id)]
      ) { CodeMark(turn: $0.int("turn"), code: $0.text("code"), isHeard: $0.truth("is_heard")) }
      return (id, rating)
    }
  }

  /// What a rater has given an anchor of her last attempt so far; throws where nothing can be changed.
  func anchorDraft(
    _ anchor: String, by rater: String
  ) throws -> (id: Int, rating: AnchorRating) {
    guard let last = try kitAttempts(of: rater).last,
      let found = try anchors(of: last.id).first(where: { $0.rating.anchor == anchor })
    else { throw KitRefusal.noSuchAnchor(anchor) }
    guard found.rating.submitted == nil else {
      throw KitRefusal.submittedAlready(title: found.rating.title)
    }
    return found
  }

  func add(_ attempt: KitAttempt) throws {
    try execute(
      "INSERT INTO kit_attempts (rater, number, kit, begun) VALUES (?, ?, ?, ?)",
      [
        .text(attempt.rater), .integer(attempt.number), .text(attempt.kit), .text(attempt.begun),
      ])
    let row = try lastRow()
    for (position, anchor) in attempt.anchors.enumerated() {
      try execute(
        """
        INSERT INTO anchor_ratings (attempt, position, anchor, title, version, hash, turns)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .integer(row), .integer(position), .text(anchor.anchor), .text(anchor.title),
          .text(anchor.version), .text(anchor.hash), .integer(anchor.turns),
        ])
      let id = try lastRow()
      for (place, rating) in anchor.ratings.enumerated() {
        try execute(
          """
          INSERT INTO anchor_scores (
            anchor_rating, position, dimension, title, is_gate, version, hash, gold
          ) VALUES (?, ?, ?, ?, ?, ?, ?, ?)
          """,
          [
            .integer(id), .integer(place), .text(rating.dimension), .text(rating.title),
            .truth(rating.isGate), .text(rating.version), .text(rating.hash),
            .text((anchor.gold[rating.dimension] ?? .notApplicable).rawValue),
          ])
      }
    }
  }

  private func lastRow() throws -> Int {
    try rows("SELECT last_insert_rowid() AS id") { $0.int("id") }.first ?? 0
  }
}
