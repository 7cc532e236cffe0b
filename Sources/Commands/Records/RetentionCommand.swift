import TranscriptStore

private struct RetentionJSON: Encodable {
  let version = 1
  let isDone: Bool
  /// Nil where nothing of the kind is old enough, or all of it is kept.
  let before: [String: String]
  let practice: [String]
  let rated: [String]
  let auditLines: Int
  let tombstones: Int
  let exports: Int
  /// Entries of the supervision log that lose names, words and sessions.
  let logEntries: Int
}

/// `attune retention`: what is older than the rules allow; with `--run` it goes.
func retainRecords(_ run: Run) throws -> Int32 {
  let rules = try run.settings().retention
  let now = run.surroundings.now()
  let cutoffs = rules.cutoffs(at: now)
  let store = try run.store()
  let isDone = run.command.isSet("run")
  let list = isDone ? try store.expire(cutoffs) : try store.expired(cutoffs)
  var isPurged = true
  if isDone, try store.awaitsPurge() { isPurged = try store.purge() }
  if run.wantsJSON {
    let before: [(String, String?)] = [
      ("practice", cutoffs.practice), ("rated", cutoffs.rated), ("audit", cutoffs.audit),
      ("tombstones", cutoffs.tombstones), ("log", cutoffs.log),
    ]
    try run.writeJSON(
      RetentionJSON(
        isDone: isDone,
        before: Dictionary(
          before.compactMap { name, cutoff in cutoff.map { (name, $0) } }
        ) { first, _ in first },
        practice: list.practice.map(\.id), rated: list.rated.map(\.id), auditLines: list.audit,
        tombstones: list.tombstones, exports: list.exports,
        logEntries: list.log))
  } else {
    try show(list, rules, isDone: isDone, run)
  }
  return try run.saidWhetherPurged(isPurged)
}

private func show(
  _ list: RetentionList, _ rules: RetentionRules, isDone: Bool, _ run: Run
) throws {
  for record in RetainedRecord.allCases {
    try run.output.labelled("\(record.words):", "kept \(rules[record].words)")
  }
  for session in list.practice + list.rated {
    try run.output.labelled(
      session.id, "\(session.lastActivity), \(session.trainee), \(session.title)")
  }
  let counts = [
    (list.practice.count, "practice session"), (list.rated.count, "rated session"),
    (list.audit, "line of the audit"), (list.tombstones, "tombstone"),
    (list.exports, "record of an export"), (list.log, "entry of the supervision log"),
  ].filter { $0.0 > 0 }.map { number, name in
    number == 1 ? "1 \(name)" : plural(number, name)
  }
  if list.isEmpty {
    try run.output.paragraph("Nothing is older than that.")
  } else if isDone {
    try run.output.paragraph("Removed: \(counts.joined(separator: ", ")).")
  } else {
    try run.output.paragraph(
      "Would go: \(counts.joined(separator: ", ")). 'attune retention --run' removes them.")
  }
}

private func plural(_ number: Int, _ name: String) -> String {
  let words = name.split(separator: " ", maxSplits: 1)
  guard let first = words.first, ["line", "record", "entry"].contains(first) else {
    return "\(number) \(name)s"
  }
  let several = first == "entry" ? "entries" : first + "s"
  return "\(number) \(several) \(words.dropFirst().joined())"
}

extension RetainedRecord {
  fileprivate var words: String {
    switch self {
    case .practice: "practice"
    case .rated: "exams and rated sessions"
    case .audit: "audit"
    case .tombstones: "tombstones and records of exports"
    case .log: "names and words in the supervision log"
    }
  }
}

extension Run {
  /// 0, or 1 after saying that another program still reads what was removed.
  func saidWhetherPurged(_ isPurged: Bool) throws -> Int32 {
    guard !isPurged else { return 0 }
    try errors.paragraph(
      "Another program is reading the store: its log still holds what was removed. Close it and "
        + "give this command again.", as: .warning)
    return 1
  }
}
