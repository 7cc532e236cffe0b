import Rubrics

extension HeardSession {
  /// The value of a measure in a session of at least one turn, with the words behind it.
  func value(of measure: Measure, _ opportunities: [Opportunity]) -> (Double, [Evidence]) {
    let settled = opportunities.filter { $0.outcome != .open }
    let weight = settled.map(\.weight).reduce(0, +)
    switch measure {
    case .opportunitiesMet:
      let met = settled.filter { ($0.worth ?? 0) > 0 }
      let worth = met.map { ($0.worth ?? 0) * $0.weight }.reduce(0, +)
      return (part(worth, of: weight), met.compactMap(\.evidence))
    case .opportunitiesHarmed:
      let harmed = settled.filter { $0.outcome == .harmed }
      return (
        part(harmed.map(\.weight).reduce(0, +), of: weight), harmed.compactMap(\.evidence)
      )
    case .perTurn(let codes, let full):
      let tally = turns(with: codes)
      return (min(1, part(tally.count, of: turns * full)), tally.evidence)
    case .perTenTurns(let codes):
      let tally = turns(with: codes)
      return (10 * part(tally.count, of: turns), tally.evidence)
    case .perOpportunity(let codes, let full):
      let tally = turns(with: codes)
      return (min(1, tally.count / max(1, Double(settled.count) * full)), tally.evidence)
    case .ratio(let ratio):
      return value(of: ratio)
    case .share(let codes, let among, let notBeside, let full):
      let tally = sentences(with: codes, notBeside: notBeside)
      let all = sentences(with: among, notBeside: notBeside)
      return (min(1, part(tally.count, of: all.count * full)), tally.evidence)
    case .everyTurns(let codes, let length):
      return everyTurns(codes, length)
    case .wordsPerTurn(let from, let to, let none, let countingTurnsWith):
      let value = brevity(from: from, to: to, none: none)
      if countingTurnsWith.isEmpty { return (value, []) }
      return (value * part(turns(with: countingTurnsWith).count, of: turns), [])
    case .patientsWords(let full):
      let heard = patientWords
      return (min(1, part(heard, of: (heard + responseWords) * full)), [])
    case .meanLevel(let levels, let lowest, let highest):
      return meanLevel(levels, lowest: lowest, highest: highest)
    }
  }

  private func value(of ratio: Ratio) -> (Double, [Evidence]) {
    let of = sentences(with: ratio.of, notBeside: ratio.notBeside)
    let to = sentences(with: ratio.to, notBeside: ratio.notBeside)
    guard of.count >= ratio.floor * turns - tolerance else { return (0, of.evidence) }
    if to.count == 0 {
      let alone = ratio.alone * min(1, part(of.count, of: turns * ratio.aloneFullAt))
      return (alone, of.evidence)
    }
    return (min(1, of.count / to.count / ratio.full), of.evidence)
  }

  private func everyTurns(_ codes: [String], _ length: Int) -> (Double, [Evidence]) {
    let length = max(1, length)
    let remainder = exchanges.count % length
    let stretches = max(1, exchanges.count / length + (remainder * 2 >= length ? 1 : 0))
    var best = Array(repeating: 0.0, count: stretches)
    for index in exchanges.indices {
      guard let code = strongest(of: codes, at: index) else { continue }
      let stretch = min(index / length, stretches - 1)
      best[stretch] = max(best[stretch], code.count)
    }
    return (best.reduce(0, +) / Double(stretches), turns(with: codes).evidence)
  }

  private func brevity(from: Double, to: Double, none: Double) -> Double {
    let words = exchanges.map { Double($0.response.wordCount) }.reduce(0, +)
    let mean = part(words, of: turns)
    if mean < from { return mean / from }
    if mean <= to { return 1 }
    return max(0, part(none - mean, of: none - to))
  }

  private func meanLevel(
    _ levels: [String: Double], lowest: Double, highest: Double
  ) -> (Double, [Evidence]) {
    var found: [Double] = []
    var evidence: [Evidence] = []
    for exchange in exchanges {
      var best: (level: Double, evidence: Evidence)?
      for code in exchange.response.codes where code.isHeard {
        guard let level = levels[code.code], best.map({ $0.level < level }) ?? true else {
          continue
        }
        best = (level, Evidence(code, turn: exchange.turn))
      }
      guard let best else { continue }
      found.append(best.level)
      evidence.append(best.evidence)
    }
    guard !found.isEmpty else { return (0, []) }
    let mean = found.reduce(0, +) / Double(found.count)
    return (min(1, max(0, part(mean - lowest, of: highest - lowest))), evidence)
  }
}

/// So that a sum of decimals such as 0.2 + 0.4 reaches the cut point 0.6.
let tolerance = 1e-9

/// 0 where there is nothing to be a part of.
private func part(_ count: Double, of whole: Double) -> Double {
  whole > 0 ? count / whole : 0
}
