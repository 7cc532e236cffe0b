import Arguments

private let format = Flag(
  "format", value: FlagValue("format", .choice(WrittenFormat.allCases.map(\.rawValue))),
  help: "How it is written. (without: by the file's ending, else text)")
private let session = Argument("session", .session, help: "Its id, or the beginning of it.")

let reviewLetterEntry = CommandEntry(
  path: ["review", "letter"], group: "Supervising",
  summary: "Write the trainee a letter on a session: a draft is made, you edit and release it.",
  discussion: """
    When the ratings are final, the first call drafts a page: two things that helped, quoted, one \
    thing to change with a better sentence, drills, the next step, and the ratings in words. Where \
    there was nothing to quote it has a place such as '[... a better sentence]': fill it in, or no \
    letter is released.

    The draft is kept in the store. --edit opens it in $VISUAL or $EDITOR; --out writes it into a \
    file, and --from takes the edited file back. --release hands it to the trainee for good; what is \
    wrong in it is put right by a new letter, with --replace.

    Who submitted a rating of the session or settled it writes the letter, or the trainee's \
    supervisor.
    """,
  arguments: [session],
  flags: [
    Flag(
      "as", value: FlagValue("rater"), help: "Who you are; released letters are signed with it."),
    Flag("edit", help: "Edit the draft."),
    Flag("from", value: FlagValue("file", .file), help: "Put this text in place of the draft."),
    Flag("out", value: FlagValue("file", .file), help: "Write the letter into this new file."),
    format,
    Flag("force", help: "Replace that file."),
    Flag("release", help: "Hand it to the trainee for good."),
    Flag("yes", help: "Do not ask before releasing."),
    Flag("replace", help: "Begin a letter that replaces the released one."),
  ],
  examples: [
    "attune review letter bakotuli --as ruth --edit",
    "attune review letter bakotuli --as ruth --out letter.md",
    "attune review letter bakotuli --as ruth --from letter.md --release",
  ],
  exitStatus: [
    ExitMeaning(0, "done"), ExitMeaning(1, "not released: you said no"),
    ExitMeaning(2, "could not do it; the letter is as it was"), ExitMeaning(64, "wrong usage"),
  ])

let letterEntry = CommandEntry(
  path: ["letter"], group: "Practising",
  summary: "Read what a supervisor made of a session: the ratings, the letter, the comments.",
  discussion: """
    Without a session those are listed that somebody has rated, what you have not read first. That you \
    read it is kept.
    """,
  arguments: [
    Argument("session", .session, count: .optional, help: "Its id, or the beginning of it.")
  ],
  flags: [
    Flag(
      "as", value: FlagValue("name", .trainee), help: "The name you practise under.",
      default: "trainee"),
    Flag("html", value: FlagValue("file", .file), help: "Also write it as a page."),
    Flag("force", help: "Replace that file."),
    Flag("json", help: "Print JSON, for other programs."),
  ],
  examples: ["attune letter --as anna", "attune letter bakotuli --as anna --html letter.html"])
