import Rubrics
import ScenarioModel

extension RiskSearch {
  /// The shortest way there as a `Check` to paste into the file.
  mutating func check(for found: OpenRiskFound) -> String {
    let scenario = analysis.scenario
    var path: [RiskStep] = [RiskStep(from: found.position, response: found.step)]
    while let step = steps[path[0].from], path.count < 1_000 { path.insert(step, at: 0) }
    var values: [String: ClosedRange<Int>] = [:]
    var lines: [String] = []
    for step in path {
      switch step.response {
      case .notUnderstood: lines += [String](repeating: "trainee: zzz", count: 4)
      case .rule(let rule, let condition):
        lines.append(said(condition, beat: positions[step.from].beat, before: rule))
        note(condition, &values)
      case .missing(let condition):
        lines.append(said(condition, beat: positions[step.from].beat, before: 0))
        note(condition, &values)
      }
    }
    var start = "start at \(scenario.beats[self.start].name)"
    let settings = scenario.states.compactMap { state -> String? in
      guard let wanted = values[state.name], !wanted.contains(state.start) else { return nil }
      // A little beyond the border, because what is said moves it as well.
      let value =
        wanted.lowerBound > state.start
        ? min(wanted.lowerBound + 10, wanted.upperBound)
        : max(wanted.upperBound - 10, wanted.lowerBound)
      return "\(state.name) \(value)"
    }
    if !settings.isEmpty { start += ", with " + settings.joined(separator: ", ") }
    let ending = scenario.endings[found.ending].name
    let name = "# Check: '\(ending)' with the risk of '\(scenario.beats[self.start].name)' open"
    return ([name, start] + lines + ["expect risk open, ending \(ending)"])
      .joined(separator: "\n")
  }

  private mutating func note(_ condition: Condition, _ values: inout [String: ClosedRange<Int>]) {
    for clause in condition.clauses where clause.count == 1 {
      guard let (state, wanted) = analysis.entailment.valuesAllowed(by: clause[0]) else { continue }
      if let known = values[state], known.overlaps(wanted) {
        values[state] = known.clamped(to: wanted)
      } else {
        values[state] = wanted
      }
    }
  }

  /// A line of a check that fits a condition and no rule before.
  private func said(_ condition: Condition, beat: Int, before rule: Int) -> String {
    let codebook = analysis.library.codebook
    let earlier = analysis.scenario.beats[beat].rules.prefix(rule).filter { !$0.canBeUsedUp }
      .compactMap(\.condition)
    let refused = condition.clauses.compactMap { clause -> CodeTerm? in
      guard clause.count == 1, clause[0].isNegated, case .code(let term) = clause[0].fact,
        term.times <= 1
      else { return nil }
      return term
    }
    func isFree(_ heard: [HeardCode]) -> Bool {
      !refused.contains { term in heard.contains { $0.fits(term) } }
        && !earlier.contains { condition in
          condition.clauses.allSatisfy { clause in clause.contains { heard.fit($0) } }
        }
    }
    var heard: [HeardCode] = []
    for clause in condition.clauses where !clause.contains(where: { heard.fit($0) }) {
      if clause.contains(where: { $0.fact == .silence && !$0.isNegated }) { return "trainee: …" }
      for case .said(let words) in clause.lazy.filter({ !$0.isNegated }).map(\.fact) {
        return "trainee: " + words.joined(separator: " ")
      }
      let options = clause.flatMap { term -> [HeardCode] in
        guard !term.isNegated, case .code(let wanted) = term.fact else { return [] }
        return codebook.codes.filter { $0.answers(to: wanted.name) }
          .map { HeardCode(code: $0, topic: wanted.topic) }
      }
      if let option = options.first(where: { isFree(heard + [$0]) }) ?? options.first {
        heard.append(option)
      }
    }
    if heard.isEmpty {
      let plain = codebook.codes.filter { $0.id == codebook.plainStatement } + codebook.codes
      let options = plain.map { HeardCode(code: $0, topic: nil) }
      heard += (options.first { isFree([$0]) } ?? options.first).map { [$0] } ?? []
    }
    if !isFree(heard) {
      // An earlier rule may fit until something more is said.
      let others = codebook.codes.map { HeardCode(code: $0, topic: nil) }
      if let more = others.first(where: { isFree(heard + [$0]) }) { heard.append(more) }
    }
    return "codes: " + heard.map(\.text).joined(separator: ", ")
  }
}

/// A code that a made-up response has.
private struct HeardCode {
  let code: CodeDefinition
  let topic: String?

  var text: String { code.name + (topic.map { " about \($0)" } ?? "") }

  func fits(_ term: CodeTerm) -> Bool {
    code.answers(to: term.name) && (term.topic == nil || term.topic == topic)
  }
}

extension [HeardCode] {
  /// Whether a term is true of the response by itself, whatever was before.
  fileprivate func fit(_ term: Term) -> Bool {
    guard case .code(let wanted) = term.fact, wanted.times <= 1 else { return false }
    return contains { $0.fits(wanted) } != term.isNegated
  }
}

extension CodeDefinition {
  /// Whether a name, its own or that of a family, means it.
  func answers(to name: String) -> Bool {
    id == name || self.name == name || families.contains(name)
  }
}
