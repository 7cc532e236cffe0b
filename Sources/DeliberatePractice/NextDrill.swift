/// A drill to do next, in which words, and why.
package struct DrillProposal: Sendable, Hashable {
  package var drill: Drill
  package var variation: String?
  package var ground: DrillGround
  package var levelGround: LevelGround
}

/// Why a drill is proposed.
package enum DrillGround: Sendable, Hashable {
  /// It went well so many days before its re-test.
  case due(after: Int)
  /// Of all cues a drill offers, this was missed or passed over most often in the latest sessions.
  case missed(cue: String, times: Int, sessions: Int)
  /// It was never done.
  case new
  /// It came to less than 4 when it was last done.
  case notWell
  /// All went well, and none longer ago.
  case longestAgo
  /// It is the one that was asked for.
  case only
}

/// How many of the latest sessions tell what is missed.
package let sessionsLookedAt = 5

/// The next of some drills: a re-test that is due; else one for what was missed most in the last
/// five sessions; else one that was never done, easiest first; else one that has not gone well; else
/// the one longest ago. Nil where there are none.
///
/// What was done last comes back today only where it is the only one, and what was done today is no
/// longer proposed for what was missed.
package func nextDrill(
  of drills: [Drill], after history: PracticeHistory, today: Int, wish: LevelWish? = nil
) -> DrillProposal? {
  let last = history.drills.last.flatMap { $0.day == today ? $0.drill : nil }
  let others = drills.filter { $0.id != last }
  guard let (drill, ground) = choice(of: others.isEmpty ? drills : others, history, today) else {
    return nil
  }
  var isOnly = drills.count == 1
  if case .due = ground { isOnly = false }
  return proposal(drill, because: isOnly ? .only : ground, after: history, wish)
}

/// The same drill once more, in the words that are due.
package func again(_ drill: Drill, after history: PracticeHistory) -> DrillProposal {
  proposal(drill, because: .only, after: history, nil)
}

private func proposal(
  _ drill: Drill, because ground: DrillGround, after history: PracticeHistory, _ wish: LevelWish?
) -> DrillProposal {
  let (level, levelGround) = nextLevel(after: history.drills, wish: wish)
  return DrillProposal(
    drill: drill, variation: variation(of: drill, at: level, after: history.drills),
    ground: ground, levelGround: levelGround)
}

private func choice(
  of drills: [Drill], _ history: PracticeHistory, _ today: Int
) -> (Drill, DrillGround)? {
  let standing = drills.map { Standing($0, history.drills, today) }
  let due = standing.compactMap { drill -> (drill: Standing, day: Int, after: Int)? in
    guard case .due(let day, let after) = drill.retest, day <= today else { return nil }
    return (drill, day, after)
  }
  if let first = due.min(by: { ($0.day, $0.drill) < ($1.day, $1.drill) }) {
    return (first.drill.drill, .due(after: first.after))
  }
  let sessions = history.sessions.suffix(sessionsLookedAt)
  for (cue, times) in mostMissed(in: Array(sessions)) {
    let answering = standing.filter {
      $0.drill.cues.contains(cue) && !$0.rests && $0.last?.day != today
    }
    if let drill = answering.min() {
      return (drill.drill, .missed(cue: cue, times: times, sessions: sessions.count))
    }
  }
  guard let next = standing.min(by: { ($0.rank, $0) < ($1.rank, $1) }) else { return nil }
  return (next.drill, next.rank == 0 ? .new : next.rank == 1 ? .notWell : .longestAgo)
}

/// What concerns safety first, then what was most often missed or harmed; of as many those with more
/// harm, then by name.
///
/// One moment is seen by several ratings, so the rating that saw most counts.
private func mostMissed(in sessions: [PastSession]) -> [(cue: String, times: Int)] {
  var times: [String: (safety: Int, missed: Int, harmed: Int)] = [:]
  for session in sessions {
    for (cue, views) in Dictionary(grouping: session.misses, by: \.cue) {
      let most = views.map { $0.missed + $0.harmed }.max() ?? 0
      let known = times[cue] ?? (0, 0, 0)
      let isSafety = views.contains { $0.isSafety && $0.missed + $0.harmed > 0 }
      times[cue] = (
        isSafety ? 1 : known.safety, known.missed + most,
        known.harmed + (views.map(\.harmed).max() ?? 0)
      )
    }
  }
  return times.filter { $0.value.missed > 0 }
    .sorted {
      ($1.value.safety, $1.value.missed, $1.value.harmed, $0.key)
        < ($0.value.safety, $0.value.missed, $0.value.harmed, $1.key)
    }
    .map { ($0.key, $0.value.missed) }
}

/// A drill and what has been done of it; ordered by what comes first, all else being equal.
private struct Standing: Comparable {
  let drill: Drill
  let retest: Retest
  let last: PastDrill?
  /// Where it was last done among all that was done; nil where it never was.
  let position: Int?
  /// Whether its re-test is on a later day.
  let rests: Bool

  init(_ drill: Drill, _ done: [PastDrill], _ today: Int) {
    self.drill = drill
    retest = DeliberatePractice.retest(of: drill.id, in: done)
    position = done.lastIndex { $0.drill == drill.id }
    last = position.map { done[$0] }
    rests = if case .due(let day, _) = retest { day > today } else { false }
  }

  /// Never done, not gone well, settled, resting.
  var rank: Int {
    guard let last else { return 0 }
    return last.wentWell ? (rests ? 3 : 2) : 1
  }

  /// Never done before longest ago, then the easiest.
  static func < (a: Standing, b: Standing) -> Bool {
    (a.position ?? -1, a.drill.difficulty, a.drill.id)
      < (b.position ?? -1, b.drill.difficulty, b.drill.id)
  }
}
