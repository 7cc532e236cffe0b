import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

/// What a condition can ask besides codes, in fixed words.
private let otherFacts = ["cue met", "cue missed", "risk open"]

/// Effects and codes: what they name, looked up.
extension ScenarioCheck {
  mutating func checkEffects(_ effects: [EffectSyntax]) -> [Effect] {
    effects.compactMap { effect in
      guard let amount = effect.amount else {
        let state = effect.whole.isEmpty ? nil : stateAtStart(of: effect.whole)
        report(.effectUnreadable(effect.whole.text, state: state), at: effect.whole)
        return nil
      }
      guard let state = checkState(effect.state) else { return nil }
      let isBroken = names.brokenStates.contains(state.name.lowercased())
      if amount == 0 { report(.effectOfNothing(effect.whole.text), at: effect.whole) }
      if !isBroken, abs(amount) > state.highest - state.lowest {
        report(
          .effectTooFar(effect.whole.text, lowest: state.lowest, highest: state.highest),
          at: effect.whole)
      }
      return Effect(state: state.name, amount: amount)
    }
  }

  mutating func checkCode(_ code: CodeSyntax, in whole: Phrase) -> CodeTerm? {
    guard let name = canonicalCode(code.name.text) else {
      reportUnknownCode(code.name, in: whole)
      return nil
    }
    var term = CodeTerm(name: name, isClear: code.isClear)
    if let topic = code.topic {
      guard let known = names.topic(topic.text) ?? names.topic(topic.withoutArticle.text) else {
        if !isJoinedByAnd(topic, of: code.name) { reportUnknownTopic(topic, in: whole) }
        return nil
      }
      term.topic = known.name
    }
    if let times = code.times {
      guard let number = checkNumber(times, what: "times", in: whole) else { return nil }
      term.times = number
    }
    if code.isHere { term.window = .here }
    if let turns = code.lastTurns {
      guard let number = checkNumber(turns, what: "turns", in: whole) else { return nil }
      term.window = .last(turns: number)
    }
    return term
  }

  /// `reflection about Tom and advice`; true where it was that.
  private mutating func isJoinedByAnd(_ topic: Phrase, of code: Phrase) -> Bool {
    let pieces = topic.pieces(betweenWord: "and")
    guard pieces.count > 1, names.topic(pieces[0].text) != nil else { return false }
    var terms = ["\(code.text) about \(pieces[0].text)"]
    for piece in pieces.dropFirst() {
      if canonicalCode(piece.text) != nil {
        terms.append(piece.text)
      } else if names.topic(piece.text) != nil {
        terms.append("\(code.text) about \(piece.text)")
      } else {
        return false
      }
    }
    let rewrite = terms.joined(separator: ", ")
    let word = topic.at(pieces[0].span.end, pieces[1].span.start).trimmed
    let rest = terms.dropFirst().map { ", " + $0 }.joined()
    report(
      .andWithOr(rewrite: rewrite), at: word,
      fix: Fix(
        title: "write '\(rewrite)'",
        edits: [Edit(span: Span(pieces[0].span.end, topic.span.end), text: rest)]))
    return true
  }

  /// Terms with `and` between them where a comma should stand; true where it was that.
  mutating func areJoinedByAnd(_ phrase: Phrase) -> Bool {
    let pieces = phrase.pieces(betweenWord: "and")
    guard pieces.count > 1, pieces.allSatisfy({ isKnown(readTerm($0).fact) }) else { return false }
    let rewrite = pieces.map(\.text).joined(separator: ", ")
    let commas = zip(pieces, pieces.dropFirst()).map { before, after in
      Edit(span: Span(before.span.end, after.span.start), text: ", ")
    }
    let word = phrase.at(pieces[0].span.end, pieces[1].span.start).trimmed
    report(
      .andWithOr(rewrite: rewrite), at: word,
      fix: Fix(title: "write '\(rewrite)'", edits: commas))
    return true
  }

  private func isKnown(_ fact: TermSyntax.Fact) -> Bool {
    switch fact {
    case .code(let code): canonicalCode(code.name.text) != nil
    case .compare(let state, _, _), .extreme(let state, _): names.state(state.text) != nil
    case .visited(let beat): names.place(beat.text) != nil
    case .turnsHere, .cue, .riskOpen, .silence, .said: true
    case .empty: false
    }
  }

  private mutating func reportUnknownTopic(_ topic: Phrase, in whole: Phrase) {
    let patient = names.patient?.lowercased() ?? ""
    let typed = topic.text.lowercased()
    let isPatient = !typed.isEmpty && (patient == typed || patient.hasPrefix(typed + " "))
    let nearest = nearestName(to: topic.text, in: names.topics.lazy.map(\.name))
    if nearest == nil, !typed.isEmpty, !unknownNames.insert("topic " + typed).inserted { return }
    report(
      .unknownTopic(topic.text, nearest: nearest, isPatient: isPatient),
      at: topic.isEmpty ? whole : topic, replacement: nearest)
  }

  private mutating func reportUnknownCode(_ name: Phrase, in whole: Phrase) {
    if name.isEmpty {
      report(.unknownCode("", nearest: nil, related: []), at: whole)
      return
    }
    if areJoinedByAnd(whole) || areJoinedByAnd(name) { return }
    if let state = stateAtStart(of: name) {
      let rewrite = comparisonMeant(name, state: state)
      report(
        .comparisonUnreadable(state: state, rewrite: rewrite), at: name, replacement: rewrite)
      return
    }
    // Where states cannot be known, what looks like a comparison is taken for one.
    if let mark = name.words.firstIndex(where: { $0.text.contains { "<>=≤≥".contains($0) } }) {
      let state = name.at(name.span.start, name.words[mark].span.start).trimmed.text
      let rewrite = state.isEmpty ? nil : comparisonMeant(name, state: state)
      if rewrite != nil {
        report(
          .comparisonUnreadable(state: state, rewrite: rewrite), at: name, replacement: rewrite)
        return
      }
    }
    guard library.isComplete else { return }
    let bare = name.after("no") ?? name.after("clearly")
    let nearest =
      bare.flatMap { canonicalCode($0.text) }.map {
        (name.after("no") == nil ? "clear " : "not ") + $0
      }
      ?? nearestName(to: name.text, in: library.codeNames + otherFacts)
    let related = nearest == nil ? library.related(to: name.text) : []
    report(
      .unknownCode(name.text, nearest: nearest, related: related), at: name, replacement: nearest)
  }

  /// The codebook's own spelling of an id, a plain name or a family.
  func canonicalCode(_ name: String) -> String? {
    library.canonicalNames[name.lowercased()]
  }
}

extension Phrase {
  /// `the soup` as `soup`.
  fileprivate var withoutArticle: Phrase {
    ["the", "her", "his", "their", "my", "a"].lazy.compactMap { after($0) }.first ?? self
  }
}
