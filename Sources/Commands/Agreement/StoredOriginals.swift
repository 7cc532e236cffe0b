import Agreement
import Progress
import TranscriptStore

/// What raters of a store gave blind, and what the program made of the same sessions.
struct StoredOriginals {
  /// The program's estimates come first, as in the tables that are exported.
  var ratings: [RatingRow] = []
  /// Turns in which two raters heard something, by name.
  var codedByPeople: [CodedPlace] = []
  /// Turns in which a rater heard something, hers before the program's.
  var codedByMachine: [CodedPlace] = []

  /// Ratings of `leftOut` count as if nobody had given them.
  init(
    _ store: TranscriptStore, _ filter: CohortFilter, without leftOut: Set<String> = []
  ) throws {
    let originals = try store.originalRatings(filter)
      .filter { one in one.rater.map { !leftOut.contains($0) } ?? true }
    var days = KnownDays()
    ratings = (try store.estimatesBesideOriginals(filter) + originals).map { one in
      RatingRow(
        session: one.session, rater: one.rater ?? "auto",
        round: one.rater == nil ? .auto : one.isSecond ? .second : .blind,
        dimension: one.dimension, score: one.level.map(Double.init),
        day: one.submitted.flatMap { days.number(of: $0) })
    }
    let codes = try store.originalCodes(filter)
      .filter { one in one.rater.map { !leftOut.contains($0) } ?? true }
    var start = 0
    while start < codes.count {
      var end = start + 1
      while end < codes.count, codes[end].rater != nil { end += 1 }
      add(codes[start], raters: codes[(start + 1)..<end])
      start = end
    }
  }

  /// A turn nobody marked says nothing: raters mark what they want to point at, and need not have gone
  /// through every turn.
  private mutating func add(_ program: OriginalCodes, raters: ArraySlice<OriginalCodes>) {
    guard let first = raters.first else { return }
    let session = program.session
    codedByMachine.append(CodedPlace(session: session, given: [first.codes, program.codes]))
    if raters.count > 1 {
      codedByPeople.append(CodedPlace(session: session, given: raters.map(\.codes)))
    }
  }
}

extension AgreementReport {
  init(_ stored: StoredOriginals, bootstrap: Bootstrap) {
    self.init(
      dimensions: ratedDimensions(stored.ratings), codedByPeople: stored.codedByPeople,
      codedByMachine: stored.codedByMachine, bootstrap: bootstrap)
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
