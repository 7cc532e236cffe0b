import Outline

extension Phrase {
  /// With the author's own words as they are, and everything between them as the language writes it:
  /// in lower case, with single blanks, one after a comma, semicolon or colon and none before.
  func spelled(keeping kept: [Phrase]) -> String {
    var result: [UInt8] = []
    var offset = span.start
    var isMark = true
    for words in kept.sorted(by: { $0.span.start < $1.span.start })
    where words.span.start >= offset && !words.isEmpty {
      at(offset, words.span.start).appendKeywords(to: &result, &isMark)
      result += words.bytes
      isMark = false
      offset = words.span.end
    }
    at(offset, span.end).appendKeywords(to: &result, &isMark)
    while result.last == UInt8(ascii: " ") { result.removeLast() }
    return String(decoding: result, as: UTF8.self)
  }

  /// - Parameter isSpaced: Whether nothing, or a mark or blank that has its blank, stands before.
  private func appendKeywords(to result: inout [UInt8], _ isSpaced: inout Bool) {
    for byte in bytes {
      switch byte {
      case 0x20, 0x09...0x0D:
        if !isSpaced { result.append(UInt8(ascii: " ")) }
        isSpaced = true
      case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: ":"):
        if result.last == UInt8(ascii: " ") { result.removeLast() }
        result += [byte, UInt8(ascii: " ")]
        isSpaced = true
      case UInt8(ascii: "A")...UInt8(ascii: "Z"):
        result.append(byte | 0x20)
        isSpaced = false
      default:
        result.append(byte)
        isSpaced = false
      }
    }
  }
}

extension ConditionSyntax {
  /// The words in it that the author chose.
  var names: [Phrase] { clauses.flatMap { $0.flatMap(\.names) } }
}

extension TermSyntax {
  var names: [Phrase] {
    switch fact {
    case .code(let code):
      [code.name, code.topic, code.times, code.lastTurns].compactMap { $0 }
        .sorted { $0.span.start < $1.span.start }
    case .compare(let state, _, let number): [state, number]
    case .extreme(let state, _): [state]
    case .visited(let beat): [beat]
    case .turnsHere(let number): [number]
    case .said(let words): [words ?? whole]
    case .cue, .riskOpen, .silence, .empty: []
    }
  }
}

extension WaySyntax {
  var name: Phrase? {
    switch self {
    case .goTo(let name), .detour(let name): name
    case .back: nil
    }
  }
}

extension ExpectationSyntax {
  var names: [Phrase] {
    switch fact {
    case .term(let term): term.names
    case .beat(let name), .ending(let name), .outcome(let name), .every(let name),
      .noWalkOver(let name):
      [name]
    case .hears(let words), .note(let words): [words ?? whole]
    case .noGoodEndingWithRiskOpen: []
    }
  }
}
