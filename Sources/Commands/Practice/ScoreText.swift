import Rubrics
import Scoring
import TranscriptModel

/// A part of a report: a heading and the lines below it.
struct ReportSection {
  var heading: String
  var lines: [String]
}

/// The ratings of a session with the turns and words behind them.
func ratings(_ score: SessionScore, isOver: Bool) -> ReportSection {
  var lines: [String] = []
  for dimension in score.dimensions {
    lines.append("\(dimension.title): \(text(dimension))")
    lines += evidence(for: dimension).map { "  " + $0 }
  }
  lines += score.gates.map { "\($0.title): \(text($0))" }
  // Without a phase and an area nothing can be said.
  for list in score.checklists where list.setting != nil {
    lines.append("\(list.title): \(text(list))")
    lines += tasks(of: list).map { "  " + $0 }
  }
  let heading = isOver ? "Ratings (practice estimates)" : "So far (practice estimates)"
  return ReportSection(heading: heading, lines: lines)
}

func text(_ dimension: DimensionScore) -> String {
  let isTold = dimension.isWithoutMarks && dimension.estimate.level != nil
  return text(dimension.estimate) + (isTold ? " (without marked moments)" : "")
}

/// `3 of 5, recognisable (11 of 24 points)`
func text(_ list: ChecklistScore) -> String {
  guard list.estimate.level != nil else { return text(list.estimate) }
  let off = list.takenOff > 0 ? ", \(list.takenOff) off" : ""
  return "\(text(list.estimate)) (\(list.points) of \(list.possible) points\(off))"
}

private func tasks(of list: ChecklistScore) -> [String] {
  let kinds: [(TaskScore.Outcome, String)] = [
    (.skilled, "with skill"), (.present, "present"), (.absent, "absent"),
  ]
  return kinds.compactMap { outcome, word in
    let names = list.tasks.filter { $0.outcome == outcome }.map(\.name)
    return names.isEmpty ? nil : "\(word): \(names.joined(separator: "; "))"
  } + list.proscribed.map { "does not belong here: \($0.name)" }
}

private func text(_ estimate: Estimate) -> String {
  switch estimate {
  case .level(let number, let name): "\(number) of 5, \(name)"
  case .notAssessable(let reason): "not assessable: \(reason)"
  }
}

private func text(_ gate: GateScore) -> String {
  switch gate.result {
  case .pass: "passed"
  case .notApplicable: "not applicable"
  case .open: "still open"
  case .fail:
    "not passed: "
      + gate.reasons.map { "\($0.text) (turn \($0.turn))" }.joined(separator: "; ")
  }
}

/// Where it was met, in the trainee's own words; where it was not, by turn; and what caps it.
private func evidence(for dimension: DimensionScore) -> [String] {
  guard dimension.estimate.level != nil else { return [] }
  var lines: [String] = []
  var turns: Set<Int> = []
  let met = dimension.opportunities.filter { $0.outcome == .met }
    .compactMap(\.evidence).filter { turns.insert($0.turn).inserted }
  if !met.isEmpty {
    let quotes = met.prefix(2).map { "turn \($0.turn), \($0.name): “\(shortened($0.words))”" }
    lines.append("met in \(count(met.count, "turn")): " + quotes.joined(separator: "; "))
  }
  for (outcome, word) in [(Opportunity.Outcome.missed, "missed"), (.harmed, "passed over")] {
    let moments = dimension.opportunities.filter { $0.outcome == outcome }
    guard let first = moments.first else { continue }
    let places = Set(moments.map(\.turn)).sorted().map(String.init).joined(separator: ", ")
    lines.append("\(word) in turn \(places); first, the patient \(first.coaching)")
  }
  for cap in dimension.caps {
    lines.append("held at \(cap.level) by turn \(list(cap.turns)): \(cap.text)")
  }
  return lines
}

/// The one moment most worth practising again.
func practicePoint(_ point: PracticePoint) -> ReportSection {
  var lines = [
    "In turn \(point.opportunity.turn) the patient \(point.opportunity.coaching): "
      + "“\(shortened(point.patient, to: 120))”",
    "You said: “\(shortened(point.response, to: 120))”",
  ]
  if let better = point.better {
    lines.append("You could say: “\(better.sentence)” — \(better.reason)")
  }
  return ReportSection(heading: "One thing to do differently", lines: lines)
}

private func list(_ turns: [Int]) -> String { turns.map(String.init).joined(separator: ", ") }

func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }
