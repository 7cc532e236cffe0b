import ScenarioModel
import TranscriptModel

extension GuidedSearch {
  /// Words that may show what a rule asks for, the likeliest first.
  mutating func candidates(for shortfall: Shortfall, at place: SearchPlace) -> [String] {
    if shortfall.isSilence { return ["…", "(waits)"] }
    var near = suggested(at: place)
    shuffle(&near)
    if shortfall.wanted.isEmpty {
      let spoken = shortfall.words.map { $0.joined(separator: " ") + "." }
      return spoken + near + draw(8, showing: nil, butNot: shortfall.unwanted)
    }
    let suited = shortfall.wanted.map { fitting($0, butNot: shortfall.unwanted) }
    let inOne = suited[0].filter { line in suited.dropFirst().allSatisfy { $0.contains(line) } }
    let lines = ground.stock.lines
    var texts = inOne.prefix(18).map { naming(shortfall.wanted, in: lines[$0].text) }
    if suited.count > 1 {
      // What asks for several things at once is said in several sentences.
      for _ in 0..<16 {
        var parts: [Int] = []
        for clause in suited where !clause.isEmpty {
          let part = clause[dice.below(clause.count)]
          if !parts.contains(part) { parts.append(part) }
        }
        let said = parts.map { lines[$0].text }.joined(separator: " ")
        texts.append(naming(shortfall.wanted, in: said))
      }
    }
    return texts + near
  }

  /// The lines that show one of some codes and nothing unwanted, in mixed order.
  private mutating func fitting(_ clause: [CodeTerm], butNot unwanted: [CodeTerm]) -> [Int] {
    let (wanted, unwanted) = (showing(clause.map(\.anywhere)), showing(unwanted))
    var result = wanted.indices.filter { wanted[$0] && !unwanted[$0] }
    shuffle(&result)
    return result
  }

  /// What is to be about something has to name it.
  private func naming(_ wanted: [[CodeTerm]], in text: String) -> String {
    guard let topic = wanted.joined().compactMap(\.topic).first,
      let word = ground.scenario.topics.first(where: { $0.name == topic })?.words.first
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
      let texts = draw(4, showing: clause, butNot: goal.avoided)
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
    let helpful = effects.keys.sorted().filter { code in
      (effects[code] ?? []).contains { $0.state == state && $0.amount * direction >= 3 }
    }
    let codes = helpful.map { CodeTerm(name: $0) }
    return draw(1, showing: codes, butNot: avoiding).first ?? "…"
  }

  private mutating func anything(at place: SearchPlace, avoiding: [CodeTerm]) -> String {
    let near = suggested(at: place)
    if !near.isEmpty, dice.below(2) == 0 { return near[dice.below(near.count)] }
    return draw(1, showing: nil, butNot: avoiding).first ?? "…"
  }

  /// Some lines of the stock that suit, by chance.
  private mutating func draw(
    _ count: Int, showing wanted: [CodeTerm]?, butNot unwanted: [CodeTerm]
  ) -> [String] {
    let lines = ground.stock.lines
    guard !lines.isEmpty else { return [] }
    let isWanted = wanted.map { showing($0.map(\.anywhere)) }
    let isUnwanted = showing(unwanted)
    var result: [String] = []
    let start = dice.below(lines.count)
    for offset in lines.indices {
      // 7919 is prime: every line once, in an order of its own.
      let line = (start + offset * 7919) % lines.count
      guard isWanted?[line] ?? true, !isUnwanted[line] else { continue }
      result.append(lines[line].text)
      if result.count == count { break }
    }
    return result
  }

  /// For each line of the stock whether one of the codes is heard in it.
  private mutating func showing(_ terms: [CodeTerm]) -> [Bool] {
    if let known = shown[terms] { return known }
    let result = ground.stock.lines.map { line in terms.contains(where: line.heard.shows) }
    shown[terms] = result
    return result
  }

  private mutating func shuffle<Item>(_ items: inout [Item]) {
    for index in items.indices.dropFirst() { items.swapAt(index, dice.below(index + 1)) }
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
