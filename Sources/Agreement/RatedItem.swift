/// What one rater gave to one unit, such as a session, on one dimension.
package struct RatedItem: Sendable, Hashable {
  package var unit: String
  package var rater: String
  /// Nil for "not applicable".
  package var value: Double?
  /// Whether somebody had rated the unit before.
  package var isSecond: Bool
  /// Days since the beginning of 1970; nil where nobody knows when.
  package var day: Int?

  package init(
    unit: String, rater: String, value: Double?, isSecond: Bool = false, day: Int? = nil
  ) {
    self.unit = unit
    self.rater = rater
    self.value = value
    self.isSecond = isSecond
    self.day = day
  }
}

/// A rating that was given, and its place among those it was given with.
struct GivenRating {
  var item: RatedItem
  var value: Double
  var number: Int
}

/// Ratings by unit, in the order of the first of each; within a unit first ratings before second
/// ones, then by name.
func ratingsByUnit(_ items: [RatedItem]) -> [[GivenRating]] {
  var places: [String: Int] = [:]
  var units: [[GivenRating]] = []
  for (number, item) in items.enumerated() {
    guard let value = item.value, value.isFinite else { continue }
    let place = places[item.unit] ?? units.count
    places[item.unit] = place
    if place == units.count { units.append([]) }
    units[place].append(GivenRating(item: item, value: value, number: number))
  }
  return units.map { unit in
    unit.sorted {
      ($0.item.isSecond ? 1 : 0, $0.item.rater, $0.number)
        < ($1.item.isSecond ? 1 : 0, $1.item.rater, $1.number)
    }
  }
}
