import TranscriptStore

/// What is kept for a time of its own.
enum RetainedRecord: String, CaseIterable {
  case practice, rated, audit, tombstones, log
}

/// How long something is kept.
enum RetentionPeriod: Equatable {
  case months(Int)
  case forever

  /// `12 months`, `6 years` or `forever`.
  init?(_ text: String) {
    let words = text.lowercased().split(separator: " ")
    if words == ["forever"] {
      self = .forever
      return
    }
    guard words.count == 2, let number = Int(words[0]), (1...1200).contains(number) else {
      return nil
    }
    switch words[1] {
    case "month", "months": self = .months(number)
    case "year", "years": self = .months(12 * number)
    default: return nil
    }
  }

  var words: String {
    switch self {
    case .forever: "forever"
    case .months(let number) where number % 12 == 0: count(number / 12, "year")
    case .months(let number): count(number, "month")
    }
  }

  /// The time so long before `now`, to be compared letter for letter: a day that its month does not have
  /// comes after the last it has. Nil where nothing is old enough.
  func cutoff(before now: String) -> String? {
    guard case .months(let number) = self, now.utf8.count == 20, let year = Int(now.prefix(4)),
      let month = Int(now.dropFirst(5).prefix(2))
    else { return nil }
    let months = year * 12 + month - 1 - number
    guard months >= 0 else { return nil }
    func padded(_ number: Int, _ width: Int) -> String {
      let digits = String(number)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return padded(months / 12, 4) + "-" + padded(months % 12 + 1, 2) + now.dropFirst(7)
  }
}

/// How long records are kept; the defaults are those of the clinical reference, section 6.5.
struct RetentionRules: Equatable {
  private var periods: [RetainedRecord: RetentionPeriod] = [
    .practice: .months(12), .rated: .forever, .audit: .months(24), .tombstones: .months(72),
    .log: .forever,
  ]

  subscript(record: RetainedRecord) -> RetentionPeriod { periods[record] ?? .forever }

  func overridden(by written: [RetainedRecord: RetentionPeriod]) -> RetentionRules {
    var rules = self
    rules.periods.merge(written) { _, new in new }
    return rules
  }

  func cutoffs(at now: String) -> RetentionCutoffs {
    RetentionCutoffs(
      practice: self[.practice].cutoff(before: now), rated: self[.rated].cutoff(before: now),
      audit: self[.audit].cutoff(before: now),
      tombstones: self[.tombstones].cutoff(before: now),
      log: self[.log].cutoff(before: now).map { String($0.prefix(10)) })
  }
}
