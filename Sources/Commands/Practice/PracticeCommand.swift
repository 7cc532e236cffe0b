import Diagnostics
import Playtesting
import ResponseCoding
import Rubrics
import ScenarioModel
import TranscriptStore

/// `attune practice`: a session from the briefing to the ratings, every turn kept before it is answered.
func practice(_ run: Run) throws -> Int32 {
  guard let name = run.command.argument(0) else { return try proposeSession(run) }
  return try practise(name, resuming: run.command.isSet("resume"), run)
}

/// Practises with the scenario a person named, from the start or where it was left.
func practise(_ name: String, resuming: Bool, _ run: Run) throws -> Int32 {
  let (library, entry) = try run.open(name)
  guard let trainee = try run.trainee() else { return 2 }
  guard let scenario = entry.checked.scenario else {
    try run.showProblems(of: entry)
    return try run.fail(
      "'\(entry.file.name)' cannot be played", help: "mend the errors shown above")
  }
  if resuming {
    if let flag = ["start", "with", "variation"].first(where: run.command.isSet) {
      return try run.fail(
        "--\(flag) begins a session, and --resume goes on with one", help: "leave out one of them")
    }
    let store = try run.store()
    let open = try store.resumable(of: trainee, on: scenario.facts.id)
    guard let latest = open.first else {
      return try run.fail(
        "'\(trainee)' has no unfinished session with this patient",
        help: "leave out --resume to begin one")
    }
    return try resume(latest.id, in: store, run)
  }
  return try begin(scenario, entry, library, as: trainee, run)
}

/// Takes an unfinished session up again, with the very files it began with.
func resume(_ id: String, in store: TranscriptStore, _ run: Run) throws -> Int32 {
  let stored = try store.load(id)
  let pinned = try openPinned(stored)
  var played = PlayedSession(
    pinned.scenario, seed: stored.record.seed, coder: ResponseCoder(pinned.library.codebook),
    variation: stored.variation, replies: pinned.replies)
  _ = played.begin()
  var attempt: Attempt?
  for turn in stored.turns {
    played.hints = turn.hints
    let given = Attempt(turn.attempt, turn.response, in: played)
    (played, attempt) = (given.after, given)
  }
  let takenBack = stored.takenBackLast.map { turn in
    var session = played
    session.hints = turn.hints
    return Attempt(turn.attempt, turn.response, in: session)
  }
  played.hints = stored.hints
  let conversation = Conversation(
    run: run, played: played, keeping: Keeping(store: store, writer: try store.resume(id)),
    rubrics: pinned.rubrics, codebook: pinned.library.codebook, mode: stored.record.mode,
    offersChoices: stored.record.choicesShown, settings: try run.settings(),
    attempt: takenBack == nil ? attempt : nil,
    takenBack: takenBack, worksheets: stored.worksheets)
  try conversation.showResumed()
  return try conversation.talk()
}

private func begin(
  _ original: Scenario, _ entry: LibraryScenario, _ library: Library, as trainee: String,
  _ run: Run
) throws -> Int32 {
  let beginning = try beginning(of: original, as: trainee, run)
  let scenario = beginning.variation.map { original.varied(by: $0) } ?? original
  let settings = try run.settings()
  if !beginning.isRehearsal { try noticeBeforeFirstSession(of: trainee, settings, run) }
  guard try brief(scenario, beginning, run) else { return 0 }
  if run.surroundings.streams.input.isTerminal, !run.command.isSet("mode"), !beginning.isRehearsal,
    !scenario.facts.isDrill, try isReadyForQuiet(trainee, in: try run.store())
  {
    try run.output.paragraph(
      "Your last two sessions were at 4 or above in everything. With --mode quiet the coach waits "
        + "until you ask for a remark with /coach.", as: .faint)
    try run.output.blank()
  }
  return try startConversation(
    with: original, entry, library, beginning, as: trainee, settings, run
  ).talk()
}
