import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioCheck {
  /// One thing that is expected; `isWalk` after a walk, when it is about many sessions.
  mutating func checkExpectation(
    _ syntax: ExpectationSyntax, isWalk: Bool, in line: Phrase
  ) -> Expectation? {
    let text = syntax.whole.text
    if isWalk != syntax.fact.isAboutWalk {
      report(
        isWalk ? AuthorCheckProblem.notOfWalk(text) : .needsWalk(text),
        at: syntax.whole.isEmpty ? line : syntax.whole)
      return nil
    }
    return expectedFact(syntax, in: line).map {
      Expectation(text: text, isNegated: syntax.isNegated, fact: $0)
    }
  }

  private mutating func expectedFact(
    _ syntax: ExpectationSyntax, in line: Phrase
  ) -> ExpectedFact? {
    switch syntax.fact {
    case .term(let term): return checkTerm(term, in: line)
    case .beat(let name):
      guard case .beat(let index)? = checkPlace(name, in: syntax.whole) else { return nil }
      return .beat(index)
    case .ending(let name):
      guard case .ending(let index)? = checkPlace(name, in: syntax.whole) else { return nil }
      return .ending(index)
    case .outcome(let grade):
      let text = grade.text.lowercased()
      if grades.contains(text) { return .outcome(text) }
      let nearest = nearestName(to: text, in: grades)
      report(.unknownGrade(grade.text, nearest: nearest), at: grade, replacement: nearest)
      return nil
    case .hears(let words):
      return checkWords(words, after: "hears", in: syntax.whole).map(ExpectedFact.hears)
    case .note(let words):
      return checkWords(words, after: "note", in: syntax.whole).map(ExpectedFact.note)
    case .every(let what): return checkCoverage(what)
    case .noWalkOver(let turns):
      return checkNumber(turns, what: "turns", in: syntax.whole).map { .noWalkOver(turns: $0) }
    case .noGoodEndingWithRiskOpen: return .noGoodEndingWithRiskOpen
    }
  }

  /// What stands in quotes; nil where there are none.
  private mutating func checkWords(
    _ words: Phrase?, after keyword: String, in whole: Phrase
  ) -> String? {
    guard let words else {
      let bare = whole.split(atWord: keyword)?.1.dropping(":").trimmed ?? whole
      let isQuotable = !bare.isEmpty && !bare.text.contains("\"")
      report(
        AuthorCheckProblem.wordsWithoutQuotes(after: keyword), at: whole,
        fix: isQuotable ? Fix(quoting: bare.span) : nil)
      return nil
    }
    if words.trimmed.isEmpty { report(.saidUnreadable(isEmpty: true), at: whole) }
    return words.text
  }

  private mutating func checkCoverage(_ what: Phrase) -> ExpectedFact? {
    let known: [String: ExpectedFact] = [
      "beat visited": .everyBeatVisited, "rule taken": .everyRuleTaken,
      "ending reached": .everyEndingReached,
    ]
    let typed = what.words.map { $0.text.lowercased() }.joined(separator: " ")
    if let fact = known[typed] { return fact }
    let nearest = nearestName(to: typed, in: known.keys.sorted())
    report(
      AuthorCheckProblem.coverageUnknown(what.text, nearest: nearest), at: what,
      fix: nearest.map { Fix(writing: $0, at: what.span) })
    return nil
  }

  /// What a condition may ask, or how a rubric rates the session.
  private mutating func checkTerm(_ term: TermSyntax, in line: Phrase) -> ExpectedFact? {
    if case .compare(let name, let comparison, let number) = term.fact,
      names.state(name.text) == nil
    {
      let typed = name.text.lowercased()
      if let rubric = library.rubrics.first(where: { $0.lowercased() == typed }) {
        return checkRating(rubric, name, comparison, number)
      }
      if nearestName(to: typed, in: names.states.map(\.value.name)) == nil,
        let nearest = nearestName(to: typed, in: ratedBy)
      {
        report(
          .unknownRubric(name.text, nearest: nearest, known: library.rubrics), at: name,
          replacement: nearest)
        return nil
      }
    }
    let parts = term.whole.pieces(betweenWord: "or")
    if parts.count > 1, case .code(let code) = term.fact, canonicalCode(code.name.text) == nil {
      report(AuthorCheckProblem.alternatives(term.whole.text), at: term.whole)
      return nil
    }
    let whole = ConditionSyntax(whole: term.whole.isEmpty ? line : term.whole, clauses: [[term]])
    termPlace = .expectation
    defer { termPlace = .codes }
    return checkFact(term, after: nil, in: whole).map(ExpectedFact.fact)
  }

  private mutating func checkRating(
    _ rubric: String, _ name: Phrase, _ comparison: Phrase, _ number: Phrase
  ) -> ExpectedFact? {
    guard let level = number.integer,
      let kind = Comparison(rawValue: comparison.text.lowercased())
    else {
      report(
        .numberExpected(number.text, what: "a rating", example: "4"),
        at: number.isEmpty ? comparison : number)
      return nil
    }
    guard (1...5).contains(level) else {
      report(AuthorCheckProblem.ratingRange(number.text, rubric: rubric), at: number)
      return nil
    }
    guard ratedBy.contains(rubric) else {
      report(.rubricNotUsed(rubric), at: name)
      return nil
    }
    return .rating(rubric: rubric, kind, level)
  }
}

private let grades = ["good", "mixed", "poor", "unsafe"]

extension ExpectationSyntax.Fact {
  /// Whether it can only be asked of many sessions.
  fileprivate var isAboutWalk: Bool {
    switch self {
    case .every, .noWalkOver, .noGoodEndingWithRiskOpen: true
    default: false
    }
  }
}
