import ScenarioModel
import TranscriptModel

extension GuidedSearch {
  /// Words that may show what a rule asks for, the likeliest first.
  mutating func candidates(for shortfall: Shortfall, at place: SearchPlace) -> [String] {
    if shortfall.isSilence { return ["…", "(waits)"] }
    var near = suggested(at: place)
    shuffle(&near)
    if shortfall.wanted.isEmpty {
      var texts =
        near
        + draw(8) { line in
          !shortfall.unwanted.contains(where: line.heard.shows)
        }
      for words in shortfall.words { texts.insert(words.joined(separator: " ") + ".", at: 0) }
      return texts
    }
    let suited = fitting(shortfall, at: place)
    var texts = suited.first ?? []
    if suited.count > 1 {
      // What asks for several things at once is said in several sentences.
      texts = texts.filter { text in suited.dropFirst().allSatisfy { $0.contains(text) } }
      for _ in 0..<16 {
        var parts: [String] = []
        for clause in suited where !clause.isEmpty {
          let part = clause[dice.below(clause.count)]
          if !parts.contains(part) { parts.append(part) }
        }
        texts.append(parts.joined(separator: " "))
      }
    }
    return Array(texts.prefix(18)) + near + texts.dropFirst(18)
  }

  /// For each clause the lines that show one of its codes and nothing unwanted, in mixed order.
  private mutating func fitting(_ shortfall: Shortfall, at place: SearchPlace) -> [[String]] {
    var result: [[String]] = []
    for clause in shortfall.wanted {
      var texts: [String] = []
      for line in ground.stock.lines {
        guard clause.contains(where: { line.heard.shows($0.anywhere) }),
          !shortfall.unwanted.contains(where: line.heard.shows)
        else { continue }
        texts.append(line.text)
      }
      shuffle(&texts)
      // What is to be about something has to name it.
      if let topic = clause.compactMap(\.topic).first {
        texts = texts.map { naming(topic, in: $0) }
      }
      result.append(texts)
    }
    return result
  }

  private mutating func naming(_ topic: String, in text: String) -> String {
    guard let words = ground.scenario.topics.first(where: { $0.name == topic })?.words,
      let word = words.first
    else { return text }
    return "\(text) \(word.prefix(1).uppercased())\(word.dropFirst())…"
  }

  /// What the author's notes and the menu suggest at this place.
  private func suggested(at place: SearchPlace) -> [String] {
    let latest = place.play.latest
    let copies = latest.map { withoutGestures($0.text) }.filter { !$0.isEmpty }
    return copies + latest.compactMap { $0.better?.sentence }
      + latest.flatMap(\.gist).map { "It sounds like \($0)." }
      + ground.scenario.beats[place.beat].choices.map(\.text)
  }

  /// Something to say that brings a goal nearer.
  mutating func stepTowards(
    _ goal: SearchGoal, _ shortfall: Shortfall, from place: SearchPlace
  ) -> String {
    if let clause = shortfall.wanted.first(where: { $0.contains { $0.times > 1 } }),
      dice.below(3) > 0
    {
      let texts = draw(4) { line in clause.contains { line.heard.shows($0.anywhere) } }
      if !texts.isEmpty { return texts[dice.below(texts.count)] }
    }
    if let target = shortfall.visits.first, place.beat == goal.beat || dice.below(2) == 0 {
      return stepTowards(beat: target, from: place, avoiding: goal.avoided)
    }
    if place.beat != goal.beat, dice.below(3) > 0 {
      return stepTowards(beat: goal.beat, from: place, avoiding: goal.avoided)
    }
    if let push = shortfall.pushes.first, dice.below(4) > 0 {
      return pushing(push.state, push.direction, avoiding: goal.avoided)
    }
    if place.beat != goal.beat {
      return stepTowards(beat: goal.beat, from: place, avoiding: goal.avoided)
    }
    return anything(at: place, avoiding: goal.avoided)
  }

  /// Words that take a rule on the shortest way to a beat.
  private mutating func stepTowards(
    beat target: Int, from place: SearchPlace, avoiding: [CodeTerm]
  ) -> String {
    guard let way = distances[place.beat][target] else {
      return anything(at: place, avoiding: avoiding)
    }
    var ways: [(cost: Double, rule: Int, shortfall: Shortfall)] = []
    for (index, rule) in ground.scenario.beats[place.beat].rules.enumerated() {
      guard case .beat(let next)? = rule.destination.map(\.asBeat),
        let rest = distances[next][target], rest < way || way == 0
      else { continue }
      let shortfall = Shortfall(of: rule.condition, from: place)
      if shortfall.cost < 1.5 { ways.append((shortfall.cost, index, shortfall)) }
    }
    guard !ways.isEmpty else { return anything(at: place, avoiding: avoiding) }
    let chosen = ways[dice.below(ways.count)]
    return words(for: chosen.shortfall, at: place, taking: chosen.rule, avoiding: avoiding)
      ?? anything(at: place, avoiding: avoiding)
  }

  /// Words whose codes move a state the right way by default.
  private mutating func pushing(
    _ state: String, _ direction: Int, avoiding: [CodeTerm]
  ) -> String {
    let effects = ground.scenario.responsiveness.effects
    func move(_ line: ResponseStock.Line) -> Int {
      line.heard.codes.filter { $0.count > 0 }.flatMap { effects[$0.code] ?? [] }
        .filter { $0.state == state }.reduce(0) { $0 + $1.amount * direction }
    }
    return draw(1) { line in
      move(line) >= 3 && !avoiding.contains(where: line.heard.shows)
    }.first ?? "…"
  }

  private mutating func anything(at place: SearchPlace, avoiding: [CodeTerm]) -> String {
    let near = suggested(at: place)
    if !near.isEmpty, dice.below(2) == 0 { return near[dice.below(near.count)] }
    return draw(1) { line in !avoiding.contains(where: line.heard.shows) }.first ?? "…"
  }

  /// Some lines of the stock that suit, by chance.
  private mutating func draw(
    _ count: Int, where isSuited: (ResponseStock.Line) -> Bool
  ) -> [String] {
    let lines = ground.stock.lines
    var result: [String] = []
    guard !lines.isEmpty else { return [] }
    let start = dice.below(lines.count)
    for offset in lines.indices {
      // 7919 is prime: every line once, in an order of its own.
      let line = lines[(start + offset * 7919) % lines.count]
      if isSuited(line) { result.append(line.text) }
      if result.count == count { break }
    }
    return result
  }

  private mutating func shuffle(_ texts: inout [String]) {
    for index in texts.indices.dropFirst() { texts.swapAt(index, dice.below(index + 1)) }
  }
}

extension CodeTerm {
  /// The code whatever it is about.
  fileprivate var anywhere: CodeTerm {
    CodeTerm(name: name, isClear: isClear)
  }
}

extension Destination {
  /// A detour as the beat it leads to.
  fileprivate var asBeat: Destination {
    if case .detour(let beat) = self { .beat(beat) } else { self }
  }
}
