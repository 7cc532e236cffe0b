import Diagnostics
import ScenarioModel

extension ScenarioCheck {
  /// Follows every beat's `otherwise`, which a trainee who does nothing else would follow: it must
  /// come to an ending, or back from a detour.
  mutating func checkCircles(_ beats: [Beat]) {
    let comesBack = beatsThatComeBack(beats)
    let next = beats.map { beat -> Int? in
      guard let rule = beat.otherwise else { return nil }
      var way = rule.destination ?? rule.bound?.destination
      // A detour that comes back leads on by the bound; one that does not, leads on by itself.
      if case .detour(let index)? = way, comesBack.indices.contains(index), comesBack[index] {
        way = rule.bound?.destination
      } else if case .detour(let index)? = way {
        way = .beat(index)
      }
      guard case .beat(let index)? = way else { return nil }
      return beats.indices.contains(index) ? index : nil
    }
    // The walk in which each beat was first come to; every beat is walked once.
    var walks = [Int?](repeating: nil, count: beats.count)
    for start in beats.indices where walks[start] == nil {
      var path: [Int] = []
      var here: Int? = start
      while let beat = here, walks[beat] == nil {
        walks[beat] = start
        path.append(beat)
        here = next[beat]
      }
      guard let end = here, walks[end] == start, let first = path.firstIndex(of: end) else {
        continue
      }
      let circle = path[first...]
      guard let rule = beats[end].otherwise else { continue }
      report(.circle(circle.map { beats[$0].name }), at: line(rule.line, inBeat: end))
    }
  }

  /// For each beat, whether following nothing but `otherwise` from it comes to a `return`.
  private func beatsThatComeBack(_ beats: [Beat]) -> [Bool] {
    var known = [Bool?](repeating: nil, count: beats.count)
    for start in beats.indices where known[start] == nil {
      var path: [Int] = []
      var here = start
      var result: Bool?
      while result == nil {
        // Detours in a circle are a problem of their own.
        if path.count > beats.count { result = true }
        if let earlier = known[here] { result = earlier }
        guard result == nil else { break }
        path.append(here)
        let rule = beats[here].otherwise
        if case .detour(let inner)? = rule?.destination, beats.indices.contains(inner),
          rule?.bound?.destination == .back
        {
          here = inner
        } else {
          result = (rule?.destination ?? rule?.bound?.destination) == .back
        }
      }
      for beat in path { known[beat] = result }
    }
    return known.map { $0 ?? false }
  }
}

extension Beat {
  fileprivate var otherwise: Rule? { rules.last { $0.condition == nil } }
}
