import Diagnostics
import Outline
import ScenarioSyntax

/// Where in a scenario somebody is typing.
struct CompletionPlace {
  /// What a line that is being begun belongs to.
  enum Owner { case beat, ending, fallback, rule, speech, choices, check, variation }

  /// What can stand at the cursor.
  enum Slot {
    case headerName
    case headerValue(of: String)
    case headingKind
    case line(Owner)
    /// What a condition may ask; in a check also what else can be expected.
    case term(inCheck: Bool)
    case codes
    case topic
    /// What may follow a code, or a state.
    case afterCode(Phrase), afterState
    case beats, endings, places
    case cues, risks, grades, variations, states
    case nothing
  }

  let slot: Slot
  /// The words typed so far, which a completion replaces.
  let typed: Phrase
}

extension ScenarioTree {
  /// What is being typed at an offset of the file; codes and states in lower case.
  func completionPlace(
    at offset: Int, codes: Set<String>, states: Set<String>
  ) -> CompletionPlace {
    let line = file.lineSpan(file.line(at: offset))
    let end = min(max(offset, line.start), line.end)
    let whole = Phrase(file: file, span: Span(line.start, end)).withoutIndentation
    if let front = outline.front, let first = front.lines.first, line.start > first.whole.start,
      line.start < (front.lines.last?.whole.end ?? 0) || !front.isClosed && sections.isEmpty
    {
      return headerPlace(whole)
    }
    if whole.starts(with: "#") {
      let kind = whole.dropping("#").withoutIndentation
      return CompletionPlace(slot: kind.contains(":") ? .nothing : .headingKind, typed: kind)
    }
    guard let owner = owner(of: line, indentation: whole.span.start - line.start) else {
      return CompletionPlace(slot: .nothing, typed: whole)
    }
    let reading = PlaceReading(rest: whole, codes: codes, states: states)
    return reading.place(in: owner)
  }

  private func headerPlace(_ whole: Phrase) -> CompletionPlace {
    guard let (name, value) = whole.split(at: ":") else {
      return CompletionPlace(slot: .headerName, typed: whole)
    }
    let slot = CompletionPlace.Slot.headerValue(of: name.trimmed.text.lowercased())
    return CompletionPlace(slot: slot, typed: value.lastPiece([",", ";"]))
  }

  /// What a line belongs to: its section, or the nearest line above that is indented less.
  private func owner(of line: Span, indentation: Int) -> CompletionPlace.Owner? {
    guard let section = sections.last(where: { $0.outline.heading.whole.start < line.start }) else {
      return nil
    }
    let top: CompletionPlace.Owner
    switch section.content {
    case .beat: top = .beat
    case .ending: top = .ending
    case .fallback: top = .fallback
    case .check: return .check
    case .variation: return .variation
    default: return nil
    }
    guard indentation > 0 else { return top }
    let first = file.line(at: section.outline.heading.whole.start)
    var number = file.line(at: line.start) - 1
    while number > first {
      let above = Phrase(file: file, span: file.lineSpan(number))
      let words = above.withoutIndentation
      if !words.trimmed.isEmpty, words.span.start - above.span.start < indentation {
        return ownership(of: words.trimmed)
      }
      number -= 1
    }
    return top
  }

  private func ownership(of phrase: Phrase) -> CompletionPlace.Owner {
    if phrase.after("when") != nil || phrase.after("otherwise") != nil { return .rule }
    return phrase.after("choices") != nil ? .choices : .speech
  }
}

/// Reads a line up to the cursor.
private struct PlaceReading {
  let rest: Phrase
  let codes: Set<String>
  let states: Set<String>

  func place(in owner: CompletionPlace.Owner) -> CompletionPlace {
    switch owner {
    case .check: return checkPlace()
    case .choices:
      guard let (_, codes) = rest.split(at: "=") else { return found(.nothing, rest) }
      return code(codes.lastPiece([","]))
    case .variation:
      return found(rest.contains("=") ? .nothing : .line(.variation), rest)
    case .speech:
      if let cues = rest.follows("cue:") { return found(.cues, cues.lastPiece([","])) }
      return rest.contains(":") ? found(.nothing, rest) : found(.line(.speech), rest)
    case .beat, .ending, .fallback, .rule: return beatPlace(owner)
    }
  }

