import Supervision
import Terminal
import TranscriptStore

/// `attune review calibrate`: where a rater stands with the kit, or one transcript of it to rate.
func calibrateRater(_ run: Run) throws -> Int32 {
  guard let rater = try run.person("the rater") else { return 64 }
  let store = try run.store()
  let kit = try CalibrationKit(run.library())
  guard !kit.anchors.isEmpty else {
    return try run.fail(
      "this library has no calibration kit", help: "put anchors into Rubrics/Anchors")
  }
  let name = run.command.argument(0)
  let isAgain = run.command.isSet("again")
  let now = run.surroundings.now()
  let named = try name.flatMap { $0.lowercased() == "next" ? nil : try kit.place(of: $0) }
  if isAgain {
    _ = try store.beginKit(kit.hash, kit.unrated, by: rater, isAgain: true, at: now)
  }
  let page = KitPage(
    run: run, kit: kit, rater: rater, attempts: try store.kitAttempts(of: rater),
    standing: try run.calibration(of: rater, in: store))
  if run.wantsJSON {
    try run.writeJSON(KitJSON(page))
    return 0
  }
  guard name != nil else {
    try page.show()
    return 0
  }
  let current = page.current
  let place: Int
  if let named {
    place = named
    if let done = current?.rating(of: kit.anchors[place].id), done.submitted != nil {
      try page.compare(done, kit.anchors[place])
      return 0
    }
  } else {
    guard current?.ended == nil else { throw KitRefusal.attemptIsOver(rater: rater) }
    place =
      kit.anchors.firstIndex { current?.rating(of: $0.id)?.submitted == nil } ?? 0
  }
  let anchor = kit.anchors[place]
  _ = try store.beginKit(kit.hash, kit.unrated, by: rater, isAgain: false, at: now)
  let draft = try store.beginAnchor(anchor.id, by: rater, at: now)
  let transcript = BlindTranscript(anchor)
  try run.output.heading("\(place + 1) of \(kit.anchors.count): \(anchor.title)")
  let given = draft.ratings.count { $0.score != nil }
  if given > 0 || !draft.marks.isEmpty {
    try run.output.paragraph("You go on: \(given) of \(draft.ratings.count) rated.", as: .faint)
  }
  try run.output.blank()
  try transcript.show(on: run.output)
  return try RatingDesk(
    run: run,
    keeper: AnchorKeeper(run: run, store: store, kit: kit, place: place, rater: rater),
    ratings: draft.ratings, marks: draft.marks, transcript: transcript, rubrics: kit.rubrics,
    codebook: kit.codebook
  ).work()
}

/// Keeps the rating of an anchor; afterwards gold stands beside it.
private struct AnchorKeeper: RatingKeeper {
  let run: Run
  let store: TranscriptStore
  let kit: CalibrationKit
  let place: Int
  let rater: String

  private var anchor: String { kit.anchors[place].id }
  var command: String { "review calibrate \(place + 1) --as \(rater)" }

  func keep(_ rating: DimensionRating) throws {
    try store.keep(rating, ofAnchor: anchor, by: rater)
  }

  func keep(_ mark: CodeMark) throws { try store.keep(mark, ofAnchor: anchor, by: rater) }

  func takeBack(_ mark: CodeMark) throws { try store.takeBack(mark, ofAnchor: anchor, by: rater) }

  func submit() throws {
    let attempt = try store.submitAnchor(anchor, by: rater, at: run.surroundings.now())
    try run.output.paragraph("Submitted.")
    let page = KitPage(
      run: run, kit: kit, rater: rater, attempts: try store.kitAttempts(of: rater),
      standing: try run.calibration(of: rater, in: store))
    try run.output.blank()
    if let done = attempt.rating(of: anchor) {
      try page.compare(done, kit.anchors[place])
    }
    if attempt.ended != nil {
      try page.showResult(of: attempt)
      try page.showStanding()
    } else {
      let left = attempt.anchors.count { $0.submitted == nil }
      try run.errors.paragraph(
        "\(left) of \(attempt.anchors.count) left: 'attune review calibrate next --as \(rater)'.",
        as: .faint)
    }
  }
}
