import Diagnostics
import Playtesting
import ResponseCoding
import ScenarioModel
import TranscriptModel
import TranscriptStore

/// Begins a session: keeps its opening, unless it is a rehearsal, and shows it.
func startConversation(
  with original: Scenario, _ entry: LibraryScenario, _ library: Library, _ beginning: Beginning,
  as trainee: String, _ run: Run
) throws -> Conversation {
  let scenario = beginning.variation.map { original.varied(by: $0) } ?? original
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
  return conversation
}

private func keep(_ session: NewSession, _ opening: [SessionEvent], _ run: Run) throws -> Keeping {
  let store = try run.store()
  var chance = ChanceGenerator(chance: run.surroundings.chance)
  return Keeping(
    store: store, writer: try store.begin(session, opening: opening, using: &chance))
}
