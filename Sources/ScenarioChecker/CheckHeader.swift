import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioCheck {
  static let headerNames = [
    "title", "id", "version", "area", "phase", "population", "format", "difficulty", "minutes",
    "objectives", "drill", "worksheets", "rubrics", "content", "use",
  ]
  private static let areas = ["grief", "disputes", "transitions", "deficits"]

  /// Checks the front matter; what it leaves out has a default, so that a first try can be short.
  mutating func checkHeader() -> ScenarioFacts {
    var facts = ScenarioFacts()
    if tree.isPart {
      checkHeader(ofPart: tree)
      facts.rubrics = library.rubrics
      return facts
    }
    facts.title = names.patient ?? "Untitled"
    facts.id = slug(tree.file.name)
    facts.rubrics = library.rubrics
    checkClosed(tree)
    var seen: [String: Int] = [:]
    for header in tree.header {
      let name = header.name.text.lowercased()
      guard let value = header.value else {
        report(.headerLineWithoutColon(header.name.text), at: header.name)
        continue
      }
      guard Self.headerNames.contains(name) else {
        let first = name.split(separator: " ").first.map(String.init) ?? name
        let nearest =
          Self.headerNames.contains(first)
          ? first : nearestName(to: name, in: Self.headerNames)
        report(
          .unknownHeader(header.name.text, nearest: nearest), at: header.name,
          replacement: nearest)
        continue
      }
      let line = lineNumber(header.name)
      if let first = seen[name] {
        report(.headerTwice(name, firstLine: first), at: header.name)
        continue
      }
      seen[name] = line
      read(name, value, into: &facts)
    }
    return facts
  }

  /// A file that others use names only further files.
  mutating func checkHeader(ofPart part: ScenarioTree) {
    checkClosed(part)
    for line in part.header {
      if line.value == nil {
        report(.headerLineWithoutColon(line.name.text), at: line.name)
      } else if !line.name.equals("use") {
        report(UsedFileProblem.headerOfPart(line.name.text), at: line.name)
      }
    }
  }

  private mutating func checkClosed(_ tree: ScenarioTree) {
    guard let front = tree.outline.front, !front.isClosed, let first = front.lines.first else {
      return
    }
    let last = tree.header.last?.line.phrase ?? first.phrase
    report(
      .headerNotClosed, at: first.phrase,
      fix: Fix(inserting: tree.file.lineBreak + "---", at: last.span.end))
  }

  private mutating func read(_ name: String, _ value: Phrase, into facts: inout ScenarioFacts) {
    let text = value.text
    func wrong(_ expected: String, nearest: String? = nil) -> ScenarioProblem {
      .headerValue(name: name, value: text, expected: expected, nearest: nearest)
    }
    func unusual(_ usual: String) -> ScenarioProblem {
      .headerValueUnusual(name: name, value: text, usual: usual)
    }
    switch name {
    case "title" where text.isEmpty, "id" where text.isEmpty: report(wrong("some words"), at: value)
    case "title": facts.title = text
    case "id":
      facts.id = text
      if !text.allSatisfy({ $0.isLetter || $0.isNumber || " -_.".contains($0) }) {
        report(wrong("letters, digits and hyphens"), at: value)
      }
    case "version": facts.version = text
    case "area":
      facts.area = text.lowercased()
      if !Self.areas.contains(facts.area) {
        // `interpersonal deficits`
        let area =
          nearestName(to: text, in: Self.areas)
          ?? Self.areas.first { value.split(atWord: $0) != nil }
        report(
          wrong("grief, disputes, transitions or deficits", nearest: area), at: value,
          replacement: area)
      }
    case "phase":
      facts.phase = text
      let phases = ["initial", "middle", "final", "termination"]
      if let first = value.pieces(between: ",").first?.words.first, value.after("session") == nil,
        !phases.contains(where: { first.equals($0) })
      {
        report(unusual("initial, middle or termination"), at: first)
      }
    case "population": facts.population = text
    case "format":
      facts.format = text
      let formats = ["in person", "online", "telephone"]
      if !text.isEmpty, !formats.contains(text.lowercased()) {
        report(unusual("in person, online or telephone"), at: value)
      }
    case "difficulty":
      if let number = value.integer, (1...5).contains(number) {
        facts.difficulty = number
      } else {
        let number = numberWords.firstIndex(of: text.lowercased()).map { $0 + 1 }
          .flatMap { $0 <= 5 ? String($0) : nil }
        report(wrong("a number from 1 to 5", nearest: number), at: value, replacement: number)
      }
    case "minutes":
      facts.minutes = value.integer
      if (value.integer ?? 0) < 1 {
        // `15 minutes`
        let number = value.words.first?.integer.flatMap { $0 > 0 ? String($0) : nil }
        report(wrong("a whole number from 1", nearest: number), at: value, replacement: number)
      }
    case "objectives":
      facts.objectives = value.pieces(between: ";").filter { !$0.isEmpty }.map(\.text)
    case "drill":
      facts.drill = names(ofDrill: value)
      if text.isEmpty { report(wrong("what it trains, such as 'reflection'"), at: value) }
    case "worksheets": facts.namedWorksheets = worksheets(value)
    case "rubrics": facts.rubrics = rubrics(value)
    case "use": if text.isEmpty { report(.emptyLine("use:"), at: value.file.line(of: value)) }
    default: facts.contentNote = text.isEmpty ? nil : text
    }
  }

  /// As the codebook spells them.
  private mutating func names(ofDrill value: Phrase) -> [String] {
    value.pieces(between: ",").filter { !$0.isEmpty }.compactMap { piece in
      if let known = library.canonicalNames[piece.text.lowercased()] { return known }
      guard library.isComplete else { return piece.text }
      let nearest = nearestName(to: piece.text, in: library.codeNames)
      report(
        .unknownCode(piece.text, nearest: nearest, related: [], .codes), at: piece,
        replacement: nearest)
      return nil
    }
  }

  /// `inventory, focus`, in the order in which they are filled; `none` for neither.
  private mutating func worksheets(_ value: Phrase) -> [Worksheet] {
    let none = "none"
    var named: Set<Worksheet> = []
    guard !value.equals(none) else { return [] }
    for piece in value.pieces(between: ",") {
      if let worksheet = Worksheet(rawValue: piece.text.lowercased()) {
        named.insert(worksheet)
      } else {
        let known = Worksheet.allCases.map(\.rawValue)
        let nearest = nearestName(to: piece.text, in: known)
        report(
          .headerValue(
            name: "worksheets", value: piece.text, expected: "inventory, focus or none",
            nearest: nearest), at: piece.isEmpty ? value : piece, replacement: nearest)
      }
    }
    return Worksheet.allCases.filter(named.contains)
  }

  private mutating func rubrics(_ value: Phrase) -> [String] {
    value.pieces(between: ",").flatMap { $0.pieces(between: ";") }.map { $0.unquoted ?? $0 }
      .filter { !$0.isEmpty }.compactMap { piece in
        let name = piece.text.lowercased()
        if let known = library.rubrics.first(where: { $0.lowercased() == name }) { return known }
        guard library.isComplete else { return nil }
        let nearest = nearestName(to: name, in: library.rubrics)
        report(
          .unknownRubric(piece.text, nearest: nearest, known: library.rubrics), at: piece,
          replacement: nearest)
        return nil
      }
  }
}

/// `Scenarios/Grief/The Chair.scenario` as `the-chair`.
private func slug(_ path: String) -> String {
  let file = path.split(separator: "/").last.map(String.init) ?? path
  let stem = file.hasSuffix(".scenario") ? String(file.dropLast(".scenario".count)) : file
  return String(stem.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "-" })
}
