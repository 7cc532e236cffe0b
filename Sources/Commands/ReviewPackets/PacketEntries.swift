import Arguments
import Supervision

private let json = Flag("json", help: "Print JSON, for other programs.")

/// Rating away from the console: a page goes out, a file comes back.
let packetEntries = [
  CommandEntry(
    path: ["review", "packet"], group: "Supervising",
    summary: "Write a page in which a supervisor rates sessions without attune.",
    discussion: """
      One file that any browser opens, without a server or network. Sessions have numbers in it and \
      no names; it is rated blind there, by mouse or by keys, and what the program heard is shown \
      only for a session that was submitted. The page writes a ratings file, which 'attune review \
      import' takes in.

      The sessions are those named, else those that the rater can take: of one state with --state, \
      of one cohort, with one patient; what lies in a packet of hers that has not come back is left \
      out unless it is named. They are hers from now on, as with 'attune review rate', until they are \
      rated or given back ('attune review return').
      """,
    arguments: [
      Argument("session", .session, count: .anyNumber, help: "Ids, or the beginnings of them.")
    ],
    flags: [
      Flag("as", value: FlagValue("rater"), help: "Who will rate."),
      Flag("out", value: FlagValue("file", .file), help: "The page to write; it must be new."),
      Flag(
        "state",
        value: FlagValue(
          "state",
          .choice([ReviewState.new, .inReview, .needsSecondRater].map(\.word))),
        help: "Only sessions in this state."),
      Flag("cohort", value: FlagValue("name"), help: "Only trainees of this cohort."),
      Flag(
        "scenario", value: FlagValue("name", .scenario), help: "Only sessions with this patient."),
      Flag(
        "limit", value: FlagValue("number", .number(1...500)), help: "At most so many.",
        default: "50"),
      json,
    ],
    examples: [
      "attune review packet --state new --as ruth --out packet.html",
      "attune review packet bakotuli dimurase --as ruth --out packet.html",
    ]),
  CommandEntry(
    path: ["review", "import"], group: "Supervising",
    summary: "Take in the ratings file that came back of a packet.",
    discussion: """
      The file is taken in whole or not at all. It must come from a packet of this store and be just \
      as its page wrote it, and the sessions must be rated on the rubrics they were played with. A \
      later file of the same packet may bring more sessions, decisions and comments. A session that \
      its rater has submitted elsewhere, or that was given back, is left out; comments on it are kept.
      """,
    arguments: [Argument("file", .file, help: "The ratings file; '-' is standard input.")],
    flags: [
      Flag("as", value: FlagValue("name"), help: "Who takes it in, for the audit."), json,
    ],
    examples: ["attune review import packet-3f2a90c1d4e5b678.attune-ratings"],
    exitStatus: [
      ExitMeaning(0, "taken in"), ExitMeaning(1, "nothing of it was new"),
      ExitMeaning(2, "not taken in"), ExitMeaning(64, "wrong usage"),
    ]),
]
