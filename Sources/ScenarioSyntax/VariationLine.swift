import Outline

/// A line of a `Variation` section: other words, or another start of a state.
package struct VariationLine: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    /// `Tom = Henry`, `"I nearly didn't come." = "Didn't want to come."`: without the quotes.
    case words(old: Phrase, new: Phrase)
    /// `trust starts 20`
    case start(state: Phrase, number: Phrase)
    case unknown
  }

  package let line: OutlineLine
  package let content: Content
}

func readVariationLine(_ line: OutlineLine) -> VariationLine {
  let phrase = line.phrase.withoutBullet
  let content: VariationLine.Content =
    if let (old, new) = phrase.split(at: "=") {
      .words(
        old: old.trimmed.inAnyQuotes ?? old.trimmed, new: new.trimmed.inAnyQuotes ?? new.trimmed)
    } else if let (state, number) = phrase.split(atWord: "starts") {
      .start(
        state: state.withoutLast(",:"), number: number.after("at") ?? number.dropping(":").trimmed)
    } else {
      .unknown
    }
  return VariationLine(line: line, content: content)
}
