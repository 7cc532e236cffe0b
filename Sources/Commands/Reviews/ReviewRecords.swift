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
  let entries: [AuditEntry]
  do {
    entries = try store.audit(of: try store.identifier(beginningWith: typed))
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
