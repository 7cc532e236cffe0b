import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

/// One look at a whole scenario: what was found so far, and which rules are never taken.
struct ScenarioAnalysis {
  let scenario: Scenario
  let library: CheckingLibrary
  let tree: ScenarioTree
  /// Of all files, the scenario's own first.
  let sections: [ScenarioSection]
  /// The file in which each beat and each ending stands.
  let beatFiles: [SourceFile]
  let endingFiles: [SourceFile]
  /// All that may be said in beats and endings, with the file it stands in.
  private(set) var everySpeech: [(speech: Speech, file: SourceFile)] = []
  var entailment: Entailment
  var found: [(problem: AnalysisProblem, phrase: Phrase, fix: Fix?)] = []
  /// Why rules are never taken, for those that are not.
  var idle: [RulePlace: IdleReason] = [:]

  init(
    _ scenario: Scenario, library: CheckingLibrary, tree: ScenarioTree, sections: [ScenarioSection]
  ) {
    self.scenario = scenario
    self.library = library
    self.tree = tree
    self.sections = sections
    var beats: [SourceFile] = []
    var endings: [SourceFile] = []
    for section in sections where section.name != nil {
      switch section.content {
      case .beat: beats.append(section.outline.heading.phrase.file)
      case .ending: endings.append(section.outline.heading.phrase.file)
      default: break
      }
    }
    beatFiles = beats
    endingFiles = endings
    entailment = Entailment(scenario, codebook: library.codebook)
    if beats.count == scenario.beats.count { everySpeech = findSpeeches() }
  }

  mutating func report(_ problem: AnalysisProblem, at phrase: Phrase, fix: Fix? = nil) {
    found.append((problem, phrase, fix))
  }

  /// The heading of a beat or an ending, by its name.
  func heading(ofBeat beat: Int) -> Phrase {
    beatFiles[beat].line(scenario.beats[beat].line).part(scenario.beats[beat].name)
  }

  func heading(ofEnding ending: Int) -> Phrase {
    endingFiles[ending].line(scenario.endings[ending].line).part(scenario.endings[ending].name)
  }
}

extension SourceFile {
  /// The words of a line, counted from 1.
  func line(_ number: Int) -> Phrase {
    let span = lineSpan(min(max(0, number - 1), lineStarts.count - 1))
    return Phrase(file: self, span: span).trimmed
  }
}

extension Phrase {
  /// These words where they stand in it, else the whole.
  func part(_ words: String) -> Phrase {
    split(at: words).map { at($0.0.span.end, $0.1.span.start) } ?? self
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
  /// In which that stands.
  let beat: Int
  /// How many responses it takes at the least, counted from entering the beat.
  let turns: Int
  let rule: Int?
}

extension ScenarioAnalysis {
  /// Every way out of a beat, without the rules that are never taken unless they are asked for.
  func ways(from beat: Int, withIdleRules: Bool = false) -> [Way] {
    var result: [Way] = []
    for index in scenario.beats[beat].rules.indices {
      if !withIdleRules, !idle.isEmpty, idle[RulePlace(beat: beat, rule: index)] != nil { continue }
      let rule = scenario.beats[beat].rules[index]
      if let destination = rule.destination {
        result.append(
          Way(destination: destination, line: rule.line, beat: beat, turns: 1, rule: index))
      }
      if let bound = rule.bound {
        let turns = min(bound.times, 10_000) + 1
        result.append(
          Way(
            destination: bound.destination, line: rule.line, beat: beat, turns: turns, rule: index))
      }
    }
    for duty in scenario.beats[beat].duties {
      if case .goTo(let destination) = duty.penalty {
        result.append(
          Way(
            destination: destination, line: duty.line, beat: beat, turns: max(1, duty.turns),
            rule: nil))
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
