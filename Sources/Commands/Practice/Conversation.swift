import Diagnostics
import Playtesting
import Rubrics
import ScenarioModel
import Scoring
import Terminal
import TranscriptModel
import TranscriptStore

/// Where the turns of a conversation are kept.
struct Keeping {
  let store: TranscriptStore
  let writer: SessionWriter
}

/// One conversation at the console: reads what the trainee types, keeps it, and shows what comes of it.
final class Conversation {
  let run: Run
  var played: PlayedSession
  /// Nil in a rehearsal.
  let keeping: Keeping?
  let rubrics: [Rubric]
  let codebook: Codebook
  let mode: SessionMode
  let offersChoices: Bool
  let settings: Settings
  /// The latest turn, where it counts.
  private(set) var attempt: Attempt?
  /// The latest turn, where it was taken back and not yet given again.
  private(set) var takenBack: Attempt?
  /// What the trainee has written down so far; a turn that is taken back takes none of it away.
  var worksheets: Worksheets
  let isTerminal: Bool
  /// Ids of codes that supervisors disagree with too often here.
  lazy var suggestions: Set<String> =
    keeping.flatMap { try? Commands.suggestions(of: $0.store, codebook) } ?? []
  /// The turn for which choices were shown last.
  private var choicesShownAt: Int?

  init(
    run: Run, played: PlayedSession, keeping: Keeping?, rubrics: [Rubric], codebook: Codebook,
    mode: SessionMode, offersChoices: Bool, settings: Settings, attempt: Attempt? = nil,
    takenBack: Attempt? = nil, worksheets: Worksheets = Worksheets()
  ) {
    self.run = run
    self.played = played
    self.keeping = keeping
    self.attempt = attempt
    self.takenBack = takenBack
    self.worksheets = worksheets
    self.rubrics = rubrics
    self.codebook = codebook
    self.mode = mode
    self.offersChoices = offersChoices
    self.settings = settings
    isTerminal = run.surroundings.streams.input.isTerminal
  }

  var page: Page { run.output }

  /// Until the session ends or the trainee leaves.
  func talk() throws -> Int32 {
    let input = run.surroundings.streams.input
    let history = BaseFolders(environment: run.surroundings.environment).stateHome
    input.begin(
      Console(
        commands: SlashCommand.allCases.map(\.name),
        historyFile: history.map { $0 + "/attune/history" }))
    var dropped = false
    while played.ending == nil {
      if offersChoices { try showChoices() }
      switch input.read(prompt: "You: ", continuation: run.isPlain ? "... " : "… ") {
      case .endOfInput: return try leave()
      case .cancelled:
        // The first drops the line; a second on its heels leaves.
        if dropped { return try leave(status: 130) }
        dropped = true
        try page.paragraph(
          "(Dropped. Ctrl-C again or /quit leaves\(keeping == nil ? "" : "; every turn is kept").)",
          as: .faint)
        continue
      case .line(let line, let isCut):
        dropped = false
        if isCut {
          try page.paragraph("That was too long to take in; say less at a time.", as: .warning)
          continue
        }
        if let status = try take(line.trimmingBlanks) { return status }
      }
    }
    try finish()
    return 0
  }

  /// A line is speech or a command; an exit status where the trainee leaves by it.
  private func take(_ line: String) throws -> Int32? {
    guard !line.isEmpty else { return nil }
    if settings.isStopWord(line) { return try stop() }
    if line.hasPrefix("//") {
      try say(String(line.dropFirst()))
    } else if line.hasPrefix("/") {
      if !isTerminal { try page.paragraph(line) }
      return try carryOut(line)
    } else if offersChoices, let number = Int(line),
      played.engine.choices.indices.contains(number - 1)
    {
      let text = played.engine.choices[number - 1].text
      if isTerminal { try page.labelled("You:", text) }
      try say(text)
    } else {
      try say(line)
    }
    return nil
  }

  private func say(_ text: String) throws {
    if !isTerminal { try page.labelled("You:", text) }
    let earlier = takenBack
    let attempt = Attempt((earlier?.number ?? 0) + 1, played.hear(text), in: played)
    // On the disk before the answer is on the screen.
    try keeping?.writer.append(attempt.turn.events, at: run.surroundings.now())
    (played, self.attempt, takenBack) = (attempt.after, attempt, nil)
    if mode == .coach {
      try remark(on: played)
      // Those beside the same words were shown after the first attempt.
      if earlier == nil { try showThoughts() }
    }
    try show(attempt.turn.events)
    if let earlier { try show(earlier, besides: attempt) }
  }

  /// Goes back to where an attempt began.
  func takeBack(_ attempt: Attempt) {
    (played, self.attempt, takenBack) = (attempt.before, nil, attempt)
    choicesShownAt = nil
  }

  func score(_ session: PlayedSession) -> SessionScore {
    Scoring.score(
      session.exchanges, rubrics: rubrics, codebook: codebook, isOver: session.ending != nil)
  }

  /// What was said, as the trainee sees it.
  func show(_ events: [SessionEvent]) throws {
    for case .said(let utterance) in events {
      try page.labelled("\(utterance.speaker):", utterance.text)
    }
    if isTerminal || !events.isEmpty { try page.blank() }
  }

  /// The last words of either side, to take up the thread.
  func showResumed() throws {
    try page.heading(played.scenario.facts.title)
    let anew = takenBack.map { " Attempt \($0.number + 1) at the next one." } ?? ""
    try page.paragraph("You go on after turn \(played.engine.turn).\(anew)", as: .faint)
    try page.blank()
    if let last = played.exchanges.last {
      for utterance in last.patient { try page.labelled("\(utterance.speaker):", utterance.text) }
      try page.labelled("You:", last.response.text)
    }
    try show(played.latest.map(SessionEvent.said))
  }

  /// Once a turn, however many commands are used in it.
  private func showChoices() throws {
    guard choicesShownAt != played.engine.turn else { return }
    choicesShownAt = played.engine.turn
    for (index, choice) in played.engine.choices.enumerated() {
      try page.labelled("\(index + 1).", as: .faint, choice.text)
    }
    if !played.engine.choices.isEmpty {
      try page.paragraph("Type a number, or your own words.", as: .faint)
    }
  }

  /// Leaves with everything kept; a session in which nothing was said or noted is not kept at all.
  func leave(status: Int32 = 0) throws -> Int32 {
    try page.blank()
    guard let keeping else { return status }
    let writer = keeping.writer
    guard !played.exchanges.isEmpty || takenBack != nil || !worksheets.isEmpty else {
      try keeping.store.delete(writer.session)
      try run.errors.paragraph("Nothing was said, so nothing is kept.", as: .faint)
      return status
    }
    try writer.leave(at: run.surroundings.now())
    let turns = count(played.exchanges.count, "turn")
    let resuming = played.scenario.facts.isDrill ? "" : "; --resume goes on from here"
    try run.errors.paragraph(
      "\(turns) kept as session \(writer.session)\(resuming).", as: .faint)
    return status
  }

  func show(_ section: ReportSection) throws {
    try page.blank()
    try page.heading(section.heading)
    for line in section.lines { try page.reportLine(line) }
  }
}

extension Page {
  /// A line of a report; what begins with blanks belongs to the line above.
  func reportLine(_ line: String) throws {
    if line.hasPrefix("  ") {
      try labelled(" " + style.bullet, as: .faint, String(line.dropFirst(2)))
    } else {
      try paragraph(line)
    }
  }
}
