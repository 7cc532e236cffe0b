import Foundation
import Testing
import TranscriptStore

@testable import Commands

/// A desk with sessions of Anna's and a packet of them for Ruth.
struct PacketDesk {
  let desk: Desk
  let page: String
  /// What was said when the packet was written.
  let said: String

  /// What somebody might type who wants to break the page.
  static let hostile =
    "<script>window.hacked = 1</script> \"I\" & 'you' </script><!-- <img src=x onerror=hacked=1> "
    + "\u{202E}live\u{202C} Anna asks: what was it like, {packet} \\u003c?"

  init(sessions: Int = 1, isCalibrated: Bool = true) throws {
    desk = try Desk()
    if isCalibrated { try desk.pass("ruth") }
    let lines =
      [Self.hostile] + (1...30).map { "You look alone with that. What was it like, \($0)?" }
    for _ in 0..<sessions {
      #expect(desk.attune("practice", "results-day", "--as", "Anna", lines: lines).status == 0)
    }
    page = desk.folder.path + "/packet.html"
    let written = desk.attune("review", "packet", "--state", "new", "--as", "ruth", "--out", page)
    said = written.errors
    #expect(written.status == 0)
    #expect(written.errors.contains("for ruth."))
  }

  var store: TranscriptStore { get throws { try TranscriptStore(path: desk.store) } }

  /// The ids behind the numbers of the packet.
  var sessions: [String] {
    get throws {
      let id = try content["id"] as? String ?? ""
      return try store.packet(id)?.sessions.compactMap(\.self) ?? []
    }
  }

  /// What attune wrote into the page.
  var content: [String: Any] {
    get throws {
      let html = try String(contentsOfFile: page, encoding: .utf8)
      let block = try #require(
        html.firstMatch(of: /<script type="application\/json" id="packet">(.*?)<\/script>/)?.1)
      return try #require(
        try JSONSerialization.jsonObject(with: Data(block.utf8)) as? [String: Any])
    }
  }

  /// A ratings file for some sessions of the packet, sealed as its page seals it; `change` may do
  /// what the page would not.
  func ratingsFile(
    _ numbers: [Int] = [1], key: String? = nil, change: (inout [String: Any]) -> Void = { _ in }
  ) throws -> String {
    let packet = try content
    let rubrics = try #require(packet["rubrics"] as? [[String: Any]])
    let ratings = rubrics.map { rubric -> [String: Any] in
      let isGate = rubric["isGate"] as? Bool == true
      return [
        "dimension": rubric["id"] ?? "", "rubric": rubric["hash"] ?? "",
        "score": isGate ? "na" : "4", "evidence": isGate ? "" : "She waits.",
        "turns": isGate ? [] : [1, 2],
      ]
    }
    let sessions = numbers.map { number -> [String: Any] in
      [
        "number": number, "submitted": "2026-03-01T09:30:00Z", "ratings": ratings,
        "marks": [], "decisions": [], "comments": [],
      ]
    }
    var file: [String: Any] = [
      "packet": packet["id"] ?? "", "rater": "ruth", "sessions": sessions,
    ]
    change(&file)
    let text = String(
      decoding: try JSONSerialization.data(withJSONObject: file, options: .sortedKeys),
      as: UTF8.self)
    let digits = Array(try #require(key ?? packet["key"] as? String))
    let bytes = stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(digits[$0..<$0 + 2]), radix: 16)
    }
    let envelope: [String: Any] = [
      "format": "attune-ratings", "version": 1, "content": text,
      "digest": keyedDigest(of: Array(text.utf8), key: bytes),
    ]
    let data = try JSONSerialization.data(withJSONObject: envelope)
    return try desk.write(String(decoding: data, as: UTF8.self), to: "back.attune-ratings")
  }

  func imported(_ file: String) -> Outcome { desk.attune("review", "import", file) }
}

extension [String: Any] {
  /// Changes the first session of a ratings file.
  mutating func session(_ change: (inout [String: Any]) -> Void) {
    var sessions = self["sessions"] as? [[String: Any]] ?? []
    guard !sessions.isEmpty else { return }
    change(&sessions[0])
    self["sessions"] = sessions
  }
}
