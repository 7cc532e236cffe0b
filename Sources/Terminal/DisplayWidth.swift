/// Columns that text takes on a terminal, the same on every machine.
package func displayWidth(_ text: String) -> Int {
  text.utf8.allSatisfy { (0x20...0x7E).contains($0) }
    ? text.utf8.count : text.reduce(0) { $0 + displayWidth($1) }
}

/// Columns of one character as a reader sees it: 0, 1 or 2; scripts with spacing vowel signs may take more.
func displayWidth(_ character: Character) -> Int {
  let scalars = character.unicodeScalars
  guard let first = scalars.first else { return 0 }
  let isEmojiSequence = scalars.contains { scalar in
    switch scalar.value {
    case 0x200D, 0xFE0F, 0x1F3FB...0x1F3FF: first.properties.isEmoji
    case 0x1F1E6...0x1F1FF: true  // the letters that make flags
    default: false
    }
  }
  // A digit with a variation selector is still a digit, unless a keycap follows.
  if isEmojiSequence, first.value > 0x7F || scalars.contains("\u{20E3}") { return 2 }
  return scalars.reduce(0) { $0 + displayWidth($1) }
}

private func displayWidth(_ scalar: Unicode.Scalar) -> Int {
  if scalar.value < 0x7F { return scalar.value < 0x20 ? 0 : 1 }
  if scalar.properties.isEmojiPresentation { return 2 }
  switch scalar.value {
  case 0xAD: return 1  // the soft hyphen, which terminals do show
  case 0x1160...0x11FF: return 0  // vowels and ends of a Hangul syllable
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0x4DBF, 0x4E00...0xA4CF, 0xA960...0xA97F,
    0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6F, 0xFF01...0xFF60,
    0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x3FFFD:
    // Marks that join a wide character, such as the voiced sound mark, take no room of their own.
    return isCombining(scalar) ? 0 : 2
  default: return isCombining(scalar) ? 0 : 1
  }
}

private func isCombining(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.properties.generalCategory {
  case .nonspacingMark, .enclosingMark, .format, .control: true
  default: false
  }
}
