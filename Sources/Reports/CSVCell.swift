/// A cell as it stands in a file: `NA` where there is nothing.
package func csvCell(_ cell: DataCell) -> String {
  switch cell {
  case .missing: "NA"
  case .whole(let number): String(number)
  case .number(let number): number.isFinite ? "\(fourDecimals(number))" : "NA"
  // Typed by somebody, and no missing value.
  case .words("NA"): "'NA"
  case .words(let text): csvCell(text)
  }
}

/// Words as a cell that a spreadsheet takes for words: what could run as a formula is quoted with an
/// apostrophe.
///
/// Looked at are scalars, not characters: an accent behind a `=` or a comma does not hide it.
package func csvCell(_ text: String) -> String {
  var cell = String.UnicodeScalarView()
  if let first = text.unicodeScalars.first, formulaBeginnings.contains(first) { cell.append("'") }
  var needsQuotes = false
  for scalar in text.unicodeScalars {
    switch scalar {
    // Statistics packages stop reading at it.
    case "\0": cell.append("\u{FFFD}")
    case "\"":
      needsQuotes = true
      cell.append(contentsOf: "\"\"".unicodeScalars)
    default:
      if scalar == "," || scalar.properties.isWhitespace, scalar != " " { needsQuotes = true }
      cell.append(scalar)
    }
  }
  let text = String(cell)
  return needsQuotes ? "\"" + text + "\"" : text
}

/// The wide forms begin a formula in some spreadsheets too.
private let formulaBeginnings: Set<Unicode.Scalar> = [
  "=", "+", "-", "@", "\t", "\r", "\n", "\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}",
]

func fourDecimals(_ number: Double) -> Double {
  abs(number) < 1e12 ? (number * 10_000).rounded() / 10_000 : number
}
