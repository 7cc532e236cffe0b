/// The name a person most likely meant: the closest by letters changed, dropped, added or swapped.
///
/// Nil when nothing lies within a third of the length, because a far guess misleads.
package func nearestName(to word: String, in names: some Sequence<String>) -> String? {
  let typed = Array(word.lowercased().prefix(80))
  let limit = max(1, typed.count / 3)
  var best: (name: String, distance: Int)?
  for name in names {
    let candidate = Array(name.lowercased().prefix(80))
    guard abs(candidate.count - typed.count) <= limit else { continue }
    let distance = editDistance(typed, candidate)
    guard distance <= limit else { continue }
    if let known = best, (known.distance, known.name) <= (distance, name) { continue }
    best = (name, distance)
  }
  return best?.name
}

/// Optimal string alignment distance: neighbouring letters swapped count as one change.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  var before: [Int] = []
  var previous = Array(0...b.count)
  for i in a.indices {
    var current = [i + 1]
    current.reserveCapacity(b.count + 1)
    for j in b.indices {
      var cost = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
      if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { cost = min(cost, before[j - 1] + 1) }
      current.append(cost)
    }
    (before, previous) = (previous, current)
  }
  return previous[b.count]
}
