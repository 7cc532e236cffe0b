import Diagnostics
import Outline
import ScenarioModel

extension ScenarioAnalysis {
  /// Finds rules that are never taken: what they wait for cannot be, or an earlier rule always fits
  /// first.
  mutating func findIdleRules() {
    for beat in scenario.beats.indices {
      let longest = scenario.beats[beat].longestStay
      // Earlier rules that always answer when they fit. The nearest will do in a very long beat.
      var lasting: [Int] = []
      for (index, rule) in scenario.beats[beat].rules.enumerated() {
        guard let condition = rule.condition else { continue }
        let place = RulePlace(beat: beat, rule: index)
        let reported = found.count
        if checkCanHold(condition, rule: rule, stay: longest, beat: beat) {
          if let earlier = lasting.suffix(100).first(where: { earlier in
            entailment.implies(condition, scenario.beats[beat].rules[earlier].condition)
          }) {
            hide(place, behind: earlier, isExplained: found.count > reported)
          }
        } else {
          idle[place] = .condition
        }
        if !rule.canBeUsedUp, idle[place] == nil { lasting.append(index) }
      }
    }
  }

  private mutating func hide(_ place: RulePlace, behind earlier: Int, isExplained: Bool) {
    let rules = scenario.beats[place.beat].rules
    let file = beatFiles[place.beat]
    let (rule, first) = (rules[place.rule], rules[earlier])
    idle[place] = .hidden(byLine: first.line)
    // The same condition word for word has its own sentence, made where the rules are read.
    guard !isExplained, rule.condition != first.condition else { return }
    report(
      .ruleHidden(byLine: first.line), at: file.line(rule.line),
      fix: moving(rule, above: first, in: file))
  }

  /// Moves a rule and what is indented below it.
  private func moving(_ rule: Rule, above first: Rule, in file: SourceFile) -> Fix? {
    let (from, to) = (rule.line - 1, first.line - 1)
    guard to >= 0, to < from, from < file.lineStarts.count else { return nil }
    func isBlock(_ line: Int) -> Bool {
      guard line < file.lineStarts.count else { return false }
      let span = file.lineSpan(line)
      return !span.isEmpty && [0x20, 0x09].contains(file.bytes[span.start])
        && !Phrase(file: file, span: span).trimmed.isEmpty
    }
    var end = from + 1
    while isBlock(end) { end += 1 }
    guard end < file.lineStarts.count else { return nil }
    let block = Span(file.lineStarts[from], file.lineStarts[end])
    let start = file.lineStarts[to]
    return Fix(
      title: "move it above line \(first.line)",
      edits: [
        Edit(span: Span(start, start), text: file.text(block)), Edit(span: block, text: ""),
      ])
  }

  /// Reports what in a condition cannot be, if anything.
  private mutating func checkCanHold(
    _ condition: Condition, rule: Rule, stay: Int?, beat: Int
  ) -> Bool {
    let line = beatFiles[beat].line(rule.line)
    var canHold = true
    for clause in condition.clauses {
      var isPossible = false
      for term in clause {
        if case .turnsHere(let least) = term.fact, !term.isNegated, let stay, least > stay {
          // Between responses that are understood three may be asked about.
          if least <= 4 * stay { isPossible = true }
          report(
            .stayTooShort(
              scenario.words(for: term.fact), beat: scenario.beats[beat].name, turns: stay),
            at: line.part(scenario.words(for: term.fact)))
        } else if !checkStateTerm(term, in: line) {
          isPossible = true
        }
      }
      if !isPossible, !clause.isEmpty { canHold = false }
    }
    if canHold, let index = entailment.contradiction(in: condition) {
      canHold = false
      let text = scenario.words(for: condition.clauses[index])
      report(.neverTogether(text), at: line.part(text))
    }
    return canHold
  }
}

extension Beat {
  /// The most responses that are understood in one stay in a beat; nil where there may be any number.
  var longestStay: Int? {
    var turns = 1
    for rule in rules {
      switch rule.destination {
      case .beat, .ending: continue
      case .detour, .back: return nil
      case nil: break
      }
      if let bound = rule.bound {
        // Where nobody can return, they stay.
        switch bound.destination {
        case .beat, .ending: break
        case .detour, .back: return nil
        }
        turns += min(bound.times, 1_000_000)
      } else if rule.canBeUsedUp {
        turns += rule.speeches.map(\.alternatives.count).max() ?? 0
      } else {
        return nil
      }
    }
    return turns
  }
}

extension Rule {
  /// Whether it stops fitting once everything it says has been said.
  var canBeUsedUp: Bool {
    destination == nil && bound == nil && !speeches.isEmpty && speeches.allSatisfy(\.once)
  }
}

extension Entailment {
  /// Nil stands for `otherwise`, which always fits.
  mutating func implies(_ first: Condition, _ second: Condition?) -> Bool {
    guard let second else { return true }
    // An empty clause is one that could not be read.
    guard second.clauses.allSatisfy({ !$0.isEmpty }) else { return false }
    return implies(first, second)
  }
}
