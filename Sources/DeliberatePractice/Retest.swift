/// When a drill that went well is to be tried again.
package enum Retest: Sendable, Hashable {
  /// It has not gone well yet.
  case none
  /// On a day, so many days after it went well.
  case due(day: Int, after: Int)
  /// It went well at every re-test.
  case settled

  /// Days after a good mark; what is tried before its day is practice and no re-test.
  package static let intervals = [1, 7, 30]
}

/// Where a drill stands: a good mark asks for a re-test, a good re-test for a later one, and a mark
/// below 4 begins again at the first interval.
package func retest(of drill: String, in drills: [PastDrill]) -> Retest {
  var state = Retest.none
  for past in drills where past.drill == drill {
    switch (state, past.wentWell) {
    case (.none, false): break
    case (.none, true), (.due, false), (.settled, false): state = due(0, from: past.day)
    case (.due(let day, let after), true) where past.day >= day:
      let next = (Retest.intervals.firstIndex(of: after) ?? 0) + 1
      state = due(next, from: past.day)
    case (.due, true), (.settled, true): break
    }
  }
  return state
}

private func due(_ interval: Int, from day: Int) -> Retest {
  guard Retest.intervals.indices.contains(interval) else { return .settled }
  let days = Retest.intervals[interval]
  return .due(day: day &+ days, after: days)
}
