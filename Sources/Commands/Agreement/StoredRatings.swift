import Progress
import TranscriptStore

extension ReadRatings {
  /// What raters of a store gave blind, and what the program made of the same sessions and turns: as in
  /// the tables that are exported, the program's side first.
  init(_ store: TranscriptStore, _ filter: CohortFilter, includesPractice: Bool) throws {
    let originals = try store.originalRatings(filter, includesPractice: includesPractice)
    var days = KnownDays()
    ratings = (try store.estimatesBesideOriginals(filter) + originals).map { one in
      RatingRow(
        session: one.session, rater: one.rater ?? "auto",
        round: one.rater == nil ? .auto : one.isSecond ? .second : .blind,
        dimension: one.dimension, score: one.level.map(Double.init),
        day: one.submitted.flatMap { days.number(of: $0) })
    }
    for one in try store.originalCodes(filter, includesPractice: includesPractice) {
      func add(_ code: String, isHeard: Bool) {
        codes.append(
          CodeRow(
            session: one.session, turn: one.turn, attempt: 1, unit: nil, code: code,
            source: one.rater ?? "auto", isHeard: isHeard))
      }
      for code in one.codes.sorted() { add(code, isHeard: true) }
      if one.codes.isEmpty { add("", isHeard: false) }
    }
  }
}

/// Days of times, each read once: reading takes long, and few days are many ratings.
struct KnownDays {
  private var known: [Substring: Int?] = [:]

  /// Days since the beginning of 1970.
  mutating func number(of time: String) -> Int? {
    let text = time.prefix(10)
    if let number = known[text] { return number }
    let number = CalendarDay(String(text))?.number
    known[text] = .some(number)
    return number
  }
}
