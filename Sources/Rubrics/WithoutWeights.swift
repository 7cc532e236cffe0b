import Diagnostics

extension SourceFile {
  /// This codebook without its learned weights, for those who code nothing with it.
  ///
  /// Headings are looked for byte by byte, as `readOutline` knows them: to read thousands of weights
  /// takes longer than all else in the file together.
  package var withoutWeights: SourceFile {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var isKept = true
    for number in lineStarts.indices {
      let start = lineStarts[number]
      let end = number + 1 < lineStarts.count ? lineStarts[number + 1] : bytes.count
      var first = start
      while first < end, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
      if first < end, bytes[first] == UInt8(ascii: "#") {
        isKept = !isHeadingOfWeights(bytes[first..<end])
      }
      if isKept { kept += bytes[start..<end] }
    }
    return SourceFile(name: name, bytes: kept)
  }
}

/// `# Weights: RF`, in capitals or not.
private func isHeadingOfWeights(_ line: ArraySlice<UInt8>) -> Bool {
  let kind = line.drop { $0 == UInt8(ascii: "#") }.prefix { $0 != UInt8(ascii: ":") }
  return kind.count < 16
    && String(decoding: kind.filter { $0 > 0x20 }, as: UTF8.self).lowercased() == "weights"
}
