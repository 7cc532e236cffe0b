import Lessons
import Scoring

extension Conversation {
  /// `attune learn "Rupture repair"`: the card about what would have met the moment; nil in an exam,
  /// and where no card is about it.
  ///
  /// What the author's better sentence shows goes before other answers to the moment.
  func cardCommand(for point: PracticePoint) -> String? {
    guard mode != .exam, let shelf = try? run.lessons(codebook) else { return nil }
    let answers = point.opportunity.answers
    let better = point.better.map { played.hear($0.sentence, inTurn: point.opportunity.turn).codes }
    let shown = (better ?? []).filter { $0.count > 0 }.sorted { $0.confidence > $1.confidence }
    let likely = shown.map(\.code).filter(answers.contains) + answers
    for code in likely.compactMap(codebook.code) {
      if let card = shelf.card(about: code) { return "attune " + learnCommand(card.title) }
    }
    return nil
  }
}
