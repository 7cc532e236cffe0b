import Diagnostics
import Outline

/// The lines of a rubric's header.
enum RubricHeader: String, CaseIterable {
  case title, id, version, kind, question
}

extension RubricReader {
  mutating func readHeader() {
    guard let front = outline.front else {
      complain(.noHeader, at: firstWords)
      return
    }
    if !front.isClosed { complain(.headerNotClosed, at: firstWords) }
    var seen: Set<RubricHeader> = []
    var allUnderstood = front.isClosed
    for line in front.entries {
      guard let (key, value) = line.phrase.split(at: ":") else {
        complain(.headerUnreadable, at: line.phrase)
        allUnderstood = false
        continue
      }
      let words = key.trimmed
      guard let header = RubricHeader.allCases.first(where: { words.equals($0.rawValue) }) else {
        let near = nearestName(to: words.text, in: RubricHeader.allCases.map(\.rawValue))
        complain(.headerUnknown(words.text, near: near), at: words, replacement: near)
        allUnderstood = allUnderstood && near == nil
        continue
      }
      guard seen.insert(header).inserted else {
        complain(.headerRepeated(header.rawValue), at: words)
        continue
      }
      take(header, value.trimmed)
      if value.trimmed.isEmpty { seen.remove(header) }
    }
    let missing = RubricHeader.allCases.filter { !seen.contains($0) }
    if allUnderstood, !missing.isEmpty {
      complain(.headerMissing(missing.map(\.rawValue)), at: firstWords)
    }
  }

  private mutating func take(_ header: RubricHeader, _ value: Phrase) {
    switch header {
    case .title: rubric.title = value.oneLine
    case .id: rubric.id = value.oneLine
    case .version: rubric.version = value.oneLine
    case .question: rubric.question = value.oneLine
    case .kind:
      let kinds = [Rubric.Kind.rating, .gate, .checklist]
      kind = kinds.first { value.equals($0.rawValue) }
      rubric.kind = kind ?? .rating
      if kind == nil, !value.isEmpty {
        let near = nearestName(to: value.text, in: kinds.map(\.rawValue))
        complain(.kindUnknown(value.text, near: near), at: value, replacement: near)
      }
    }
  }
}
