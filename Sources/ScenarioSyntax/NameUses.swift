import Outline

/// A name where it stands in a file: where it is declared, or where it is used.
package struct NameUse: Sendable, Hashable {
  /// What a name names; beats and endings share one, because `go to` may mean either.
  package enum Kind: Sendable, Hashable, CaseIterable {
    case place, state, topic, speaker, code, cue, variation, rubric, risk
    /// Compared with a number in a check: a state, or else a rubric.
    case stateOrRubric
  }

  package let kind: Kind
  /// The words of the name alone, without quotes or a full stop.
  package let phrase: Phrase
  package let isDeclaration: Bool
}

/// Every name of a tree in the order in which the tree is read; nothing is looked up.
///
/// A person is declared once, as a topic, because that is what others call it by.
package func nameUses(_ tree: ScenarioTree) -> [NameUse] {
  var reading = NameReading()
  for header in tree.header where header.name.equals("rubrics") {
    for piece in header.value?.pieces(between: ",") ?? [] {
      reading.addAll(piece.pieces(between: ";"), .rubric)
    }
  }
  for section in tree.sections { reading.read(section) }
  return reading.uses
}

private struct NameReading {
  var uses: [NameUse] = []

  mutating func add(_ phrase: Phrase?, _ kind: NameUse.Kind, declared: Bool = false) {
    guard let bare = phrase?.bareName, !bare.isEmpty else { return }
    uses.append(NameUse(kind: kind, phrase: bare, isDeclaration: declared))
  }

  mutating func addAll(_ phrases: [Phrase], _ kind: NameUse.Kind) {
    for phrase in phrases { add(phrase, kind) }
  }

  mutating func read(_ section: ScenarioSection) {
    switch section.content {
    case .patient: add(section.name, .speaker, declared: true)
    case .beat(let lines), .ending(let lines):
      add(section.name, .place, declared: true)
      for line in lines { read(line) }
    case .fallback(let lines): for line in lines { read(line) }
    case .people(let lines), .topics(let lines):
      for line in lines { add(line.name, .topic, declared: true) }
    case .state(let lines): for line in lines { add(line.name, .state, declared: true) }
    case .variation(let lines):
      add(section.name, .variation, declared: true)
      for case .start(let state, _) in lines.map(\.content) { add(state, .state) }
    case .check(let lines): for line in lines { read(line) }
    case .situation, .unknown: break
    }
  }

  private mutating func read(_ line: BeatLine) {
    switch line.content {
    case .speech(let speech): read(speech)
    case .effects(let effects): addAll(effects.map(\.state), .state)
    case .rule(let rule):
      if let condition = rule.condition { read(condition) }
      for inner in rule.lines { read(inner) }
    case .choices(let choices): for term in choices.flatMap(\.codes) { read(term) }
    case .hint(let hint):
      if case .when(let condition) = hint.timing { read(condition) }
    case .risk(let risks): addAll(risks.pieces(between: ","), .risk)
    case .way(let way): read(way)
    case .bound(_, let way): if let way { read(way) }
    case .must(let must):
      read(must.condition)
      if case .goTo(let place) = must.penalty { add(place, .place) }
    case .supervisor, .outcome, .unknown: break
    }
  }

  private mutating func read(_ speech: SpeechSyntax) {
    add(speech.speaker, .speaker)
    addAll(speech.shared.cues, .cue)
    for spoken in speech.alternatives { addAll(spoken.notes.cues, .cue) }
  }

  private mutating func read(_ way: WaySyntax) {
    switch way {
    case .goTo(let place), .detour(let place): add(place, .place)
    case .back: break
    }
  }

  private mutating func read(_ condition: ConditionSyntax) {
    for term in condition.clauses.joined() { read(term) }
  }

  private mutating func read(_ term: TermSyntax, inCheck: Bool = false) {
    switch term.fact {
    case .code(let code):
      add(code.name, .code)
      add(code.topic, .topic)
    case .compare(let state, _, _): add(state, inCheck ? .stateOrRubric : .state)
    case .extreme(let state, _): add(state, .state)
    case .visited(let place): add(place, .place)
    case .turnsHere, .cue, .riskOpen, .silence, .said, .empty: break
    }
  }

  private mutating func read(_ line: CheckLine) {
    switch line.content {
    case .start(let beat, let settings):
      add(beat, .place)
      addAll(settings.map(\.state), .state)
    case .variation(let name): add(name, .variation)
    case .codes(let terms): for term in terms { read(term) }
    case .expect(let facts):
      for fact in facts.map(\.fact) {
        switch fact {
        case .term(let term): read(term, inCheck: true)
        case .beat(let place), .ending(let place): add(place, .place)
        default: break
        }
      }
    case .trainee, .walk, .unknown: break
    }
  }
}

extension Phrase {
  /// Without a full stop after it and quotes around it.
  package var bareName: Phrase {
    let bare = bytes.last == UInt8(ascii: ".") ? at(span.start, span.end - 1).trimmed : self
    return (bare.unquoted ?? bare).trimmed
  }
}
