import Diagnostics
import Outline
import Rubrics
import ScenarioModel

extension ScenarioAnalysis {
  /// Whether the scenario offers what its rubrics rate.
  mutating func checkRubrics() {
    let scored = library.wholeRubrics.filter { scenario.facts.rubrics.contains($0.id) }
    guard !scored.isEmpty else { return }
    var offers: [String: Int] = [:]
    for (speech, _) in everySpeech {
      // Of several lines one is said at a time.
      for cue in Set(speech.alternatives.flatMap(\.cues)) { offers[cue, default: 0] += 1 }
    }
    for rubric in scored.sorted(by: { $0.id < $1.id }) {
      switch rubric.kind {
      case .gate: checkGate(rubric, offers)
      case .rating: checkRating(rubric, offers)
      case .checklist: continue
      }
    }
  }

  private mutating func checkGate(_ rubric: Rubric, _ offers: [String: Int]) {
    let cues = rubric.gateRules.flatMap { rule -> [String] in
      if case .mustAnswer(let cues, _, _, _) = rule { cues } else { [] }
    }
    guard !cues.isEmpty, !cues.contains(where: { offers[$0] != nil }),
      let place = placeInHeader(rubric.id)
    else { return }
    report(.nothingOffered(rubric: rubric.id, cues: some(of: cues), isGate: true), at: place)
  }

  private mutating func checkRating(_ rubric: Rubric, _ offers: [String: Int]) {
    // Whoever names no rubrics is still writing.
    guard !rubric.opportunities.isEmpty, let place = placeInHeader(rubric.id) else { return }
    // One moment is marked by itself, not rated.
    guard !scenario.facts.isDrill else { return }
    let cues = rubric.opportunities.keys.sorted()
    let lines = everySpeech.count { speech, _ in
      speech.alternatives.contains { spoken in
        spoken.cues.contains { rubric.opportunities[$0] != nil }
      }
    }
    if lines == 0 {
      report(.nothingOffered(rubric: rubric.id, cues: some(of: cues), isGate: false), at: place)
    } else if lines < rubric.leastOpportunities {
      report(
        .tooFewOffered(rubric: rubric.id, count: lines, least: rubric.leastOpportunities), at: place
      )
    } else if let level = highestLevel(rubric, offers), level < 5 {
      report(.ratingCannotReach(rubric: rubric.id, level: level), at: place)
    }
  }

  /// The level that everything a response can earn here adds up to.
  private func highestLevel(_ rubric: Rubric, _ offers: [String: Int]) -> Int? {
    guard !rubric.cutPoints.isEmpty else { return nil }
    func canBeHeard(_ id: String) -> Bool {
      guard let code = library.codebook.code(id) else { return false }
      return code.onlyAfter.isEmpty || code.onlyAfter.contains { offers[$0] != nil }
    }
    func canBeMet() -> Bool {
      rubric.opportunities.contains { cue, codes in
        offers[cue] != nil && codes.contains(where: canBeHeard)
      }
    }
    let most = rubric.terms.reduce(0.0) { sum, term in
      guard term.weight > 0 else { return sum }
      let canBeEarned =
        switch term.measure {
        case .opportunitiesMet: canBeMet()
        case .perTurn(let codes, _), .perOpportunity(let codes, _), .everyTurns(let codes, _),
          .share(let codes, _, _, _):
          codes.contains(where: canBeHeard)
        case .ratio(let ratio): ratio.of.contains(where: canBeHeard)
        case .meanLevel(let levels, _, _): levels.keys.contains(where: canBeHeard)
        case .opportunitiesHarmed, .perTenTurns, .wordsPerTurn, .patientsWords: true
        }
      return canBeEarned ? sum + term.weight : sum
    }
    // The sum of weights may miss a border by the last bit.
    return 1 + rubric.cutPoints.count { most + 1e-9 >= $0 }
  }

  private func some(of cues: [String]) -> [String] { Array(cues.prefix(3)) }

  /// The rubric's name in the header; nil where the header does not name it.
  private func placeInHeader(_ id: String) -> Phrase? {
    guard let value = tree.header.first(where: { $0.name.equals("rubrics") })?.value else {
      return nil
    }
    return value.pieces(between: ",").first { $0.equals(id) } ?? value
  }
}
