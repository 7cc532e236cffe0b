/// How a trainee does on one hard moment.
package struct DrillProgress: Sendable, Hashable {
  package struct Attempt: Sendable, Hashable {
    package var day: CalendarDay
    /// From 1 to 5; nil where none was kept.
    package var mark: Int?

    package init(day: CalendarDay, mark: Int?) {
      self.day = day
      self.mark = mark
    }
  }

  package var scenario: String
  package var title: String
  /// Oldest first.
  package var attempts: [Attempt]
  /// When to see whether it is still there; nil where no re-test is ahead.
  package var nextRetest: CalendarDay?
}

func drillProgress(
  _ drills: [PastSession], nextRetest: (String) -> CalendarDay?
) -> [DrillProgress] {
  var found: [DrillProgress] = []
  var places: [String: Int] = [:]
  for drill in drills {
    let attempt = DrillProgress.Attempt(day: drill.day, mark: drill.mark)
    if let place = places[drill.scenario] {
      found[place].title = drill.title
      found[place].attempts.append(attempt)
    } else {
      places[drill.scenario] = found.count
      found.append(
        DrillProgress(scenario: drill.scenario, title: drill.title, attempts: [attempt]))
    }
  }
  for place in found.indices { found[place].nextRetest = nextRetest(found[place].scenario) }
  return found
}
