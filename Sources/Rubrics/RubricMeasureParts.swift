import Diagnostics
import Outline

/// What may follow a measure after a comma.
enum MeasureOption: String, CaseIterable {
  case fullAt = "full at"
  case atLeast = "at least"
  case alone
  case noneAt = "none at"
  case from
  case countingTurnsWith = "counting turns with"
  case notBeside = "not beside"
}

/// A measure's line, cut at the commas that begin an option; a list keeps its commas.
struct MeasureParts {
  var head: Phrase
  private(set) var options: [(option: MeasureOption, words: Phrase)] = []

  init(head: Phrase) { self.head = head }

  /// The words of an option, which then is used up.
  mutating func take(_ option: MeasureOption) -> Phrase? {
    guard let index = options.firstIndex(where: { $0.option == option }) else { return nil }
    return options.remove(at: index).words
  }

  /// What no measure has taken.
  var left: [(MeasureOption, Phrase)] { options.map { ($0.option, $0.words) } }

  mutating func begin(_ option: MeasureOption, _ words: Phrase) { options.append((option, words)) }

  mutating func extend(to piece: Phrase) {
    guard let last = options.indices.last else {
      head = head.at(head.span.start, piece.span.end)
      return
    }
    let words = options[last].words
    options[last].words = words.at(words.span.start, max(words.span.end, piece.span.end))
  }
}

extension RubricReader {
  mutating func measureParts(_ phrase: Phrase) -> MeasureParts {
    let pieces = phrase.pieces(between: ",")
    var parts = MeasureParts(head: pieces.first ?? phrase)
    for piece in pieces.dropFirst() {
      if let (option, words) = option(piece) {
        parts.begin(option, words)
      } else {
        parts.extend(to: piece)
      }
    }
    return parts
  }

  private mutating func option(_ piece: Phrase) -> (MeasureOption, Phrase)? {
    for option in MeasureOption.allCases {
      if let words = piece.afterWords(option.rawValue) { return (option, words) }
    }
    // Only a line with a number or another list after two words can be a misspelt option.
    let words = piece.words
    guard words.count > 2, codeNames[piece.oneLine] == nil else { return nil }
    let start = words[0].text + " " + words[1].text
    guard let near = nearestName(to: start, in: MeasureOption.allCases.map(\.rawValue)),
      let option = MeasureOption(rawValue: near)
    else { return nil }
    let misspelt = piece.at(words[0].span.start, words[1].span.end)
    complain(.measurePartUnknown(start, near: near), at: misspelt, replacement: near)
    return (option, piece.at(words[2].span.start, piece.span.end))
  }
}
