import Diagnostics
import Outline

/// A codebook file with its `# Weights` sections replaced by these codes' fitted weights; every
/// other byte stays.
package func withWeights(of codebook: Codebook, in file: SourceFile, note: String) -> [UInt8] {
  var kept: [UInt8] = []
  let sections = readOutline(file).sections
  var start = 0
  for (number, section) in sections.enumerated() where section.kind.equals("weights") {
    let end =
      number + 1 < sections.count
      ? sections[number + 1].heading.whole.start : file.bytes.count
    kept += file.bytes[start..<section.heading.whole.start]
    start = end
  }
  kept += file.bytes[start...]
  while let last = kept.last, last == UInt8(ascii: "\n") || last == UInt8(ascii: "\r") {
    kept.removeLast()
  }
  kept.append(UInt8(ascii: "\n"))
  var isFirst = true
  for code in codebook.codes {
    guard let fitted = code.fitted else { continue }
    kept += Array(section(code.id, fitted, note: isFirst ? note : "").utf8)
    isFirst = false
  }
  return kept
}

private func section(_ id: String, _ fitted: FittedWeights, note: String) -> String {
  var text = "\n# Weights: \(id)\n"
  if !note.isEmpty { text += "// \(note)\n" }
  text += "base \(signed(fitted.base))\n"
  text += "confidence \(plain(fitted.slope)) \(signed(fitted.shift))\n"
  for sign in fitted.signs { text += "sign \(signed(sign.weight)): \(sign.sign.name)\n" }
  for heard in fitted.heard { text += "heard \(signed(heard.weight)): \(heard.code)\n" }
  for cue in fitted.cues {
    let places = cue.places.map(\.rawValue).joined(separator: ", ")
    text += "cue \(signed(cue.weight))\(places.isEmpty ? "" : " " + places): \(cue.text)\n"
  }
  return text
}

private func signed(_ number: Double) -> String { number < 0 ? plain(number) : "+" + plain(number) }

/// In hundredths, without zeros at the end.
private func plain(_ number: Double) -> String {
  let hundredths = Int((number * 100).rounded())
  let (whole, rest) = abs(hundredths).quotientAndRemainder(dividingBy: 100)
  let sign = hundredths < 0 ? "-" : ""
  guard rest > 0 else { return "\(sign)\(whole)" }
  let digits = rest < 10 ? "0\(rest)" : rest % 10 == 0 ? "\(rest / 10)" : "\(rest)"
  return "\(sign)\(whole).\(digits)"
}
