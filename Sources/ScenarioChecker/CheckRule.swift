import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

private let ruleStarts = ["Name:", "go to", "detour to", "return", "at most", "trust +5"]

/// A way of a rule, or of a duty that was missed, with the words that name it.
struct WrittenWay {
  let beat: Int
  let phrase: Phrase
  let destination: Destination
}

/// A line of a beat with the lines at the margin below it that were meant to belong to it.
struct GatheredLine {
  let line: BeatLine
  var margin: [BeatLine] = []
}

extension ScenarioCheck {
  /// Gives speech, effects and ways out that stand at the margin after a rule to that rule, and
  /// says so once for each run of them: their indentation was forgotten.
  mutating func gatherMargin(_ lines: [BeatLine]) -> [GatheredLine] {
    var result: [GatheredLine] = []
    var lastRule: Int?
    // Lines of the run being gathered, for one repair of them all.
    var run: [BeatLine] = []
    func close(_ check: inout ScenarioCheck) {
      guard let rule = lastRule, let first = run.first else { return }
      let above = result[rule].line.line.phrase
      check.report(
        .atTheMargin(rule: above.text, line: check.lineNumber(above)), at: first.line.phrase,
        fix: check.indented(run.flatMap(\.linesToIndent)))
      run = []
    }
    for line in lines {
      guard let rule = lastRule, line.belongsInRule else {
        close(&self)
        if case .rule = line.content { lastRule = result.count }
        result.append(GatheredLine(line: line))
        continue
      }
      run.append(line)
      result[rule].margin += line.asWritten
    }
    close(&self)
    return result
  }

  mutating func checkRule(
    _ syntax: RuleSyntax, _ gathered: GatheredLine, beat: String
  ) -> Rule {
    let line = gathered.line.line
    var rule = Rule(
      line: lineNumber(line.phrase), title: line.phrase.text,
      condition: syntax.condition.map { checkCondition($0) }, effects: [], speeches: [],
      destination: nil, bound: nil)
    var way: Phrase?
    var bound: Phrase?
    var isBroken = false
    let lines = syntax.lines + gathered.margin
    for inner in lines {
      if checkNothingBelow(inner) { isBroken = true }
      switch inner.content {
      case .speech(let speech):
        isBroken = isBroken || !speech.strays.isEmpty
        if let said = checkSpeech(speech, inner.line) { rule.speeches.append(said) }
      case .effects(let effects): rule.effects += checkEffects(effects)
      case .way(let written):
        let isDetour = if case .detour = written { true } else { false }
        if let first = way ?? (isDetour ? nil : bound) {
          report(.secondWay(first: first.text, line: lineNumber(first)), at: inner.line.phrase)
          continue
        }
        way = inner.line.phrase
        // Of what comes back, a bound says how often.
        if !isDetour { bound = inner.line.phrase }
        rule.destination = checkWay(written, in: inner.line.phrase)
      case .bound(let times, let then):
        if let first = bound {
          report(.secondWay(first: first.text, line: lineNumber(first)), at: inner.line.phrase)
          continue
        }
        bound = inner.line.phrase
        rule.bound = checkBound(times, then, inner.line)
      default:
        isBroken = true
        reportUnknown(inner, allowed: ruleStarts)
      }
    }
    if !isBroken { checkSays(syntax, rule, lines, at: line, beat: beat) }
    return rule
  }

  private mutating func checkSays(
    _ syntax: RuleSyntax, _ rule: Rule, _ lines: [BeatLine], at line: OutlineLine, beat: String
  ) {
    let phrase = line.phrase
    let speeches = lines.compactMap { line in
      if case .speech(let speech) = line.content { speech } else { nil }
    }
    let ways = lines.map(\.content).filter { if case .way = $0 { true } else { false } }
    let bounds = lines.map(\.content).filter { if case .bound = $0 { true } else { false } }
    if syntax.condition == nil, !lines.contains(where: \.leadsAway) {
      report(
        .endlessOtherwise(beat: beat), at: phrase,
        fix: bounds.isEmpty ? self.bound(for: line) : nil)
    } else if speeches.isEmpty, ways.isEmpty {
      report(bounds.isEmpty ? .nothingHappens : .nothingSaidFirst, at: phrase)
    } else if syntax.condition == nil, ways.isEmpty, speeches.allSatisfy(\.once),
      speeches.reduce(0, { $0 + $1.alternatives.count }) < rule.bound?.times ?? 0
    {
      report(.onceInOtherwise, at: phrase)
    }
  }

