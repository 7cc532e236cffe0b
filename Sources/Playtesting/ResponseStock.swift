import ResponseCoding
import Rubrics
import ScenarioModel
import TranscriptModel

/// Everything the simulated trainees of one scenario can say, by what it is good for.
struct ResponseStock: Sendable {
  /// Words with what is heard in them where nobody has said anything before.
  struct Line: Sendable {
    var text: String
    var heard: CodedResponse
  }

  /// Choices, better sentences, examples of the codebook and the trainees' own lines, each once.
  private(set) var lines: [Line] = []
  /// For each beat the choices that suit a kind.
  private(set) var choices: [[TraineeKind: [String]]] = []
  private(set) var own: [TraineeKind: [String]] = [:]
  /// The cues that a gate wants answered, and the codes that answer them.
  private(set) var riskCues: Set<String> = []
  private(set) var riskAnswers: Set<String> = []
  /// Everything the author would have liked to hear, wherever.
  private(set) var better: [String] = []
  private(set) var feelings: [String] = []
  /// Words by which the codebook hears something.
  private(set) var keywords: [String] = []
  /// What takes up a risk, among `lines`.
  private(set) var riskTexts: Set<String> = []

  init(_ scenario: Scenario, rubrics: [Rubric], coder: ResponseCoder, codebook: Codebook) {
    for rubric in rubrics where rubric.kind == .gate {
      for case .mustAnswer(let cues, let codes, _, _) in rubric.gateRules {
        riskCues.formUnion(cues)
        riskAnswers.formUnion(codes)
      }
    }
    riskAnswers.formUnion(codebook.codes(named: "risk inquiry"))
    let spoken = scenario.beats.flatMap { $0.opening + $0.rules.flatMap(\.speeches) }
      .flatMap(\.alternatives)
    let topics = scenario.topics.map { DeclaredTopic(name: $0.name, words: $0.words) }
    var seen: Set<String> = []
    let texts =
      scenario.beats.flatMap(\.choices).map(\.text) + spoken.compactMap(\.better)
      + codebook.codes.flatMap(\.examples).map(\.trainee) + riskLines
      + TraineeKind.habits.flatMap(\.lines)
    for text in texts where seen.insert(text).inserted {
      let heard = coder.code(text, after: CodingContext(topics: topics))
      lines.append(Line(text: text, heard: heard))
      if heard.codes.contains(where: { $0.count > 0 && riskAnswers.contains($0.code) }) {
        riskTexts.insert(text)
      }
    }
    for beat in scenario.beats {
      var suited: [TraineeKind: [String]] = [:]
      for kind in TraineeKind.habits {
        suited[kind] = beat.choices.filter { choice in
          choice.codes.contains { kind.likes($0.name, codebook) }
        }.map(\.text)
      }
      choices.append(suited)
    }
    for kind in TraineeKind.allCases {
      own[kind] = kind.lines + examples(for: kind, codebook)
    }
    better =
      spoken.compactMap(\.better) + scenario.beats.indices.flatMap { choices[$0][.skilled] ?? [] }
    feelings = (codebook.wordLists["feeling"] ?? []).filter { !$0.hasSuffix("*") }
    keywords = codebook.wordLists.sorted { $0.key < $1.key }.flatMap { $0.value.prefix(12) }
    own[.skilled]?.removeAll(where: riskTexts.contains)
    own[.riskIgnorer]?.removeAll(where: riskTexts.contains)
    own[.random] = lines.map(\.text)
  }

  private func examples(for kind: TraineeKind, _ codebook: Codebook) -> [String] {
    guard kind.saysExamples else { return [] }
    return codebook.codes.filter { kind.likes($0.name, codebook) }.flatMap(\.examples)
      .filter { kind.likes($0.code, codebook) }.map(\.trainee)
  }
}

extension TraineeKind {
  /// Whether the codebook's examples of what it likes are among its lines.
  fileprivate var saysExamples: Bool {
    switch self {
    case .adviser, .reassurer, .questioner, .openQuestioner, .phraseStuffer, .validator, .preacher,
      .prober:
      true
    default: false
    }
  }

  /// Whether a trainee of this kind takes to a code, by an id, plain name or family of the codebook.
  fileprivate func likes(_ name: String, _ codebook: Codebook) -> Bool {
    let liked: [String] =
      switch self {
      case .skilled, .riskIgnorer: ["helpful", "IPT technique", "permission"]
      case .questioner: ["question"]
      case .adviser: ["advice"]
      case .reassurer: ["reassurance", "minimising"]
      case .openQuestioner: ["open question"]
      case .phraseStuffer: ["helpful", "IPT technique"]
      case .validator, .preacher: ["validation"]
      case .prober: ["feeling check", "immediacy", "encouragement of affect"]
      case .silent, .parrot, .stockPhrase, .echo, .oneSentence, .keywordSalad, .stemAndWord,
        .guesser, .wrongMoment:
        []
      case .random: codebook.names
      }
    let codes = Set(codebook.codes(named: name))
    return liked.contains { !codes.isDisjoint(with: codebook.codes(named: $0)) }
  }
}
