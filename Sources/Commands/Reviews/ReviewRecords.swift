import Supervision
import TranscriptStore

/// `attune review assign`: whom the queue waits for.
func assignSession(_ run: Run) throws -> Int32 {
  guard let who = try run.person("who assigns") else { return 64 }
  var rater = run.command.string("to")
  if let name = rater {
    rater = try run.checked(name, "the rater")
    if rater == nil { return 2 }
  }
  let (store, id) = try run.storeAndSession()
  let (role, chosen) = try store.assign(
    id, to: rater, by: who, at: run.surroundings.now(), try run.settings().passRule)
  try run.output.paragraph("Session \(id) is asked of \(chosen), as \(role.words).")
  return 0
}

/// `attune review return`: sessions begun that somebody else may take.
func returnSessions(_ run: Run) throws -> Int32 {
  guard let who = try run.person("who gives it back") else { return 64 }
  let store = try run.store()
  var sessions = try run.command.arguments.map(store.identifier(beginningWith:))
  var rater = run.command.string("of") ?? who
  if let id = run.command.string("packet") {
    guard sessions.isEmpty, run.command.string("of") == nil else {
      _ = try run.fail(
        "a packet says itself whose it is and what lies in it", help: "leave out the rest")
      return 64
    }
    guard let packet = try store.packet(id) else { throw PacketRefusal.unknownPacket }
    rater = packet.rater
    let begun = try store.sessionsInPackets(of: rater)
    sessions = packet.sessions.compactMap(\.self).filter(begun.contains)
    guard !sessions.isEmpty else {
      return try run.fail("nothing of this packet is still to come back", help: nil)
    }
  }
  guard !sessions.isEmpty else {
    _ = try run.fail("it is not said what is given back", help: "name sessions, or --packet")
    return 64
  }
  try store.giveBack(
    Set(sessions).sorted(), of: rater, by: who, at: run.surroundings.now())
  try run.output.paragraph(
    "\(rater) has given back \(count(Set(sessions).count, "session")); what was in the drafts is "
      + "gone.")
  return 0
}

extension ReviewRole {
  fileprivate var words: String {
    switch self {
    case .first: "first rater"
    case .second: "second rater"
    case .adjudicator: "adjudicator"
    }
  }
}

private struct AuditLine: Encodable {
  let version = 1
  let at: String
  let who: String
  let action: String
  let session: String
  let detail: String
}

/// `attune review audit`: everything people saw and decided in a session.
func auditSession(_ run: Run) throws -> Int32 {
  let store = try run.store()
  let typed = run.command.argument(0) ?? ""
  var entries: [AuditEntry]
  do {
    let id = try store.identifier(beginningWith: typed)
    entries = try store.audit(of: id)
    // A second rater may read this, too: till then it tells that something was given, and not what.
    let reviewed = try store.reviewed(id)
    if reviewed.standing.state != .released {
      let telling: [AuditEntry.Action] =
        reviewed.reviews.isEmpty ? [.saved, .decided] : [.saved, .decided, .commented]
      for index in entries.indices where telling.contains(entries[index].action) {
        entries[index].detail = ""
      }
    }
  } catch StoreError.noSuchSession {
    // The audit of a session outlives it.
    entries = try store.audit(of: typed)
    guard !entries.isEmpty else { throw StoreError.noSuchSession(typed) }
  }
  for entry in entries {
    if run.wantsJSON {
      try run.writeJSON(
        AuditLine(
          at: entry.at, who: entry.who, action: entry.action.rawValue, session: entry.session,
          detail: entry.detail))
    } else {
      let detail = entry.detail.isEmpty ? "" : ": \(entry.detail)"
      try run.output.labelled(entry.at, "\(entry.who), \(entry.action.rawValue)\(detail)")
    }
  }
  if entries.isEmpty, !run.wantsJSON {
    try run.errors.paragraph("nobody but the trainee has seen this session")
  }
  return 0
}

private struct TraineeLine: Encodable {
  let version = 1
  let name: String
  let cohort: String?
  let supervisor: String?
}

/// `attune trainee list`: everybody who has practised here, or of whom something is known.
func listTrainees(_ run: Run) throws -> Int32 {
  let trainees = try run.store().trainees()
  for trainee in trainees {
    if run.wantsJSON {
      try run.writeJSON(
        TraineeLine(
          name: trainee.name, cohort: trainee.cohort, supervisor: trainee.supervisor))
    } else {
      let facts = [
        trainee.cohort.map { "cohort \($0)" }, trainee.supervisor.map { "supervised by \($0)" },
      ].compactMap(\.self)
      try run.output.labelled(
        "\(trainee.name):", facts.isEmpty ? "nothing else known" : facts.joined(separator: ", "))
    }
  }
  if trainees.isEmpty, !run.wantsJSON { try run.errors.paragraph("there are no trainees yet") }
  return 0
}

/// `attune trainee set`: cohort and supervisor.
func setTrainee(_ run: Run) throws -> Int32 {
  guard let name = try run.checked(run.command.argument(0) ?? "", "a trainee") else { return 2 }
  let store = try run.store()
  var record =
    try store.trainees().first { $0.name == name } ?? TraineeRecord(name: name)
  for (flag, keyPath) in [
    ("cohort", \TraineeRecord.cohort), ("supervisor", \TraineeRecord.supervisor),
  ] {
    guard let value = run.command.string(flag)?.trimmingBlanks else { continue }
    if !value.isEmpty, try run.checked(value, "a \(flag)") == nil { return 2 }
    record[keyPath: keyPath] = value.nonEmpty
  }
  try store.keep(record)
  try run.errors.paragraph("Kept.", as: .faint)
  return 0
}
