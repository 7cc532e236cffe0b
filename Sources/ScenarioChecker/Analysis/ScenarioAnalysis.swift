import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

/// One look at a whole scenario: what was found so far, and which rules are never taken.
struct ScenarioAnalysis {
  let scenario: Scenario
  let library: CheckingLibrary
  let tree: ScenarioTree
  var entailment: Entailment
  var diagnostics: [Diagnostic] = []
  /// Why rules are never taken, for those that are not.
  var idle: [RulePlace: IdleReason] = [:]

  init(_ scenario: Scenario, library: CheckingLibrary, tree: ScenarioTree) {
    self.scenario = scenario
    self.library = library
    self.tree = tree
    entailment = Entailment(scenario, codebook: library.codebook)
  }

  mutating func report(_ problem: AnalysisProblem, at phrase: Phrase, fix: Fix? = nil) {
    diagnostics.append(Diagnostic(problem, at: phrase.span, fix: fix))
  }

  /// The words of a line, counted from 1.
  func line(_ number: Int) -> Phrase {
    let last = tree.file.lineStarts.count - 1
    let span = tree.file.lineSpan(min(max(0, number - 1), last))
    return Phrase(file: tree.file, span: span).trimmed
  }

  /// These words where they stand in a line, else the line.
  func words(_ words: String, inLine number: Int) -> Phrase {
    let line = line(number)
    return line.split(at: words).map { line.at($0.0.span.end, $0.1.span.start) } ?? line
  }
}

/// A rule by its beat and its number there.
struct RulePlace: Hashable {
  let beat: Int
  let rule: Int
}

/// Why a rule is never taken.
enum IdleReason {
  case hidden(byLine: Int)
  case condition
}

/// What leads from a beat to somewhere else.
struct Way {
  let destination: Destination
  /// The rule's or the duty's.
  let line: Int
  /// How many responses it takes at the least, counted from entering the beat.
  let turns: Int
  let rule: Int?
}

extension ScenarioAnalysis {
  /// Every way out of a beat, without the rules that are never taken unless they are asked for.
  func ways(from beat: Int, withIdleRules: Bool = false) -> [Way] {
    var result: [Way] = []
    for (index, rule) in scenario.beats[beat].rules.enumerated() {
      if !withIdleRules, idle[RulePlace(beat: beat, rule: index)] != nil { continue }
      if let destination = rule.destination {
        result.append(Way(destination: destination, line: rule.line, turns: 1, rule: index))
      }
      if let bound = rule.bound {
        let turns = min(bound.times, 10_000) + 1
        result.append(
          Way(destination: bound.destination, line: rule.line, turns: turns, rule: index))
      }
    }
    for duty in scenario.beats[beat].duties {
      if case .goTo(let destination) = duty.penalty {
        result.append(
          Way(destination: destination, line: duty.line, turns: max(1, duty.turns), rule: nil))
      }
    }
    return result
  }

  func beatIndex(_ destination: Destination) -> Int? {
    switch destination {
    case .beat(let index), .detour(let index):
      scenario.beats.indices.contains(index) ? index : nil
    case .ending, .back: nil
    }
  }
}
