import Arguments
import Reports
import TranscriptStore

private let out = Flag("out", value: FlagValue("folder", .folder), help: "A new folder to write.")
private let force = Flag("force", help: "Replace what an earlier export wrote there.")
private let who = Flag(
  "as", value: FlagValue("name"), help: "Who you are; it is kept under this name.")

/// What leaves the store, and what is removed from it.
let recordEntries = [
  CommandEntry(
    path: ["transcript", "export"], group: "Transcripts",
    summary: "Write sessions as tables, JSON Lines or xAPI statements.",
    discussion: """
      csv writes a folder of tables for R, SPSS, pandas or a spreadsheet, with a dictionary and import \
      scripts; jsonl one object a session, with all there is; xapi statements for a learning record \
      store. Without sessions or filters all sessions are written. The folder is made whole or not at \
      all, and only you can read it. That it was done is kept, so that a trainee who is erased can \
      be told.

      Statements leave people's words out, and put a digest in their place, unless --include-text is \
      given. Exporting again gives the same statements.
      """,
    arguments: [
      Argument(
        "session", .session, count: .anyNumber,
        help: "Its id, or the beginning of it. (without: those the filters leave)")
    ],
    flags: [
      Flag(
        "format", value: FlagValue("format", .choice(["csv", "jsonl", "xapi"])),
        help: "What is written.", default: "csv"),
      out, force,
      Flag("trainee", value: FlagValue("name", .trainee), help: "Only sessions of this trainee."),
      Flag("cohort", value: FlagValue("name"), help: "Only trainees of this cohort."),
      Flag(
        "scenario", value: FlagValue("name", .scenario), help: "Only sessions with this patient."),
      Flag("since", value: FlagValue("day"), help: "Only sessions begun on this day or later."),
      Flag("before", value: FlagValue("day"), help: "Only sessions begun before this day."),
      Flag("excel", help: "Of tables: with a byte order mark, by which Excel knows UTF-8."),
      Flag(
        "verb-set",
        value: FlagValue("set", .choice(XAPIProfile.VerbSet.allCases.map(\.rawValue))),
        help: "Of statements: adl-core has no 'responded' and no 'scored'.",
        default: XAPIProfile.VerbSet.legacy.rawValue),
      Flag(
        "base-iri", value: FlagValue("address"),
        help: "Of statements: what their addresses begin with; one of your own.",
        default: XAPIProfile.exampleBase),
      Flag("include-text", help: "Of statements: with what people wrote."), who,
    ],
    examples: [
      "attune transcript export --out tables",
      "attune transcript export --cohort spring --since 2026-03-01 --excel --out spring",
      "attune transcript export bakotuli --format jsonl --out one",
      "attune transcript export --format xapi --base-iri https://lrs.example.org/attune --out lrs",
    ],
    exitStatus: [
      ExitMeaning(0, "written"), ExitMeaning(1, "written without sessions that cannot be read"),
      ExitMeaning(2, "could not do it; nothing is there"), ExitMeaning(64, "wrong usage"),
    ]),
  CommandEntry(
    path: ["trainee", "name"], group: "Supervising",
    summary: "Make a pseudonym for a trainee.",
    discussion: """
      Nobody has it here or had it. Who it stands for is kept somewhere else, by the institution.
      """,
    examples: ["attune trainee name"]),
  CommandEntry(
    path: ["trainee", "export"], group: "Supervising",
    summary: "Write everything kept on a trainee, for her.",
    arguments: [Argument("trainee", .trainee, help: "The name she practises under.")],
    flags: [out, force, who], examples: ["attune trainee export anna --out anna-record"]),
  CommandEntry(
    path: ["trainee", "erase"], group: "Supervising",
    summary: "Erase everything kept on a trainee.",
    discussion: """
      Responses, codes, ratings, comments, letters and worksheets go, also from the free pages of the \
      file. A tombstone stays without name or words, and so do hours in the supervision log. What was exported before is listed: it has to be deleted \
      where it is, and statements in a learning record store can only be voided. Given again, \
      it finishes what was broken off.
      """,
    arguments: [Argument("trainee", .trainee, help: "The name she practised under.")],
    flags: [
      Flag("yes", help: "Do not ask."),
      Flag(
        "reason",
        value: FlagValue("reason", .choice(ErasureReason.allCases.map(\.rawValue))),
        help: "Why.", default: ErasureReason.request.rawValue),
      Flag(
        "void", value: FlagValue("file", .file),
        help: "Also write statements that void those exported; needs --as."),
      Flag("force", help: "Replace that file."), who,
    ],
    examples: [
      "attune trainee erase anna", "attune trainee erase anna --yes --void void.json --as una",
    ],
    exitStatus: [
      ExitMeaning(0, "erased"), ExitMeaning(1, "erased, but another program still reads the log"),
      ExitMeaning(2, "could not do it, or was not confirmed; all is there"),
      ExitMeaning(64, "wrong usage"),
    ]),
  CommandEntry(
    path: ["trainee", "redact"], group: "Supervising",
    summary: "Take words out of what a trainee typed.",
    discussion: """
      Each character becomes a mark, in the response and in the words of its codes, also in the free pages \
      of the file. The audit keeps who did that and where, never what stood there.

      Where names and runs of four words of it stand elsewhere is listed: in other turns, notes, comments, \
      ratings, replies, letters and the supervision log, and asked about: when they are gone they cannot be \
      looked for. With --everywhere they become marks there as well, \
      also in what is sealed; an entry of the log loses all its words, because it is signed over them.
      """,
    arguments: [
      Argument("session", .session, help: "Its id, or the beginning of it."),
      Argument("turn", help: "The turn."),
      Argument("characters", help: "The first, from 0, and the one after the last: 4-9."),
    ],
    flags: [
      Flag(
        "attempt", value: FlagValue("number", .number(1...1_000_000)),
        help: "Which attempt at the turn. (default: the last)"),
      Flag("everywhere", help: "Also take the same words out of what others wrote."),
      Flag("here", help: "Only of this attempt at this turn."), who,
    ],
    examples: [
      "attune trainee redact bakotuli 4 10-18 --as una",
      "attune trainee redact bakotuli 4 10-18 --everywhere --as una",
    ]),
  CommandEntry(
    path: ["retention"], group: "Supervising",
    summary: "List what is older than the rules allow, or remove it.",
    discussion: """
      Practice is kept 12 months, the audit 24 months, tombstones and records of exports 6 years, and \
      exams and rated sessions until the institution says otherwise: 'keep practice: 6 months' \
      in the settings file, and the same with rated, audit, tombstones and log.
      """,
    flags: [
      Flag("run", help: "Remove it."), Flag("json", help: "Print JSON, for other programs."),
    ],
    examples: ["attune retention", "attune retention --run"]),
]
