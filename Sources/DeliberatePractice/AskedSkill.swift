import Diagnostics

/// What a trainee's word for a skill stands for.
package enum AskedSkill: Sendable, Hashable {
  /// At least one.
  case drills([Drill])
  /// No drill is known by it.
  case unknown(nearest: String?)
}

/// The drills a word stands for: one called so, else those that train a code or family of this name,
/// else those in which the patient offers such a cue, else those that count towards such a rating.
package func drills(for word: String, among drills: [Drill]) -> AskedSkill {
  let wanted = word.lowercased()
  for names: (Drill) -> [String] in [
    { [$0.id, $0.title] + $0.names }, \.skills, \.cues, \.dimensions,
  ] {
    let found = drills.filter { names($0).contains { $0.lowercased() == wanted } }
    if !found.isEmpty { return .drills(found) }
  }
  let known = drills.flatMap { [$0.title] + $0.names + $0.skills + $0.cues + $0.dimensions }
  // Ids of codes are too short to be near anything.
  let words = Set(known.map { $0.lowercased() }.filter { $0.count > 4 }).sorted()
  return .unknown(nearest: nearestName(to: wanted, in: words))
}
