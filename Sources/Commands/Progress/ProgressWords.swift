import Progress

/// What is known of a trainee's sessions, as the text, the JSON and the page tell it.
struct ProgressReport {
  let trainee: String
  let progress: TraineeProgress
  /// Ended sessions of which it is not known how they went.
  let leftOut: Int
  /// Sessions with ratings by people of which none counts.
  var practiceRated = 0
  /// What the patient does, by the name of the cue: "shows a feeling".
  let cueWords: [String: String]

  var isEmpty: Bool { progress.sessions == 0 && progress.drillsDone == 0 }

  static let legend =
    "Practice estimates, from 1 (harmful) to 5 (excellent), which no person has rated."
  static let targetNote =
    "Targets are defaults. They come from expert opinion, and for the most part from another therapy, "
    + "spoken and not typed: something to practise with, nothing to be judged by."

  /// What there is, and what of it counts.
  var opening: [String] {
    guard !isEmpty else {
      return [
        "There is no ended session of “\(trainee)” yet; 'attune practice' begins one."
          + leftOutWords
      ]
    }
    var what = [count(progress.sessions, "whole session")]
    if progress.drillsDone > 0 { what.append(count(progress.drillsDone, "drill")) }
    let from = progress.firstDay?.text ?? ""
    let to = progress.lastDay?.text ?? ""
    var told = what.joined(separator: " and ") + (from == to ? ", \(from)." : ", \(from) to \(to).")
    if progress.sessions > TraineeProgress.window {
      told += " Figures count the last \(TraineeProgress.window) whole sessions, your best all."
    }
    return [told + leftOutWords, Self.legend]
  }

  private var leftOutWords: String {
    leftOut == 0
      ? ""
      : " \(count(leftOut, "session")) cannot be read by this attune and \(leftOut == 1 ? "is" : "are") "
        + "left out."
  }

  /// Nil where every rating by a person counts.
  var practiceNote: String? {
    guard practiceRated > 0 else { return nil }
    let was = practiceRated == 1 ? "session was" : "sessions were"
    return "\(practiceRated) \(was) \(practiceWords)."
  }

  func words(for cue: String) -> String {
    cueWords[cue].flatMap { $0.isEmpty ? nil : "the patient \($0)" } ?? cue
  }

  /// Nil where no patient was in danger.
  var safety: String? {
    let gates = progress.gates
    let told = [
      (gates.passed, "passed"), (gates.failed, "failed"), (gates.open, "left open"),
    ].filter { $0.0 > 0 }.map { "\($0.1) in \($0.0)" }
    guard !told.isEmpty else { return nil }
    let called = gates.passed + gates.failed + gates.open
    return
      "A patient was in danger in \(count(called, "session")): \(told.joined(separator: ", "))."
  }
}

extension DimensionProgress {
  /// What the plot shows, in a sentence.
  var courseWords: String {
    guard let first = course.first, let last = course.last else {
      return notAssessable == 0
        ? "Not rated yet."
        : "Not assessable in \(count(notAssessable, "session")): too few moments to tell."
    }
    guard course.count > 1 else { return "\(first.level) in one session: too few to tell more." }
    let levels = course.map(\.level)
    let (low, high) = (levels.min() ?? first.level, levels.max() ?? first.level)
    let many = "\(course.count) sessions"
    let span =
      "\(first.level) in the first, \(last.level) in the last"
      + (course.count > 2 ? ", \(low) at the lowest and \(high) at the highest" : "")
    guard let trend else {
      return low == high
        ? "\(low) in each of \(many), too few to tell a trend."
        : "\(many), too few to tell a trend: \(span)."
    }
    guard low < high else { return "No change: \(low) in each of \(many)." }
    guard trend.direction != .noClearChange else {
      return "No clear change over \(many): \(span)."
    }
    return "\(trend.direction == .rose ? "Rose" : "Fell") over \(many), on the whole from "
      + "\(tenths(trend.start)) to \(tenths(trend.end)): \(span)."
  }

  /// How sure the figures are, and what else belongs to them.
  var facts: [String] {
    var told: [String] = []
    if let mean {
      told.append("Mean \(mean.words) of \(count(mean.count, "session"))")
    } else if !course.isEmpty {
      told.append("Mean: too few sessions to tell (\(course.count) of \(MeanEstimate.fewest))")
    }
    if let best {
      told.append("Your best: \(best.level), first on \(best.day.text) in “\(best.title)”")
    }
    if moments.count > 0 { told.append("Moments: \(moments.words); \(moments.shareWords)") }
    if notAssessable > 0, !course.isEmpty {
      told.append("Not assessable in \(count(notAssessable, "more session"))")
    }
    let exams = course.count { $0.isExam }
    if exams > 0 { told.append("Exams among them: \(exams)") }
    if let selfGap {
      told.append("Your own rating: \(selfGap.gapWords) (\(count(selfGap.count, "session")))")
    } else if selfRated > 0 {
      told.append("Your own rating: given in \(count(selfRated, "session")), too few to tell")
    }
    return told
  }
}

