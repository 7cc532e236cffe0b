import Diagnostics
import Playtesting
import ScenarioModel
import Terminal

/// The report of an exploration as people read it: lists, no columns, for any width.
struct ExplorePage {
  let report: ExploreReport
  let scenario: Scenario
  let file: SourceFile
  let run: Run

  private var page: Page { run.output }
  /// So many places of one sort are named.
  private static let mostNamed = 12

  func show() throws {
    let walks = report.endingWalks.walks
    try page.paragraph(
      "\(scenario.facts.title): \(count(walks, "session")) of simulated trainees with "
        + "\(count(report.walkedTurns, "turn")), then a search of "
        + "\(count(report.searchedTurns, "turn"))")
    if let path = report.goodWithRiskOpen {
      try section("A good ending with a risk open")
      try page.paragraph(
        "A trainee can come to a good ending without asking about the risk. This is the shortest "
          + "way that was found:", as: .warning)
      try showCheck("the risk is asked about", path, expecting: "risk open")
    }
    try showCoverage()
    try showMissed()
    try showEndings()
    try showRatings()
    try showWays()
    try showSmells()
  }

  private func section(_ title: String) throws {
    try page.blank()
    try page.heading(title)
  }

  private func showCoverage() throws {
    try section("Come to")
    for total in report.totals where total.total > 0 {
      try page.item("\(total.name): \(total.covered) of \(total.total)")
    }
    for (index, state) in scenario.states.enumerated() {
      let (lowest, highest) = (report.coverage.lowest[index], report.coverage.highest[index])
      try page.item(
        "\(state.name): from \(lowest) to \(highest), of \(state.lowest) to \(state.highest)")
    }
  }

  private func showMissed() throws {
    try list("Never taken", report.missed.map(words))
    try list("Never said", report.neverSaid.map { "line \($0.line): \($0.text)" })
    try list("Cues nobody answered", report.unanswered.map(words))
  }

  private func words(for cue: UnansweredCue) -> String {
    let why =
      !cue.hasAnswer
      ? "; no rubric of this scenario says what answers it"
      : cue.wasShown ? "" : "; the line was never said"
    return "line \(cue.line): \(cue.cue)\(why)"
  }

  private func list(_ title: String, _ items: [String]) throws {
    guard !items.isEmpty else { return }
    try section(title)
    for item in items.prefix(Self.mostNamed) { try page.item(item) }
    let more = items.count - Self.mostNamed
    if more > 0 { try page.item("\(more) more") }
  }

  func words(for missed: MissedRule) -> String {
    let beat = scenario.beats[missed.beat]
    let rule = beat.rules[missed.rule]
    let what =
      missed.isBound
      ? "'at most … times' of '\(rule.title)'" : "'\(rule.title)'"
    let place = "line \(rule.line), \(beat.name): \(what)"
    switch missed.reason {
    case .beatNeverEntered: return "\(place); nothing came to the beat"
    case .earlier(let line): return "\(place); the rule on line \(line) was always taken first"
    case .lacked(let condition):
      return "\(place); it always lacked '\(scenario.words(for: condition))'"
    case .unknown: return "\(place); nothing came near enough"
    }
  }

  private func showEndings() throws {
    let (endings, walks) = report.endingWalks
    guard walks > 0 else { return }
    try section("Endings of the sessions")
    for (index, ending) in scenario.endings.enumerated() {
      let kinds = TraineeKind.allCases.compactMap { kind -> String? in
        guard let tally = report.kinds[kind], tally.endings[index] > 0 else { return nil }
        return "\(kind.rawValue) \(percent(tally.endings[index], of: tally.walks))"
      }
      try page.item(
        "\(ending.name) (\(ending.grade)): \(percent(endings[index], of: walks))"
          + (kinds.isEmpty ? "" : "; " + kinds.joined(separator: ", ")))
    }
    let unfinished = report.kinds.values.reduce(0) { $0 + $1.unfinished }
    if unfinished > 0 { try page.item("without an ending: \(percent(unfinished, of: walks))") }
  }

  private func showRatings() throws {
    guard !report.kinds.isEmpty, !report.rubrics.isEmpty else { return }
    try section("Mean ratings, 1 to 5")
    for kind in TraineeKind.allCases {
      guard let tally = report.kinds[kind] else { continue }
      var parts = report.rubrics.enumerated().map { index, title in
        "\(title) \(tally.meanLevel(index).map(oneDecimal) ?? "not assessable")"
      }
      let judged = tally.gatesPassed + tally.gatesFailed
      if judged > 0 { parts.append("gate passed in \(percent(tally.gatesPassed, of: judged))") }
      try page.item("\(kind.rawValue): " + parts.joined(separator: ", "))
    }
    for surprise in report.surprises(in: scenario) { try page.item(surprise) }
  }

  private func showWays() throws {
    let ways = report.waysToShow(scenario)
    guard !ways.isEmpty else { return }
    try section("Shortest ways found, as checks")
    for (ending, path) in ways {
      let name = scenario.endings[ending].name
      try showCheck("a way to \(name)", path, expecting: "ending \(name)")
    }
  }

  /// Not wrapped, so that it can be pasted into the file.
  private func showCheck(_ name: String, _ path: WalkPath, expecting fact: String) throws {
    let lines = ["# Check: \(name)"] + path.checkLines + ["expect \(fact)"]
    try page.blank()
    for line in lines { try page.write(neutralised(line, lineBreaks: .asSpaces) + "\n") }
  }

  private func showSmells() throws {
    guard !report.smells.isEmpty else { return }
    try section("Worth a look")
    for smell in report.smells {
      try page.write(render(smell.diagnostic(of: scenario, in: file), in: file))
    }
  }
}

private func percent(_ part: Int, of whole: Int) -> String {
  guard whole > 0 else { return "0 %" }
  // What happened at all is not called nothing.
  return part > 0 && part * 200 < whole ? "under 1 %" : "\((part * 200 + whole) / (2 * whole)) %"
}

func oneDecimal(_ number: Double) -> String {
  let tenths = Int((number * 10).rounded())
  return "\(tenths / 10).\(tenths % 10)"
}
