import Diagnostics
import ScenarioModel

/// Something about a scenario that shows only when it is played.
package enum DynamicSmell: Problem, Hashable {
  case bestChoice(beat: String, text: String)
  case shortestIsBest(ending: String, turns: Int)
  case rareEnding(name: String, times: Int, walks: Int)
  case commonEnding(name: String, percent: Int)
  case hintNeverShown(text: String)
  case oneSentence(text: String, rubric: String, level: Int)

  package var code: String {
    switch self {
    case .bestChoice: "S202"
    case .shortestIsBest: "S203"
    case .rareEnding, .commonEnding: "S204"
    case .hintNeverShown: "S205"
    case .oneSentence: "S209"
    }
  }

  package var severity: Severity {
    switch self {
    case .commonEnding, .oneSentence: .warning
    case .bestChoice, .shortestIsBest, .rareEnding, .hintNeverShown: .information
    }
  }

  package var message: String {
    switch self {
    case .bestChoice(_, let text):
      "'\(text)' is the best choice of its beat on every score"
    case .shortestIsBest(let ending, let turns):
      "the shortest way to '\(ending)', \(turns) turns, is rated as high as any"
    case .rareEnding(let name, let times, let walks):
      times == 0
        ? "none of \(walks) simulated sessions came to '\(name)'"
        : "only \(times) of \(walks) simulated sessions came to '\(name)'"
    case .commonEnding(let name, let percent):
      "\(percent) % of simulated sessions came to '\(name)', whatever the trainee was like"
    case .hintNeverShown: "no simulated session came to where this hint is shown"
    case .oneSentence(let text, let rubric, let level):
      "'\(text)', said again and again, is rated \(level) of 5 on \(rubric)"
    }
  }

  package var help: String? {
    switch self {
    case .bestChoice: "offer a second one that is better in some other way"
    case .shortestIsBest: "let the patient hold something back that a trainee earns by staying"
    case .rareEnding: "see whether its conditions are meant to be so hard to meet"
    case .commonEnding: "let what the trainee does make a difference"
    case .hintNeverShown: "widen its condition, or leave the hint out"
    case .oneSentence: "let the patient's answer to a repeated sentence grow thinner"
    }
  }
}

extension DynamicSmell {
  /// At its place in the scenario's file; at the top where the place lies in another file.
  package func diagnostic(of scenario: Scenario, in file: SourceFile) -> Diagnostic {
    Diagnostic(self, at: span(of: scenario, in: file))
  }

  private func span(of scenario: Scenario, in file: SourceFile) -> Span {
    switch self {
    case .bestChoice(let beat, let text):
      let line = scenario.beats.first { $0.name == beat }?.choices.first { $0.text == text }?.line
      return file.place(of: text, near: line)
    case .shortestIsBest(let name, _), .rareEnding(let name, _, _), .commonEnding(let name, _):
      return file.place(of: name, near: scenario.endings.first { $0.name == name }?.line)
    case .hintNeverShown(let text): return file.place(of: text, near: nil)
    case .oneSentence: return file.place(of: "", near: scenario.beats.first?.line)
    }
  }
}

extension SourceFile {
  /// The words on a line, or, where they do not stand there, wherever they stand first.
  fileprivate func place(of words: String, near line: Int?) -> Span {
    if let line, lineStarts.indices.contains(line - 1) {
      let whole = lineSpan(line - 1)
      if words.isEmpty { return whole }
      if let found = first(words, in: whole) { return found }
    }
    return first(words, in: Span(0, bytes.count)) ?? Span(0, 0)
  }

  private func first(_ words: String, in span: Span) -> Span? {
    let sought = Array(words.utf8)
    guard let start = sought.first, span.count >= sought.count else { return nil }
    for offset in span.start...(span.end - sought.count)
    where bytes[offset] == start && bytes[offset...].starts(with: sought) {
      return Span(offset, offset + sought.count)
    }
    return nil
  }
}
