import Diagnostics
import Outline

private let weightsLines = ["base", "confidence", "sign", "heard", "cue"]

/// `# Weights: OQ`: what `attune calibrate` learned about a code.
extension CodebookReading {
  mutating func readWeights(_ section: OutlineSection, _ name: Phrase) {
    var fitted = FittedWeights()
    var seen: Set<String> = []
    var patterns: Set<String> = []
    for line in section.lines.contents {
      let phrase = line.phrase
      guard let keyword = weightsLines.first(where: { phrase.after($0) != nil }),
        let value = phrase.after(keyword)
      else {
        unknown(phrase, in: "fitted weights", weightsLines)
        continue
      }
      for child in line.children.contents { unknown(child.phrase, in: "'\(keyword)'", []) }
      if keyword == "base" || keyword == "confidence", !seen.insert(keyword).inserted {
        report(.saidTwice(keyword), at: phrase.span)
        continue
      }
      switch keyword {
      case "base": fitted.base = weight(value) ?? 0
      case "confidence":
        let numbers = value.words.compactMap(\.decimal)
        guard value.words.count == 2, numbers.count == 2, numbers[0] > 0,
          numbers.allSatisfy({ abs($0) <= 20 })
        else {
          report(
            .unreadableValue(of: keyword, expected: "a slope above 0 and a shift"), at: value.span)
          continue
        }
        (fitted.slope, fitted.shift) = (numbers[0], numbers[1])
      case "sign": if let sign = readSign(value) { fitted.signs.append(sign) }
      case "heard": if let heard = readHeard(value) { fitted.heard.append(heard) }
      default:
        guard let cue = readCueLine(value) else { continue }
        let places = cue.places.map(\.rawValue).sorted().joined(separator: ",")
        if !patterns.insert(places + ":" + cue.text).inserted {
          report(.patternTwice(cue.text), at: words(of: value).span)
        }
        fitted.cues.append(cue)
      }
    }
    guard let id = code(name), let position = book.codes.firstIndex(where: { $0.id == id }) else {
      return
    }
    book.codes[position].fitted = fitted
  }

  private mutating func readHeard(_ value: Phrase) -> CodeWeight? {
    guard let (head, name) = value.split(at: ":") else {
      report(.unreadableWeight(value.text), at: value.span)
      return nil
    }
    guard let weight = weight(head.trimmed), let id = code(name.trimmed) else { return nil }
    return CodeWeight(code: id, weight: weight)
  }
}
