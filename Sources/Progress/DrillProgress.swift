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
  /// When to see whether it is still there; nil before the first good mark and after the last re-test.
  package var nextRetest: CalendarDay?
}

/// When a drill is due again: 1, 7 and 30 days after a good mark (4 or 5). A re-test that does not go
/// well begins again at one day; what is done before it is due changes nothing when it goes well.
package func nextRetest(after attempts: [DrillProgress.Attempt]) -> CalendarDay? {
  let pauses = [1, 7, 30]
  var next: (day: CalendarDay, pause: Int)?
  var isDone = false
  for attempt in attempts {
    guard let mark = attempt.mark else { continue }
    if mark < 4 {
      if next != nil || isDone { next = (attempt.day + pauses[0], 0) }
      isDone = false
    } else if let due = next {
      guard attempt.day >= due.day else { continue }
      let pause = due.pause + 1
      isDone = pause == pauses.count
      next = isDone ? nil : (attempt.day + pauses[pause], pause)
    } else if !isDone {
      next = (attempt.day + pauses[0], 0)
    }
  }
  return next?.day
}

func drillProgress(_ drills: [PastSession]) -> [DrillProgress] {
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
  for place in found.indices { found[place].nextRetest = nextRetest(after: found[place].attempts) }
  return found
}
