import Arguments

private let json = Flag("json", help: "Print JSON, for other programs.")
private let trainee = Flag(
  "trainee", value: FlagValue("name", .trainee), help: "Only meetings with this trainee.")
private let since = Flag("since", value: FlagValue("day"), help: "Only on this day or later.")
private let before = Flag("before", value: FlagValue("day"), help: "Only before this day.")
private let supervisor = Flag(
  "as", value: FlagValue("supervisor"), help: "Only meetings with this supervisor.")
private let whenListed = [
  ExitMeaning(0, "done"), ExitMeaning(1, "done, and an entry is not as it was signed"),
  ExitMeaning(2, "could not do it"), ExitMeaning(64, "wrong usage"),
]

/// The log of supervision, as evidence of hours.
let supervisionEntries = [
  CommandEntry(
    path: ["supervision", "add"], group: "Supervising",
    summary: "Write a meeting into the supervision log.",
    discussion: """
      The entry is signed with your name and a hash over it and your entry before it, so that what is \
      changed later shows. It is never edited or deleted: a new entry with --corrects stands in place \
      of an old one, and takes from it what is not given anew.

      At a terminal you are asked for what is missing.
      """,
    flags: [
      Flag("as", value: FlagValue("supervisor"), help: "Who you are."),
      Flag(
        "trainee", value: FlagValue("name", .trainee), help: "Who was there; may be given often.",
        mayRepeat: true),
      Flag("minutes", value: FlagValue("number", .number(1...1440)), help: "How long it took."),
      Flag("on", value: FlagValue("day"), help: "When: 2026-03-01. (without: today)"),
      Flag(
        "session", value: FlagValue("session", .session),
        help: "A session that was talked about; may be given often.", mayRepeat: true),
      Flag("goals", value: FlagValue("text"), help: "What it was about."),
      Flag("agreed", value: FlagValue("text"), help: "What is to be practised."),
      Flag(
        "corrects", value: FlagValue("number", .number(1...1_000_000)),
        help: "The number of your entry that this one stands in place of."),
    ],
    examples: [
      "attune supervision add --as una --trainee anna --minutes 50 --session bakotuli",
      "attune supervision add --as una --corrects 3 --minutes 45",
    ]),
  CommandEntry(
    path: ["supervision", "list"], group: "Supervising",
    summary: "List the meetings of the supervision log, with hours, and check their signatures.",
    flags: [supervisor, trainee, since, before, json],
    examples: ["attune supervision list --as una --since 2026-01-01"], exitStatus: whenListed),
  CommandEntry(
    path: ["supervision", "export"], group: "Supervising",
    summary: "Write the supervision log as evidence of hours.",
    flags: [
      Flag("out", value: FlagValue("file", .file), help: "A new file to write."),
      Flag(
        "format", value: FlagValue("format", .choice(LogFormat.allCases.map(\.rawValue))),
        help: "How it is written. (without: by the file's ending, else text)"),
      Flag("force", help: "Replace that file."), supervisor, trainee, since, before,
    ],
    examples: ["attune supervision export --trainee anna --out hours.html"],
    exitStatus: whenListed),
]

/// How the log is written.
enum LogFormat: String, CaseIterable {
  case text, markdown, html, csv
}
