import Playtesting
import Scoring
import Terminal
import TranscriptModel

/// Two attempts at one turn, compared.
struct BeforeAndNow {
  let before: [String]
  let now: [String]
  /// What became of each moment the patient had offered, in both.
  let moments: [String]
}

/// Compares two attempts at a turn, each with the score of the session as it stood after it.
func compare(
  _ earlier: Attempt, _ first: SessionScore, with attempt: Attempt, _ second: SessionScore
) -> BeforeAndNow {
  let turn = attempt.after.engine.turn
  let outcomes = outcomes(second)
  let before = Commands.outcomes(first)
  var lines: [String] = []
  var seen: Set<MomentPlace> = []
  for moment in second.moments + first.moments {
    let place = MomentPlace(moment)
    guard let was = before[place], let now = outcomes[place], seen.insert(place).inserted,
      moment.turn == turn || was.settled == turn || now.settled == turn
    else { continue }
    let words =
      was.outcome == now.outcome
      ? "\(word(for: was.outcome)) both times"
      : "\(word(for: was.outcome)) before, \(word(for: now.outcome).lowercased()) now"
    lines.append("\(words): the patient \(moment.coaching).")
  }
  return BeforeAndNow(before: told(earlier), now: told(attempt), moments: lines)
}

private struct MomentPlace: Hashable {
  let turn: Int
  let cue: String
  let isGate: Bool

  init(_ moment: Moment) { (turn, cue, isGate) = (moment.turn, moment.cue, moment.isGate) }
}

private func outcomes(_ score: SessionScore) -> [MomentPlace: Moment] {
  Dictionary(score.moments.map { (MomentPlace($0), $0) }, uniquingKeysWith: { first, _ in first })
}

/// What was said, what was heard in it, and how the patient answered.
private func told(_ attempt: Attempt) -> [String] {
  var lines = [
    "“\(shortened(attempt.turn.response.text, to: 120))”", heard(in: attempt.turn.response),
  ]
  for event in attempt.turn.events {
    switch event {
    case .said(let line): lines.append("\(line.speaker): “\(shortened(line.text, to: 100))”")
    case .ended(let ending): lines.append("The end: \(ending.name) (\(ending.grade))")
    default: break
    }
  }
  return lines
}

extension Conversation {
  /// The attempt that was taken back and the one that takes its place.
  func show(_ earlier: Attempt, besides attempt: Attempt) throws {
    let comparison = compare(earlier, score(earlier.after), with: attempt, score(attempt.after))
    let head = "Now (attempt \(attempt.number) of \(Attempt.most))"
    if run.isPlain || page.style.width < 72 {
      try page.heading("Before")
      for line in comparison.before { try page.paragraph(line) }
      try page.heading(head)
      for line in comparison.now { try page.paragraph(line) }
    } else {
      try page.columns(("Before", comparison.before), (head, comparison.now))
    }
    for line in comparison.moments { try page.paragraph(line) }
    try page.blank()
  }
}

extension Page {
  /// Two texts beside each other under their headings; paragraph for paragraph begins on one line.
  fileprivate func columns(
    _ left: (head: String, lines: [String]), _ right: (head: String, lines: [String])
  ) throws {
    let style = style
    let gap = "   "
    let width = max(10, (style.width - gap.count) / 2)
    func row(_ one: String, _ other: String, as role: Style.Role?) throws {
      let blank = String(repeating: " ", count: max(0, width - displayWidth(one)))
      func shown(_ text: String) -> String { role.map { style(text, as: $0) } ?? text }
      try write(shown(one) + (other.isEmpty ? "" : blank + gap + shown(other)) + "\n")
    }
    try row(left.head, right.head, as: .heading)
    for index in 0..<max(left.lines.count, right.lines.count) {
      func cell(_ lines: [String]) -> [String] {
        guard lines.indices.contains(index) else { return [] }
        return wrapped(neutralised(lines[index], lineBreaks: .asSpaces), width: width)
      }
      let (one, other) = (cell(left.lines), cell(right.lines))
      for line in 0..<max(one.count, other.count) {
        try row(
          one.indices.contains(line) ? one[line] : "",
          other.indices.contains(line) ? other[line] : "", as: nil)
      }
    }
  }
}
