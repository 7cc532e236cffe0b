import Diagnostics
import Playtesting
import ResponseCoding
import Rubrics
import ScenarioModel
import SessionEngine
import Terminal
import TranscriptModel
import TranscriptStore

/// `attune practice`: a session from the briefing to the ratings, every turn kept before it is answered.
func practice(_ run: Run) throws -> Int32 {
  let name = run.command.argument(0) ?? ""
  return try practise(name, resuming: run.command.isSet("resume"), run)
}

/// Practises with the scenario a person named, from the start or where it was left.
func practise(_ name: String, resuming: Bool, _ run: Run) throws -> Int32 {
  let (library, entry) = try run.open(name)
  let trainee = run.command.string("as") ?? "trainee"
  guard isName(trainee) else {
    return try run.fail(
      "a trainee's name has 1 to 60 characters on one line", help: "a pseudonym is best")
  }
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
    offersChoices: stored.record.choicesShown, attempt: takenBack == nil ? attempt : nil,
    takenBack: takenBack)
  try conversation.showResumed()
  return try conversation.talk()
}

private func begin(
  _ original: Scenario, _ entry: LibraryScenario, _ library: Library, as trainee: String,
  _ run: Run
) throws -> Int32 {
  let beginning = try beginning(of: original, as: trainee, run)
  let scenario = beginning.variation.map { original.varied(by: $0) } ?? original
  guard try brief(scenario, beginning, run) else { return 0 }
  if run.surroundings.streams.input.isTerminal, !run.command.isSet("mode"), !beginning.isRehearsal,
    try isReadyForQuiet(trainee, in: try run.store())
  {
    try run.output.paragraph(
      "Your last two sessions were at 4 or above in everything. With --mode quiet the coach waits "
        + "until you ask for a remark with /coach.", as: .faint)
    try run.output.blank()
  }
  // The same lines give the same bytes without a flag; a person gets another session each time.
  let seed =
    run.command.number("seed")
    ?? (run.surroundings.streams.input.isTerminal ? run.surroundings.chance() : 1)
  let answered = library.answers(to: original)
  var played = PlayedSession(
    scenario, seed: seed, coder: ResponseCoder(library.codebook),
    variation: beginning.variation?.name, replies: answered.replies)
  let opening = played.begin(at: beginning.beat, with: beginning.states)
  let mode = run.command.string("mode").flatMap(SessionMode.init) ?? .coach
  let rubrics = library.rubrics.filter { scenario.facts.rubrics.contains($0.id) }
  var keeping: Keeping?
  if beginning.isRehearsal {
    try run.errors.paragraph("This is a rehearsal: nothing of it is kept.", as: .faint)
  } else {
    let files =
      entry.pinned
      + (library.files.codebooks + library.files.words + answered.files).map {
        PinnedFile(kind: .codebook, name: $0.name, bytes: $0.bytes)
      }
      + library.files.rubrics.map { PinnedFile(kind: .rubric, name: $0.name, bytes: $0.bytes) }
    let start = Dictionary(
      scenario.states.map { ($0.name, $0.start) }, uniquingKeysWith: { first, _ in first })
    keeping = try keep(
      NewSession(
        trainee: trainee, title: scenario.facts.title, started: run.surroundings.now(), mode: mode,
        choicesShown: run.command.isSet("choices"), isDrill: scenario.facts.isDrill,
        attuneVersion: Program.version, states: start, files: files), opening, run)
  }
  let conversation = Conversation(
    run: run, played: played, keeping: keeping, rubrics: rubrics, codebook: library.codebook,
    mode: mode, offersChoices: run.command.isSet("choices"))
  try conversation.show(opening)
  return try conversation.talk()
}

private func keep(_ session: NewSession, _ opening: [SessionEvent], _ run: Run) throws -> Keeping {
  let store = try run.store()
  var chance = ChanceGenerator(chance: run.surroundings.chance)
  return Keeping(
    store: store, writer: try store.begin(session, opening: opening, using: &chance))
}

private func isName(_ name: String) -> Bool {
  (1...60).contains(name.count)
    && !name.unicodeScalars.contains { $0.properties.generalCategory == .control }
}
