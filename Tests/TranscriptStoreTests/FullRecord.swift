import Foundation
import Supervision
import TranscriptModel

@testable import TranscriptStore

/// Every word in it is nowhere else: what was typed, noted and written about a trainee.
let wordsOfRecord = [
  "zebrafinch", "quokkaword", "narwhalish", "pangolinate", "wombatlike", "axolotling",
  "capybaran", "okapistripe", "tapirsnout", "kiwifeather", "echidnaform", "numbatish",
  "quollpaced", "lemurstare",
]

extension TranscriptStore {
  /// Keeps a session with something of every kind that can be kept about one; its id.
  @discardableResult
  func keepFullRecord(of trainee: String = "jo", seed: UInt64 = 1) throws -> String {
    var generator = SplitMix64(seed)
    _ = try salt(using: &generator)
    let file = PinnedFile(kind: .scenario, name: "chair.scenario", bytes: [1, 2, 3])
    let writer = try begin(newSession(trainee: trainee, files: [file]), seed: seed)
    try writer.note(.person(InventoryEntry(name: "zebrafinch", who: "sister")), turn: 1)
    try writer.append(turn(1, spoken("You feel quokkaword.")), at: time(1))
    try writer.takeBack(turn: 1)
    try writer.append(turn(1, spoken("You feel narwhalish.")), at: time(1))
    try writer.hint(turn: 2, step: 1)
    try writer.append(
      turn(2, spoken("So pangolinate again.")) + [.ended(ending)], at: time(2))
    let id = writer.session
    try keep(
      SessionSummary(
        area: "grief", phase: "middle", difficulty: 2, variation: nil, gate: .pass,
        ratings: [KeptRating(dimension: "validation", title: "Validation", level: 3)],
        tallies: [CueTally(dimension: "validation", cue: "hint", met: 1)],
        indices: [KeptIndex(name: "words a turn", value: 3, unit: "")]), of: id)
    try keep(selfRatings: ["validation": 4], of: id)
    try keep(Strain.useful, of: id)
    try keep(TraineeRecord(name: trainee, cohort: "spring", supervisor: "una"))
    try reviewFully(id, trainee, packet: String(repeating: "0", count: 15) + "\(seed)")
    try writeLetter(on: id, to: trainee)
    _ = try add(
      HeldSupervision(
        supervisor: "una", date: "2026-03-01", minutes: 50, trainees: [trainee], sessions: [id],
        goals: "A numbatish goal.", agreed: "A quollpaced drill."),
      at: time(9), using: &generator)
    try keep(
      KeptExport(
        at: time(9), who: "una", kind: .xapi, place: "/home/una/lemurstare",
        base: "https://example.org", sessions: [id]))
    try keep(
      KeptExport(
        at: time(9), who: trainee, kind: .record, place: nil, sessions: [id],
        trainees: [trainee]))
    return id
  }

  private func reviewFully(_ id: String, _ trainee: String, packet: String) throws {
    try pass("ruth", "sam", "una")
    try keep(
      ReviewPacket(
        id: packet, key: String(repeating: "a", count: 64), rater: "ruth", made: time(3),
        sessions: [id]), rating: [dimensions]
    ) { _ in }
    for (dimension, score) in zip(dimensions, [GivenScore.level(1), .pass]) {
      var rating = dimension
      (rating.score, rating.evidence, rating.turns) = (score, "A wombatlike answer.", [1])
      try keep(rating, of: id, by: "ruth", at: time(3))
    }
    try keep(CodeMark(turn: 1, code: "RF", isHeard: true), of: id, by: "ruth", at: time(3))
    _ = try submitReview(of: id, by: "ruth", at: time(4))
    _ = try assign(id, to: "sam", by: "una", at: time(4))
    try rate(id, by: "sam", 4, safety: .pass)
    var settled = Review(
      session: id, rater: "una", role: .adjudicator, begun: time(6), ratings: dimensions,
      reason: "An axolotling compromise.")
    settled.ratings[0].score = .level(3)
    settled.ratings[1].score = .pass
    try adjudicate(settled)
    try keep(
      CodeDecision(
        session: id, turn: 1, attempt: 2, position: 0, rater: "ruth", agrees: true,
        comment: "Most capybaran.", at: time(6)))
    try add(
      ReviewComment(
        session: id, author: "ruth", at: time(7), kind: .praise, place: .turn(1),
        text: "You said narwhalish, with an okapistripe."))
    try add(TraineeReply(session: id, at: time(8), text: "My tapirsnout."), by: trainee)
    try add(
      CodeContest(session: id, turn: 1, code: "RF", at: time(8), text: "A kiwifeather."),
      by: trainee)
  }
}

extension TranscriptStore {
  private func writeLetter(on id: String, to trainee: String) throws {
    _ = try draftLetter(on: id, by: "ruth", text: "An echidnaform start.", at: time(8))
    let text = "> An echidnaform end."
    _ = try keepLetter(text, on: id, by: "ruth", at: time(8))
    _ = try releaseLetter(text + "\n", on: id, by: "una", at: time(8))
    try noteReading(of: id, by: trainee, at: time(9))
    _ = try draftLetter(
      on: id, by: "una", text: "An echidnaform correction.", replacing: true, at: time(9))
  }
}

/// A response with a code on the words after its first eight characters.
private func spoken(_ text: String) -> CodedResponse {
  CodedResponse(
    text: text, sentences: [TextRange(0, text.count)],
    codes: [
      AppliedCode(
        code: "RF", name: "reflection of feeling", families: ["listening"], confidence: 0.9,
        range: TextRange(3, text.count - 1), evidence: String(text.dropFirst(3).dropLast()),
        reasons: [Reason(sign: "you feel", pull: 2)], sentence: 0)
    ], wordCount: 3, isUnderstood: true)
}

/// Words of these that stand in the store's file or in any file beside it.
func wordsLeft(_ words: [String], in folder: TemporaryFolder) throws -> [String] {
  let files = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    .filter { $0.hasPrefix("transcripts.sqlite") }
  let contents = try files.map {
    try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + $0))
  }
  return words.filter { word in contents.contains { $0.range(of: Data(word.utf8)) != nil } }
}
