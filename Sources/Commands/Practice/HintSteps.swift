import Playtesting
import Rubrics
import Scoring
import TranscriptModel

/// One step of a hint: 1 points at what the patient shows, 2 names a skill, 3 gives an example.
struct HintStep: Equatable {
  let number: Int
  let lines: [String]
}

/// The steps there are for what the patient has just said; `open` are earlier moments that still wait.
///
/// An author's hints come before the codebook's words for a cue, which are added where a beat goes on:
/// a hint is written for the words that open it. Of the cues, one that a gate asks for
/// comes first, then those of the latest words, then the earlier ones.
func hintSteps(
  _ played: PlayedSession, open: [Moment], rubrics: [Rubric], codebook: Codebook
) -> [HintStep] {
  let latest = played.latest.flatMap(\.cues)
  let answers = CueAnswers(rubrics: rubrics)
  let cues = (latest + open.map(\.cue)).filter { !answers[$0].isEmpty }
  let cue = cues.first(where: answers.isAskedByGate) ?? cues.first
  let codes = cue.map { answers[$0] } ?? []

  var steps: [HintStep] = []
  var pointing = played.engine.hints
  if pointing.isEmpty || !played.hasJustEntered, let cue,
    let coaching = codebook.cues.first(where: { $0.name == cue })?.coaching, !coaching.isEmpty
  {
    pointing.append("The patient \(coaching).")
  }
  if !pointing.isEmpty { steps.append(HintStep(number: 1, lines: pointing)) }

  let names = codes.prefix(2).map { codebook.code($0)?.name ?? $0 }
  if !names.isEmpty {
    steps.append(HintStep(number: 2, lines: ["Try \(names.joined(separator: ", or "))."]))
  }

  if let example = example(in: played, for: cue, open) {
    steps.append(
      HintStep(
        number: 3, lines: ["For example: “\(example.sentence)” — \(example.reason)"]))
  } else if let other = codes.lazy.compactMap({ codebook.code($0)?.examples.first }).first {
    steps.append(
      HintStep(number: 3, lines: ["With somebody else it was: “\(other.trainee)”"]))
  }
  return steps
}

extension PlayedSession {
  /// Whether the patient's latest words open a beat.
  fileprivate var hasJustEntered: Bool {
    for event in events.reversed() {
      switch event {
      case .entered: return true
      case .responded: return false
      default: continue
      }
    }
    return true
  }
}

/// The author's better sentence for the cue, else for anything in the latest words.
private func example(
  in played: PlayedSession, for cue: String?, _ open: [Moment]
) -> BetterSentence? {
  func better(_ lines: [Utterance]) -> BetterSentence? {
    lines.last { line in line.better != nil && cue.map(line.cues.contains) ?? true }?.better
  }
  if let here = better(played.latest) { return here }
  if let moment = open.first(where: { $0.cue == cue }),
    let exchange = played.exchanges.first(where: { $0.turn == moment.turn })
  {
    return better(exchange.patient)
  }
  return played.latest.last { $0.better != nil }?.better
}

/// The codes that answer a cue by some rubrics: those that a gate asks for, else those that most
/// dimensions name, each group in the order of the rubrics.
private struct CueAnswers {
  let rubrics: [Rubric]

  func isAskedByGate(_ cue: String) -> Bool { !gate(cue).isEmpty }

  subscript(cue: String) -> [String] {
    let gate = gate(cue)
    guard gate.isEmpty else { return gate }
    var order: [String] = []
    var counts: [String: Int] = [:]
    for code in rubrics.flatMap({ $0.opportunities[cue] ?? [] }) {
      if counts[code] == nil { order.append(code) }
      counts[code, default: 0] += 1
    }
    return order.enumerated()
      .sorted {
        (-counts[$0.element, default: 0], $0.offset) < (-counts[$1.element, default: 0], $1.offset)
      }
      .map(\.element)
  }

  private func gate(_ cue: String) -> [String] {
    rubrics.filter { $0.kind == .gate }.flatMap(\.gateRules).flatMap { rule -> [String] in
      if case .mustAnswer(let cues, let codes, _, _) = rule, cues.contains(cue) {
        codes
      } else {
        []
      }
    }
  }
}

extension Conversation {
  /// The next step for this moment; kept before it is shown. After the last it is said again.
  func showHint() throws {
    guard mode != .exam else {
      try page.paragraph("An exam has no hints.")
      return
    }
    let open = score(played).moments.filter { $0.outcome == .open }
    let steps = hintSteps(played, open: open, rubrics: rubrics, codebook: codebook)
    guard let step = steps.first(where: { $0.number > played.hints }) ?? steps.last else {
      try page.paragraph("There is no hint for this moment. Listen for what is not said.")
      return
    }
    let isFirst = played.hints == 0
    if step.number > played.hints {
      try keeping?.writer.hint(turn: played.engine.turn + 1, step: step.number)
      played.hints = step.number
    }
    for line in step.lines { try page.labelled("Hint:", as: .coach, line, as: .coach) }
    guard isFirst else { return }
    let says = step == steps.last ? "" : "/hint again says more. "
    try page.paragraph(
      "\(says)What you meet with a hint counts half in your ratings.", as: .faint)
  }
}
