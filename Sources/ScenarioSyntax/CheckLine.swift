import Outline

/// A line of a `Check` section: something to do, or something to expect of it.
package struct CheckLine: Sendable, Hashable {
  package enum Content: Sendable, Hashable {
    /// `start at the nights, with trust 50, openness 20`; the name may be empty.
    case start(beat: Phrase, with: [StateSetting])
    /// `variation the garden`
    case variation(Phrase)
    /// `trainee: what she says`
    case trainee(Phrase)
    /// `codes: reflection about Tom, validation`, as if a response had been heard so.
    case codes([TermSyntax])
    case expect([ExpectationSyntax])
    /// `walk 2000 times, seed 7`; the seed may be missing.
    case walk(times: Phrase, seed: Phrase?)
    case unknown
  }

  package let line: OutlineLine
  package let content: Content
}

/// `trust 50`; the number is nil where there is none.
package struct StateSetting: Sendable, Hashable {
  package let whole: Phrase
  package let state: Phrase
  package let number: Phrase?
}

/// One thing expected.
package struct ExpectationSyntax: Sendable, Hashable {
  package enum Fact: Sendable, Hashable {
    /// A code heard, a state compared (or a rubric's rating: `validation at least 4`), `visited …`,
    /// `risk open` and whatever else a condition may ask.
    case term(TermSyntax)
    /// `beat the chair`: where the conversation stands.
    case beat(Phrase)
    /// `ending together`
    case ending(Phrase)
    /// `good ending`, also `mixed`, `poor` and `unsafe`.
    case outcome(Phrase)
    /// `hears "words"`: what the patient says in answer; nil without quotes.
    case hears(Phrase?)
    /// `note "words"`: a note left for the supervisor; nil without quotes.
    case note(Phrase?)
    /// `every beat visited`, `every rule taken`, `every ending reached`: the first noun.
    case every(Phrase)
    /// `no walk over 40 turns`
    case noWalkOver(Phrase)
    /// `no good ending with risk open`
    case noGoodEndingWithRiskOpen
  }

  package let whole: Phrase
  package let isNegated: Bool
  package let fact: Fact
}

func readCheckLine(_ line: OutlineLine) -> CheckLine {
  CheckLine(line: line, content: content(of: line.phrase))
}

private func content(of phrase: Phrase) -> CheckLine.Content {
  if let rest = phrase.after("start at") {
    let pieces = rest.pieces(between: ",")
    return .start(beat: pieces[0], with: pieces.dropFirst().map(readSetting))
  }
  if let name = phrase.after("variation") { return .variation(name.dropping(":").trimmed) }
  if let text = phrase.after("trainee:") { return .trainee(text.unquoted ?? text) }
  if let codes = phrase.after("codes:") {
    return .codes(codes.pieces(between: ",").map(readTerm))
  }
  if let facts = phrase.after("expect") {
    return .expect(facts.dropping(":").trimmed.pieces(between: ",").map(readExpectation))
  }
  if let walk = phrase.after("walk"),
    let (times, rest) = walk.split(atWord: "times") ?? walk.split(atWord: "time")
  {
    return .walk(times: times, seed: rest.dropping(",").trimmed.after("seed"))
  }
  return .unknown
}

private func readSetting(_ piece: Phrase) -> StateSetting {
  let rest = piece.after("with") ?? piece
  guard let last = rest.words.last, rest.words.count > 1 else {
    return StateSetting(whole: rest, state: rest, number: nil)
  }
  let state = rest.at(rest.span.start, last.span.start).trimmed
  return StateSetting(whole: rest, state: state, number: last)
}

private func readExpectation(_ phrase: Phrase) -> ExpectationSyntax {
  var rest = phrase
  var isNegated = false
  if let after = rest.after("not") { (rest, isNegated) = (after, true) }
  let fact: ExpectationSyntax.Fact =
    if rest.equals("no good ending with risk open") {
      .noGoodEndingWithRiskOpen
    } else if let turns = rest.after("no walk over") {
      .noWalkOver(turns.before("turns") ?? turns.before("turn") ?? turns)
    } else if let what = rest.after("every") {
      .every(what)
    } else if let words = rest.after("hears") {
      .hears(words.dropping(":").trimmed.inAnyQuotes)
    } else if let words = rest.after("note") {
      .note(words.dropping(":").trimmed.inAnyQuotes)
    } else if let name = rest.after("beat") {
      .beat(name)
    } else if let name = rest.after("ending") {
      .ending(name)
    } else if let grade = rest.before("ending") {
      .outcome(grade)
    } else {
      .term(readTerm(rest))
    }
  return ExpectationSyntax(whole: phrase, isNegated: isNegated, fact: fact)
}
