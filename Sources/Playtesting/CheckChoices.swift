import Diagnostics
import ResponseCoding
import Rubrics
import ScenarioModel
import TranscriptModel

/// Whether the sample responses of a scenario are heard as their author declares them.
///
/// Each is coded as an answer to what the patient may have said just then; it will do if it is heard
/// so after one of those lines. By its own words: not even the choice itself is an example here. Only choices that stand in `file` are looked at, since a scenario may
/// use other files.
package func choiceProblems(
  of scenario: Scenario, in file: SourceFile, coder: ResponseCoder, codebook: Codebook
) -> [Diagnostic] {
  let openings = Openings(scenario)
  let topics = scenario.topics.map { DeclaredTopic(name: $0.name, words: $0.words) }
  var result: [Diagnostic] = []
  for (index, beat) in scenario.beats.enumerated() {
    var lines: [Set<CodeTerm>: Int] = [:]
    for choice in beat.choices {
      guard let span = file.span(of: choice.text, onLine: choice.line) else { continue }
      if let line = lines.updateValue(choice.line, forKey: Set(choice.codes)) {
        result.append(Diagnostic(ChoiceProblem.sameCodes(line: line), at: span))
      }
      let problem = disagreement(on: choice, after: openings.lines(before: index), codebook) {
        coder.code($0, after: CodingContext(patient: $1, topics: topics))
      }
      if let problem { result.append(Diagnostic(problem, at: span)) }
    }
  }
  return result
}

/// Nil where the choice is heard as declared after one of the patient's lines.
private func disagreement(
  on choice: Choice, after openings: [[Utterance]], _ codebook: Codebook,
  code: (String, [Utterance]) -> CodedResponse
) -> ChoiceProblem? {
  var first: ChoiceProblem?
  for opening in openings {
    let response = code(choice.text, opening)
    let missing = choice.codes.filter { !response.has($0) }
    if missing.isEmpty { return nil }
    guard first == nil else { continue }
    first = .heardOtherwise(
      declared: missing.map { term in
        "'\(term.isClear ? "clear " : "")\(term.name)\(term.topic.map { " about \($0)" } ?? "")'"
      },
      heard: response.heardWords(withTopics: missing.contains { $0.topic != nil }, codebook))
  }
  return first
}

/// What the patient may have said when a trainee chooses.
private struct Openings {
  private let scenario: Scenario
  /// For beats that open without a word: what is said on the way there.
  private var onTheWay: [Int: [[Utterance]]] = [:]

  init(_ scenario: Scenario) {
    self.scenario = scenario
    for rule in scenario.beats.flatMap(\.rules) {
      switch rule.destination {
      case .beat(let beat)?, .detour(let beat)?:
        guard scenario.beats.indices.contains(beat), scenario.beats[beat].opening.isEmpty else {
          continue
        }
        onTheWay[beat, default: []] += variants(of: rule.speeches)
      default: continue
      }
    }
  }

  /// At least one.
  func lines(before beat: Int) -> [[Utterance]] {
    let spoken = variants(of: scenario.beats[beat].opening) + (onTheWay[beat] ?? [])
    return spoken.isEmpty ? [[]] : spoken
  }

  private func variants(of speeches: [Speech]) -> [[Utterance]] {
    let count = speeches.map(\.alternatives.count).max() ?? 0
    return (0..<count).map { number in
      speeches.compactMap { speech in
        guard let last = speech.alternatives.indices.last else { return nil }
        let line = speech.alternatives[min(number, last)]
        return Utterance(
          speaker: speech.speaker, text: line.text, cues: line.cues, gist: line.gist)
      }
    }
  }
}

extension SourceFile {
  /// Where these words stand on a line, from 1; nil where they do not.
  package func span(of words: String, onLine number: Int) -> Span? {
    guard lineStarts.indices.contains(number - 1), !words.isEmpty else { return nil }
    let line = lineSpan(number - 1)
    let sought = Array(words.utf8)
    guard sought.count <= line.count else { return nil }
    for start in line.start...(line.end - sought.count)
    where bytes[start] == sought[0] && bytes[start..<(start + sought.count)].elementsEqual(sought) {
      return Span(start, start + sought.count)
    }
    return nil
  }
}
