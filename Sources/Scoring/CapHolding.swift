import Rubrics
import TranscriptModel

extension HeardSession {
  /// The cap with the turns behind it; nil where it does not hold.
  func holding(_ cap: Cap, _ offered: [String: OfferedCue]) -> CapScore? {
    switch cap.trigger {
    case .shown(let codes, let times, let repairers, let withinTurns):
      var tally = Tally()
      for index in exchanges.indices {
        guard let code = strongest(of: codes, at: index),
          !isRepaired(code, at: index, by: repairers, withinTurns: withinTurns)
        else { continue }
        tally.add(code, turn: exchanges[index].turn)
      }
      guard tally.count >= Double(times) - tolerance, !tally.evidence.isEmpty else { return nil }
      return CapScore(
        level: cap.level, text: cap.text, turns: tally.evidence.map(\.turn),
        evidence: tally.evidence)
    case .missing(let codes, let cues, let times):
      guard turns(with: codes).evidence.isEmpty else { return nil }
      var (moments, turns) = (0, [Int]())
      for index in exchanges.indices {
        let past = self.cues(at: index).filter { cue in
          cues.contains(cue) && window(from: index, turns: offered[cue]?.window ?? 1).isPast
        }
        guard !past.isEmpty else { continue }
        moments += past.count
        turns.append(exchanges[index].turn)
      }
      guard moments >= times, !turns.isEmpty else { return nil }
      return CapScore(level: cap.level, text: cap.text, turns: turns, evidence: [])
    case .seldomTakesUp(let part):
      let told = exchanges.indices.filter { takesUp[$0] != nil && !cues(at: $0).isEmpty }
      let without = told.filter { takesUp[$0] == false }
      let share = Double(told.count - without.count) / Double(max(1, told.count))
      guard told.count >= fewestTurns, share < part - tolerance else { return nil }
      return CapScore(
        level: cap.level, text: cap.text, turns: without.map { exchanges[$0].turn }, evidence: [])
    case .crowded(let most, let part):
      let crowded = exchanges.indices.filter { codeCount(at: $0) > most }
      guard !crowded.isEmpty, Double(crowded.count) >= part * turns - tolerance else { return nil }
      return CapScore(
        level: cap.level, text: cap.text, turns: crowded.map { exchanges[$0].turn }, evidence: [])
    }
  }

  /// Whether one of `repairers` follows in the same response or in the next turns.
  private func isRepaired(
    _ slip: AppliedCode, at index: Int, by repairers: [String], withinTurns: Int
  ) -> Bool {
    let atOnce = exchanges[index].response.codes.contains {
      $0.isHeard && $0.sentence > slip.sentence && repairers.contains($0.code)
    }
    return atOnce
      || exchanges.indices.dropFirst(index + 1).prefix(max(0, withinTurns)).contains {
        strongest(of: repairers, at: $0) != nil
      }
  }
}
