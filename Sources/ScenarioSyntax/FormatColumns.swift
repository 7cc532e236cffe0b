import Outline

/// Longer names do not move the column of all the others.
private let longestAlignedName = 24

extension LineSpelling {
  /// People or topics: the names in one column, what is said of them in another.
  mutating func align(_ entries: [EntryLine], _ read: (OutlineLine) -> EntryLine) {
    let column = column(after: entries.map(\.name))
    for entry in entries where !entry.name.isEmpty {
      var list: [Phrase] = [entry.description]
      if let (before, words) = entry.rest.split(at: "also:") {
        list = [before.withoutLast(",;")] + words.pieces(between: ",")
      } else if entry.words.count > 0 {
        list = entry.rest.pieces(between: ",")
      }
      let text = entry.name.padded(to: column) + entry.rest.spelled(keeping: list)
      let again = read(OutlineLine(reading: text.trimmingEnd))
      guard again.says == entry.says else { continue }
      set(text.trimmingEnd, for: entry.line)
    }
  }

  /// States: the names in one column, the ranges in another.
  mutating func align(_ states: [StateLine]) {
    let column = column(after: states.map(\.name))
    for state in states {
      guard let range = state.range, state.stray == nil, !state.name.isEmpty else { continue }
      let phrase = state.line.phrase
      let rest = phrase.at(range.lowest.span.start, phrase.span.end)
      let text = state.name.padded(to: column) + rest.spelled(keeping: [])
      guard readState(OutlineLine(reading: text)).says == state.says else { continue }
      set(text, for: state.line)
    }
  }

  /// Two blanks after the longest of the names.
  private func column(after names: [Phrase]) -> Int {
    (names.map(\.text.count).filter { $0 <= longestAlignedName }.max() ?? 0) + 2
  }
}

extension EntryLine {
  /// What stands after the name, the words that mention it among it.
  fileprivate var rest: Phrase {
    description.at(description.span.start, max(description.span.start, line.phrase.span.end))
  }

  fileprivate var says: [String?] {
    // Of a topic, the description is its words with the commas between them.
    [name.text, odd?.text] + description.pieces(between: ",").map(\.text) + words.map(\.text)
  }
}

extension StateLine {
  fileprivate var says: [String?] {
    [name, range?.lowest, range?.highest, start, settles, stray].map { $0?.text }
  }
}

extension Phrase {
  fileprivate func padded(to column: Int) -> String {
    let text = text
    return text + String(repeating: " ", count: max(2, column - text.count))
  }
}

extension String {
  var trimmingEnd: String { String(reversed().drop { $0 == " " }.reversed()) }
}
