import Rubrics
import Supervision
import TranscriptStore

/// `attune review rate`: one session, blind.
func rateSession(_ run: Run) throws -> Int32 {
  guard let rater = try run.person("the rater") else { return 64 }
  let (store, id) = try run.storeAndSession()
  let session = try store.load(id)
  // The rules compare with the estimates; an earlier attune kept none.
  try keepMissingSummary(of: session, try openPinned(session), in: store)
  let pinned = try openForRating(session)
  let review = try store.beginReview(
    of: id, by: rater, rating: pinned.dimensions, at: run.surroundings.now())
  let transcript = BlindTranscript(session)
  try run.tellCalibration(of: rater, in: store)
  try run.output.heading("Session \(id): \(transcript.title)")
  let given = review.ratings.count(where: { $0.score != nil })
  if given > 0 || !review.marks.isEmpty {
    try run.output.paragraph(
      "You go on: \(given) of \(review.ratings.count) rated.", as: .faint)
  }
  try run.output.blank()
  try transcript.show(on: run.output)
  return try RatingDesk(
    run: run,
    keeper: SessionKeeper(run: run, store: store, session: id, rater: rater),
    ratings: review.ratings, marks: review.marks, transcript: transcript,
    rubrics: pinned.rubrics, codebook: pinned.codebook
  ).work()
}

/// What a person rates in a session: the rubrics of its scenario, by the files it was played with.
func dimensions(of pinned: PinnedLibrary, _ session: StoredSession) -> [DimensionRating] {
  dimensions(
    pinned.rubrics, hashes: session.readRubrics(pinned.library.codebook).hashes)
}

/// Rubrics as dimensions without scores, each id once; hashes of their files by id.
func dimensions(_ rubrics: [Rubric], hashes: [String: String]) -> [DimensionRating] {
  var seen: Set<String> = []
  return rubrics.filter { seen.insert($0.id).inserted }.map { rubric in
    DimensionRating(
      dimension: rubric.id, title: rubric.title, isGate: rubric.kind == .gate,
      version: rubric.version, hash: hashes[rubric.id] ?? "")
  }
}