  private func beatPlace(_ owner: CompletionPlace.Owner) -> CompletionPlace {
    if let condition = rest.follows("when") { return term(condition, inCheck: false) }
    if let must = rest.follows("must") {
      if let place = must.behind("go to") { return found(.places, place) }
      if must.behind("within") != nil { return found(.nothing, rest) }
      return term(must, inCheck: false)
    }
    if let hint = rest.follows("hint") {
      guard !hint.contains(":"), let condition = hint.follows("when") ?? hint.follows("if") else {
        return found(.nothing, rest)
      }
      return term(condition, inCheck: false)
    }
    if let beat = rest.follows("detour to") { return found(.beats, beat) }
    if let place = rest.follows("go to") { return found(.places, place) }
    if let bound = rest.follows("at most") {
      if let beat = bound.behind("detour to") { return found(.beats, beat) }
      return bound.behind("go to").map { found(.places, $0) } ?? found(.nothing, rest)
    }
    if let risks = rest.follows("risk:") { return found(.risks, risks.lastPiece([","])) }
    if let grade = rest.follows("outcome:") {
      return found(grade.contains(".") ? .nothing : .grades, grade)
    }
    if rest.contains(":") { return found(.nothing, rest) }
    if rest.contains(",") { return found(.states, rest.lastPiece([","])) }
    return found(.line(owner), rest)
  }

  private func checkPlace() -> CompletionPlace {
    if let start = rest.follows("start at") {
      guard start.contains(",") else { return found(.beats, start) }
      let setting = start.lastPiece([","])
      return found(.states, setting.follows("with") ?? setting)
    }
    if let name = rest.follows("variation") { return found(.variations, name) }
    if let codes = rest.follows("codes:") { return code(codes.lastPiece([","])) }
    if rest.follows("trainee:") != nil || rest.follows("walk") != nil {
      return found(.nothing, rest)
    }
    if let facts = rest.follows("expect") { return term(facts, inCheck: true) }
    return found(.line(.check), rest)
  }

  /// The last term of a condition.
  private func term(_ condition: Phrase, inCheck: Bool) -> CompletionPlace {
    var piece = condition.lastPiece([","]).lastPieceAfterOr
    if let negated = piece.follows("not") { piece = negated }
    if let beat = piece.follows("visited") { return found(.beats, beat) }
    if inCheck, let beat = piece.follows("beat") { return found(.beats, beat) }
    if inCheck, let ending = piece.follows("ending") { return found(.endings, ending) }
    if piece.contains("\"") { return found(.nothing, piece) }
    let place = code(piece)
    if case .codes = place.slot { return found(.term(inCheck: inCheck), place.typed) }
    return place
  }

  private func code(_ piece: Phrase) -> CompletionPlace {
    let name = piece.follows("clear") ?? piece
    if let topic = name.behind("about") { return found(.topic, topic) }
    let words = name.words
    for count in stride(from: words.count, to: 0, by: -1) {
      let known = name.at(name.span.start, words[count - 1].span.end)
      let after = name.at(known.span.end, name.span.end).withoutIndentation
      guard after.span.start > known.span.end else { continue }
      if codes.contains(known.text.lowercased()) { return found(.afterCode(name), after) }
      if states.contains(known.text.lowercased()) { return found(.afterState, after) }
    }
    return found(.codes, name)
  }

  private func found(_ slot: CompletionPlace.Slot, _ typed: Phrase) -> CompletionPlace {
    CompletionPlace(slot: slot, typed: typed)
  }
}

extension Phrase {
  /// Without blanks at the start; those at the end have been typed, too.
  fileprivate var withoutIndentation: Phrase {
    let start = bytes.firstIndex { $0 != 0x20 && $0 != 0x09 } ?? span.end
    return at(start, span.end)
  }

  fileprivate func contains(_ mark: String) -> Bool { split(at: mark) != nil || unclosed(mark) }

  /// Whether a quote that is still open holds the mark, or is it.
  private func unclosed(_ mark: String) -> Bool {
    mark == "\"" && bytes.contains(UInt8(ascii: "\""))
  }

  /// What follows whole words at the start, blanks at the end kept.
  fileprivate func follows(_ words: String) -> Phrase? {
    guard let rest = after(words), rest.span.start > span.start else { return nil }
    let start = span.start + words.utf8.count
    // Directly behind the word it is still being typed.
    guard start < span.end || words.hasSuffix(":") else { return nil }
    return at(start, span.end).withoutIndentation
  }

  /// What follows the last of these words, blanks at the end kept.
  fileprivate func behind(_ words: String) -> Phrase? {
    // Directly behind the word it is still being typed.
    guard before(words) == nil, var (_, rest) = split(atWord: words) else { return nil }
    while let (_, next) = rest.split(atWord: words) { rest = next }
    return at(rest.span.start, span.end).withoutIndentation
  }

  /// What follows the last of these marks, blanks at the end kept.
  fileprivate func lastPiece(_ marks: [String]) -> Phrase {
    var rest = self
    while let (_, after) = marks.lazy.compactMap({ rest.split(at: $0) })
      .max(by: { $0.1.span.start < $1.1.span.start })
    {
      rest = after
    }
    return rest.withoutIndentation
  }

  fileprivate var lastPieceAfterOr: Phrase { behind("or") ?? self }
}
