import Agreement
import Rubrics
import Supervision
import Terminal

/// What a rater reads of her calibration.
struct KitPage {
  let run: Run
  let kit: CalibrationKit
  let rater: String
  let attempts: [KitAttempt]
  let standing: RaterCalibration

  private var page: Page { run.output }

  /// The last attempt, where it is one at this kit.
  var current: KitAttempt? { attempts.last.flatMap { $0.kit == kit.hash ? $0 : nil } }

  /// The finished ones, the first one first.
  var finished: [KitAttempt] { attempts.filter { $0.ended != nil } }

  /// Titles of rubrics whose files are others than those the last pass was given for.
  var changedRubrics: [String] {
    guard let passed = finished.last, passed.hasPassed == true else { return [] }
    var now: [String: String] = [:]
    for rating in kit.unrated.flatMap(\.ratings) { now[rating.dimension] = rating.hash }
    var titles: [String] = []
    for rating in passed.anchors.flatMap(\.ratings)
    where now[rating.dimension] != rating.hash && !titles.contains(rating.title) {
      titles.append(rating.title)
    }
    return titles
  }

  // MARK: - Where she stands

  /// The transcripts by number and title, never how strong they are.
  func show() throws {
    try page.heading("Calibration kit: \(count(kit.anchors.count, "transcript"))")
    for (place, anchor) in kit.anchors.enumerated() {
      try page.labelled("\(place + 1)", "\(anchor.title): \(progress(place))")
    }
    for attempt in finished { try showResult(of: attempt) }
    try showDrift()
    try showStanding()
    guard current?.ended == nil else { return }
    try run.errors.paragraph(
      "'attune review calibrate next --as \(rater)' goes on.", as: .faint)
  }

  private func progress(_ place: Int) -> String {
    guard let rating = current?.rating(of: kit.anchors[place].id) else { return "not begun" }
    if rating.submitted != nil { return "done" }
    let given = rating.ratings.count(where: \.isComplete)
    return rating.begun == nil ? "not begun" : "\(given) of \(rating.ratings.count) rated"
  }

  func showStanding() throws {
    try page.blank()
    try page.paragraph(standing.words(for: rater) + ".")
    if !standing.counts {
      try page.paragraph(
        "Until it is passed, what \(rater) submits is practice and does not count.")
    }
    if standing.state == .passed || standing.state == .due, let passed = finished.last {
      if !changedRubrics.isEmpty {
        try page.paragraph(
          "The pass is for an older version of \(changedRubrics.joined(separator: ", ")).")
      }
      if passed.kit != kit.hash { try page.paragraph("The pass is for another kit.") }
    }
    if standing.state != .passed, current?.ended != nil {
      try page.paragraph(
        "'attune review calibrate next --again --as \(rater)' begins a new attempt with all of it.")
    }
  }

  // MARK: - Results

  func showResult(of attempt: KitAttempt) throws {
    let result = KitResult(of: attempt.anchors)
    let day = attempt.ended?.prefix(10) ?? ""
    try page.blank()
    try page.heading(
      "Attempt \(attempt.number), \(day): \(attempt.hasPassed == true ? "passed" : "not passed")")
    // Where nothing stands beneath it, there is nothing to tell.
    guard !attempt.anchors.isEmpty else { return }
    let interval = result.correlation?.interval.map {
      ", 95 % \(hundredths($0.low)) to \(hundredths($0.high))"
    }
    try page.item(
      "ICC(2,1) \(hundredths(result.correlation?.value))\(interval ?? "") over "
        + "\(count(result.units, "rating")); \(hundredths(KitResult.leastCorrelation)) or more passes"
    )
    try page.item(
      "mean distance from gold \(hundredths(result.distance)) levels, on the whole "
        + "\(result.difference.map(signed) ?? "—"); "
        + "\(hundredths(KitResult.mostDistance)) or less passes too")
    if result.isTooFew {
      try page.item(
        "too few: it takes \(KitResult.fewestUnits) ratings where neither you nor gold say na")
    }
    for one in result.dimensions {
      try page.item("\(one.title): \(one.words) over \(count(one.units, "rating"))")
    }
    if result.gates > 0 {
      try page.item("gates: \(result.gatesAsGold) of \(result.gates) as in gold")
    }
  }

  /// Leniency against gold, and how it has changed since the first attempt.
  private func showDrift() throws {
    let all = finished.compactMap { KitResult(of: $0.anchors).difference }
    guard let last = all.last else { return }
    var words = "Leniency: \(signed(last)) levels against gold"
    if let first = all.first, all.count > 1 {
      words += "; \(signed(last - first)) since the first attempt"
    }
    try page.blank()
    try page.paragraph(words + ".")
  }

  // MARK: - One transcript beside gold

  func compare(_ rating: AnchorRating, _ anchor: AnchorTranscript) throws {
    try page.heading("\(anchor.title): \(anchor.strength.rawValue) work")
    for own in rating.ratings {
      let gold = anchor.gold(on: own.dimension)
      let score = rating.gold[own.dimension] ?? .notApplicable
      try page.blank()
      try page.paragraph("\(own.title): \(difference(own.score, score))")
      try page.labelled("You:", own.words)
      let turns = gold?.turns ?? []
      let shown = turns.isEmpty ? "" : ", " + turnWords(turns)
      try page.labelled("Gold:", "\(score.rawValue)\(shown): \(gold?.reason ?? "")")
      let unseen = turns.filter { !own.turns.contains($0) }
      let alone = own.turns.filter { !turns.contains($0) }
      if !unseen.isEmpty, !own.turns.isEmpty {
        try page.labelled("Only gold:", turnWords(unseen))
      }
      if !alone.isEmpty {
        try page.labelled("Only you:", turnWords(alone))
      }
    }
  }

  private func difference(_ given: GivenScore?, _ gold: GivenScore) -> String {
    guard let given, given != gold else { return "as in gold" }
    guard let own = given.level, let level = gold.level else {
      return "you \(given.rawValue), gold \(gold.rawValue)"
    }
    return "\(count(abs(own - level), "level")) \(own > level ? "higher" : "lower") than gold"
  }
}

extension KitAttempt {
  func rating(of anchor: String) -> AnchorRating? { anchors.first { $0.anchor == anchor } }
}

/// `turns 2, 3`
private func turnWords(_ turns: [Int]) -> String {
  "turn\(turns.count == 1 ? "" : "s") " + turns.map(String.init).joined(separator: ", ")
}

extension KitResult.Dimension {
  /// `+.33 against gold, .67 levels apart`
  var words: String {
    guard let difference, let distance else { return "—" }
    return "\(signed(difference)) against gold, \(hundredths(distance)) levels apart"
  }
}
