import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

private let checkStarts = ["start at", "trainee:", "codes:", "expect", "walk", "variation"]

/// More sessions than this take longer than anybody waits.
private let mostWalks = 1_000_000

/// What a check has done so far.
private struct CheckProgress {
  var hasStart = false
  var hasVariation = false
  var hasSpoken = false
  var hasWalk = false
  var hasUnknown = false
  var expects = false

  var hasBegun: Bool { hasStart || hasSpoken || hasWalk || hasUnknown }
}

extension ScenarioCheck {
  /// What the author expects, with every name resolved.
  mutating func checkChecks() -> [AuthorCheck] {
    surroundings.compactMap { section in
      guard case .check(let lines) = section.content, let name = section.name else { return nil }
      var check = AuthorCheck(
        name: name.text, line: lineNumber(section.outline.heading.phrase), steps: [])
      var progress = CheckProgress()
      for line in lines {
        guard let action = checkStep(line, &progress) else { continue }
        check.steps.append(AuthorCheck.Step(line: lineNumber(line.line.phrase), action: action))
      }
      if !progress.expects {
        report(AuthorCheckProblem.nothingExpected(check: name.text), at: name)
      }
      return check
    }
  }

  private mutating func checkStep(
    _ line: CheckLine, _ progress: inout CheckProgress
  ) -> AuthorCheck.Action? {
    let phrase = line.line.phrase
    switch line.content {
    case .start(let beat, let settings):
      reportOrder("start at", progress.hasStart, progress, at: phrase)
      progress.hasStart = true
      return checkStart(at: beat, settings, in: phrase)
    case .variation(let name):
      reportOrder("variation", progress.hasVariation, progress, at: phrase)
      progress.hasVariation = true
      return checkVariation(name, in: phrase)
    case .trainee(let text):
      if progress.hasWalk { report(AuthorCheckProblem.afterWalk("trainee:"), at: phrase) }
      progress.hasSpoken = true
      if text.isEmpty { report(.emptyLine("trainee:"), at: phrase) }
      return .say(text.text)
    case .codes(let terms):
      if progress.hasWalk { report(AuthorCheckProblem.afterWalk("codes:"), at: phrase) }
      progress.hasSpoken = true
      return .respond(terms.compactMap { checkHeard($0, in: phrase) })
    case .expect(let facts):
      progress.expects = true
      if !progress.hasBegun { report(AuthorCheckProblem.expectedTooEarly, at: phrase) }
      return .expect(
        facts.compactMap { checkExpectation($0, isWalk: progress.hasWalk, in: phrase) })
    case .walk(let times, let seed):
      if progress.hasSpoken { report(AuthorCheckProblem.notFirst("walk", said: true), at: phrase) }
      progress.hasWalk = true
      return checkWalk(times, seed, in: phrase)
    case .unknown:
      reportUnknownStep(phrase)
      // Whatever it was meant to be, it may have been what is missing.
      progress.hasUnknown = true
      progress.expects = true
      return nil
    }
  }

  /// Says so where something that begins a session comes again, or too late.
  private mutating func reportOrder(
    _ what: String, _ isSecond: Bool, _ progress: CheckProgress, at phrase: Phrase
  ) {
    if progress.hasSpoken || progress.hasWalk {
      report(AuthorCheckProblem.notFirst(what, said: true), at: phrase)
    } else if isSecond {
      report(AuthorCheckProblem.notFirst(what, said: false), at: phrase)
    }
  }

  private mutating func checkStart(
    at name: Phrase, _ settings: [StateSetting], in line: Phrase
  ) -> AuthorCheck.Action? {
    var values: [StateValue] = []
    for setting in settings {
      let number =
        setting.number ?? setting.whole.at(setting.whole.span.end, setting.whole.span.end)
      if let value = checkStart(setting.state, number, in: setting.whole) { values.append(value) }
    }
    switch checkPlace(name, in: line) {
    case .beat(let index): return .start(beat: index, with: values)
    case .ending:
      report(AuthorCheckProblem.endingAtStart(name.text), at: name)
      return nil
    default: return nil
    }
  }

  private mutating func checkVariation(_ name: Phrase, in line: Phrase) -> AuthorCheck.Action? {
    let wanted = name.unquoted ?? name
    let known = names.variations
    if let index = known.firstIndex(where: { $0.text.lowercased() == wanted.text.lowercased() }) {
      return .variation(index)
    }
    searchesLeft -= 1
    let nearest =
      searchesLeft > 0 ? nearestName(to: wanted.text, in: known.lazy.map(\.text)) : nil
    report(
      AuthorCheckProblem.unknownVariation(
        wanted.text, nearest: nearest, known: known.count <= 12 ? known.map(\.text) : []),
      at: wanted.isEmpty ? line : wanted,
      fix: nearest.map { Fix(writing: $0, at: wanted.span) })
    return nil
  }

  private mutating func checkHeard(_ term: TermSyntax, in line: Phrase) -> CodeTerm? {
    guard case .code(let code) = term.fact, !term.isNegated, code.times == nil, !code.isHere,
      code.lastTurns == nil
    else {
      let place = term.whole.isEmpty ? line : term.whole
      report(AuthorCheckProblem.notACode(place.text), at: place)
      return nil
    }
    return checkCode(code, in: term.whole)
  }

  private mutating func checkWalk(
    _ times: Phrase, _ seed: Phrase?, in line: Phrase
  ) -> AuthorCheck.Action? {
    guard let number = checkNumber(times, what: "times", in: line) else { return nil }
    if number > mostWalks {
      report(AuthorCheckProblem.tooManyWalks(most: mostWalks), at: times)
      return nil
    }
    guard let seed else { return .walk(times: number, seed: 1) }
    guard let value = UInt64(seed.text) else {
      report(
        .numberExpected(seed.text, what: "a seed", example: "7"), at: seed.isEmpty ? line : seed)
      return nil
    }
    return .walk(times: number, seed: value)
  }

  private mutating func reportUnknownStep(_ phrase: Phrase) {
    let first = phrase.words.first ?? phrase
    let meant = ["says": "trainee:", "say": "trainee:", "expects": "expect", "begin": "start at"]
    let known = checkStarts.contains { first.equals($0) }
    let nearest =
      meant[first.text.lowercased()]
      ?? (known ? nil : nearestName(to: first.text, in: checkStarts))
    report(
      .lineNotUnderstood(first.text, nearest: nearest, allowed: checkStarts), at: first,
      replacement: nearest)
  }
}
