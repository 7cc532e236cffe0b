import Diagnostics
import Outline

/// What a line of a code may begin with; those that take a colon at once, and the others.
private let codeValues = [
  "name", "layer", "unit", "group", "families", "definition", "use when", "not when", "example",
  "counter-example", "effects", "only after", "voids", "unless", "not beside",
  "half when", "note", "reliability", "one kind with",
]
private let codeLines = codeValues + ["base", "cue", "sign", "becomes", "void when repeated"]
private let single: Set<String> = [
  "name", "layer", "unit", "group", "families", "definition", "effects", "only after", "voids",
  "unless", "not beside", "half when", "note", "reliability", "one kind with", "base",
  "void when repeated",
]
private let cueLines = ["meaning", "window", "harmed by", "coaching"]

extension CodebookReading {
  mutating func readCode(_ section: OutlineSection, _ name: Phrase) {
    var code = CodeDefinition(id: name.text, name: "", layer: .function)
    var seen: Set<String> = []
    for line in section.lines.contents {
      guard let keyword = keyword(of: line.phrase) else {
        unknown(line.phrase, in: "a code", codeLines)
        continue
      }
      if single.contains(keyword), !seen.insert(keyword).inserted {
        report(.saidTwice(keyword), at: line.phrase.span)
        continue
      }
      seen.insert(keyword)
      let isExample = keyword == "example" || keyword == "counter-example"
      for child in line.children.contents
      where !(isExample && value(child.phrase, "patient") != nil) {
        unknown(
          child.phrase, in: isExample ? "an example" : "'\(keyword)'",
          isExample ? ["patient"] : [])
      }
      read(keyword, line, into: &code)
    }
    for needed in ["name", "layer", "definition"] where !seen.contains(needed) {
      report(.missingLine(needed, code: code.id), at: name.span)
    }
    if book.codes.contains(where: { $0.name == code.name && !code.name.isEmpty }) {
      let line = section.lines.contents.first { value($0.phrase, "name") != nil }
      report(.duplicate(kind: "code", name: code.name), at: line?.phrase.span ?? name.span)
    }
    let roles = [book.plainStatement, book.echo, book.notUnderstood]
    let heard = seen.contains("cue") || seen.contains("sign") || roles.contains(code.id)
    if code.layer != .derived, seen.contains("layer"), !heard {
      report(.neverHeard(code.id), at: name.span)
    }
    book.codes.append(code)
  }

  private func keyword(of phrase: Phrase) -> String? {
    if let found = codeValues.first(where: { value(phrase, $0) != nil }) { return found }
    if phrase.equals("void when repeated") { return "void when repeated" }
    return ["base", "cue", "sign", "becomes"].first { phrase.after($0) != nil }
  }

  mutating func unknown(_ phrase: Phrase, in section: String, _ allowed: [String]) {
    let shown = phrase.unknownKey
    report(
      .unknownLine(
        shown.text, in: section, nearest: nearestName(to: shown.text, in: allowed),
        allowed: allowed),
      at: shown.span)
  }

  private mutating func read(
    _ keyword: String, _ line: OutlineLine, into code: inout CodeDefinition
  ) {
    let phrase = line.phrase
    let value = value(phrase, keyword) ?? phrase.after(keyword) ?? phrase
    switch keyword {
    case "name": code.name = value.text
    case "group": code.group = value.text
    case "definition": code.definition = value.text
    case "note": code.note = value.text
    case "reliability": code.reliability = reliability(value)
    case "use when": code.useWhen.append(value.text)
    case "not when":
      code.notWhen.append(value.text)
      checkCodeNamedLast(value)
    case "families": code.families = list(value).map(\.text).sorted()
    case "layer":
      if let layer: CodeDefinition.Layer = choice(value, "layer", ["form", "function", "derived"]) {
        code.layer = layer
      }
    case "unit":
      if let unit: CodeDefinition.Unit = choice(value, "unit", ["sentence", "turn"]) {
        code.unit = unit
      }
    case "example": readExample(line, value, into: &code)
    case "counter-example": readCounterExample(line, value, into: &code)
    case "base": code.base = weight(value) ?? 0
    case "cue":
      guard let cue = readCueLine(value) else { return }
      if code.cuePatterns.contains(where: { $0.elements == cue.elements && $0.places == cue.places }
      ) {
        report(.patternTwice(cue.text), at: words(of: value).span)
      }
      code.cuePatterns.append(cue)
    case "sign": if let sign = readSign(value) { code.signs.append(sign) }
    case "effects": code.effects = list(value).compactMap { effect($0) }
    case "only after": code.onlyAfter = list(value).compactMap { cue($0) }
    case "voids":
      code.voids = list(value).filter { self.code($0) != nil }.map { $0.text }
    case "not beside":
      code.notBeside = list(value).filter { self.code($0) != nil }.map { $0.text }
    case "one kind with": code.kin = list(value).compactMap { self.code($0) }
    case "half when":
      code.halfWhen = list(value).compactMap { sign($0) }
    case "unless":
      let names = CueException.allCases.map(\.rawValue)
      for piece in list(value) {
        if let exception: CueException = choice(piece, "reason not to count a cue", names) {
          code.exceptions.insert(exception)
        }
      }
    case "void when repeated": code.voidWhenRepeated = true
    case "becomes": readChange(value, into: &code)
    default: break
    }
  }

