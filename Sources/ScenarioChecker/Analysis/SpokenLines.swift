import Diagnostics
import Outline
import ScenarioModel

private let mostWords = 45

extension ScenarioAnalysis {
  /// What the patient says: how long, with what beside it, and nothing that leads to a person.
  mutating func checkSpokenLines() {
    for (speech, file) in everySpeech {
      for spoken in speech.alternatives where spoken.line > 0 {
        let words = wordsSaid(in: spoken.text)
        if words > mostWords { report(.longLine(words: words), at: file.line(spoken.line)) }
        if !spoken.cues.isEmpty, spoken.better == nil {
          report(.cueWithoutBetter, at: file.line(spoken.line))
        }
        if let (text, kind) = contactDetails(in: spoken.text) {
          report(.contactDetails(kind: kind), at: file.line(spoken.line).part(text))
        }
      }
    }
    checkContentNote()
  }

  /// Somebody who has lived through it may want to know before.
  private mutating func checkContentNote() {
    guard scenario.facts.contentNote == nil else { return }
    if let beat = scenario.beats.firstIndex(where: { !$0.risks.isEmpty }) {
      let (name, risk) = (scenario.beats[beat].name, scenario.beats[beat].risks[0])
      report(.noContentNote(what: "'\(name)' has the risk '\(risk)'"), at: heading(ofBeat: beat))
      return
    }
    for (speech, file) in everySpeech {
      for spoken in speech.alternatives where spoken.line > 0 {
        if spoken.cues.contains(where: { $0 == "risk" || $0 == "risk-disclosed" }) {
          report(.noContentNote(what: "this line shows a risk"), at: file.line(spoken.line))
          return
        }
      }
    }
  }
}

extension ScenarioAnalysis {
  func findSpeeches() -> [(speech: Speech, file: SourceFile)] {
    var result: [(speech: Speech, file: SourceFile)] = []
    result.reserveCapacity(2 * scenario.beats.count)
    for beat in scenario.beats.indices {
      let file = beatFiles[beat]
      for speech in scenario.beats[beat].opening { result.append((speech, file)) }
      for rule in scenario.beats[beat].rules.indices {
        for speech in scenario.beats[beat].rules[rule].speeches { result.append((speech, file)) }
      }
    }
    for (ending, file) in zip(scenario.endings, endingFiles) {
      result += ending.closing.map { ($0, file) }
    }
    return result
  }
}

/// Words outside the brackets of stage directions.
private func wordsSaid(in text: String) -> Int {
  var count = 0
  var depth = 0
  var inWord = false
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "("): depth += 1
    case UInt8(ascii: ")"): depth = max(0, depth - 1)
    default:
      let isBlank = byte == 0x20 || byte == 0x09
      if depth == 0, !isBlank, !inWord { count += 1 }
      inWord = depth == 0 && !isBlank
      continue
    }
    inWord = false
  }
  return count
}

/// The first e-mail address, web address or telephone number, and what it is.
private func contactDetails(in text: String) -> (text: String, kind: String)? {
  guard mayHoldContactDetails(text) else { return nil }
  let words = text.split(whereSeparator: \.isWhitespace).map { word in
    word.drop { "(\"'“‘<".contains($0) }.reversed().drop { ".,;:!?)\"'”’>".contains($0) }.reversed()
  }.map(String.init)
  if let address = words.first(where: isMailAddress) { return (address, "an e-mail address") }
  if let address = words.first(where: isWebAddress) { return (address, "a web address") }
  return phoneNumber(in: text).map { ($0, "a telephone number") }
}

/// Whether it has an '@', a full stop or slash between letters, or as many digits as a number.
private func mayHoldContactDetails(_ text: String) -> Bool {
  var digits = 0
  var afterMark = false
  for byte in text.utf8 {
    if byte == UInt8(ascii: "@") { return true }
    let isMark = byte == UInt8(ascii: ".") || byte == UInt8(ascii: "/")
    if afterMark, !isMark, byte > 0x2F { return true }
    afterMark = isMark
    if (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) { digits += 1 }
  }
  return digits >= 7
}

private func isMailAddress(_ word: String) -> Bool {
  let parts = word.split(separator: "@", omittingEmptySubsequences: false)
  guard parts.count == 2, !parts[0].isEmpty else { return false }
  let labels = parts[1].split(separator: ".", omittingEmptySubsequences: false)
  return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
}

private func isWebAddress(_ word: String) -> Bool {
  let lower = word.lowercased()
  if lower.hasPrefix("http://") || lower.hasPrefix("https://") || lower.hasPrefix("www.") {
    return true
  }
  let host = lower.prefix { $0 != "/" }
  let labels = host.split(separator: ".", omittingEmptySubsequences: false)
  let ends = ["com", "org", "net", "uk", "de", "eu", "info", "edu", "gov", "at", "ch", "fr"]
  return labels.count > 1 && labels.allSatisfy { !$0.isEmpty }
    && labels.last.map { ends.contains(String($0)) } == true
}

/// Seven digits or more with nothing but blanks, hyphens, slashes, brackets and dots between them.
private func phoneNumber(in text: String) -> String? {
  var digits = 0
  var run = ""
  for character in text + "\n" {
    if character.isASCII, character.isNumber {
      digits += 1
      run.append(character)
    } else if digits > 0, " -/().".contains(character) {
      run.append(character)
    } else {
      if digits >= 7 { return String(run.reversed().drop { !$0.isNumber }.reversed()) }
      digits = 0
      run = character == "+" ? "+" : ""
    }
  }
  return nil
}
