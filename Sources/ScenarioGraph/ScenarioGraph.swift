import ScenarioModel

/// The places of a scenario and the ways between them, for drawing.
package struct ScenarioGraph: Sendable, Hashable {
  package var title: String
  /// Beats in file order, then endings.
  package var nodes: [Node]
  /// By place they leave, then by place they lead to.
  package var edges: [Edge]

  /// A beat or an ending.
  package struct Node: Sendable, Hashable {
    package var name: String
    /// The first words said there.
    package var words: String
    /// `good`, `mixed`, `poor` or `unsafe`; nil for a beat.
    package var grade: String?
    /// Kinds of risk the beat opens.
    package var risks: [String]
    /// How often it was come to; nil where nobody counted.
    package var visits: Int?
  }

  /// All ways from one place to another.
  package struct Edge: Sendable, Hashable {
    package var from: Int
    package var to: Int
    /// In file order; at least one.
    package var ways: [Way]

    /// Whether every way comes back by itself.
    package var isDetour: Bool { ways.allSatisfy { $0.kind == .detour } }
    /// How often any of them was gone; nil where nobody counted, or not all of them.
    package var count: Int? {
      ways.contains { $0.count == nil } ? nil : ways.reduce(0) { $0 + ($1.count ?? 0) }
    }
  }

  /// One reason to go from a place to another.
  package struct Way: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
      case rule, otherwise, bound, duty, detour
    }

    package var kind: Kind
    /// When it is gone, in the words of the file.
    package var words: String
    package var line: Int
    /// Nil where nobody counted.
    package var count: Int?
  }

  package init(_ scenario: Scenario, weights: GraphWeights? = nil) {
    title = scenario.facts.title.isEmpty ? scenario.patient.name : scenario.facts.title
    nodes = scenario.beats.enumerated().map { index, beat in
      Node(
        name: beat.name, words: beat.opening.first?.alternatives.first?.text ?? "", grade: nil,
        risks: beat.risks, visits: weights?.beats[safely: index])
    }
    nodes += scenario.endings.enumerated().map { index, ending in
      Node(
        name: ending.name, words: ending.closing.first?.alternatives.first?.text ?? "",
        grade: ending.grade, risks: [], visits: weights?.endings[safely: index])
    }
    var ways: [Pair: [Way]] = [:]
    let beats = scenario.beats.count
    func add(_ way: Way, from beat: Int, to destination: Destination) {
      let end: Int
      switch destination {
      case .beat(let index), .detour(let index): end = index
      case .ending(let index): end = beats + index
      case .back: return
      }
      var way = way
      if case .detour = destination { way.kind = .detour }
      ways[Pair(from: beat, to: end), default: []].append(way)
    }
    for (index, beat) in scenario.beats.enumerated() {
      for (number, rule) in beat.rules.enumerated() {
        let taken = weights?.rules[safely: index]?[safely: number]
        let overdue = weights?.bounds[safely: index]?[safely: number]
        let words = rule.condition.map { "when " + scenario.words(for: $0) } ?? "otherwise"
        if let destination = rule.destination {
          let kind: Way.Kind = rule.condition == nil ? .otherwise : .rule
          add(
            Way(
              kind: kind, words: words, line: rule.line,
              count: taken.map { max(0, $0 - (overdue ?? 0)) }), from: index, to: destination)
        }
        if let bound = rule.bound {
          let text = "\(words), more than \(bound.times) \(bound.times == 1 ? "time" : "times")"
          add(
            Way(kind: .bound, words: text, line: rule.line, count: overdue), from: index,
            to: bound.destination)
        }
      }
      for (number, duty) in beat.duties.enumerated() {
        guard case .goTo(let destination) = duty.penalty else { continue }
        let text =
          "not \(scenario.words(for: duty.condition)) within \(duty.turns) "
          + (duty.turns == 1 ? "turn" : "turns")
        add(
          Way(
            kind: .duty, words: text, line: duty.line,
            count: weights?.duties[safely: index]?[safely: number]), from: index, to: destination)
      }
    }
    edges = ways.sorted { ($0.key.from, $0.key.to) < ($1.key.from, $1.key.to) }
      .map { Edge(from: $0.key.from, to: $0.key.to, ways: $0.value) }
  }
}

private struct Pair: Hashable {
  var from: Int
  var to: Int
}

extension Array {
  fileprivate subscript(safely index: Int) -> Element? {
    indices.contains(index) ? self[index] : nil
  }
}

/// At most so many characters, cut at a word where there is one, and not at a word that joins.
func shortened(_ text: String, to limit: Int) -> String {
  guard text.count > limit else { return text }
  let start = text.prefix(limit - 2)
  var cut = start[..<(start.lastIndex(of: " ") ?? start.startIndex)]
  if cut.hasSuffix(" or") { cut = cut.dropLast(3) }
  if cut.hasSuffix(",") { cut = cut.dropLast() }
  // A space that does not break, lest the mark stand on a line of its own.
  return cut.count > limit / 2 ? cut + "\u{A0}…" : start + "…"
}
