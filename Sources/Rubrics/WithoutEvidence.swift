import Diagnostics

extension SourceFile {
  /// This codebook with the names of its codes and cues and what they mean, without what they are
  /// heard by: for those who code nothing with it, and do not want to wait.
  ///
  /// Learned weights, examples and all cue lines but the first of a code are left out; without any
  /// line a code would be one that is never heard, which is a mistake. Lines are told apart byte by
  /// byte; one that is written in another way than usual is kept.
  package var withoutEvidence: SourceFile {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count / 4)
    var section = CodebookSection.other
    var hasCue = false
    var isKept = true
    for number in lineStarts.indices {
      let start = lineStarts[number]
      let end = number + 1 < lineStarts.count ? lineStarts[number + 1] : bytes.count
      let line = bytes[start..<end]
      let words = line.drop { $0 == 0x20 || $0 == 0x09 }
      if words.first == UInt8(ascii: "#") {
        section = CodebookSection(heading: words)
        (isKept, hasCue) = (section != .weights, false)
      } else if section == .code, words.startIndex == start {
        // What stands below a line goes with it.
        let isCue = words.starts(with: cueStart)
        isKept = isCue ? !hasCue : !leftOut.contains { words.starts(with: $0) }
        hasCue = hasCue || isCue
      }
      if isKept { kept += line }
    }
    return SourceFile(name: name, bytes: kept)
  }
}

private let cueStart = Array("cue ".utf8)
private let leftOut = ["example:", "counter-example:", "use when:", "not when:"].map {
  Array($0.utf8)
}

private enum CodebookSection {
  case code, weights, other

  /// `# Weights: RF`, in capitals or not.
  init(heading line: ArraySlice<UInt8>) {
    let kind = line.drop { $0 == UInt8(ascii: "#") }.prefix { $0 != UInt8(ascii: ":") }
    let word = kind.count < 16 ? String(decoding: kind.filter { $0 > 0x20 }, as: UTF8.self) : ""
    switch word.lowercased() {
    case "code": self = .code
    case "weights": self = .weights
    default: self = .other
    }
  }
}
