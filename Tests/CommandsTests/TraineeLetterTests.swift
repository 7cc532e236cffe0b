import Foundation
import Supervision
import Terminal
import Testing

@testable import Commands
@testable import TranscriptStore

extension Desk {
  /// A session that ruth has rated and that is final; its id.
  func ratedSession(of trainee: String = "anna") throws -> String {
    let id = try recordSession(as: trainee)
    let store = try TranscriptStore(path: store)
    if try store.reviewed(id).standing.state != .released {
      // By lot, or for what the program says, it takes a second rater.
      let lines = Array(repeating: ["4", "It shows.", "1 2"], count: 3).flatMap(\.self)
      _ = run(
        ["review", "rate", id, "--as", "sam"], lines: lines + ["pass", "It shows.", "1", "s", "y"])
    }
    #expect(try store.reviewed(id).standing.state == .released)
    return id
  }
}

@Suite("What a trainee gets back")
struct TraineeLetterTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func rated() throws -> String { try desk.ratedSession() }

  private func letter(_ id: String, _ words: String...) -> Outcome {
    desk.run(["review", "letter", id, "--as", "ruth"] + words, lines: [])
  }

  @Test("the trainee reads ratings, letter and comments, and no name but that of who signed")
  func trainee() throws {
    let id = try rated()
    _ = desk.attune(
      "review", "comment", id, "--as", "quagga", "--turn", "2", "--words", "SUM", "Why?")
    #expect(
      desk.attune("letter", "--as", "anna").output
        == "\(id) unread, The second cup, ended 2026-03-01, ratings\n")
    let file = try desk.write("# Well\n\n> Two cups.\n", to: "letter.md")
    _ = letter(id, "--from", file)
    // A draft is nobody's to see.
    #expect(!desk.attune("letter", id, "--as", "anna").output.contains("Two cups."))
    #expect(desk.attune("letter", "--as", "anna").output.hasPrefix("\(id) The second cup"))
    _ = letter(id, "--release", "--yes")
    let line = desk.attune("letter", "--as", "anna", "--json").output
    #expect(line.value("unread") == "1" && line.value("letter") == "1")
    let page = desk.path("result.html")
    let outcome = desk.attune("letter", id, "--as", "anna", "--html", page)
    #expect(outcome.status == 0)
    let html = try desk.text("result.html")
    for text in [outcome.output, html] {
      for word in ["4 of 5", "It shows.", "Two cups.", "ruth, 2026-03-01", "Why?", "praise", "SUM"]
      {
        #expect(text.contains(word), "\(word)")
      }
      #expect(!text.contains("quagga") && !text.contains("sam"))
    }
    #expect(outcome.output.contains("'attune review reply \(id) --as anna' answers, once."))
    #expect(desk.attune("letter", "--as", "anna").output.contains("unread") == false)
    #expect(
      desk.attune("review", "audit", id).output.contains("anna, read: ratings, letter 1"))
    let json = desk.attune("letter", id, "--as", "anna", "--json").output
    #expect(!json.contains("quagga") && json.contains("\"signer\":\"ruth\""))
    #expect(
      desk.attune("letter", id, "--as", "bo").errors.hasPrefix(
        "error: session '\(id)' belongs to somebody else\n"))
  }

  @Test("an unread letter is told at the end of a session and in the menu, until it was read")
  func told() throws {
    let id = try rated()
    let file = try desk.write("Well.\n", to: "letter.md")
    _ = letter(id, "--from", file, "--release", "--yes")
    func practise() -> String {
      desk.run(["practice", "the-second-cup", "--as", "anna"], lines: typedForRecords).errors
    }
    #expect(practise().contains("There is a letter for you: 'attune letter \(id) --as anna'"))
    _ = desk.attune("letter", id, "--as", "anna")
    #expect(!practise().contains("letter"))
  }

  @Test("the menu offers a new letter first, and supervising where people are supervised")
  func menu() throws {
    desk.environment["NO_COLOR"] = "1"
    let id = try desk.ratedSession(of: "trainee")
    #expect(!desk.console([], input: [.line("q")]).output.contains("Supervise"))
    _ = try desk.recordSession(as: "bo")
    let file = try desk.write("Well.\n", to: "letter.md")
    _ = letter(id, "--from", file, "--release", "--yes")
    let read = desk.console([], input: [.line("1")])
    #expect(read.output.contains("1. Read the new letter on “The second cup”\n"))
    #expect(read.output.contains("ruth, 2026-03-01\n"))
    let again = desk.console([], input: [.line("q")])
    #expect(!again.output.contains("new letter"))
    let waiting = try TranscriptStore(path: desk.store).queueCounts(QueueFilter())
      .filter { $0.key != .released }.map(\.value).reduce(0, +)
    #expect(again.output.contains("Supervise: ") == (waiting > 0))
  }

  @Test("it goes with everything else when the trainee is erased, and is in her record before")
  func records() throws {
    let id = try rated()
    let file = try desk.write("# A wolverinely heading\n\nWell.\n", to: "letter.md")
    _ = letter(id, "--from", file, "--release", "--yes")
    _ = desk.attune(
      "supervision", "add", "--as", "ruth", "--trainee", "anna", "--minutes", "50", "--session", id,
      "--goals", "A caracalic goal.")
    _ = desk.attune("trainee", "export", "anna", "--out", desk.path("anna"))
    for name in ["anna/record.json", "anna/record.html"] {
      let text = try desk.text(name)
      #expect(text.contains("wolverinely") && text.contains("caracalic"), "\(name)")
    }
    let erased = desk.attune("trainee", "erase", "anna", "--yes")
    #expect(erased.output.contains("1 meeting of the supervision log"))
    let folder = URL(filePath: desk.store).deletingLastPathComponent()
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
      let data = try Data(contentsOf: folder.appending(path: name))
      for word in ["wolverinely", "caracalic", "anna"] {
        #expect(data.range(of: Data(word.utf8)) == nil, "\(word) in \(name)")
      }
    }
    let log = desk.attune("supervision", "list")
    #expect(log.status == 0)
    #expect(log.output.contains("50 min, somebody erased, what was written down is erased"))
    #expect(log.output.contains("ruth with those who were erased: 50 min in 1 meeting"))
  }
}