  private mutating func checkBound(
    _ times: Phrase?, _ way: WaySyntax?, _ line: OutlineLine
  ) -> Bound? {
    guard let times, let way else {
      if times == nil, let (words, meant) = timesMeant(line.phrase) {
        report(
          .lineNotUnderstood(words.text, nearest: meant, allowed: []), at: words,
          replacement: meant)
        return nil
      }
      report(.boundWithoutPlace, at: line.phrase)
      return nil
    }
    guard let number = checkNumber(times, what: "times", in: line.phrase) else { return nil }
    return checkWay(way, in: line.phrase).map { Bound(times: number, destination: $0) }
  }

  /// `at most twice` as `2 times`, `at most 2 turns` as `times`, with the words that are wrong.
  private func timesMeant(_ line: Phrase) -> (words: Phrase, meant: String)? {
    guard let bound = line.after("at most") else { return nil }
    let words = (bound.split(at: ",")?.0 ?? bound.split(atWord: "then")?.0 ?? bound).trimmed.words
    guard let first = words.first else { return nil }
    let adverbs = ["once", "twice", "thrice"]
    if let index = adverbs.firstIndex(where: { first.equals($0) }) {
      return (first, index == 0 ? "1 time" : "\(index + 1) times")
    }
    guard let number = checkable(first) else { return nil }
    return words.count > 1 ? (words[1], "times") : (first, "\(number) times")
  }

  private func checkable(_ number: Phrase) -> String? {
    number.integer != nil || numberWords.contains(number.text.lowercased()) ? number.text : nil
  }

  private mutating func checkWay(_ way: WaySyntax, in line: Phrase) -> Destination? {
    guard let destination = destination(of: way, in: line) else { return nil }
    ways.append(WrittenWay(beat: presentBeat, phrase: line, destination: destination))
    return destination
  }

  private mutating func destination(of way: WaySyntax, in line: Phrase) -> Destination? {
    switch way {
    case .goTo(let place): return checkPlace(place, in: line)
    case .detour(let place):
      switch checkPlace(place, in: line) {
      case .beat(let index): return .detour(index)
      case .ending:
        report(FlowProblem.detourToEnding(place.text), at: place)
        return nil
      default: return nil
      }
    case .back: return .back
    }
  }

  /// The second of two rules of a beat with one condition is never taken, unless the first one can
  /// be used up.
  mutating func checkRepeats(_ rules: [(rule: Rule, phrase: Phrase)]) {
    guard rules.count(where: { $0.rule.condition != nil }) > 1 else { return }
    var seen: [Condition: Int] = [:]
    for (rule, phrase) in rules {
      guard let condition = rule.condition, condition.clauses.allSatisfy({ !$0.isEmpty }) else {
        continue
      }
      if let line = seen[condition] { report(.ruleNeverReached(earlier: line), at: phrase) }
      let isLasting =
        rule.destination != nil || rule.bound != nil || rule.speeches.contains { !$0.once }
      if isLasting, seen[condition] == nil { seen[condition] = rule.line }
    }
  }
}

extension BeatLine {
  /// Whether it leads on for good, at once or after some times; a detour comes back.
  fileprivate var leadsAway: Bool {
    switch content {
    case .way(.goTo), .way(.back): true
    case .bound(_, let then): if case .detour = then { false } else { true }
    default: false
    }
  }

  fileprivate var belongsInRule: Bool {
    switch content {
    case .speech(let speech): !BeatLine.looksLikeKeyword(speech.speaker)
    case .effects, .way, .bound: true
    default: false
    }
  }

  /// `hnit: …` is a misspelt hint and no speech, `cue: …` a note.
  private static func looksLikeKeyword(_ speaker: Phrase) -> Bool {
    let words = ["hint", "supervisor", "risk", "outcome"] + noteNames
    return words.contains { speaker.equals($0) }
      || nearestName(to: speaker.text, in: ["supervisor", "outcome", "choices", "otherwise"]) != nil
  }

  /// The line with what stands below it as part of it; what only seems to stays where it is.
  fileprivate var linesToIndent: [OutlineLine] {
    guard case .speech(let speech) = content else { return [line] }
    let others = asWritten.count > 1 ? speech.strays.map(\.line.whole.start) : []
    let own = line.contents.filter { !others.contains($0.whole.start) }
    return [line] + own.flattened.contents
  }

  /// The line, and after it the lines indented below it that belong in a rule as well.
  fileprivate var asWritten: [BeatLine] {
    guard case .speech(var speech) = content else { return [self] }
    let below = speech.strays.map { readBeatLine($0.line) }
    guard !below.isEmpty, below.allSatisfy(\.belongsInRule) else { return [self] }
    speech.strays = []
    return [BeatLine(line: line, content: .speech(speech))] + below
  }
}
