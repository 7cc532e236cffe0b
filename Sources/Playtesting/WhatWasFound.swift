import ScenarioModel
import TranscriptModel

/// What is the case instead of what an author expected, in the words of the scenario.
extension CheckRun {
  func found(for expectation: Expectation) -> String {
    switch expectation.fact {
    case .fact(let fact): found(for: fact)
    case .rating(let rubric, _, _):
      switch rating(by: rubric) {
      case .level(let level, let name): "\(rubric) is rated \(level) (\(name))"
      case .notAssessable(let reason): "\(rubric) cannot be rated: \(reason)"
      }
    case .beat, .ending, .outcome: standing
    case .hears: answer.isEmpty ? "nothing is said in answer" : "the answer is “\(answer)”"
    case .note:
      notesLeft.isEmpty
        ? "no note was left" : "left was " + notesLeft.map { "“\($0)”" }.joined(separator: ", ")
    case .everyBeatVisited:
      notInAnyWalk(
        "came to", report?.beatVisits ?? [],
        names: scenario.beats.map { "'\($0.name)'" })
    case .everyEndingReached:
      notInAnyWalk(
        "came to", report?.endingVisits ?? [],
        names: scenario.endings.map { "'\($0.name)'" })
    case .everyRuleTaken:
      notInAnyWalk(
        "took", report.map { Array($0.ruleTaken.joined()) } ?? [],
        names: scenario.beats.flatMap { beat in
          beat.rules.map { "'\(shortened($0.title))' on line \($0.line)" }
        })
    case .noWalkOver: report.map { "the longest has \(turns($0.longestWalk))" } ?? notWalked
    case .noGoodEndingWithRiskOpen:
      report == nil ? notWalked : "one came to a good ending with a risk unanswered"
    }
  }

  private func found(for fact: Fact) -> String {
    switch fact {
    case .code(let term) where term.times > 1: often(term)
    case .code(let term): heard(term)
    case .state(let name, _, _): state(name)
    case .stateAtLowest(let name), .stateAtHighest(let name): state(name) + range(of: name)
    case .visited(let beat):
      session.engine.fits(.visited(beat)) ? "it was visited" : "it was not visited"
    case .turnsHere: standing
    case .cue: cues
    case .riskOpen: session.engine.fits(.riskOpen) ? "a risk is open" : "no risk is open"
    case .silence, .said:
      session.exchanges.last.map { "“\($0.response.text)” was said" } ?? "nothing was said yet"
    }
  }

  /// Where the conversation stands.
  private var standing: String {
    let after = "after \(turns(session.engine.turn))"
    if let ending = session.ending { return "the session ended with '\(ending.name)' \(after)" }
    let risk = session.engine.fits(.riskOpen) ? ", risk open" : ""
    return "the conversation stands in '\(beatName)' \(after)\(risk)"
  }

  private var beatName: String {
    scenario.name(of: .beat(session.engine.beat)) ?? "…"
  }

  private func heard(_ term: CodeTerm) -> String {
    guard let response = session.exchanges.last?.response else { return "nothing was said yet" }
    return "heard " + response.heardWords(withTopics: term.topic != nil, codebook)
  }

  /// How often a code was heard, whatever the window.
  private func often(_ term: CodeTerm) -> String {
    let exchanges =
      switch term.window {
      case .session, .here: session.exchanges[...]
      case .last(let turns): session.exchanges.suffix(max(0, turns))
      }
    let count = exchanges.count { $0.response.has(term) }
    let place = term.window == .here ? "; here it counts since '\(beatName)' was entered" : ""
    return "\(term.name) was heard in \(count) of \(responses(exchanges.count))" + place
  }

  /// `trust is 41 (it fell by 4: advice without permission)`
  private func state(_ name: String) -> String {
    let value = session.engine.state[name].map(String.init) ?? "unknown"
    var change = 0
    var reasons: [String] = []
    for case .changed(let state, let from, let to, let reason) in latestEvents where state == name {
      change += to - from
      if !reason.isEmpty, !reasons.contains(reason) { reasons.append(reason) }
    }
    guard !reasons.isEmpty else { return "\(name) is \(value)" }
    let how =
      change == 0 ? "it came back to it" : "it \(change > 0 ? "rose" : "fell") by \(abs(change))"
    return "\(name) is \(value) (\(how): \(reasons.joined(separator: "; ")))"
  }

  private func range(of name: String) -> String {
    scenario.states.first { $0.name == name }.map { ", of \($0.lowest) to \($0.highest)" } ?? ""
  }

  /// What happened since the trainee's last words.
  private var latestEvents: ArraySlice<SessionEvent> {
    let last = session.events.lastIndex { if case .responded = $0 { true } else { false } }
    return session.events[(last ?? 0)...]
  }

  private var cues: String {
    guard session.exchanges.last != nil else { return "nothing was said yet" }
    let offered = offeredCues
    if offered.isEmpty { return "the patient had shown no cue" }
    return (holds(.fact(.cue(met: true))) ? "met " : "missed ") + list(offered)
  }

  /// Titles of rules can be long, and their line tells which one is meant.
  private func shortened(_ title: String) -> String {
    title.count > 40 ? title.prefix(39) + "…" : title
  }

  private var notWalked: String { "nothing has been walked yet" }

  private func notInAnyWalk(_ verb: String, _ visits: [Int], names: [String]) -> String {
    guard report != nil else { return notWalked }
    let missing = zip(visits, names).filter { $0.0 == 0 }.map(\.1)
    // An expectation that it should not be so.
    guard !missing.isEmpty else { return "it is so" }
    let shown = missing.prefix(5)
    let more = missing.count - shown.count
    return "no walk \(verb) " + list(shown + (more > 0 ? ["\(more) more"] : []))
  }

  private func turns(_ count: Int) -> String { count == 1 ? "1 turn" : "\(count) turns" }
  private func responses(_ count: Int) -> String {
    count == 1 ? "1 response" : "\(count) responses"
  }
}

/// How it came to that.
extension CheckRun {
  /// The walk that shows that it is not so.
  func path(for fact: ExpectedFact) -> WalkPath? {
    switch fact {
    case .noWalkOver: report?.longestPath
    case .noGoodEndingWithRiskOpen: report?.goodEndingWithRiskOpen
    default: nil
    }
  }

  /// The beats on the way, and the rule that was taken last.
  var way: String? {
    var beats: [String] = []
    var rule: String?
    for event in session.events {
      switch event {
      case .entered(let beat), .returned(let beat): beats.append("'\(beat)'")
      case .ruleFired(_, let title, let line): rule = "'\(shortened(title))' on line \(line)"
      default: continue
      }
    }
    guard let rule else { return nil }
    return "the way was \(beats.joined(separator: ", ")); the last rule taken was \(rule)"
  }
}
