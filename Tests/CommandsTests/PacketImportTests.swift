import Foundation
import Supervision
import Testing
import TranscriptStore

@testable import Commands

@Suite("A ratings file that comes back of a packet")
struct PacketImportTests {
  @Test("is practice where its rater has not passed calibration, and the packet says it before")
  func practice() throws {
    let desk = try PacketDesk(isCalibrated: false)
    #expect(desk.said.contains("ruth has not passed calibration: what ruth submits is practice"))
    let imported = desk.imported(try desk.ratingsFile())
    #expect(imported.output.contains("a first rater who has not passed"))
    #expect(imported.errors.contains("1 rating is practice and not counted"))
    #expect(try desk.store.reviewed(desk.sessions[0]).reviews.map(\.isPractice) == [true])
    let calibrated = try PacketDesk()
    #expect(!calibrated.said.contains("calibration"))
    #expect(!calibrated.imported(try calibrated.ratingsFile()).errors.contains("practice"))
  }

  @Test("is taken in once, and a later file may bring more sessions and more words")
  func onceAndMore() throws {
    let desk = try PacketDesk(sessions: 2)
    let first = desk.imported(try desk.ratingsFile([1]))
    #expect(first.status == 0)
    let sessions = try desk.sessions
    #expect(first.output.hasPrefix("\(sessions[0]): rated."))
    let review = try #require(try desk.store.reviewed(sessions[0]).reviews.first)
    #expect(review.rater == "ruth" && review.submitted != nil)
    #expect(review.ratings.filter { !$0.isGate }.allSatisfy { $0.score == .level(4) })
    #expect(try desk.store.reviewed(sessions[1]).reviews.first?.submitted == nil)

    let again = desk.imported(try desk.ratingsFile([1]))
    #expect(
      again
        == Outcome(
          status: 1, output: "",
          errors: "error: all of this was taken in before\nhelp: there is nothing to do\n"))
    let comment: [String: Any] = [
      "kind": "praise", "turn": 2, "start": 4, "end": 8, "text": "You say what you see.",
      "at": "2026-03-01T09:40:00Z",
    ]
    let more = try desk.ratingsFile([1, 2]) { $0.session { $0["comments"] = [comment] } }
    #expect(
      desk.imported(more).output.rows.map { $0.dropFirst(10) }.first == "taken in before. 1 remark."
    )
    let comments = try desk.store.reviewed(sessions[0]).comments
    #expect(comments.map(\.place) == [.words(turn: 2, start: 4, end: 8)])
    #expect(try desk.store.reviewed(sessions[1]).reviews.first?.submitted != nil)

    let other = try desk.ratingsFile([1]) {
      $0.session { session in
        var ratings = session["ratings"] as? [[String: Any]] ?? []
        ratings[0]["score"] = "2"
        session["ratings"] = ratings
      }
    }
    #expect(desk.imported(other).errors.contains("taken in before with other ratings"))
  }

  @Test("with one session that does not fit is not taken in at all")
  func allOrNothing() throws {
    let desk = try PacketDesk(sessions: 2)
    func refusal(
      _ numbers: [Int] = [1], _ change: @escaping (inout [String: Any]) -> Void
    ) throws -> String {
      let outcome = desk.imported(try desk.ratingsFile(numbers, change: change))
      #expect(outcome.status == 2 && outcome.output.isEmpty)
      return outcome.errors.rows.first ?? ""
    }
    func rating(_ key: String, _ value: Any) -> (inout [String: Any]) -> Void {
      { file in
        file.session { session in
          var ratings = session["ratings"] as? [[String: Any]] ?? []
          ratings[0][key] = value
          session["ratings"] = ratings
        }
      }
    }
    #expect(
      try refusal([2, 1], rating("rubric", "0"))
        == "error: session 2 of the packet is rated on another Validation than it was played with")
    #expect(
      try refusal([1], rating("evidence", " "))
        == "error: the rating of session 1 of the packet lacks Validation")
    #expect(try refusal([1], rating("score", "pass")).hasSuffix("lacks Validation"))
    #expect(
      try refusal([1], rating("turns", [1, 9_000_000_000]))
        == "error: session 1 of the packet has no turn 9000000000")
    #expect(try refusal([1, 2, 1]) { _ in } == "error: session 1 of the packet stands there twice")
    #expect(try refusal([3]) { _ in } == "error: the packet has no session 3")
    #expect(try refusal([.min]) { _ in } == "error: the packet has no session \(Int.min)")
    #expect(try refusal([-9]) { _ in } == "error: the packet has no session -9")
    #expect(try refusal([]) { _ in } == "error: no session of the packet was submitted")
    #expect(
      try refusal([1]) {
        $0.session { $0["marks"] = [["turn": 1, "code": "XX", "isHeard": true]] }
      }
        == "error: session 1 of the packet has no such code in turn 1")
    #expect(try refusal { $0["packet"] = "0" } == "error: this store has written no such packet")
    for session in try desk.sessions {
      #expect(try desk.store.reviewed(session).reviews.map(\.submitted) == [nil])
    }
  }

  @Test("that was altered, or sealed with another key, is refused")
  func altered() throws {
    let desk = try PacketDesk()
    let name = "back.attune-ratings"
    let expected = "error: '\(desk.desk.folder.path)/\(name)' is not as the packet wrote it"
    let file = try desk.ratingsFile()
    let text = try String(contentsOfFile: file, encoding: .utf8)
    _ = try desk.desk.write(text.replacing("She waits.", with: "She waits!"), to: name)
    #expect(desk.imported(file).errors.rows.first == expected)
    let key = String(repeating: "ab", count: 32)
    #expect(desk.imported(try desk.ratingsFile(key: key)).errors.rows.first == expected)
    _ = try desk.desk.write("{\"format\": \"attune\"}", to: name)
    #expect(
      desk.imported(file).errors.hasSuffix(
        "is not a ratings file\nhelp: the page of the packet writes it: 'Write the ratings file'\n")
    )
  }

  @Test("of any bytes is refused and nothing else")
  func anyBytes() throws {
    let desk = try PacketDesk()
    let whole = try [UInt8](Data(contentsOf: URL(filePath: desk.ratingsFile())))
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<60 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...8, using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = .random(in: 0...255)
      }
      bytes.removeLast(Int.random(in: 0...40, using: &generator))
      guard bytes != whole else { continue }
      let file = desk.desk.folder.path + "/any.attune-ratings"
      try Data(bytes).write(to: URL(filePath: file))
      #expect(desk.imported(file).status == 2)
    }
  }

  @Test("leaves out a session that was deleted since")
  func deleted() throws {
    let desk = try PacketDesk(sessions: 2)
    try desk.store.delete(try desk.sessions[0])
    let outcome = desk.imported(try desk.ratingsFile([1, 2]))
    #expect(outcome.status == 0)
    #expect(outcome.output.components(separatedBy: ": rated").count == 2)
    #expect(
      outcome.errors == "session 1 of the packet was deleted since, and is left out\n")
  }

  @Test("keeps a comment on words of a turn with a hidden name on the turn, with the words")
  func hiddenName() throws {
    let desk = try PacketDesk()
    let comment: [String: Any] = [
      "kind": "question", "turn": 1, "start": 0, "end": 8, "text": "What is this?", "at": "",
    ]
    let file = try desk.ratingsFile { $0.session { $0["comments"] = [comment] } }
    #expect(desk.imported(file).status == 0)
    let kept = try desk.store.reviewed(desk.sessions[0]).comments
    #expect(kept.map(\.place) == [.turn(1)])
    #expect(kept.map(\.text) == ["“<script>”: What is this?"])
  }

  @Test("places in code points become places of whole characters")
  func places() {
    #expect(characters(of: "abc", from: 1, to: 2) == 1..<2)
    #expect(characters(of: "e\u{301}x", from: 1, to: 2) == 0..<1)
    #expect(characters(of: "👩‍👧 so", from: 0, to: 1) == 0..<1)
    #expect(characters(of: "abc", from: 0, to: 4) == nil)
    #expect(characters(of: "abc", from: 2, to: 2) == nil)
    #expect(characters(of: "abc", from: -1, to: .max) == nil)
    #expect(characters(of: "", from: 0, to: 1) == nil)
  }

  @Test("leaves out what its rater submitted elsewhere or gave back, and keeps the comments on it")
  func elsewhere() throws {
    let desk = try PacketDesk(sessions: 3)
    let sessions = try desk.sessions
    let rated = desk.desk.attune(
      "review", "rate", sessions[0], "--as", "ruth",
      lines: ["2", "No.", "1", "na", "na", "na", "s", "y"])
    #expect(rated.output.contains("Submitted."))
    _ = desk.desk.attune("review", "return", sessions[1], "--as", "ruth")
    let comment: [String: Any] = ["kind": "praise", "turn": 2, "text": "You wait.", "at": ""]
    let file = try desk.ratingsFile([1, 2, 3]) { $0.session { $0["comments"] = [comment] } }
    let imported = desk.imported(file)
    #expect(imported.status == 0)
    let words = imported.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      words.contains(
        "number 1 of the packet is left out: its rater has submitted it elsewhere. 1 remark."))
    #expect(words.contains("number 2 of the packet is left out: it was given back."))
    #expect(words.contains("\(sessions[2]): rated."))
    let first = try desk.store.reviewed(sessions[0])
    #expect(first.reviews[0].ratings[0].score == .level(2))
    #expect(first.comments.map(\.text) == ["You wait."])
    #expect(try desk.store.reviewed(sessions[1]).reviews.isEmpty)
    #expect(desk.imported(file).status == 1)
  }

  @Test("brings each of two comments that differ in their words only, and no older decision")
  func ordersAndPlaces() throws {
    let desk = try PacketDesk()
    desk.desk.date = "2026-03-02"
    func comment(_ start: Int, _ end: Int) -> [String: Any] {
      ["kind": "praise", "turn": 2, "start": start, "end": end, "text": "Good.", "at": ""]
    }
    func decision(_ agrees: Bool, _ hour: String) -> [String: Any] {
      [
        "turn": 2, "position": 0, "agrees": agrees, "comment": "",
        "at": "2026-03-01T\(hour):00:00Z",
      ]
    }
    func file(_ decision: [String: Any]) throws -> String {
      try desk.ratingsFile {
        $0.session {
          $0["comments"] = [comment(0, 3), comment(4, 8)]
          $0["decisions"] = [decision]
        }
      }
    }
    #expect(desk.imported(try file(decision(true, "12"))).output.contains("3 remarks."))
    let kept = try desk.store.reviewed(desk.sessions[0])
    #expect(kept.comments.count == 2 && kept.decisions.map(\.agrees) == [true])
    #expect(desk.imported(try file(decision(false, "11"))).status == 1)
    #expect(try desk.store.reviewed(desk.sessions[0]).decisions.map(\.agrees) == [true])
    #expect(desk.imported(try file(decision(false, "13"))).status == 0)
    #expect(try desk.store.reviewed(desk.sessions[0]).decisions.map(\.agrees) == [false])
  }
}
