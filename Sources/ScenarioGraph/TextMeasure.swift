/// Widths of text as a reader's own sans-serif font will roughly draw it, in pixels at size 12.
///
/// Estimated on the generous side, so that words stay inside their boxes with any common font.
enum TextMeasure {
  static func width(of text: String, size: Double = 12) -> Double {
    text.unicodeScalars.reduce(0) { $0 + width(of: $1) } * size / 12
  }

  private static func width(of scalar: Unicode.Scalar) -> Double {
    switch scalar {
    case "i", "j", "l", "'", "|", ".", ",", ":", ";", "!": 3.6
    case "f", "r", "t", "I", " ", "(", ")", "-", "/", "\"": 4.8
    case "m", "w", "M", "W", "%", "@": 10.8
    case "A"..."Z", "…", "—", "→", "×": 8.6
    case "0"..."9", "a"..."z": 7.0
    default: scalar.value < 0x300 ? 7.4 : scalar.value < 0x1100 ? 8.6 : 13
    }
  }

  /// Broken into lines of at most `limit` pixels, the last one shortened where there are too many.
  static func lines(_ text: String, limit: Double, size: Double, most: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in text.split(separator: " ").map(String.init) {
      let longer = line.isEmpty ? word : line + " " + word
      if line.isEmpty || width(of: longer, size: size) <= limit {
        line = longer
      } else {
        lines.append(line)
        line = word
      }
    }
    if !line.isEmpty { lines.append(line) }
    if lines.count > most {
      lines = Array(lines.prefix(most))
      lines[most - 1] += " …"
    }
    return lines.map { fitting($0, limit: limit, size: size) }
  }

  /// A word without end is cut.
  private static func fitting(_ line: String, limit: Double, size: Double) -> String {
    guard width(of: line, size: size) > limit * 1.3 else { return line }
    var cut = line
    // Halved first, because every look at the width costs the length.
    while width(of: cut, size: size) > limit * 2 { cut = String(cut.prefix(cut.count / 2)) }
    while width(of: cut, size: size) > limit, !cut.isEmpty { cut.removeLast() }
    return cut + "…"
  }
}
