import Arguments
import Supervision

private let json = Flag("json", help: "Print JSON, for other programs.")
private let rater = Flag(
  "as", value: FlagValue("rater"), help: "Who you are; what you do is kept under this name.")
private let session = Argument("session", .session, help: "Its id, or the beginning of it.")
private let atConsole = [
  ExitMeaning(0, "done, or left; everything given is kept"), ExitMeaning(2, "could not do it"),
  ExitMeaning(64, "wrong usage"), ExitMeaning(130, "interrupted; everything given is kept"),
]

/// Everything a supervisor does with sessions.
let reviewEntries = [
  CommandEntry(
    path: ["review", "list"], group: "Supervising",
    summary: "List the sessions that wait for a rater.",
    discussion: """
      Safety flags come first, then what is farthest apart, then what has waited longest. A session \
      is new, in review, needs a second rater, waits for adjudication, or is released; released ones \
      are listed with --state only.

      With --as you see what you may take and what you have begun, and nothing that tells whose \
      session it is or what the program or another rater made of it: first what you were asked for, \
      then what has waited longest.
      """,
    flags: [
      Flag(
        "state", value: FlagValue("state", .choice(ReviewState.allCases.map(\.word))),
        help: "Only sessions in this state."),
      Flag("cohort", value: FlagValue("name"), help: "Only trainees of this cohort."),
      Flag(
        "scenario", value: FlagValue("name", .scenario), help: "Only sessions with this patient."),
      Flag("trainee", value: FlagValue("name", .trainee), help: "Only sessions of this trainee."),
      rater,
      Flag(
        "limit", value: FlagValue("number", .number(1...1_000_000)),
        help: "At most so many. (default: 20; with --json all)"),
      json,
    ],
    examples: ["attune review list --as ruth", "attune review list --state adjudication --json"]),
  CommandEntry(
    path: ["review", "rate"], group: "Supervising",
    summary: "Rate a session, blind.",
    discussion: """
      You read the conversation without the trainee's name and without anything the program or \
      another rater made of it. For each dimension you give a number from 1 to 5 or na, say in a \
      sentence what shows it, and in which turns. 'a' shows the anchors, '+open question 4' marks a \
      code in turn 4, '-advice 4' says that it is not there, '=advice 4' takes it back, and 'm 4' marks \
      with one key for each code; 'h' lists the rest.

      Every answer is kept at once. Leave with q and go on later with the same command. After \
      'submit' nothing of it can be changed.
      """,
    arguments: [session], flags: [rater],
    examples: ["attune review rate bakotuli --as ruth"], exitStatus: atConsole),
  CommandEntry(
    path: ["review", "calibrate"], group: "Supervising",
    summary: "Rate the calibration kit; until it is passed your ratings do not count.",
    discussion: """
      Without a transcript you see the kit and where you stand. With one, or 'next', you rate it as in \
      'review rate'; when you have submitted, the gold ratings stand beside yours, with their reasons. \
      After the last one you learn whether you have passed: ICC(2,1) with gold of .70 or more over all \
      ratings, or a mean distance of half a level or less.

      Whoever has not passed goes on rating, as practice: it does not count, and the session goes to a \
      second rater. A pass holds 180 days, or what 'calibration holds' says in the settings. A new attempt \
      takes --again; earlier ones stay as they are.
      """,
    arguments: [
      Argument("transcript", count: .optional, help: "Its number, name or title, or 'next'.")
    ],
    flags: [rater, Flag("again", help: "Begin a new attempt with all of the kit."), json],
    examples: [
      "attune review calibrate --as ruth", "attune review calibrate next --as ruth",
      "attune review calibrate next --again --as ruth",
    ], exitStatus: atConsole),
  CommandEntry(
    path: ["review", "reveal"], group: "Supervising",
    summary: "See what the program heard beside your own rating, and judge it.",
    discussion: """
      Only after you have submitted. The program's estimates stand beside what you gave; then each \
      code it heard, with the words that led to it and how sure it was: a agrees, d disagrees, c \
      adds a comment, Enter goes on without a word. A code people disagree with too often is shown as \
      a suggestion from then on ('attune review codes').
      """,
    arguments: [session], flags: [rater, json],
    examples: ["attune review reveal bakotuli --as ruth"], exitStatus: atConsole),
  CommandEntry(
    path: ["review", "adjudicate"], group: "Supervising",
    summary: "Settle what two raters differ on.",
    discussion: """
      Both ratings are shown with their evidence. You give the final value where they differ, and the \
      reason. It takes a third person, or --joint when both have talked it over, and one who has passed \
      calibration. The two ratings stay as they are, and agreement is computed on them.
      """,
    arguments: [session],
    flags: [rater, Flag("joint", help: "Both raters have talked it over.")],
    examples: ["attune review adjudicate bakotuli --as una"], exitStatus: atConsole),
  CommandEntry(
    path: ["review", "comment"], group: "Supervising",
    summary: "Write a comment on a session, a turn, or some words of it.",
    discussion: """
      A comment about safety puts the session at the head of the queue and asks for a second rater; \
      when it was talked over with the trainee, say so with --talked-over.
      """,
    arguments: [
      session,
      Argument("text", count: .optional, help: "What you want to say. (without: you are asked)"),
    ],
    flags: [
      rater,
      Flag(
        "kind",
        value: FlagValue("kind", .choice(ReviewComment.Kind.allCases.map(\.rawValue))),
        help: "What it is.", default: "praise"),
      Flag("turn", value: FlagValue("number", .number(1...1_000_000)), help: "The turn it is on."),
      Flag("words", value: FlagValue("words"), help: "The trainee's words in that turn it is on."),
      Flag("drill", value: FlagValue("name", .scenario), help: "A drill that would help."),
      Flag("talked-over", help: "Open comments about safety were talked over with the trainee."),
    ],
    examples: [
      "attune review comment bakotuli --as ruth --turn 4 \"You waited, and she went on.\"",
      "attune review comment bakotuli --as ruth --talked-over",
    ]),
  CommandEntry(
    path: ["review", "assign"], group: "Supervising",
    summary: "Ask somebody to rate a session; without a name, one by lot.",
    discussion: """
      The second rater is never the first, and for an exam never the trainee's own supervisor. By lot \
      one is drawn of all who have rated, were asked to, or supervise somebody.
      """,
    arguments: [session],
    flags: [rater, Flag("to", value: FlagValue("rater"), help: "Whom you ask.")],
    examples: ["attune review assign bakotuli --as una --to ruth"]),
  CommandEntry(
    path: ["review", "return"], group: "Supervising",
    summary: "Give back sessions that were begun, so that somebody else can rate them.",
    discussion: """
      What was given in a draft is dropped, and the session waits again as before; what was submitted \
      stays. You give back your own, or with --of another rater's, or with --packet all that has not \
      come back of a packet whose page is lost. The audit says who did it.
      """,
    arguments: [
      Argument("session", .session, count: .anyNumber, help: "Ids, or the beginnings of them.")
    ],
    flags: [
      rater, Flag("of", value: FlagValue("rater"), help: "Whose draft it is. (without: yours)"),
      Flag(
        "packet", value: FlagValue("number"), help: "All that has not come back of this packet."),
    ],
    examples: [
      "attune review return bakotuli --as ruth",
      "attune review return --packet 3f2a90c1d4e5b678 --as una",
    ]),
  CommandEntry(
    path: ["review", "reply"], group: "Supervising",
    summary: "As the trainee: answer the ratings of your session, once.",
    arguments: [
      session,
      Argument("text", count: .optional, help: "What you want to say. (without: you are asked)"),
    ],
    flags: [
      Flag("as", value: FlagValue("name", .trainee), help: "The name you practise under.")
    ],
    examples: ["attune review reply bakotuli --as anna \"I see it now.\""]),
  CommandEntry(
    path: ["review", "contest"], group: "Supervising",
    summary: "As the trainee: say that you did not show a code.",
    arguments: [
      session,
      Argument("text", count: .optional, help: "Why. (without: you are asked)"),
    ],
    flags: [
      Flag("as", value: FlagValue("name", .trainee), help: "The name you practise under."),
      Flag("turn", value: FlagValue("number", .number(1...1_000_000)), help: "The turn."),
      Flag("code", value: FlagValue("code"), help: "The code that was heard there."),
    ],
    examples: ["attune review contest bakotuli --as anna --turn 4 --code advice \"I asked first.\""]
  ),
  CommandEntry(
    path: ["review", "audit"], group: "Supervising",
    summary: "See who saw and decided what in a session, and when.",
    arguments: [session], flags: [json], examples: ["attune review audit bakotuli"]),
  CommandEntry(
    path: ["review", "codes"], group: "Supervising",
    summary: "See how often raters agreed with each code here, and what is only a suggestion.",
    flags: [json], examples: ["attune review codes"]),
]

extension ReviewState {
  /// As it is typed: one word.
  var word: String { rawValue.split(separator: " ").joined(separator: "-") }
}
