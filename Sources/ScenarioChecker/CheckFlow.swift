import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioCheck {
  /// What leads where: ways round without end, places that nothing leads to, steps without a word.
  mutating func checkFlow(_ beats: [Beat]) {
    guard !beats.isEmpty else { return }
    checkCircles(beats)
    checkDetours(beats)
    // What somebody unknown says, or below a line that was not understood, is said all the same.
    if !hasErrors { checkSilence(beats) }
    // A name that is near no place may have meant any of them; so may a place without a proper
    // name.
    if missingPlaces.contains(where: { $0.nearest == nil }) { return }
    if !names.misspeltSections.isEmpty || names.hasMisnamedPlace && !missingPlaces.isEmpty {
      return
    }
    checkReach(beats)
  }

  /// A patient never just stops: a rule speaks, or the beat it leads to does.
  private mutating func checkSilence(_ beats: [Beat]) {
    if beats[0].opening.isEmpty,
      let place = names.places.first(where: { $0.destination == .beat(0) })
    {
      report(.silentStart, at: place.name)
    }
    for (beat, rules) in beats.map(\.rules).enumerated() {
      for rule in rules where rule.speeches.isEmpty {
        switch rule.destination {
        case .beat(let index), .detour(let index):
          guard beats.indices.contains(index), beats[index].opening.isEmpty else { continue }
          report(.silentStep(beat: beats[index].name), at: line(rule.line, inBeat: beat))
        case .back: report(.silentReturn, at: line(rule.line, inBeat: beat))
        case .ending, nil: continue
        }
      }
    }
  }

  /// Places that nothing leads to. Of those that follow one another only the first is named: the
  /// others would be come to from there.
  private mutating func checkReach(_ beats: [Beat]) {
    let leadsTo = withLooseEnds(beats.map { destinations(of: $0) })
    var reached = PlaceSet()
    reach(.beat(0), leadsTo, &reached)
    // The second of two places with one name is not unreachable, it is misnamed.
    for place in names.places where isDuplicate(place) {
      reach(place.destination, leadsTo, &reached)
    }
    for name in missingPlaces.compactMap(\.nearest) {
      if let place = names.place(name) { reach(place.destination, leadsTo, &reached) }
    }
    var entered = PlaceSet()
    for (beat, next) in leadsTo.enumerated() {
      for place in next where place != .beat(beat) { entered.insert(place) }
    }
    let beginnings = names.places.filter { !entered.contains($0.destination) }
    // After those, what is left goes round in a circle that nothing leads into.
    for place in beginnings + names.places where !reached.contains(place.destination) {
      let kind = if case .beat = place.destination { "beat" } else { "ending" }
      report(.nothingLeadsTo(kind: kind, name: place.name.text), at: place.name)
      reach(place.destination, leadsTo, &reached)
    }
  }

  private func reach(
    _ start: Destination, _ leadsTo: [[Destination]], _ reached: inout PlaceSet
  ) {
    guard reached.insert(start) else { return }
    var waiting = [start]
    while let place = waiting.popLast() {
      guard case .beat(let beat) = place, leadsTo.indices.contains(beat) else { continue }
      for next in leadsTo[beat] where reached.insert(next) { waiting.append(next) }
    }
  }

  private func destinations(of beat: Beat) -> [Destination] {
    var result: [Destination] = []
    result.reserveCapacity(beat.rules.count)
    func add(_ way: Destination?) {
      switch way {
      case .detour(let index): result.append(.beat(index))
      case .beat, .ending: if let way { result.append(way) }
      case .back, nil: break
      }
    }
    for rule in beat.rules.indices {
      add(beat.rules[rule].destination)
      add(beat.rules[rule].bound?.destination)
    }
    for duty in beat.duties {
      if case .goTo(let destination) = duty.penalty { add(destination) }
    }
    return result
  }

  /// Lines that were not understood lead to what they name.
  private func withLooseEnds(_ leadsTo: [[Destination]]) -> [[Destination]] {
    guard hasErrors else { return leadsTo }
    var leadsTo = leadsTo
    var index = 0
    for section in sections {
      guard case .beat = section.content, section.name != nil else { continue }
      let mentioned = section.outline.lines.flattened.contents.compactMap { line in
        (line.phrase.split(atWord: "go to")?.1).flatMap { names.place($0.text)?.destination }
      }
      if leadsTo.indices.contains(index) { leadsTo[index] += mentioned }
      index += 1
    }
    return leadsTo
  }

  private func isDuplicate(_ place: DeclaredNames.Place) -> Bool {
    names.place(place.name.text)?.destination != place.destination
  }
}
