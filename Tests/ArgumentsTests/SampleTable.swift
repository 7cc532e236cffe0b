import Arguments

let sampleTable = CommandTable(
  program: "attune",
  summary: "Practise talking with patients and see how it went.",
  groups: ["Practise", "Write", "Review"],
  commands: [
    CommandEntry(
      path: ["practice"], group: "Practise", summary: "Talk with a patient.",
      arguments: [Argument("scenario", .scenario, help: "The scenario to practise.")],
      flags: [
        Flag("as", value: FlagValue("name", .trainee), help: "Whose progress this counts for."),
        Flag(
          "mode", short: "m", value: FlagValue("mode", .choice(["coach", "quiet", "exam"])),
          help: "How much the coach says.", default: "coach"),
        Flag("seed", value: FlagValue("number", .anyNumber), help: "Repeat a session's chances."),
        Flag("plain", help: "No colour, no drawing."),
      ],
      examples: ["attune practice first-visit --as \"Ana B\" < lines.txt"]),
    CommandEntry(
      path: ["check"], group: "Write", summary: "Check a scenario and say what is wrong with it.",
      discussion: "Every file is read to its end,\nhowever much is wrong with it.\n\n  a  b\n",
      arguments: [
        Argument(
          "file", .file, count: .anyNumber,
          help: "Scenario files or folders; '-' is standard input.", default: "Scenarios")
      ],
      flags: [
        Flag("strict", help: "Treat warnings as errors."),
        Flag("json", help: "Print diagnostics as JSON."),
        Flag("limit", value: FlagValue("n", .number(1...500)), help: "Stop after so many."),
      ],
      examples: ["attune check Scenarios/first-visit.scenario", "cat draft | attune check -"],
      exitStatus: [ExitMeaning(0, "nothing wrong"), ExitMeaning(1, "problems found")]),
    CommandEntry(
      path: ["transcript", "list"], group: "Review", summary: "List sessions.",
      flags: [Flag("json", help: "Print JSON Lines.")]),
    CommandEntry(
      path: ["transcript", "show"], group: "Review", summary: "Show a session.",
      arguments: [
        Argument("session", .session, help: "The session."),
        Argument("turn", .number(1...9999), count: .optional, help: "One turn of it."),
      ]),
  ],
  globalFlags: [
    Flag("store", value: FlagValue("path", .file), help: "Where transcripts are kept."),
    Flag("quiet", short: "q", help: "Print errors only."),
  ],
  topics: [
    HelpTopic(
      name: "exit-status", summary: "How commands end.", text: "A number tells how it went.")
  ])

func parse(_ words: String...) -> ParseOutcome { parse(words, table: sampleTable) }

/// The three lines of a refused command line, or how it was taken instead.
func refusal(_ words: String...) -> String {
  let outcome = parse(words, table: sampleTable)
  guard case .wrong(let error) = outcome else { return "not refused: \(outcome)" }
  return error.text(width: 200)
}

/// The command that a line runs, or nil.
func command(_ words: String...) -> ParsedCommand? {
  guard case .run(let command) = parse(words, table: sampleTable) else { return nil }
  return command
}

func page(_ words: String..., width: Int = 80) -> String {
  let outcome = parse(words, table: sampleTable, width: width)
  guard case .help(let text) = outcome else { return "not help: \(outcome)" }
  return text
}
