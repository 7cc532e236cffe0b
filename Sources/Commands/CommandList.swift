import Arguments

/// attune's command line: what users, scripts and tests hold on to.
///
/// Parser, help and suggestions come from this table; so will the manual and the completions.
let commandTable = CommandTable(
  program: "attune",
  summary: "Practise interpersonal psychotherapy with scripted patients, and be scored.",
  groups: ["Practising", "Transcripts", "Supervising", "Writing"],
  commands: [
    practiceEntry, drillEntry, learnEntry, scenariosEntry, progressEntry, letterEntry,
    transcriptListEntry,
    transcriptShowEntry,
    transcriptReplayEntry,
    scoreEntry, agreementEntry,
    checkEntry, explainEntry, formatEntry, testEntry, exploreEntry, graphEntry, newEntry,
    watchEntry,
    languageServerEntry, codeEntry, evaluateEntry, calibrateEntry,
  ] + reviewEntries + [reviewLetterEntry] + packetEntries + supervisionEntries + [cohortEntry]
    + traineeEntries + recordEntries,
  globalFlags: [
    Flag(
      "store", value: FlagValue("file", .file),
      help: "Where transcripts are kept. (also ATTUNE_STORE)"),
    Flag(
      "library", value: FlagValue("folder", .folder),
      help: "A folder with Scenarios and Rubrics. (also ATTUNE_LIBRARY)"),
    Flag(
      "color", value: FlagValue("when", .choice(["auto", "always", "never"])),
      help: "When to use colour.", default: "auto"),
    Flag("plain", help: "No colour, no boxes, no columns: for screen readers and files."),
    Flag("no-input", help: "Never ask; fail where a question would be needed."),
  ],
  topics: [environmentTopic, exitTopic])

private let json = Flag("json", help: "Print JSON, for other programs.")

private let practiceEntry = CommandEntry(
  path: ["practice"], group: "Practising",
  summary: "Talk with a patient.",
  discussion: """
    You read who the patient is, then type what you would say. After each turn the patient answers \
    and the coach says what was heard, what was missed and what else could be said. A line that \
    begins with '/' is a command: /help lists them. Every turn is kept before the answer is shown; \
    leave with /quit and go on later with --resume.

    With input from a file or a pipe, one line is one turn, and the same lines give the same output.

    Without a scenario the next one is proposed, and it is said why.

    With --start or --with the session is a rehearsal: it begins in the middle, and nothing of it \
    is kept.
    """,
  arguments: [
    Argument(
      "scenario", .scenario, count: .optional,
      help: "Its name, title or file; 'attune scenarios' lists them. (without: one is proposed)")
  ],
  flags: [
    Flag(
      "as", value: FlagValue("name", .trainee), help: "The name your transcripts are kept under.",
      default: "trainee"),
    Flag(
      "mode", value: FlagValue("mode", .choice(["coach", "quiet", "exam"])),
      help: "The coach speaks after each turn, only when asked, or not at all before the end.",
      default: "coach"),
    Flag("choices", help: "Offer sample responses to choose from."),
    Flag(
      "seed", value: FlagValue("number", .anyNumber),
      help: "Which of the patient's lines come up; the same seed gives the same session."),
    Flag("resume", help: "Go on with the latest unfinished session."),
    Flag(
      "variation", value: FlagValue("name"),
      help: "Which of the author's variations to play; at a terminal, another each time."),
    Flag("start", value: FlagValue("beat"), help: "Rehearse from this beat on."),
    Flag(
      "with", value: FlagValue("states"),
      help: "Rehearse with states at these values: trust=50,hope=30.",
      mayRepeat: true),
  ],
  examples: [
    "attune practice --as anna",
    "attune practice new-city-no-map --as anna",
    "attune practice who-gets-up-at-night --mode quiet --resume",
    "attune practice new-city-no-map < responses.txt",
    "attune practice new-city-no-map --start muted --with trust=50,hope=30",
  ],
  exitStatus: [
    ExitMeaning(0, "the session ended, or was paused"), ExitMeaning(2, "could not do it"),
    ExitMeaning(64, "wrong usage"), ExitMeaning(130, "interrupted"),
  ])

private let scenariosEntry = CommandEntry(
  path: ["scenarios"], group: "Practising",
  summary: "List the patients you can practise with.",
  flags: [
    Flag(
      "area",
      value: FlagValue("area", .choice(["grief", "disputes", "transitions", "deficits"])),
      help: "Only scenarios of this problem area."),
    Flag("drills", help: "The single hard moments of 'attune drill' instead."), json,
  ],
  examples: ["attune scenarios", "attune scenarios --area transitions"])

