import TranscriptModel

/// One thing that came out differently in a turn, in words that repeat nothing the trainee said.
struct TurnDifference: Encodable, Equatable {
  /// `heard`, `topics`, `rule`, `state`, `duty`, `leads to` or `the patient says`.
  let what: String
  let before: String
  let now: String

  var text: String { "\(what): before \(before), now \(now)" }
}

/// What an author would call different between two tellings of one turn: codes, rule, states, where
/// it leads and what is said; not the lines on which rules stand, nor notes beside words.
func differences(_ new: [SessionEvent], from old: [SessionEvent]) -> [TurnDifference] {
  guard new.isEmpty == old.isEmpty else {
    return [
      TurnDifference(
        what: "the turn", before: old.isEmpty ? "was not reached" : "was played",
        now: new.isEmpty ? "is not reached" : "is played")
    ]
  }
  let (before, now) = (TurnSummary(old), TurnSummary(new))
  func compare(_ what: String, _ value: (TurnSummary) -> String) -> [TurnDifference] {
    let (a, b) = (value(before), value(now))
    return a == b ? [] : [TurnDifference(what: what, before: a, now: b)]
  }
  let states = Set(before.states.keys).union(now.states.keys).sorted()
  // The same rule on another line is the same rule.
  let rule =
    before.rule == now.rule
    ? []
    : [
      TurnDifference(
        what: "rule", before: before.ruleWithLine, now: now.ruleWithLine)
    ]
  return compare("heard", \.codes) + compare("topics", \.topics) + rule
    + states.flatMap { state in compare(state) { $0.states[state] ?? "unchanged" } }
    + compare("duties", \.duties) + compare("leads to", \.ways)
    + compare("the patient says", \.words)
}

/// A turn in comparable words.
private struct TurnSummary {
  var codes = "nothing"
  var topics = "none"
  var rule = "none"
  var ruleWithLine = "none"
  /// For each state that moved, `40 to 45`.
  var states: [String: String] = [:]
  var duties = "none"
  var ways = "nowhere"
  var words = "nothing"

  init(_ events: [SessionEvent]) {
    var ranges: [String: (from: Int, to: Int)] = [:]
    var ways: [String] = []
    var duties: [String] = []
    var said: [String] = []
    for event in events {
      switch event {
      case .responded(_, let response):
        codes = list(response.codes.filter { $0.count > 0 }.map(described)) ?? codes
        topics = list(response.topics) ?? topics
      case .ruleFired(let beat, let title, let line):
        rule = "'\(title)' in “\(beat)”"
        ruleWithLine = "'\(title)' (line \(line)) in “\(beat)”"
      case .changed(let state, let from, let to, _):
        ranges[state] = (ranges[state]?.from ?? from, to)
      case .dutyMet(_, let duty, _): duties.append("'\(withoutPenalty(duty))' met")
      case .dutyMissed(_, let duty, _, _): duties.append("'\(withoutPenalty(duty))' missed")
      case .entered(let beat): ways.append("“\(beat)”")
      case .returned(let beat): ways.append("back to “\(beat)”")
      case .ended(let ending): ways.append("the end, “\(ending.name)”")
      case .notUnderstood: rule = "none, not understood"
      case .said(let utterance): said.append("“\(utterance.text)”")
      case .began, .retried, .hinted, .noted: break
      }
    }
    if rule.hasPrefix("none") { ruleWithLine = rule }
    states = ranges.mapValues { "\($0.from) to \($0.to)" }
    self.duties = list(duties) ?? self.duties
    self.ways = list(ways) ?? self.ways
    words = said.isEmpty ? words : said.joined(separator: " ")
  }
}

private func described(_ code: AppliedCode) -> String {
  (code.count < 1 ? "perhaps " : "") + code.name
}

private func list(_ words: [String]) -> String? {
  words.isEmpty ? nil : words.joined(separator: ", ")
}
