import Foundation
import Supervision
import Terminal
import Testing
import TranscriptModel
import TranscriptStore

@testable import Commands

@Suite("Agreement from the store")
struct StoredAgreementTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try makeRatedLibrary(at: desk.folder.appending(path: "library"))
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/library"
    try desk.pass("ruth", "sam", "una", "vera")
  }

  private let said = [
    "You set two cups, and you miss her.", "Of course an ordinary morning hurts now.",
    "You should take the bell down.", "What is that like for you, right now?",
    "You feel alone with it. What is that like for you?", "What do you hope for?",
  ]

  private func rate(_ session: String, as rater: String, _ level: Int, turns: [Int]) {
    let marks = turns.map { turn in
      turn % 2 == 0 || rater == "sam" ? "+open question \(turn)" : "+simple reflection \(turn)"
    }
    let lines =
      marks + (0..<3).flatMap { ["\(min(5, level + $0))", "It shows.", "1"] }
      + ["pass", "It shows.", "1", "s", "y"]
    let outcome = desk.run(["review", "rate", session, "--as", rater], lines: lines)
    #expect(outcome.output.contains("Submitted."), "\(outcome)")
  }

  /// Three sessions that two people rated, with a mark in every turn, or only in the second.
  private func rated(everyTurn: Bool) throws -> [String] {
    try (1...3).map { number in
      _ = desk.run(["practice", "the-second-cup", "--as", "anna"], lines: said)
      let id = desk.newest
      let count = try TranscriptStore(path: desk.store).load(id).turns.count
      let turns = everyTurn ? Array(1...count) : [2]
      rate(id, as: "ruth", number, turns: turns)
      guard desk.attune("review", "list", "--state", "needs-second-rater").output.contains(id)
      else { return id }
      rate(id, as: "sam", number + (number == 3 ? 1 : 0), turns: turns)
      return id
    }
  }

  @Test("says the same as the exported tables where a rater has marked every turn")
  func sameAsTables() throws {
    _ = try rated(everyTurn: true)
    let out = desk.folder.path + "/tables"
    #expect(desk.attune("transcript", "export", "--out", out).status == 0)
    let tables = desk.attune(
      "agreement", out + "/ratings.csv", out + "/codes.csv", "--json")
    let store = desk.attune("agreement", "--json")
    #expect(tables.status == 0 && store.status == 0)
    #expect(store.output == tables.output)
    #expect(store.output.contains("\"machineCodes\":[{"))
  }

  @Test(
    "says the same as the exported tables where raters marked some turns, or said no, or practise")
  func sameWithGaps() throws {
    let ids = try rated(everyTurn: false)
    for (rater, marks) in [
      ("una", ["+open question 1"]), ("new", ["-advice without permission 3"]),
    ] {
      _ = desk.run(["practice", "the-second-cup", "--as", "anna"], lines: said)
      let id = desk.newest
      let scores = (0..<3).flatMap { _ in ["3", "It shows.", "1"] }
      let more = ["-advice without permission 3", "+simple reflection 2"]
      _ = desk.run(
        ["review", "rate", id, "--as", rater],
        lines: marks + more + scores + ["pass", "It shows.", "1", "s", "y"])
    }
    let out = desk.folder.path + "/tables"
    #expect(desk.attune("transcript", "export", "--out", out).status == 0)
    for more in [[], ["--practice"]] {
      let tables = desk.run(
        ["agreement", out + "/ratings.csv", out + "/codes.csv", "--json"] + more, lines: [])
      let store = desk.run(["agreement", "--json"] + more, lines: [])
      #expect(tables.status == 0 && store.output == tables.output)
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(store.output.utf8)) as? [String: Any])
      let codes = try #require(object["machineCodes"] as? [[String: Any]])
      // Of Una three turns, of the rater who practises two.
      let turns = ids.count + 3 + (more.isEmpty ? 0 : 2)
      #expect(codes.allSatisfy { $0["n"] as? Int == turns }, "\(more)")
    }
  }

  @Test("a turn in which a rater marked nothing says nothing")
  func unmarkedTurns() throws {
    let ids = try rated(everyTurn: false)
    let text = desk.attune("agreement", "--json").output
    let object = try #require(
      JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    let codes = try #require(object["machineCodes"] as? [[String: Any]])
    #expect(!codes.isEmpty && codes.allSatisfy { $0["n"] as? Int == ids.count })
  }

  @Test("filters are of the store, and what was settled together does not count")
  func filters() throws {
    _ = try rated(everyTurn: false)
    #expect(desk.attune("agreement", "--since", "2026-03-02").status == 2)
    #expect(desk.attune("agreement", "--cohort", "spring").status == 2)
    #expect(desk.attune("agreement", "--scenario", "the-second-cup", "--json").status == 0)
    let file = try desk.write("session_id,rater,round,dimension,score\n", to: "r.csv")
    #expect(desk.attune("agreement", file, "--cohort", "spring").status == 64)
    let store = try TranscriptStore(path: desk.store)
    #expect(try store.originalRatings(CohortFilter()).allSatisfy { $0.rater != nil })
  }

  @Test("the page is its owner's alone, and replaces nothing without --force")
  func writtenOnce() throws {
    let page = try desk.write("mine", to: "page.html")
    let refused = desk.attune("cohort", "--html", page)
    #expect(refused.status == 2 && refused.errors.contains("'\(page)' is there already"))
    #expect(try String(contentsOfFile: page, encoding: .utf8) == "mine")
    #expect(desk.attune("cohort", "--html", page, "--force").status == 0)
    let mode = try FileManager.default.attributesOfItem(atPath: page)[.posixPermissions]
    #expect(mode as? Int == 0o600)
  }
}
