import Arguments
import Diagnostics
import Playtesting
import ResponseCoding
import ScenarioModel

let exploreEntry = CommandEntry(
  path: ["explore"], group: "Writing",
  summary: "Let simulated trainees play a scenario and see what they come to.",
  discussion: """
    Eight kinds of trainee play the scenario: one who says what you would have liked to hear, one \
    who asks closed questions, one who advises, one who reassures, a silent one, one who repeats \
    the patient's words, one who never takes up a risk (where there is one), and one who says \
    anything. Then a search goes back to every place where a rule was never taken and tries words \
    for it. With --cheats those play, too, who string phrases together, repeat one good sentence, or \
    otherwise get round listening.

    You read what was covered and what was not, how the sessions ended and were rated, the shortest \
    ways to the endings as checks to paste into the file, and what looks amiss.
    """,
  arguments: [
    Argument("scenario", .scenario, help: "Its file, name or title; '-' is standard input.")
  ],
  flags: [
    Flag(
      "turns", value: FlagValue("number", .number(0...1_000_000)),
      help: "Turns of the search.", default: "2000"),
    Flag(
      "walks", value: FlagValue("number", .number(0...100_000)),
      help: "Sessions of each kind of trainee.", default: "200"),
    Flag(
      "seed", value: FlagValue("number", .anyNumber),
      help: "The same seed gives the same report.", default: "1"),
    Flag("cheats", help: "Let those play, too, who try to be rated well without listening."),
    Flag("json", help: "Print JSON, for other programs."),
  ],
  examples: [
    "attune explore new-city-no-map",
    "attune explore Scenarios/Grief/the-empty-chair.scenario --walks 1000 --seed 7",
  ],
  exitStatus: [
    ExitMeaning(0, "explored"),
    ExitMeaning(1, "a good ending was reached with a risk open"),
    ExitMeaning(2, "could not explore"), ExitMeaning(64, "wrong usage"),
  ])

/// `attune explore`: what simulated trainees come to in one scenario.
func exploreScenario(_ run: Run) throws -> Int32 {
  let (library, opened) = try run.open(run.command.argument(0) ?? "")
  guard let scenario = opened.checked.scenario, !opened.checked.diagnostics.hasErrors else {
    try run.show(opened.checked.diagnostics.filter { $0.severity == .error }, in: opened.file)
    return try run.fail(
      "'\(opened.file.name)' cannot be played before its errors are mended", help: nil)
  }
  var line = ProgressLine(run.errors)
  line.say("getting ready")
  let ground = Playground(
    scenario, coder: ResponseCoder(library.codebook),
    rubrics: library.rubrics.filter { scenario.facts.rubrics.contains($0.id) },
    codebook: library.codebook, replies: library.answers(to: scenario).replies)
  let report = ground.explore(
    walks: run.command.int("walks") ?? 200, searchTurns: run.command.int("turns") ?? 2000,
    seed: run.command.number("seed") ?? 1, withCheats: run.command.isSet("cheats")
  ) { line.show($0, of: $1, $2) }
  line.erase()
  if run.wantsJSON {
    try run.writeJSON(ExploreJSON(report, scenario))
  } else {
    try ExplorePage(report: report, scenario: scenario, file: opened.file, run: run).show()
  }
  return report.goodWithRiskOpen == nil ? 0 : 1
}