  private func list(_ value: Phrase) -> [Phrase] {
    value.pieces(between: ",").filter { !$0.isEmpty }
  }

  private mutating func choice<Choice: RawRepresentable>(
    _ value: Phrase, _ what: String, _ names: [String]
  ) -> Choice? where Choice.RawValue == String {
    if let choice = Choice(rawValue: value.text) { return choice }
    let nearest = nearestName(to: value.text, in: names)
    report(.unknownChoice(value.text, of: what, choices: names, nearest: nearest), at: value.span)
    return nil
  }

  mutating func weight(_ phrase: Phrase) -> Double? {
    guard let number = phrase.decimal, (-20...20).contains(number) else {
      report(.unreadableWeight(phrase.text), at: phrase.span)
      return nil
    }
    return number
  }

  private mutating func cue(_ phrase: Phrase) -> String? {
    if cueNames.contains(phrase.text) { return phrase.text }
    report(
      .unknownCue(phrase.text, nearest: nearestName(to: phrase.text, in: cueNames)),
      at: phrase.span)
    return nil
  }

  private func patient(of line: OutlineLine) -> String? {
    line.children.contents.lazy.compactMap { value($0.phrase, "patient") }.first.map {
      ($0.unquoted ?? $0).text
    }
  }

  private mutating func readExample(
    _ line: OutlineLine, _ value: Phrase, into code: inout CodeDefinition
  ) {
    guard let words = value.unquoted else {
      report(.notQuoted("example"), at: value.span)
      return
    }
    code.examples.append(
      CodeExample(patient: patient(of: line), trainee: words.text, code: code.id))
  }

  private mutating func readCounterExample(
    _ line: OutlineLine, _ value: Phrase, into code: inout CodeDefinition
  ) {
    guard let (words, right) = value.split(at: "=") else {
      report(value.unquoted == nil ? .notQuoted("counter-example") : .noRightCode, at: value.span)
      return
    }
    guard let words = words.trimmed.unquoted else {
      report(.notQuoted("counter-example"), at: words.trimmed.span)
      return
    }
    guard !right.trimmed.isEmpty else {
      report(.noRightCode, at: value.span)
      return
    }
    guard let id = self.code(right.trimmed) else { return }
    code.counterExamples.append(
      CodeExample(patient: patient(of: line), trainee: words.text, code: id))
  }

  private mutating func effect(_ phrase: Phrase) -> StateEffect? {
    let words = phrase.words
    guard words.count >= 2, let last = words.last, let amount = last.integer,
      (-100...100).contains(amount), last.starts(with: "+") || last.starts(with: "-"),
      words.dropLast().allSatisfy({ $0.text.allSatisfy { $0.isLetter || $0 == "-" } })
    else {
      report(.unreadableEffect(phrase.text), at: phrase.span)
      return nil
    }
    return StateEffect(
      state: phrase.at(phrase.span.start, last.span.start).trimmed.text, amount: amount)
  }

  private mutating func readChange(_ value: Phrase, into code: inout CodeDefinition) {
    if let (target, cues) = value.split(atWord: "when asked"), cues.starts(with: ":") {
      guard let id = self.code(target) else { return }
      code.becomes = id
      code.requestedBy += list(cues.dropping(":").trimmed).compactMap { cue($0) }
    } else if let (target, codes) = value.split(atWord: "after"), !codes.isEmpty {
      guard let id = self.code(target) else { return }
      code.becomes = id
      code.permittedBy += list(codes).compactMap { self.code($0) }
    } else {
      report(.unreadableChange(value.text), at: value.span)
    }
  }

  mutating func readCue(_ section: OutlineSection, _ name: Phrase) {
    var cue = CueDefinition(name: name.text, meaning: "", window: 1, harmedBy: [], coaching: "")
    var seen: Set<String> = []
    for line in section.lines.contents {
      guard let keyword = cueLines.first(where: { value(line.phrase, $0) != nil }),
        let value = value(line.phrase, keyword)
      else {
        unknown(line.phrase, in: "a cue", cueLines)
        continue
      }
      guard seen.insert(keyword).inserted else {
        report(.saidTwice(keyword), at: line.phrase.span)
        continue
      }
      switch keyword {
      case "meaning": cue.meaning = value.text
      case "coaching": cue.coaching = value.text
      case "window":
        guard let turns = value.integer, (1...20).contains(turns) else {
          report(
            .unreadableValue(of: keyword, expected: "a number of turns from 1 to 20"),
            at: value.span)
          continue
        }
        cue.window = turns
      default: cue.harmedBy = list(value).filter { self.code($0) != nil }.map { $0.text }
      }
    }
    for needed in ["meaning", "coaching"] where !seen.contains(needed) {
      report(.missingLine(needed, code: cue.name), at: name.span)
    }
    book.cues.append(cue)
  }
}
