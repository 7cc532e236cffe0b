import Outline

/// `Tom  husband, died in May; also: him`. The name ends at two blanks, a tab, a colon or a dash;
/// where there is none of them, at the first blank.
func readPerson(_ line: OutlineLine) -> EntryLine {
  let (name, rest) = nameAndRest(line.phrase.withoutBullet)
  var words: [Phrase] = []
  var description = rest
  if let (before, also) = rest.split(at: "also:") {
    words = also.pieces(between: ",").flatMap { $0.pieces(between: ";") }.filter { !$0.isEmpty }
    description = before.withoutLast(",;")
  }
  let odd = description.pieces(between: ";").dropFirst().lazy
    .compactMap { $0.split(at: ":")?.0 }.first { $0.words.count == 1 }
  return EntryLine(line: line, name: name, description: description, words: words, odd: odd)
}

/// `house  home, rooms`, in the same shape.
func readTopic(_ line: OutlineLine) -> EntryLine {
  let (name, rest) = nameAndRest(line.phrase.withoutBullet)
  let words = rest.pieces(between: ",").filter { !$0.isEmpty }
  return EntryLine(line: line, name: name, description: rest, words: words, odd: nil)
}

private func nameAndRest(_ phrase: Phrase) -> (Phrase, Phrase) {
  let cuts = ["  ", "\t", ":", " - ", " – ", " — "].compactMap { mark in
    phrase.split(at: mark).flatMap { (name, rest) in
      // A name is short; a dash or colon further on belongs to the description.
      let isName = mark == "  " || mark == "\t" || name.words.count <= 3 && name.isPlain
      return isName ? (name, rest.trimmed) : nil
    }
  }
  // Of a name followed by several marks, all are taken away: `Gran  – grandmother`.
  if let (name, rest) = cuts.min(by: { $0.0.span.end < $1.0.span.end }) {
    return (name.withoutLast(",;:"), rest.withoutBullet)
  }
  guard let (name, rest) = phrase.split(at: " ") else {
    return (phrase.withoutLast(",;:"), phrase.at(phrase.span.end, phrase.span.end))
  }
  return (name.withoutLast(",;:"), rest.trimmed)
}

/// `trust 0 to 100, starts 35[, settles 1]`, the range also as `0-100`.
func readState(_ line: OutlineLine) -> StateLine {
  let phrase = line.phrase.withoutBullet
  let pieces = phrase.pieces(between: ",")
    .flatMap { $0.piecesBefore("starts") }.flatMap { $0.piecesBefore("settles") }
  let first = pieces[0]
  let number = first.words.first { $0.text.first.map { "+-−–0123456789".contains($0) } ?? false }
  let nameEnd = number?.span.start ?? first.words.dropFirst().first?.span.start ?? first.span.end
  let name = first.at(first.span.start, nameEnd).withoutLast(":=")
  let range = range(first.at(nameEnd, first.span.end).trimmed)
  var start: Phrase?
  var settles: Phrase?
  var stray: Phrase?
  for piece in pieces.dropFirst() {
    if let number = piece.after("starts"), start == nil {
      start = number.after("at") ?? number.dropping(":").trimmed
    } else if let number = piece.after("settles"), settles == nil {
      settles = number.after("by") ?? number.dropping(":").trimmed
    } else if stray == nil {
      stray = piece
    }
  }
  return StateLine(
    line: line, name: name, range: range, start: start, settles: settles, stray: stray)
}

private func range(_ phrase: Phrase) -> (lowest: Phrase, highest: Phrase)? {
  if let (lowest, highest) = phrase.split(atWord: "to") { return (lowest, highest) }
  for mark in ["–", "—", "-"] {
    // The first sign may be that of a negative number.
    let start = phrase.at(min(phrase.span.start + 1, phrase.span.end), phrase.span.end)
    if let (before, highest) = start.split(at: mark) {
      return (phrase.at(phrase.span.start, before.span.end).trimmed, highest.trimmed)
    }
  }
  return nil
}

extension Phrase {
  /// Without the bullet that lists have elsewhere.
  var withoutBullet: Phrase {
    for bullet in ["- ", "– ", "— ", "• ", "* ", "·"] where starts(with: bullet) {
      return dropping(bullet).trimmed
    }
    return trimmed
  }

  /// Without blanks and any of these ASCII marks at the end.
  func withoutLast(_ marks: String) -> Phrase {
    var rest = trimmed
    while let last = rest.bytes.last, marks.utf8.contains(last) {
      rest = rest.at(rest.span.start, rest.span.end - 1).trimmed
    }
    return rest
  }

  fileprivate var isPlain: Bool {
    !text.contains { ",;.".contains($0) } && words.last?.equals("also") != true
  }

  /// What stands before a word and what begins with it, where it stands after a number or words.
  fileprivate func piecesBefore(_ word: String) -> [Phrase] {
    guard let (before, after) = split(atWord: word), !before.isEmpty else { return [self] }
    let start = after.isEmpty ? span.end - word.utf8.count : after.span.start
    let begin = at(before.span.end, start).trimmed.span.start
    return [before, at(begin, span.end)]
  }
}
