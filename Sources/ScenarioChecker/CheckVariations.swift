import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

/// In bytes: longer words are a slip, and would take long to look for.
private let longestWords = 600

extension ScenarioCheck {
  /// The variations, each against the whole scenario whose words it changes.
  mutating func checkVariations(of scenario: Scenario) -> [Variation] {
    var olds: [Phrase] = []
    let variations = surroundings.compactMap { section -> Variation? in
      guard case .variation(let lines) = section.content, let name = section.name else {
        return nil
      }
      var variation = Variation(
        name: name.text, line: lineNumber(section.outline.heading.phrase), words: [], starts: [])
      if lines.isEmpty { report(VariationProblem.nothingVaried(name.text), at: name) }
      var seen: [String: Phrase] = [:]
      for line in lines {
        switch line.content {
        case .words(let old, let new):
          guard isFilled(old, new, line) else { continue }
          if let first = seen[old.text] {
            report(
              VariationProblem.wordsTwice(old.text, first: earlier(first, than: old)), at: old)
            continue
          }
          seen[old.text] = old
          olds.append(old)
          variation.words.append(Variation.Substitution(old: old.text, new: new.text))
        case .start(let state, let number):
          if let value = checkStart(state, number, in: line.line.phrase) {
            variation.starts.append(value)
          }
        case .unknown: report(VariationProblem.unreadable, at: line.line.phrase)
        }
      }
      return variation
    }
    checkOccur(olds, in: scenario)
    return variations
  }

  private mutating func isFilled(_ old: Phrase, _ new: Phrase, _ line: VariationLine) -> Bool {
    for (words, isOld) in [(old, true), (new, false)] where words.isEmpty {
      report(VariationProblem.wordsMissing(old: isOld), at: line.line.phrase)
      return false
    }
    for words in [old, new] where words.span.count > longestWords {
      report(VariationProblem.tooLong(most: longestWords), at: words)
      return false
    }
    return true
  }

  private mutating func checkOccur(_ olds: [Phrase], in scenario: Scenario) {
    // What could not be read, or stands in another file, may have the words.
    guard seesAll, !olds.isEmpty, !hasErrors else { return }
    // All variations at once: the scenario is read a single time.
    var search = Rewording(lookingFor: olds.map(\.text))
    _ = scenario.reworded(by: &search)
    let found = Set(search.used.map { olds[$0].text })
    for old in olds where !found.contains(old.text) {
      report(VariationProblem.nothingToReplace(old.text), at: old)
    }
  }

  /// A state at a value inside its range.
  mutating func checkStart(_ name: Phrase, _ number: Phrase, in line: Phrase) -> StateValue? {
    guard let state = checkState(name) else { return nil }
    guard let value = number.integer else {
      report(
        .numberExpected(number.text, what: "a state", example: "40"),
        at: number.isEmpty ? line : number)
      return nil
    }
    if names.brokenStates.contains(name.text.lowercased()) { return nil }
    guard (state.lowest...max(state.lowest, state.highest)).contains(value) else {
      report(
        .startOutsideRange(
          name: state.name, start: value, lowest: state.lowest, highest: state.highest),
        at: number)
      return nil
    }
    return StateValue(state: state.name, value: value)
  }
}
