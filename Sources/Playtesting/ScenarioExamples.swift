import ResponseCoding
import Rubrics
import ScenarioModel

extension Scenario {
  /// What responses to this scenario are compared with: the choices of the beat the patient stands
  /// in, and coded replies to what was just said.
  func examples(
    with replies: StandingExamples.Replies, _ codebook: Codebook
  ) -> StandingExamples {
    StandingExamples(
      choices: beats.map { $0.choices.compactMap { CodedExample($0, codebook) } },
      replies: replies)
  }

  /// Everything that anybody says while a trainee can answer, in each variation.
  package var answerableLines: Set<String> {
    let versions = [self] + variations.map(varied)
    return Set(versions.flatMap(\.linesToAnswer).map(\.text))
  }

  /// Every line that anybody says while a trainee can answer, in the order of the file but for the
  /// fallback, which comes last.
  package var linesToAnswer: [SpokenLine] {
    (beats.flatMap { $0.opening + $0.rules.flatMap(\.speeches) } + fallback)
      .flatMap(\.alternatives)
  }
}

extension CodedExample {
  /// Nil for a choice that names no code: a family does not say which of its codes is meant.
  fileprivate init?(_ choice: Choice, _ codebook: Codebook) {
    let codes = choice.codes.compactMap { term in
      codebook.codes.first { $0.id == term.name || $0.name == term.name }?.id
    }
    guard !codes.isEmpty else { return nil }
    self.init(text: choice.text, codes: [Set(codes)])
  }
}
