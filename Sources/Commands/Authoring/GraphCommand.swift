import Arguments
import FoundationEssentials
import Playtesting
import ResponseCoding
import ScenarioGraph
import ScenarioModel

let graphEntry = CommandEntry(
  path: ["graph"], group: "Writing",
  summary: "Draw the beats and endings of a scenario.",
  discussion: """
    The picture is SVG, which every browser shows; DOT is for graphviz, and Mermaid for pages that \
    draw it themselves. With --coverage simulated trainees play first, and the picture shows how \
    often each place and way was come to, and what was never.
    """,
  arguments: [Argument("scenario", .scenario, help: "Its name, title or file.")],
  flags: [
    Flag(
      "format", value: FlagValue("format", .choice(["svg", "dot", "mermaid"])),
      help: "How it is written.", default: "svg"),
    Flag(
      "output", value: FlagValue("file", .file),
      help: "The file to write. (default: standard output)"
    ),
    Flag("json", help: "Print JSON, for other programs, in place of a picture."),
    Flag("rules", help: "Write whole conditions at the arrows."),
    Flag("coverage", help: "Show what simulated trainees come to."),
    Flag(
      "turns", value: FlagValue("number", .number(0...1_000_000)),
      help: "Turns of the search for what was missed.", default: "2000"),
    Flag(
      "walks", value: FlagValue("number", .number(0...100_000)),
      help: "Sessions of each kind of trainee.", default: "50"),
    Flag(
      "seed", value: FlagValue("number", .anyNumber),
      help: "The same seed gives the same picture.", default: "1"),
  ],
  examples: [
    "attune graph who-gets-up-at-night --output aylin.svg",
    "attune graph new-city-no-map --coverage --output samuel.svg",
    "attune graph new-city-no-map --format dot | dot -Tpdf -o samuel.pdf",
  ])

/// `attune graph`: a scenario as a picture.
func drawGraph(_ run: Run) throws -> Int32 {
  let (library, entry) = try run.open(run.command.argument(0) ?? "")
  guard let scenario = entry.checked.scenario else {
    try run.show(entry.checked.diagnostics, in: entry.file)
    return try run.fail(
      "'\(entry.file.name)' cannot be drawn", help: "mend the errors shown above")
  }
  let weights = run.command.isSet("coverage") ? coverage(of: scenario, library, run) : nil
  let graph = ScenarioGraph(scenario, weights: weights)
  let showsRules = run.command.isSet("rules")
  let format = run.command.string("format") ?? "svg"
  let text =
    switch format {
    case _ where run.wantsJSON: try run.jsonText(GraphJSON(graph))
    case "dot": graph.dot(showsRules: showsRules)
    case "mermaid": graph.mermaid(showsRules: showsRules)
    default: graph.svg(showsRules: showsRules)
    }
  guard let path = run.command.string("output") else {
    guard format != "svg" || run.wantsJSON || !run.surroundings.streams.output.isTerminal else {
      return try run.fail(
        "a picture cannot be shown on a terminal", help: "name a file with --output")
    }
    try run.output.write(text)
    return 0
  }
  do {
    try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
  } catch {
    return try run.fail(
      "'\(path)' cannot be written", help: "name a file in a folder you may write to")
  }
  return 0
}

/// What simulated trainees come to, as `attune explore` plays them.
private func coverage(of scenario: Scenario, _ library: Library, _ run: Run) -> GraphWeights {
  let ground = Playground(
    scenario, coder: ResponseCoder(library.codebook), rubrics: [], codebook: library.codebook,
    replies: library.answers(to: scenario).replies)
  var line = ProgressLine(run.errors)
  let found = ground.explore(
    walks: run.command.int("walks") ?? 50, searchTurns: run.command.int("turns") ?? 2000,
    seed: run.command.number("seed") ?? 1
  ) { line.show($0, of: $1, $2) }.coverage
  line.erase()
  return GraphWeights(
    beats: found.beats, endings: found.endings, rules: found.rules, bounds: found.bounds,
    duties: found.duties)
}
