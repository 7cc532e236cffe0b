import Agreement
import Cohorts
import Supervision
import TranscriptStore

extension CohortReport {
  static let legend =
    "Levels go from 1 (harmful) to 5 (excellent). Ratings are what people gave in the end; estimates "
    + "are the program's, which grade nobody. A mean counts each trainee once."

  /// `Cohort spring, from 2026-03-01`; what nobody asked for is left out.
  var heading: String {
    var parts = [filter.cohort.map { "Cohort \($0)" } ?? "All trainees"]
    if let scenario = filter.scenario { parts.append("with \(title(of: scenario))") }
    if let since = filter.since { parts.append("from \(since)") }
    if let before = filter.before { parts.append("before \(before)") }
    return parts.joined(separator: ", ")
  }

  /// How many there are, and how far they have come.
  var completion: [String] {
    var told = [
      "Of \(count(members, "trainee")) \(trainees) \(trainees == 1 ? "has" : "have") begun.",
      "\(count(begun, "session")) begun, \(ended) ended.",
    ]
    if drillsBegun > 0 {
      told.append("Drills apart from these: \(drillsBegun) begun, \(drillsEnded) ended.")
    }
    return [told.joined(separator: " ")]
  }

  /// `new: 3, in review: 1, …`
  var waiting: String {
    ReviewState.allCases.map { "\($0.rawValue): \(states[$0] ?? 0)" }.joined(separator: ", ")
  }

  /// Where a page is handed on, a count that few enough trainees stand behind is not shown: a "1" beside
  /// "ended unsafely" is somebody.
  func safetyWords(isHandedOn: Bool) -> [String] {
    func isHidden(_ one: Counted) -> Bool {
      isHandedOn && (1..<FewestOfCohort.shownTrainees).contains(one.trainees.count)
    }
    func sessions(_ one: Counted, of all: Counted? = nil) -> String {
      if isHidden(one) || all.map(isHidden) == true { return "not shown, too few trainees" }
      return all.map { "\(one.count) of \(count($0.count, "session"))" }
        ?? count(one.count, "session")
    }
    let comments = safety.openComments
    return [
      "Gate failed, by final ratings: \(sessions(safety.failedByPeople, of: safety.rated))",
      "Gate failed, by the program's estimate: "
        + sessions(safety.failedByProgram, of: safety.estimated),
      "Ended unsafely: \(sessions(safety.endedUnsafely))",
      "With a safety flag and not released yet: \(sessions(safety.openFlags))",
      "Comments about safety not yet talked over with the trainee: "
        + (isHidden(comments) ? "not shown, too few trainees" : String(comments.count)),
    ]
  }

  /// `missed 12 of 40 moments (30 %), 14 trainees`
  func words(_ cue: MissedCue) -> String {
    "missed \(grouped(cue.missed)) of \(grouped(cue.offered)) moments"
      + (cue.share.map { " (\(percent($0)) %)" } ?? "") + ", \(count(cue.trainees, "trainee"))"
  }

  var rareCueWords: String? {
    rareCues == 0
      ? nil
      : "Too few to tell, offered under \(FewestOfCohort.offers) times: \(count(rareCues, "other cue"))"
  }

  /// `12 rated, 1 begun; .42 higher than the others …`
  func words(_ rater: KeptCohort.Rater) -> String {
    let drafts = rater.drafts > 0 ? ", \(rater.drafts) begun" : ""
    let leniency = leniency(of: rater.name).map { "; \($0.words)" } ?? ""
    return "\(rater.submitted) rated\(drafts)\(leniency)"
  }

  func words(handingOn rater: KeptCohort.Rater) -> String {
    FewestOfCohort.isShown(rater.trainees) ? words(rater) : "not shown, too few trainees"
  }

  func leniency(of rater: String) -> Leniency? { leniency.first { $0.rater == rater } }

  /// What discrimination is, for those who see the number for the first time.
  static let discriminationNote =
    "“Tells apart” is how far those who do well with other patients do well with this one: from -1 "
    + "to 1, 0 for not at all; from \(FewestOfCohort.trainees) trainees on. Mean and SD are of "
    + "sessions, from \(Fewest.sessions) on; failed is a failed gate, or an exam below the pass."
}

extension LevelDistribution {
  /// `3.2`, `too few`
  var meanWords: String { isTooFew ? "too few" : mean.map { tenths($0.value) } ?? "—" }

  /// `2.9 to 3.4`; empty where there is no mean.
  var intervalWords: String {
    guard !isTooFew, let mean else { return "" }
    return mean.interval.map { "\(tenths($0.low)) to \(tenths($0.high))" } ?? "—"
  }

  /// `24 sessions of 8 trainees; 1: 0, 2: 4, 3: 10, 4: 8, 5: 2; mean 3.3 (95 %: 3.0 to 3.6)`
  var words: String {
    guard sessions > 0 else { return "none" }
    let levels = counts.enumerated().map { "\($0 + 1): \(grouped($1))" }.joined(separator: ", ")
    let interval = intervalWords.isEmpty || intervalWords == "—" ? "" : " (95 %: \(intervalWords))"
    return "\(count(sessions, "session")) of \(count(trainees, "trainee")); \(levels); "
      + "mean \(meanWords)\(interval)"
  }
}

extension LevelDistribution {
  /// `24 sessions of 8 trainees, mean 3.3`
  var shortWords: String {
    "\(count(sessions, "session")) of \(count(trainees, "trainee")), mean \(meanWords)"
  }
}

extension Basis {
  var words: String {
    switch self {
    case .ratings: "people"
    case .estimates: "program"
    }
  }
}

extension Difficulty {
  var meanWords: String { isTooFew ? "too few" : mean.map(hundredths) ?? "—" }
  var deviationWords: String { isTooFew ? "" : hundredths(deviation) }
  /// `12 %`
  var failWords: String { isTooFew ? "" : failRate.map { "\(percent($0)) %" } ?? "—" }

  /// `by people, 24 sessions: mean 3.21, SD .64, failed 2 (8 %)`
  var words: String {
    guard !isTooFew else { return "too few to tell how hard (\(sessions) of \(Fewest.sessions))" }
    return "by \(basis.words), \(count(sessions, "session")): mean \(meanWords), SD "
      + "\(deviationWords), failed \(failed) (\(failWords))"
  }
}

extension Discrimination {
  var figure: String { isTooFew ? "too few" : hundredths(correlation?.value) }

  /// `.42 by people`
  var shortWords: String {
    isTooFew || correlation == nil ? figure : "\(figure) by \(basis.words)"
  }

  /// `tells apart .42 (95 %: .10 to .66), by people, 34 trainees`
  var words: String {
    guard !isTooFew else {
      return "too few to say whether it tells apart "
        + "(\(trainees) of \(FewestOfCohort.trainees) trainees)"
    }
    let interval = correlation?.interval.map { " (95 %: \($0.words))" } ?? ""
    return "tells apart \(figure)\(interval), by \(basis.words), \(count(trainees, "trainee"))"
  }
}

extension TraineeFigures {
  func mean(_ sessions: Int, _ mean: Double?) -> String {
    mean.map(tenths) ?? (sessions < Self.fewestSessions ? "too few" : "—")
  }
}
