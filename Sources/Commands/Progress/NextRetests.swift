import DeliberatePractice
import TranscriptStore

/// The day since 1970 on which each drill is due again, by the schedule of `attune drill`.
func nextRetests(of kept: [SummarisedSession]) -> [String: Int] {
  let drills = kept.compactMap(pastDrill)
  var days: [String: Int] = [:]
  for drill in Set(drills.map(\.drill)) {
    if case .due(let day, _) = retest(of: drill, in: drills) { days[drill] = day }
  }
  return days
}
