func rectangle(
  _ x: Double, _ y: Double, _ width: Double, _ height: Double, radius: Double, class name: String
) -> String {
  "<rect class=\"\(name)\" x=\"\(number(x))\" y=\"\(number(y))\" width=\"\(number(width))\" "
    + "height=\"\(number(height))\" rx=\"\(number(radius))\"/>"
}

func textElement(_ words: String, _ x: Double, _ y: Double, class name: String) -> String {
  "<text class=\"\(name)\" x=\"\(number(x))\" y=\"\(number(y))\">\(escaped(words))</text>"
}

/// To a tenth of a pixel, without a point where none is needed.
func number(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
  return (tenths < 0 ? "-" : "") + (rest == 0 ? "\(whole)" : "\(whole).\(rest)")
}

/// Scalar by scalar, for an accent after a mark makes another character of it.
func escaped(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  for scalar in withoutControls(text, keepingBreaks: true).unicodeScalars {
    switch scalar {
    case "&": result += "&amp;".unicodeScalars
    case "<": result += "&lt;".unicodeScalars
    case ">": result += "&gt;".unicodeScalars
    case "\"": result += "&quot;".unicodeScalars
    default: result.append(scalar)
    }
  }
  return String(result)
}
