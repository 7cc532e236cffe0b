import Supervision

extension TranscriptStore {
  /// Writes a meeting into the supervisor's log, signs it and chains it to the entry before.
  ///
  /// Throws ``Supervision/SupervisionRefusal`` where a rule forbids it.
  package func add(
    _ held: HeldSupervision, at time: String, using generator: inout some RandomNumberGenerator
  ) throws -> SupervisionEntry {
    guard !held.trainees.isEmpty else { throw SupervisionRefusal.noTrainee }
    guard !held.trainees.contains(held.supervisor) else {
      throw SupervisionRefusal.ownSupervision
    }
    let words = ErasablePart([held.goals, held.agreed], using: &generator)
    let trainees = held.trainees.map { ErasablePart([$0], using: &generator) }
    let sessions = held.sessions.map { ErasablePart([$0], using: &generator) }
    return try database.write {
      for session in held.sessions
      where try !held.trainees.contains(database.record(of: session).trainee) {
        throw SupervisionRefusal.sessionOfOthers(session: session)
      }
      let last = try database.rows(
        """
        SELECT number, signature FROM supervisions WHERE supervisor = ?
        ORDER BY number DESC LIMIT 1
        """, [.text(held.supervisor)]
      ) { (number: $0.int("number"), signature: $0.text("signature")) }.first
      try database.checkCorrection(held)
      let signed = SignedSupervision(
        supervisor: held.supervisor, number: (last?.number ?? 0) + 1, date: held.date,
        minutes: held.minutes, kept: time, corrects: held.corrects, words: words.digest,
        trainees: trainees.map(\.digest), sessions: sessions.map(\.digest))
      let signature = signed.signature(after: last?.signature ?? "")
      try database.execute(
        """
        INSERT INTO supervisions (
          supervisor, number, date, minutes, kept, corrects, goals, agreed, salt, digest, signature
        ) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        [
          .text(held.supervisor), .integer(signed.number), .text(held.date),
          .integer(held.minutes), .text(time), held.corrects.map { .integer($0) } ?? .null,
          .text(held.goals), .text(held.agreed), .text(words.salt), .text(words.digest),
          .text(signature),
        ])
      let id = try database.rows("SELECT last_insert_rowid() AS id") { $0.int("id") }.first ?? 0
      try database.put(trainees, into: "supervised", "trainee", of: id)
      try database.put(sessions, into: "supervised_sessions", "session", of: id)
      return SupervisionEntry(
        supervisor: held.supervisor, number: signed.number, date: held.date,
        minutes: held.minutes, trainees: held.trainees, sessions: held.sessions,
        goals: held.goals, agreed: held.agreed, kept: time, corrects: held.corrects,
        signature: signature, isSound: true)
    }
  }

  /// The whole log, by supervisor and number; each entry says whether it is as it was signed.
  package func supervisions() throws -> [SupervisionEntry] {
    try database.read {
      let trainees = try database.parts(of: "supervised", "trainee")
      let sessions = try database.parts(of: "supervised_sessions", "session")
      var previous = (supervisor: "", number: 0, signature: "")
      var entries = try database.rows(
        "SELECT * FROM supervisions ORDER BY supervisor, number"
      ) { row -> SupervisionEntry in
        let (supervisor, number) = (row.text("supervisor"), row.int("number"))
        if previous.supervisor != supervisor { previous = (supervisor, 0, "") }
        let salt = row.optionalText("salt")
        let (goals, agreed) = (row.optionalText("goals"), row.optionalText("agreed"))
        let words = ErasablePart(
          words: goals == nil && agreed == nil ? nil : [goals ?? "", agreed ?? ""], salt: salt,
          digest: row.text("digest"))
        let (those, about) = (trainees[row.int("id")] ?? [], sessions[row.int("id")] ?? [])
        let signed = SignedSupervision(
          supervisor: supervisor, number: number, date: row.text("date"),
          minutes: row.int("minutes"), kept: row.text("kept"),
          corrects: row.optionalInt("corrects"), words: words.digest,
          trainees: those.map(\.digest), sessions: about.map(\.digest))
        let signature = row.text("signature")
        let isSound =
          number == previous.number + 1
          && signed.signature(after: previous.signature) == signature
          && ([words] + those + about).allSatisfy(\.isSound)
        previous = (supervisor, number, signature)
        return SupervisionEntry(
          supervisor: supervisor, number: number, date: signed.date, minutes: signed.minutes,
          trainees: those.map { $0.words?.first }, sessions: about.map { $0.words?.first },
          goals: goals, agreed: agreed, kept: signed.kept, corrects: signed.corrects,
          signature: signature, isSound: isSound)
      }
      struct Place: Hashable {
        var supervisor: String
        var number: Int
      }
      var corrections: [Place: Int] = [:]
      for entry in entries {
        guard let corrects = entry.corrects else { continue }
        corrections[Place(supervisor: entry.supervisor, number: corrects)] = entry.number
      }
      for index in entries.indices {
        entries[index].correctedBy =
          corrections[
            Place(supervisor: entries[index].supervisor, number: entries[index].number)]
      }
      return entries
    }
  }
}

extension Database {
  fileprivate func checkCorrection(_ held: HeldSupervision) throws {
    guard let corrected = held.corrects else { return }
    let place: [SQLValue] = [.text(held.supervisor), .integer(corrected)]
    guard
      try !rows(
        "SELECT 1 FROM supervisions WHERE supervisor = ? AND number = ?", place, { _ in }
      ).isEmpty
    else { throw SupervisionRefusal.noSuchEntry(number: corrected) }
    let other = try rows(
      "SELECT number FROM supervisions WHERE supervisor = ? AND corrects = ?", place
    ) { $0.int("number") }.first
    if let other { throw SupervisionRefusal.correctedAlready(number: corrected, by: other) }
  }

  fileprivate func put(
    _ parts: [ErasablePart], into table: String, _ column: String, of supervision: Int
  ) throws {
    for (position, part) in parts.enumerated() {
      try execute(
        """
        INSERT INTO \(table) (supervision, position, \(column), salt, digest)
        VALUES (?, ?, ?, ?, ?)
        """,
        [
          .integer(supervision), .integer(position), .text(part.words?.first), .text(part.salt),
          .text(part.digest),
        ])
    }
  }

  /// By entry.
  fileprivate func parts(of table: String, _ column: String) throws -> [Int: [ErasablePart]] {
    let rows = try rows(
      "SELECT supervision, \(column) AS word, salt, digest FROM \(table) "
        + "ORDER BY supervision, position"
    ) { row in
      (
        entry: row.int("supervision"),
        part: ErasablePart(
          words: row.optionalText("word").map { [$0] }, salt: row.optionalText("salt"),
          digest: row.text("digest"))
      )
    }
    return Dictionary(grouping: rows, by: \.entry).mapValues { $0.map(\.part) }
  }

  /// Takes a trainee out of the supervision log, with what was written down of meetings with her and her
  /// sessions; the hours stay. Before her sessions are removed.
  func eraseFromLog(_ trainee: String) throws {
    let hers = "SELECT supervision FROM supervised WHERE trainee = ?1"
    // An id of a session that is gone may have been hers.
    try execute(
      """
      UPDATE supervised_sessions SET session = NULL, salt = NULL WHERE session IS NOT NULL AND (
        session IN (SELECT id FROM sessions WHERE trainee = ?1)
        OR (supervision IN (\(hers)) AND session NOT IN (SELECT id FROM sessions)))
      """, [.text(trainee)])
    try execute(
      "UPDATE supervisions SET goals = NULL, agreed = NULL, salt = NULL WHERE id IN (\(hers))",
      [.text(trainee)])
    try execute(
      "UPDATE supervised SET trainee = NULL, salt = NULL WHERE trainee = ?1", [.text(trainee)])
  }

  /// How many entries about meetings before a day still hold names or words.
  func expiredSupervisions(before day: String) throws -> Int {
    try rows("SELECT count(*) AS n FROM supervisions WHERE \(fullBefore)", [.text(day)]) {
      $0.int("n")
    }.first ?? 0
  }

  /// Takes names, words and sessions out of them; the hours stay.
  func eraseSupervisions(before day: String) throws {
    let old = "SELECT id FROM supervisions WHERE date < ?1"
    for (table, column) in [("supervised", "trainee"), ("supervised_sessions", "session")] {
      try execute(
        """
        UPDATE \(table) SET \(column) = NULL, salt = NULL
        WHERE salt IS NOT NULL AND supervision IN (\(old))
        """, [.text(day)])
    }
    try execute(
      """
      UPDATE supervisions SET goals = NULL, agreed = NULL, salt = NULL
      WHERE date < ? AND salt IS NOT NULL
      """, [.text(day)])
  }
}

private let fullBefore = """
  date < ?1 AND (salt IS NOT NULL
    OR id IN (SELECT supervision FROM supervised WHERE trainee IS NOT NULL)
    OR id IN (SELECT supervision FROM supervised_sessions WHERE session IS NOT NULL))
  """
