import Scoring
import TranscriptStore

extension Conversation {
  /// The levels the trainee gives herself before she sees the estimates, by dimension; kept.
  ///
  /// Nobody is asked about what could not be estimated, nor about a rehearsal.
  func askSelfRatings(_ score: SessionScore) throws -> [String: Int] {
    let rated = score.dimensions.filter { $0.estimate.level != nil }
    guard run.canAsk, let keeping, !rated.isEmpty else { return [:] }
    try page.blank()
    try page.paragraph("Before you see the estimates: how was it, from 1 to 5?")
    try page.paragraph("Enter skips one, q skips the rest.", as: .faint)
    var own: [String: Int] = [:]
    asking: for dimension in rated {
      let answer = try run.ask(
        "\(dimension.title): ", orElse: "Please type a number from 1 to 5, or only Enter."
      ) { word -> Int?? in
        if word.isEmpty { return .some(nil) }
        return Int(word).flatMap { (1...5).contains($0) ? .some($0) : nil }
      }
      switch answer {
      case .answer(let level): own[dimension.id] = level
      case .left: break asking
      }
    }
    if !own.isEmpty { try keeping.store.keep(selfRatings: own, of: keeping.writer.session) }
    return own
  }
}

/// How far the estimates are from what the trainee thought; nil where she gave no level.
func gaps(between own: [String: Int], and score: SessionScore) -> ReportSection? {
  let lines = score.dimensions.compactMap { dimension -> String? in
    guard let mine = own[dimension.id], let level = dimension.estimate.level else { return nil }
    let title = dimension.title
    guard mine != level else { return "\(title): \(level), as you rated yourself." }
    let numbers = ["", "one", "two", "three", "four"]
    let gap = abs(level - mine)
    let many = numbers.indices.contains(gap) ? numbers[gap] : String(gap)
    return "\(title): you gave yourself \(mine); the estimate is \(level), \(many) "
      + (level < mine ? "lower." : "higher.")
  }
  return lines.isEmpty ? nil : ReportSection(heading: "Your rating and the estimate", lines: lines)
}
