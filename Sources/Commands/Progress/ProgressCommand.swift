import Arguments
import Progress
import TranscriptStore

let progressEntry = CommandEntry(
  path: ["progress"], group: "Practising",
  summary: "See what your sessions show together.",
  discussion: """
    For each dimension: the level of your last sessions, where they lead, and how sure that is; the \
    moments you met, half met and missed; and your best. Then the moments you miss most, plain \
    numbers beside their default targets, your drills and when each is due again, and what it would \
    take to call somebody competent. Nobody is compared with anybody else.

    Figures count your last 20 whole sessions; below three there is no mean, below five no trend. All \
    of them are practice estimates that no person has rated.
    """,
  flags: [
    Flag(
      "as", value: FlagValue("name", .trainee), help: "The name your transcripts are kept under.",
      default: "trainee"),
    Flag("html", value: FlagValue("file", .file), help: "Also write a page with pictures."),
    Flag("force", help: "Replace that file."),
    Flag("json", help: "Print JSON, for other programs."),
  ],
  examples: ["attune progress --as anna", "attune progress --as anna --html progress.html"])

/// `attune progress`: what the sessions of one trainee show together.
func showProgress(_ run: Run) throws -> Int32 {
  guard let trainee = try run.trainee() else { return 2 }
  let store = try run.store()
  let kept = try summaries(of: trainee, in: store)
  let sessions = kept.compactMap(PastSession.init)
  // Words for cues are no reason to fail in a folder whose codebook is being written.
  let cues = (try? run.library())?.codebook.cues ?? []
  let retests = nextRetests(of: kept)
  let reviewed = try store.reviewedSessions(of: trainee)
  let report = ProgressReport(
    trainee: trainee,
    progress: progress(of: sessions, ratings: humanRatings(of: reviewed)) {
      retests[$0].map(CalendarDay.init(number:))
    },
    leftOut: kept.count - sessions.count, practiceRated: practiceRated(reviewed),
    cueWords: Dictionary(cues.map { ($0.name, $0.coaching) }, uniquingKeysWith: { one, _ in one }))
  if run.wantsJSON {
    try run.writeJSON(ProgressJSON(report))
  } else {
    try ProgressPage(report: report, page: run.output, isPlain: run.isPlain).show()
  }
  if let path = run.command.string("html") {
    try run.keep(ProgressHTML(report: report).text, at: path)
  }
  return 0
}

extension PastSession {
  /// Nil where nothing is known of how it went.
  fileprivate init?(_ kept: SummarisedSession) {
    guard let summary = kept.summary, let day = CalendarDay(kept.record.started) else { return nil }
    self.init(
      id: kept.record.id, day: day, scenario: kept.record.scenario, title: kept.record.title,
      area: summary.area, difficulty: summary.difficulty, isExam: kept.record.mode == .exam,
      isDrill: kept.record.isDrill, mark: summary.mark, gate: Gate(summary.gate),
      ratings: summary.ratings.map {
        Rating(dimension: $0.dimension, title: $0.title, level: $0.level)
      },
      selfRatings: kept.selfRatings,
      tallies: summary.tallies.map {
        Tally(
          dimension: $0.dimension, cue: $0.cue,
          moments: MomentTally(
            met: plausible($0.met), half: plausible($0.half), missed: plausible($0.missed),
            harmed: plausible($0.harmed)))
      },
      indices: summary.indices.map {
        Index(name: $0.name, value: $0.value.flatMap(plausible), unit: $0.unit)
      })
  }
}

extension PastSession.Gate {
  fileprivate init(_ gate: SessionSummary.Gate) {
    self =
      switch gate {
      case .pass: .pass
      case .fail: .fail
      case .open: .open
      case .notApplicable: .notApplicable
      }
  }
}

/// A store that somebody else has written to may hold any number; sums of these never overflow.
private func plausible(_ count: Int) -> Int { min(max(0, count), 1_000_000) }
private func plausible(_ value: Double) -> Double? {
  value.isFinite && abs(value) < 1e6 ? value : nil
}