private let transcriptListEntry = CommandEntry(
  path: ["transcript", "list"], group: "Transcripts",
  summary: "List the sessions kept, newest first.",
  flags: [
    Flag("as", value: FlagValue("name", .trainee), help: "Only sessions of this trainee."),
    Flag("scenario", value: FlagValue("name", .scenario), help: "Only sessions with this patient."),
    json,
  ],
  examples: ["attune transcript list --as anna"])

private let transcriptShowEntry = CommandEntry(
  path: ["transcript", "show"], group: "Transcripts",
  summary: "Show a session: what was said, what was heard in it, and how it is rated.",
  arguments: [Argument("session", .session, help: "Its id, or the beginning of it.")],
  flags: [
    Flag(
      "supervisor",
      help: "For supervisors: with the author's notes, which a trainee does not see."),
    Flag("attempts", help: "With the attempts at a turn that were taken back."),
    Flag("thoughts", help: "For supervisors: with what the patient thought and did not say."),
    readerFlag,
    Flag(
      "format", value: FlagValue("format", .choice(WrittenFormat.allCases.map(\.rawValue))),
      help: "How it is written; markdown and html name the codes of each turn in words. "
        + "(without: by the file's ending, else text)"),
    Flag("out", value: FlagValue("file", .file), help: "Write it into this new file."),
    Flag("force", help: "Replace that file."),
    json,
  ],
  examples: [
    "attune transcript show bakotuli", "attune transcript show bakotuli --supervisor",
    "attune transcript show bakotuli --out session.html",
  ])

private let transcriptReplayEntry = CommandEntry(
  path: ["transcript", "replay"], group: "Transcripts",
  summary: "Play a session again and see whether the same happens.",
  discussion: """
    A session keeps the scenario, codebook and rubrics it was played with, so a replay gives the \
    same events. With --edited it is played on the scenario as it is in the library now, and the \
    first turn that comes out differently is named.
    """,
  arguments: [Argument("session", .session, help: "Its id, or the beginning of it.")],
  flags: [
    Flag("edited", help: "Replay on the library as it is now."),
    Flag("why", help: "Explain every turn: what was heard, what it moved, which rule it fitted."),
    readerFlag, json,
  ],
  examples: [
    "attune transcript replay bakotuli", "attune transcript replay bakotuli --edited --why",
  ],
  exitStatus: [
    ExitMeaning(0, "the same happened"), ExitMeaning(1, "something differed"),
    ExitMeaning(2, "could not do it"), ExitMeaning(64, "wrong usage"),
  ])

private let checkEntry = CommandEntry(
  path: ["check"], group: "Writing",
  summary: "Say what is wrong with scenario, codebook, rubric and lesson files.",
  discussion: """
    Every independent problem is shown with its file, line and column, a caret below the words, and \
    what to do about it.

    A file is checked with the codebook and rubrics of the library it lies in; one that lies in \
    none with those of --library, else of the library here, else those attune carries. Without a \
    file, that library is checked.
    """,
  arguments: [
    Argument(
      "file", .file, count: .anyNumber,
      help: "Files or folders; '-' is a scenario on standard input. (default: the library)")
  ],
  flags: [
    Flag("strict", help: "Count warnings as problems."),
    Flag("fix", help: "Make the repairs there is one obvious way to make, and say which."), json,
  ],
  examples: [
    "attune check Scenarios/Grief/the-chair.scenario", "attune check Rubrics",
    "attune check --fix Scenarios/Grief/the-chair.scenario",
  ],
  exitStatus: [
    ExitMeaning(0, "nothing wrong"), ExitMeaning(1, "problems found"),
    ExitMeaning(2, "could not check"), ExitMeaning(64, "wrong usage"),
  ])

private let environmentTopic = HelpTopic(
  name: "environment", summary: "Environment variables",
  text: """
     ATTUNE_STORE    where transcripts are kept, instead of
                     $XDG_DATA_HOME/attune/transcripts.sqlite
     ATTUNE_LIBRARY  a folder with Scenarios and Rubrics
     ATTUNE_SETTINGS a settings file, instead of attune/attune.settings in
                     $XDG_CONFIG_HOME and each of $XDG_CONFIG_DIRS
     NO_COLOR        no colour, when not empty
     COLUMNS         the width to write for
    """)

private let exitTopic = HelpTopic(
  name: "exit-status", summary: "Exit status",
  text: """
     0    done; the answer is yes
     1    done; the answer is no: problems found, something differed
     2    could not do it: an unreadable file, a locked store
     64   wrong usage
     130  interrupted
    """)
