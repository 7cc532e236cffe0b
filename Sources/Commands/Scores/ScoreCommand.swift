import Arguments
import Diagnostics
import ResponseCoding
import Rubrics
import Scoring
import Terminal
import TranscriptModel
import TranscriptStore

let scoreEntry = CommandEntry(
  path: ["score"], group: "Transcripts",
  summary: "Score a session, yours or anybody's, down to the words behind each number.",
  discussion: """
    A session is named by its id and scored with the files it was played with. Any other transcript \
    is JSON Lines, one turn a line: {"session": "7", "patient": "His chair is still there.", "text": \
    "You miss him."}. 'patient' is what was said just before, one text or a list; lines of one \
    session belong together. 'cues' lists what the patient offers there, by the names of the \
    codebook. Where nobody marked that, what needs it is not assessable, and what can be told without \
    says so.

    With --explain every number is opened: what was counted, in which turns, in which words; what each \
    moment came to; and what holds a rating down. With --phase and --area the tasks of IPT are \
    checked off.
    """,
  arguments: [
    Argument(
      "session", .session, help: "A session, a file of JSON Lines, or '-' for standard input.")
  ],
  flags: [
    Flag("explain", help: "Open every number down to the turns and words behind it."),
    Flag(
      "rubric", value: FlagValue("rubric", .file),
      help: "Only this rubric, by id, title or file; may be repeated.", mayRepeat: true),
    Flag(
      "phase", value: FlagValue("phase", .choice(Checklist.phases)),
      help: "Of a transcript, where in the therapy it stands."),
    Flag(
      "area", value: FlagValue("area", .choice(Checklist.areas)),
      help: "Of a transcript, the problem area."),
    readerFlag,
    Flag("json", help: "Print JSON, for other programs."),
  ],
  examples: [
    "attune score bakotuli --explain",
    "attune score sessions.jsonl --json",
    "attune score supervision.jsonl --rubric validation",
  ],
  exitStatus: [
    ExitMeaning(0, "scored"), ExitMeaning(1, "scored without the lines that could not be read"),
    ExitMeaning(2, "could not score"), ExitMeaning(64, "wrong usage"),
  ])

/// A session with its score.
struct ScoredSession {
  /// Nil for the one session of a file that names none.
  var name: String?
  var title: String?
  var isMarked = true
  var isOver = true
  var exchanges: [Exchange]
  var score: SessionScore
  var rubrics: [Rubric]
  var codebook: Codebook
  /// Ids of codes that supervisors disagree with too often here.
  var suggestions: Set<String> = []
}

/// `attune score`: what a session is worth, and why.
func scoreSessions(_ run: Run) throws -> Int32 {
  let name = run.command.argument(0) ?? ""
  let isFile = name == "-" || name.contains("/") || name.contains(".") || exists(name)
  var status: Int32 = 0
  let sessions: [ScoredSession]
  if isFile {
    let library = try run.library()
    let file =
      name == "-"
      ? SourceFile(name: "-", bytes: try run.surroundings.streams.input.readToEnd())
      : try readSource(name)
    let read = readTranscript(file, ResponseCoder(library.codebook))
    try run.complain(
      about: read.complaints, in: file,
      help: "a line reads {\"session\": \"7\", \"patient\": \"…\", \"text\": \"…\"}")
    guard !read.sessions.isEmpty else {
      return try run.fail(
        "'\(file.name)' holds no turn that could be used",
        help: "'attune score --help' says how a line reads")
    }
    let rubrics = try run.chosen(library.rubrics, library.codebook)
    sessions = read.sessions.map { session in
      ScoredSession(
        name: session.name, isMarked: session.isMarked, exchanges: session.exchanges,
        score: score(
          session.exchanges, rubrics: rubrics, codebook: library.codebook,
          isMarked: session.isMarked, setting: run.setting(of: nil)),
        rubrics: rubrics, codebook: library.codebook)
    }
    status = read.complaints.isEmpty ? 0 : 1
  } else {
    guard let session = try run.storedSession(name) else {
      return try run.fail("this exam is not over", help: "an exam is scored at its end")
    }
    sessions = [session]
  }
  if run.wantsJSON {
    try run.writeJSON(ScoreJSON(sessions, explains: run.command.isSet("explain")))
  } else {
    for (number, session) in sessions.enumerated() {
      if number > 0 { try run.output.blank() }
      try ScorePage(session: session, page: run.output, isPlain: run.isPlain)
        .show(explains: run.command.isSet("explain"))
    }
  }
  return status
}

extension Run {
  /// Nil for an exam that is not over.
  fileprivate func storedSession(_ name: String) throws -> ScoredSession? {
    let store = try store()
    let session = try store.load(try store.identifier(beginningWith: name))
    let isOver = session.record.state.ending != nil
    if session.record.mode == .exam, !isOver { return nil }
    try noteReading(of: session.record, in: store, "score")
    let pinned = try openPinned(session)
    let library = pinned.library
    let played = pinned.rubrics + library.rubrics.filter { $0.kind == .checklist }
    let rubrics = try chosen(
      library.rubrics, library.codebook,
      orElse: library.rubrics.filter { rubric in played.contains { $0.id == rubric.id } })
    let (exchanges, _) = exchanges(of: session)
    return ScoredSession(
      name: session.record.id, title: session.record.title, isOver: isOver, exchanges: exchanges,
      score: score(
        exchanges, rubrics: rubrics, codebook: library.codebook, isOver: isOver,
        setting: setting(of: pinned.scenario.facts), worksheets: worksheets(of: session, pinned)),
      rubrics: rubrics, codebook: library.codebook,
      suggestions: try suggestions(of: store, library.codebook))
  }

  /// What `--rubric` names, else others, else all.
  fileprivate func chosen(
    _ rubrics: [Rubric], _ codebook: Codebook, orElse others: [Rubric]? = nil
  ) throws -> [Rubric] {
    let names = (command.string("rubric") ?? "").split(separator: ",")
      .map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    guard !names.isEmpty else { return others ?? rubrics }
    return try names.map { name in
      if name.hasSuffix(".rubric") {
        let file = try readSource(name)
        let checked = readRubric(file, codebook: codebook)
        guard let rubric = checked.rubric else {
          throw BrokenLibrary(problems: [(file, checked.diagnostics)])
        }
        return rubric
      }
      let wanted = name.lowercased()
      if let rubric = rubrics.first(where: {
        $0.id.lowercased() == wanted || $0.title.lowercased() == wanted
      }) {
        return rubric
      }
      let near = nearestName(to: wanted, in: rubrics.map(\.id))
      throw LibraryError(
        message: "there is no rubric '\(name)'",
        help: near.map { "'\($0)' is close" }
          ?? "there is " + rubrics.map { "'\($0.id)'" }.joined(separator: ", "))
    }
  }
}
