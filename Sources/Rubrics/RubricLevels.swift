import Diagnostics
import Outline

private let ratingLevels = 1...5
private let gateLevels = ["pass", "fail", "not applicable"]

extension RubricReader {
  mutating func readLevels(_ section: OutlineSection) {
    guard let kind else { return }
    let before = diagnostics.count
    for line in section.statements {
      guard let level = kind == .gate ? gateLevel(line) : ratingLevel(line) else { continue }
      let known = rubric.levels.contains {
        kind == .gate ? $0.name == level.name : $0.number == level.number
      }
      if known {
        let name = kind == .gate ? "'\(level.name)'" : "level \(level.number)"
        complain(.levelRepeated(name), at: line.split(at: ":")?.0.trimmed ?? line)
      } else {
        rubric.levels.append(level)
      }
    }
    rubric.levels.sort { $0.number < $1.number }
    // A line that could not be read may be the one that is missing.
    guard diagnostics.count == before else { return }
    let missing =
      kind == .gate
      ? gateLevels.filter { name in !rubric.levels.contains { $0.name == name } }
      : ratingLevels.filter { n in !rubric.levels.contains { $0.number == n } }.map {
        "level \($0)"
      }
    if !missing.isEmpty {
      complain(.levelsMissing(missing, heading: "Levels"), at: section.title)
    }
  }

  private mutating func ratingLevel(_ line: Phrase) -> Level? {
    guard let (front, anchor) = line.split(at: ":"), let digits = front.words.first,
      front.words.count > 1, !anchor.trimmed.isEmpty
    else {
      complain(
        .unreadable("Levels", forms: ["3 accurate: The main feelings are heard"]), at: line)
      return nil
    }
    guard let number = whole(digits, 1, to: 5) else { return nil }
    let name = front.at(digits.span.end, front.span.end)
    return Level(number: number, name: name.oneLine, anchor: anchor.oneLine)
  }

  private mutating func gateLevel(_ line: Phrase) -> Level? {
    guard let (front, anchor) = line.split(at: ":"), !anchor.trimmed.isEmpty,
      let number = gateLevels.firstIndex(where: { front.trimmed.equals($0) })
    else {
      complain(
        .unreadable("Levels", forms: gateLevels.map { "\($0): what it means" }), at: line)
      return nil
    }
    return Level(number: number + 1, name: gateLevels[number], anchor: anchor.oneLine)
  }

  mutating func readCutPoints(_ section: OutlineSection) {
    let before = diagnostics.count
    var points: [Int: (value: Double, words: Phrase)] = [:]
    for line in section.statements {
      guard let (front, value) = line.split(atWord: "from"), let digits = front.afterWords("level")
      else {
        complain(.unreadable("Cut points", forms: ["level 3 from 0.40"]), at: line)
        continue
      }
      guard let level = whole(digits, 2, to: 5) else { continue }
      if points[level] != nil {
        complain(.levelRepeated("level \(level)"), at: front)
      } else if let number = number(value, .fraction) {
        points[level] = (number, value)
      }
    }
    if diagnostics.count == before {
      let missing = (2...5).filter { points[$0] == nil }.map { "level \($0)" }
      if !missing.isEmpty {
        complain(.levelsMissing(missing, heading: "Cut points"), at: section.title)
      }
    }
    let inOrder = points.sorted { $0.key < $1.key }
    for (lower, upper) in zip(inOrder, inOrder.dropFirst())
    where upper.value.value <= lower.value.value {
      complain(.cutPointsNotRising(level: String(upper.key)), at: upper.value.words)
    }
    rubric.cutPoints = inOrder.map(\.value.value)
  }
}
