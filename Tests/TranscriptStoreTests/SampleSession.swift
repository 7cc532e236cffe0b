import Foundation
import TranscriptModel

@testable import TranscriptStore

/// A folder that is gone after the test.
final class TemporaryFolder {
  let path: String

  init() throws {
    path = NSTemporaryDirectory() + "attune-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var store: String { path + "/transcripts.sqlite" }
}

/// Steele, Lea & Flood 2014.
struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  init(_ seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}

let patient = Utterance(
  speaker: "Mira", text: "(looks away) He never asks.", cues: ["hint"], gist: ["feels unseen"],
  better: BetterSentence(sentence: "You feel alone with it.", reason: "It names the feeling."))

let ending = SessionEnding(name: "together", grade: "good", debrief: "She could stay with it.")

func newSession(
  trainee: String = "jo", started: String = "2026-03-01T09:30:00Z", files: [PinnedFile] = []
) -> NewSession {
  NewSession(
    trainee: trainee, title: "The empty chair", started: started, mode: .coach,
    choicesShown: false, attuneVersion: "0.1", states: ["trust": 3, "risk": 0], files: files)
}

func opening(scenario: String = "empty-chair", seed: UInt64 = 7) -> [SessionEvent] {
  [.began(scenario: scenario, seed: seed), .entered(beat: "hello"), .said(patient)]
}

func response(_ text: String = "You feel alone.") -> CodedResponse {
  CodedResponse(
    text: text, sentences: [TextRange(0, 15)],
    codes: [
      AppliedCode(
        code: "RF", name: "reflection of feeling", families: ["listening", "reflection"],
        confidence: 0.1 + 0.2, range: TextRange(0, 8), evidence: "You feel",
        reasons: [Reason(sign: "you feel", pull: 2.5), Reason(sign: "hedge", pull: -0.1)],
        sentence: 0, weight: 0.5, remark: "said before"),
      AppliedCode(
        code: "ST", name: "statement", families: [], confidence: 1, range: TextRange(9, 15),
        evidence: "alone", sentence: 0),
    ], wordCount: 3, isUnderstood: true, topics: ["mother"])
}

func turn(_ number: Int, _ response: CodedResponse = response()) -> [SessionEvent] {
  [
    .responded(turn: number, response),
    .changed(state: "trust", from: number + 2, to: number + 3, reason: "reflection"),
    .ruleFired(beat: "hello", rule: "when reflection", line: 41),
    .said(patient),
  ]
}

/// A time `seconds` after half past nine; below sixty.
func time(_ seconds: Int) -> String {
  "2026-03-01T09:30:" + (seconds < 10 ? "0" : "") + "\(seconds)Z"
}

extension TranscriptStore {
  func begin(_ session: NewSession = newSession(), seed: UInt64 = 1) throws -> SessionWriter {
    var generator = SplitMix64(seed)
    return try begin(session, opening: opening(), using: &generator)
  }

  /// The numbers that `sql` finds in its first column, which must be called `n`.
  func numbers(_ sql: String) throws -> [Int] {
    try database.rows(sql) { $0.int("n") }
  }
}
