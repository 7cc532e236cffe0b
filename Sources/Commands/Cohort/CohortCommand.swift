import Arguments
import Diagnostics
import Progress
import TranscriptStore

let cohortEntry = CommandEntry(
  path: ["cohort"], group: "Supervising",
  summary: "See how a cohort does: levels, patients, cues that are missed, raters, safety.",
  discussion: """
    Final ratings by people and estimates by the program stand apart. You read how many have begun and \
    ended; how sessions lie on the levels of each dimension; the cues missed most; how hard each \
    patient is and how well she tells trainees apart; who rates mildly; and what is open about \
    safety. "too few" stands where a number would say nothing, and a dash where it is not defined.

    There is no order of merit: --trainees adds a row for each pseudonym, by name. The page \
    --html writes has no such rows, and no figures that fewer than 3 trainees stand behind, because \
    it is handed on.
    """,
  arguments: [
    Argument("name", count: .optional, help: "The cohort. (without: all trainees)")
  ],
  flags: [
    Flag("scenario", value: FlagValue("name", .scenario), help: "Only sessions with this patient."),
    Flag("since", value: FlagValue("day"), help: "Only sessions begun on this day or later."),
    Flag("before", value: FlagValue("day"), help: "Only sessions begun before this day."),
    Flag("trainees", help: "Also a row for each trainee, by pseudonym."),
    Flag("html", value: FlagValue("file", .file), help: "Also write a page with pictures."),
    Flag(
      "markdown", value: FlagValue("file", .file),
      help: "Also write the figures of that page in Markdown."),
    Flag("force", help: "Replace these files."),
    Flag("json", help: "Print JSON, for other programs."),
  ],
  examples: [
    "attune cohort spring", "attune cohort spring --since 2026-03-01 --html spring.html",
    "attune cohort --scenario the-second-cup --json",
  ])

/// `attune cohort`: the sessions of many trainees in numbers.
func showCohort(_ run: Run) throws -> Int32 {
  let store = try run.store()
  guard var filter = try run.cohortFilter(store) else { return 64 }
  filter.cohort = run.command.argument(0)
  let kept = try store.cohort(filter)
  if let name = filter.cohort, kept.members.isEmpty {
    let known = Set(try store.trainees().compactMap(\.cohort)).sorted()
    return try run.fail(
      "nobody belongs to a cohort '\(name)'",
      help: nearestName(to: name, in: known).map { "'\($0)' is close" }
        ?? "'attune trainee set' says who belongs to which")
  }
  // Words for cues are no reason to fail in a folder whose codebook is being written.
  let cues = kept.cues.isEmpty ? [] : (try? run.library())?.codebook.cues ?? []
  let report = CohortReport(
    kept, filter,
    originals: try store.originalRatings(filter, twiceOnly: true, includesPractice: true),
    hasRows: run.command.isSet("trainees"),
    cueWords: Dictionary(cues.map { ($0.name, $0.coaching) }, uniquingKeysWith: { one, _ in one }))
  if run.wantsJSON {
    try run.writeJSON(CohortJSON(report))
  } else {
    try CohortPage(report: report, page: run.output, isPlain: run.isPlain).show()
  }
  if let path = run.command.string("html") {
    try run.keep(CohortHTML(report: report).text, at: path)
  }
  if let path = run.command.string("markdown") {
    try run.keep(CohortMarkdown(report: report).text, at: path)
  }
  return 0
}

extension Run {
  /// What `--cohort`, `--scenario`, `--since` and `--before` leave; nil after saying that a day is
  /// none.
  func cohortFilter(_ store: TranscriptStore) throws -> CohortFilter? {
    var filter = CohortFilter(
      cohort: command.string("cohort"), scenario: command.string("scenario"),
      since: command.string("since"), before: command.string("before"))
    for day in [filter.since, filter.before].compactMap(\.self)
    where CalendarDay(day)?.text != day {
      _ = try fail("'\(day)' is no day", help: "write it as 2026-03-01")
      return nil
    }
    // Reading the library takes longer than the figures: an id needs it not.
    if let name = filter.scenario, try !store.hasSessions(on: name) {
      filter.scenario =
        (try? library().scenario(named: name).checked.scenario?.facts.id) ?? name
    }
    return filter
  }
}
