import Diagnostics
import Supervision
import TranscriptStore

private struct TakenInLine: Encodable {
  let version = 1
  let session: String
  let rated: Bool
  let remarks: Int
  /// Why its ratings were not wanted.
  let leftOut: String?
  let state: String
}

/// `attune review import`: what came back of a packet.
func importRatings(_ run: Run) throws -> Int32 {
  let name = run.command.argument(0) ?? ""
  let file =
    name == "-"
    ? SourceFile(name: "-", bytes: try run.surroundings.streams.input.readToEnd())
    : try readSource(name)
  let who = run.command.string("as") ?? "somebody"
  guard try run.checked(who, "who takes it in") != nil else { return 2 }
  let store = try run.store()
  do {
    let (ratings, packet) = try readRatingsFile(file, in: store)
    let reviewer = PacketReviewer(store: store, packet: packet, now: run.surroundings.now())
    var seen: Set<Int> = []
    var reviews: [PacketReview] = []
    for session in ratings.sessions {
      guard seen.insert(session.number).inserted else {
        throw PacketRefusal.sessionRepeated(number: session.number)
      }
      if let review = try reviewer.review(session) {
        reviews.append(review)
      } else {
        try run.errors.paragraph(
          "session \(session.number) of the packet was deleted since, and is left out")
      }
    }
    guard !reviews.isEmpty else { throw PacketRefusal.nothingSubmitted }
    let taken = try store.takeIn(
      reviews, of: packet, by: who, at: run.surroundings.now(), try run.settings().passRule)
    for one in taken { try show(one, run) }
    let practice = try taken.count { one in
      try one.isRated
        && store.reviewed(one.session).reviews.contains {
          $0.rater == packet.rater && $0.isPractice
        }
    }
    if practice > 0 {
      let what = practice == 1 ? "1 rating is" : "\(practice) ratings are"
      try run.errors.paragraph("\(what) practice and not counted: \(notCalibrated)")
    }
    return taken.contains { $0.isRated || $0.remarks > 0 } ? 0 : 1
  } catch let refusal as PacketRefusal {
    _ = try run.fail(refusal.message, help: refusal.help)
    return refusal == .takenInBefore ? 1 : 2
  }
}

private func show(_ taken: TakenIn, _ run: Run) throws {
  if run.wantsJSON {
    try run.writeJSON(
      TakenInLine(
        session: taken.session, rated: taken.isRated, remarks: taken.remarks,
        leftOut: taken.leftOut?.words, state: taken.standing.state.rawValue))
    return
  }
  let rated =
    taken.leftOut.map { "number \(taken.number) of the packet is left out: \($0.words)." }
    ?? (taken.isRated ? "rated. \(taken.standing.words)" : "taken in before.")
  let remarks = taken.remarks > 0 ? " \(count(taken.remarks, "remark"))." : ""
  try run.output.labelled("\(taken.session):", rated + remarks)
}

extension TakenIn.LeftOut {
  fileprivate var words: String {
    switch self {
    case .ratedElsewhere: "its rater has submitted it elsewhere"
    case .givenBack: "it was given back"
    }
  }
}
