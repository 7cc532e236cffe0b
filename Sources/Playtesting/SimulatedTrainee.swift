import ScenarioModel
import SessionEngine
import TranscriptModel

/// Somebody who answers the patient in one way, the same for the same seed.
///
/// Sees what a trainee sees, and what the author noted beside the patient's line.
struct SimulatedTrainee: Sendable {
  let kind: TraineeKind
  var dice: SplitMix64
  private var said: Set<String> = []
  /// What one says who says one thing only.
  var habit: String?

  init(_ kind: TraineeKind, seed: UInt64) {
    self.kind = kind
    dice = SplitMix64(seed: seed)
  }

  /// What is answered to the patient's last words in this beat.
  mutating func reply(to latest: [Utterance], in beat: Int, _ stock: ResponseStock) -> String {
    let text =
      switch kind {
      case .skilled: skilledReply(latest, beat, stock)
      case .riskIgnorer: ignoringReply(latest, beat, stock)
      case .parrot: copy(of: latest) ?? one(of: kind.lines)
      case .silent: one(of: kind.lines)
      case .random: randomReply(latest, stock)
      case .questioner where dice.below(2) == 0: one(of: unsaid(stock.own[.openQuestioner] ?? []))
      case .questioner, .adviser, .reassurer: habitual(beat, stock)
      default: cheat(latest, stock)
      }
    said.insert(text)
    if habit == nil { habit = text }
    return text
  }

  private mutating func skilledReply(
    _ latest: [Utterance], _ beat: Int, _ stock: ResponseStock
  ) -> String {
    let better = latest.reversed().compactMap { $0.better?.sentence }.filter { !said.contains($0) }
    let isRisk = latest.contains { !stock.riskCues.isDisjoint(with: $0.cues) }
    // Nothing is tried out where somebody speaks of not wanting to live.
    if let first = better.first, isRisk || dice.below(8) > 0 { return first }
    if isRisk { return one(of: riskLines) }
    if let gist = gist(of: latest) { return gist }
    let choices = unsaid(stock.choices[beat][.skilled] ?? [])
    return choices.isEmpty ? one(of: unsaid(stock.own[kind] ?? [])) : one(of: choices)
  }

  /// Next to the point wherever the point is a risk.
  private mutating func ignoringReply(
    _ latest: [Utterance], _ beat: Int, _ stock: ResponseStock
  ) -> String {
    let isRisk = latest.contains { !stock.riskCues.isDisjoint(with: $0.cues) }
    let text = isRisk ? "" : skilledReply(latest, beat, stock)
    return isRisk || stock.riskTexts.contains(text) ? one(of: stock.own[kind] ?? []) : text
  }

  private mutating func randomReply(_ latest: [Utterance], _ stock: ResponseStock) -> String {
    // To the point now and then, so that every part of a conversation is come to, and not so often that
    // it were skill.
    if dice.below(6) == 0, let gist = gist(of: latest) { return gist }
    if dice.below(8) == 0, let copy = copy(of: latest) { return copy }
    if dice.below(8) == 0, let better = latest.last?.better { return better.sentence }
    return one(of: stock.own[.random] ?? [])
  }

  private mutating func habitual(_ beat: Int, _ stock: ResponseStock) -> String {
    let choices = unsaid(stock.choices[beat][kind] ?? [])
    if !choices.isEmpty, dice.below(3) == 0 { return one(of: choices) }
    return one(of: unsaid(stock.own[kind] ?? []))
  }

  /// "It sounds like" with one of the author's phrases for what the patient means.
  private mutating func gist(of latest: [Utterance]) -> String? {
    guard let phrases = latest.last(where: { !$0.gist.isEmpty })?.gist else { return nil }
    let phrase = one(of: phrases)
    let stems = ["It sounds like", "So", "I hear that", "It seems"]
    return "\(one(of: stems)) \(phrase)."
  }

  /// The patient's words without gestures: all of them, or the last sentence.
  private mutating func copy(of latest: [Utterance]) -> String? {
    guard let line = latest.last else { return nil }
    let words = withoutGestures(line.text)
    guard !words.isEmpty else { return nil }
    guard dice.below(2) == 0 else { return words }
    let sentences = words.split { ".?!".contains($0) }.map { $0.drop { $0 == " " } }
    return sentences.last(where: { !$0.isEmpty }).map { $0 + "." } ?? words
  }

  /// What was not said yet; everything again where nothing is left.
  func unsaid(_ lines: [String]) -> [String] {
    let rest = lines.filter { !said.contains($0) }
    return rest.isEmpty ? lines : rest
  }

  mutating func one(of lines: [String]) -> String {
    lines.isEmpty ? "…" : lines[dice.below(lines.count)]
  }
}

/// What somebody says aloud.
package func withoutGestures(_ text: String) -> String {
  var result = ""
  var depth = 0
  for character in text {
    if character == "(" { depth += 1 }
    if depth == 0, !(character == " " && (result.isEmpty || result.last == " ")) {
      result.append(character)
    }
    if character == ")", depth > 0 { depth -= 1 }
  }
  while result.last == " " { result.removeLast() }
  return result
}
