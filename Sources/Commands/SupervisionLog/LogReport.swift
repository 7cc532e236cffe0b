import Supervision
import TranscriptStore

/// Some entries of the log, with their hours.
struct LogReport {
  /// By supervisor and number.
  let entries: [SupervisionEntry]
  /// Entries of the whole log that are not as they were signed.
  let broken: [SupervisionEntry]
  let filter: LogFilter

  var hours: [SupervisionHours] {
    let hours = supervisionHours(entries)
    guard let trainee = filter.trainee else { return hours }
    return hours.filter { $0.trainee == trainee }
  }

  /// `All meetings with anna, since 2026-01-01.`
  var scope: String {
    let parts = [
      filter.supervisor.map { "by \($0)" }, filter.trainee.map { "with \($0)" },
      filter.since.map { "since \($0)" }, filter.before.map { "before \($0)" },
    ].compactMap(\.self)
    return parts.isEmpty ? "All meetings." : "Meetings \(parts.joined(separator: ", "))."
  }

  /// What the signatures say.
  var verdict: String {
    guard !broken.isEmpty else {
      return "Every entry is as it was signed, and follows upon the one before."
    }
    let names = broken.map { "\($0.number) of \($0.supervisor)" }.joined(separator: ", ")
    return "Not as it was signed, or not following upon the one before: entry \(names)."
  }
}

/// Which entries are wanted; nil is all.
struct LogFilter {
  var supervisor: String?
  var trainee: String?
  var since: String?
  var before: String?

  func isWanted(_ entry: SupervisionEntry) -> Bool {
    (supervisor == nil || entry.supervisor == supervisor)
      && (trainee == nil || entry.trainees.contains(trainee))
      && (since.map { entry.date >= $0 } ?? true) && (before.map { entry.date < $0 } ?? true)
  }
}

extension Run {
  /// The entries the flags ask for; nil after saying that a day is none.
  func logReport() throws -> LogReport? {
    var filter = LogFilter(
      supervisor: command.string("as"), trainee: command.string("trainee"))
    if let since = command.string("since") {
      guard let day = try day(since) else { return nil }
      filter.since = day
    }
    if let before = command.string("before") {
      guard let day = try day(before) else { return nil }
      filter.before = day
    }
    let all = try store().supervisions()
    return LogReport(
      entries: all.filter(filter.isWanted), broken: all.filter { !$0.isSound }, filter: filter)
  }
}

extension SupervisionEntry {
  /// Who was there; those who were erased by their number.
  var who: String {
    let erased = trainees.count { $0 == nil }
    let gone = erased == 0 ? [] : [erased == 1 ? "somebody erased" : "\(erased) erased"]
    return (trainees.compactMap(\.self) + gone).joined(separator: ", ")
  }

  var isErased: Bool { goals == nil && agreed == nil }

  /// What became of it beside what it says.
  var remarks: [String] {
    [
      corrects.map { "stands in place of entry \($0)" },
      correctedBy.map { "does not count: entry \($0) stands in its place" },
      isErased ? "what was written down is erased" : nil,
      isSound ? nil : "not as it was signed",
    ].compactMap(\.self)
  }

  var sessionNames: String { sessions.compactMap(\.self).joined(separator: ", ") }

  /// What was written down, with what it is.
  var words: [(label: String, text: String)] {
    [("Sessions:", sessionNames), ("Goals:", goals ?? ""), ("Agreed:", agreed ?? "")]
      .filter { !$0.1.isEmpty }.map { (label: $0.0, text: $0.1) }
  }
}

/// `50 min`, `2 h`, `2 h 30 min`
func time(_ minutes: Int) -> String {
  let (hours, rest) = (minutes / 60, minutes % 60)
  let parts = [hours > 0 ? "\(hours) h" : nil, rest > 0 || hours == 0 ? "\(rest) min" : nil]
  return parts.compactMap(\.self).joined(separator: " ")
}