extension MeanEstimate {
  /// `3.2 (95 %: 2.2 to 4.1)`
  var words: String {
    "\(tenths(mean)) (\(interval.map { "95 %: \($0.words)" } ?? "all alike"))"
  }

  var gapWords: String {
    let size = tenths(abs(mean))
    let far = interval.map { " (95 %: \($0.words))" } ?? " each time"
    if size == "0.0" { return "on average that of the estimate" + (interval == nil ? "" : far) }
    return "\(size) \(mean > 0 ? "higher" : "lower") than the estimate on average\(far)"
  }
}

extension ConfidenceInterval {
  /// `2.2 to 4.1`
  var words: String { "\(tenths(low)) to \(tenths(high))" }
  /// `37 to 73 %`
  var percents: String { "\(percent(low)) to \(percent(high)) %" }
}

extension MomentTally {
  var words: String {
    "\(met) met, \(half) half met, \(missed) missed"
      + (harmed > 0 ? ", \(harmed) passed over with harm" : "")
  }

  /// `56 % met (95 %: 37 to 73 %)`
  var shareWords: String {
    guard let share, let interval else { return "none offered" }
    return "\(percent(share)) % met (95 %: \(interval.percents))"
  }
}

extension IndexProgress {
  /// `reflections per question: mean 1.2 (95 %: 0.8 to 1.6) of 8 sessions, last 1.4; …`
  var words: String {
    guard let last = course.last else { return "\(name): not told yet" }
    guard let mean else {
      return "\(name): last \(figure(last)); \(count(course.count, "session")), too few for a mean"
    }
    let spread = mean.interval.map { "95 %: \(range($0))" } ?? "all alike"
    return "\(name): mean \(figure(mean.mean)) (\(spread)) of \(count(mean.count, "session")), "
      + "last \(figure(last)); \(targetWords)"
  }

  /// `82 %`, `1.4`
  func figure(_ value: Double) -> String {
    unit == "%" ? "\(percent(value / 100)) %" : tenths(value) + (unit.isEmpty ? "" : " \(unit)")
  }

  /// `72 to 91 %`
  func range(_ interval: ConfidenceInterval) -> String {
    let low = unit == "%" ? percent(interval.low / 100) : tenths(interval.low)
    return "\(low) to \(figure(interval.high))"
  }

  var targetWords: String {
    guard let target else { return "shown, no criterion" }
    return "target \(target.words(unit: unit))" + (standing.map { ": \($0.words)" } ?? "")
  }
}

extension DefaultTarget {
  func words(unit: String) -> String {
    let unit = unit.isEmpty ? "" : " \(unit)"
    return switch self {
    case .atLeast(let low): "\(short(low))\(unit) or more"
    case .atMost(let high): "\(short(high))\(unit) or less"
    case .between(let low, let high): "\(short(low)) to \(short(high))\(unit)"
    case .steps(let steps):
      steps.map { "\($0.name) from \(short($0.from))\(unit)" }.joined(separator: ", ")
    }
  }

  private func short(_ number: Double) -> String {
    number == number.rounded() ? String(Int(number)) : tenths(number)
  }
}

extension DefaultTarget.Standing {
  var words: String {
    switch self {
    case .reached: "reached"
    case .below: "below"
    case .above: "above"
    case .step(let name): name
    }
  }
}

extension DrillProgress {
  var marks: String {
    attempts.map { $0.mark.map(String.init) ?? "–" }.joined(separator: " ")
  }

  var words: String {
    let marks = attempts.count == 1 ? "mark \(marks)" : "marks \(marks)"
    let due = nextRetest.map { "; again on \($0.text)" } ?? ""
    return "\(title): \(marks) of 5, last on \(attempts.last?.day.text ?? "–")\(due)"
  }
}

/// `3.2`, `-0.4`.
func tenths(_ number: Double) -> String {
  let digits = oneDecimal(abs(number))
  return number < 0 && digits != "0.0" ? "-" + digits : digits
}

func percent(_ share: Double) -> String { String(Int((share * 100).rounded())) }
