import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

extension ScenarioCheck {
  /// What leads where: places that nothing leads to, and beats from which no ending can be reached.
  ///
  /// Says nothing where a misspelt name already explains it.
  mutating func checkFlow(_ beats: [Beat], _ endings: [Ending]) {
    guard !beats.isEmpty else { return }
    // A name that is near no place may have meant any of them.
    if missingPlaces.contains(where: { $0.nearest == nil }) { return }
    if !names.misspeltSections.isEmpty { return }
    var leadsTo = beats.map { destinations(of: $0) }
    addLooseEnds(to: &leadsTo)

    var reached: Set<Destination> = [.beat(0)]
    var waiting = [0]
    // The second of two places with one name is not unreachable, it is misnamed.
    for (index, beat) in beats.enumerated() where isDuplicate(.beat(index), beat.name) {
      reached.insert(.beat(index))
      waiting.append(index)
    }
    while let beat = waiting.popLast() {
      for next in leadsTo[beat] where reached.insert(next).inserted {
        if case .beat(let index) = next, leadsTo.indices.contains(index) { waiting.append(index) }
      }
    }
    for place in names.places where !reached.contains(place.destination) {
      if isDuplicate(place.destination, place.name.text) { continue }
      let kind = if case .beat = place.destination { "beat" } else { "ending" }
      report(.nothingLeadsTo(kind: kind, name: place.name.text), at: place.name)
    }
    reportDeadEnds(leadsTo, reached)
  }

  private mutating func reportDeadEnds(_ leadsTo: [[Destination]], _ reached: Set<Destination>) {
    // Backwards from the endings, along every arrow once.
    var comesFrom: [Int: [Int]] = [:]
    var ends: Set<Int> = []
    var waiting: [Int] = []
    for (beat, next) in leadsTo.enumerated() {
      for place in next {
        switch place {
        case .beat(let index): comesFrom[index, default: []].append(beat)
        case .ending: if ends.insert(beat).inserted { waiting.append(beat) }
        }
      }
    }
    while let beat = waiting.popLast() {
      for earlier in comesFrom[beat] ?? [] where ends.insert(earlier).inserted {
        waiting.append(earlier)
      }
    }
    // A beat with a broken rule may have meant to leave by it.
    let broken = diagnostics.hasErrors
    for place in names.places {
      guard case .beat(let index) = place.destination, !broken else { continue }
      if !ends.contains(index), reached.contains(place.destination) {
        report(.noEndingFrom(beat: place.name.text), at: place.name)
      }
    }
  }

  private func destinations(of beat: Beat) -> [Destination] {
    beat.rules.flatMap { [$0.destination, $0.bound?.destination].compactMap(\.self) }
  }

  /// Misspelt names lead to what they are near, and lines that were not understood to what they name.
  private func addLooseEnds(to leadsTo: inout [[Destination]]) {
    let guessed = missingPlaces.compactMap { $0.nearest.flatMap { names.place($0)?.destination } }
    var index = 0
    for section in tree.sections {
      guard case .beat = section.content, section.name != nil else { continue }
      let mentioned = section.outline.lines.flattened.contents.compactMap { line in
        (line.phrase.split(atWord: "go to")?.1).flatMap { names.place($0.text)?.destination }
      }
      if leadsTo.indices.contains(index) { leadsTo[index] += guessed + mentioned }
      index += 1
    }
  }

  private func isDuplicate(_ destination: Destination, _ name: String) -> Bool {
    names.place(name)?.destination != destination
  }
}
