import Outline

/// A condition as typed: clauses between commas, terms between `or`.
package struct ConditionSyntax: Sendable, Hashable {
  package let whole: Phrase
  package let clauses: [[TermSyntax]]

  package init(whole: Phrase, clauses: [[TermSyntax]]) {
    self.whole = whole
    self.clauses = clauses
  }
}

/// One term as typed.
package struct TermSyntax: Sendable, Hashable {
  package enum Fact: Sendable, Hashable {
    case code(CodeSyntax)
    case compare(state: Phrase, comparison: Phrase, number: Phrase)
    case extreme(state: Phrase, highest: Bool)
    case visited(Phrase)
    case turnsHere(Phrase)
    /// `cue met`, or false for `cue missed`.
    case cue(met: Bool)
    case riskOpen
    case silence
    /// `said "words"`; nil without quotes around them.
    case said(Phrase?)
    /// Nothing between two commas, or nothing after `or`.
    case empty
  }

  package let whole: Phrase
  package let isNegated: Bool
  package let fact: Fact
}

/// `[clear] code [about topic] [at least n times] [here | in the last n turns]`.
package struct CodeSyntax: Sendable, Hashable {
  package let name: Phrase
  package let isClear: Bool
  package let topic: Phrase?
  package let times: Phrase?
  package let isHere: Bool
  package let lastTurns: Phrase?
}

/// Reads the words after `when`.
package func readCondition(_ phrase: Phrase) -> ConditionSyntax {
  let clauses = phrase.pieces(between: ",").map { clause in
    clause.pieces(betweenWord: "or").map(readTerm)
  }
  return ConditionSyntax(whole: phrase, clauses: clauses)
}

/// Reads one term.
package func readTerm(_ phrase: Phrase) -> TermSyntax {
  var rest = phrase
  var isNegated = false
  if let after = rest.after("not") { (rest, isNegated) = (after, true) }
  return TermSyntax(whole: phrase, isNegated: isNegated, fact: readFact(rest))
}

private func readFact(_ phrase: Phrase) -> TermSyntax.Fact {
  if phrase.isEmpty { return .empty }
  if phrase.equals("cue met") { return .cue(met: true) }
  if phrase.equals("cue missed") { return .cue(met: false) }
  if phrase.equals("risk open") { return .riskOpen }
  if phrase.equals("silence") { return .silence }
  if let words = phrase.after("said") { return .said(words.inAnyQuotes) }
  if let beat = phrase.after("visited") { return .visited(beat) }
  if let number = phrase.after("turns here at least") { return .turnsHere(number) }
  if let state = phrase.before("at its highest") { return .extreme(state: state, highest: true) }
  if let state = phrase.before("at its lowest") { return .extreme(state: state, highest: false) }

  let code = readCode(phrase)
  if code.times != nil || code.isHere || code.lastTurns != nil { return .code(code) }
  for words in ["at least", "at most", "above", "below"] {
    if let (state, number) = phrase.split(atWord: words) {
      let start = phrase.span.start + (state.span.end - state.span.start)
      let comparison = phrase.at(start, number.span.start).trimmed
      return .compare(state: state, comparison: comparison, number: number)
    }
  }
  return .code(code)
}

private func readCode(_ phrase: Phrase) -> CodeSyntax {
  var rest = phrase
  var isHere = false
  var lastTurns: Phrase?
  var times: Phrase?
  var isClear = false
  // How often and where may stand in either order.
  while true {
    if !isHere, let before = rest.before("here") {
      (rest, isHere) = (before, true)
    } else if lastTurns == nil, let (before, after) = rest.split(atWord: "in the last"),
      let number = after.before("turns") ?? after.before("turn")
    {
      (rest, lastTurns) = (before, number)
    } else if times == nil, let before = rest.before("times") ?? rest.before("time"),
      let (name, number) = before.split(atWord: "at least")
    {
      (rest, times) = (name, number)
    } else {
      break
    }
  }
  if let after = rest.after("clear") { (rest, isClear) = (after, true) }
  let topic = rest.split(atWord: "about")
  return CodeSyntax(
    name: topic?.0 ?? rest, isClear: isClear, topic: topic?.1, times: times, isHere: isHere,
    lastTurns: lastTurns)
}
