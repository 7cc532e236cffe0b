import ScenarioModel

/// Beats and endings, as a set that is quick to ask in a scenario of thousands.
struct PlaceSet {
  private var beats: [Bool] = []
  private var endings: [Bool] = []
  private(set) var count = 0

  /// A detour counts as its beat; `back` is no place.
  func contains(_ place: Destination) -> Bool {
    switch place {
    case .beat(let index), .detour(let index): beats.indices.contains(index) && beats[index]
    case .ending(let index): endings.indices.contains(index) && endings[index]
    case .back: false
    }
  }

  /// False where it was there before.
  @discardableResult
  mutating func insert(_ place: Destination) -> Bool {
    let isNew =
      switch place {
      case .beat(let index), .detour(let index): Self.insert(index, into: &beats)
      case .ending(let index): Self.insert(index, into: &endings)
      case .back: false
      }
    if isNew { count += 1 }
    return isNew
  }

  private static func insert(_ index: Int, into set: inout [Bool]) -> Bool {
    guard index >= 0 else { return false }
    if index >= set.count {
      set += [Bool](repeating: false, count: max(set.count, index + 1 - set.count))
    }
    defer { set[index] = true }
    return !set[index]
  }
}
