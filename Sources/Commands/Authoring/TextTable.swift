import Terminal

/// Columns for a fixed-width page: the first flush left and cut where it is too long, the others
/// flush right.
struct TextTable {
  let widths: [Int]
  let heads: [String]

  var width: Int { widths.reduce(0, +) }
  var head: String { line(heads) }

  /// Ended with a newline.
  func row(_ cells: [String]) -> String { line(cells) + "\n" }

  private func line(_ cells: [String]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() where index < widths.count {
      let cell = fitted(neutralised(cell, lineBreaks: .asSpaces), to: widths[index])
      let blank = String(repeating: " ", count: max(0, widths[index] - displayWidth(cell)))
      text += index == 0 ? cell + blank : blank + cell
    }
    return text
  }

  private func fitted(_ cell: String, to width: Int) -> String {
    guard displayWidth(cell) > width else { return cell }
    var fitted = ""
    for character in cell {
      guard displayWidth(fitted + String(character)) < width else { break }
      fitted.append(character)
    }
    return fitted + "…"
  }
}
