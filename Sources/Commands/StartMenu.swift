import Arguments
import Supervision
import Terminal
import TranscriptStore

private enum Choice {
  case resume(SessionRecord)
  case practise(SessionProposal)
  case drill
  case learn
  case chooseSession
  case letter(TraineeResult)
  case progress
  case list
  case supervise
}

/// `attune` alone: in a terminal a short menu, otherwise help.
func startMenu(_ run: Run) throws -> Int32 {
  guard run.canAsk else {
    try run.output.write(
      helpText(about: .program, .short, table: commandTable, width: run.output.style.width))
    return 0
  }
  guard let trainee = try run.trainee() else { return 2 }
  let shelf = try run.shelf(of: trainee)
  let store = try run.store()
  let choices = try choices(
    shelf, letter: store.unreadLetter(of: trainee), waiting: store.waitingForRaters())
  try run.output.heading("attune")
  try run.output.paragraph("What would you like to do?")
  for (index, choice) in choices.enumerated() {
    try run.output.labelled("\(index + 1).", choice.words)
  }
  try run.output.paragraph("'attune --help' lists everything else.", as: .faint)
  switch try run.askNumber(of: choices.count) {
  case .left(let status): return status
  case .answer(let index):
    try run.output.blank()
    switch choices[index].choice {
    case .resume(let record): return try resume(record.id, in: try run.store(), run)
    case .practise(let proposal): return try practise(proposal.entry.stem, resuming: false, run)
    case .drill: return try drill(run)
    case .learn: return try learn(run)
    case .chooseSession: return try chooseSession(of: shelf, run)
    case .progress: return try showProgress(run)
    case .letter(let result):
      return try readLetter(result.session, as: trainee, in: store, run)
    case .list: return try listTranscripts(run)
    case .supervise: return try showSupervising(run)
    }
  }
}

private func choices(
  _ shelf: PracticeShelf, letter: TraineeResult?, waiting: Int
) -> [(words: String, choice: Choice)] {
  var choices: [(words: String, choice: Choice)] = []
  if let letter {
    choices.append(("Read the new letter on “\(letter.title)”", .letter(letter)))
  }
  if let unfinished = shelf.unfinished {
    choices.append(
      (
        "Go on with “\(unfinished.title)”, after \(count(unfinished.turns, "turn"))",
        .resume(unfinished)
      ))
  }
  if let proposal = shelf.nextSession() {
    choices.append(
      ("Practise \(proposal.words). \(proposal.reason)", .practise(proposal)))
  }
  if !shelf.drills.isEmpty {
    choices.append(("A hard moment: one line of a patient, and your answer", .drill))
  }
  if shelf.scenarios.count > 1 {
    choices.append(("Choose among all \(shelf.scenarios.count) patients", .chooseSession))
  }
  if !shelf.library.files.lessons.isEmpty { choices.append(("Learn about IPT", .learn)) }
  if !shelf.history.sessions.isEmpty || !shelf.history.drills.isEmpty {
    choices.append(("Your progress", .progress))
  }
  choices.append(("See the sessions you have kept", .list))
  if waiting > 0 {
    choices.append(("Supervise: \(count(waiting, "session")) to rate", .supervise))
  }
  return choices
}

/// The commands of supervisors, with what each does.
private func showSupervising(_ run: Run) throws -> Int32 {
  for entry in commandTable.commands where entry.group == "Supervising" {
    try run.output.labelled("attune " + entry.path.joined(separator: " ") + ":", entry.summary)
  }
  try run.output.paragraph("'attune review list --as NAME' begins; NAME is yours.", as: .faint)
  return 0
}

extension TranscriptStore {
  /// How many sessions wait for a rater, where this store is one of supervision: of several trainees, or
  /// of some who have a supervisor or a cohort. Somebody who practises alone is asked nothing.
  fileprivate func waitingForRaters() throws -> Int {
    let trainees = try trainees()
    guard trainees.count > 1 || trainees.contains(where: { $0.supervisor ?? $0.cohort != nil })
    else { return 0 }
    return try queueCounts(QueueFilter()).filter { $0.key != .released }.map(\.value)
      .reduce(0, +)
  }
}
