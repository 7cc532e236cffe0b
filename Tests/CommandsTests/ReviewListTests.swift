import Foundation
import Supervision
import Terminal
import Testing
import TranscriptModel

@testable import Commands
@testable import TranscriptStore

/// What waits, and who may look at what before she has rated.
extension ReviewCommandTests {
  @Test("the queue tells a rater nothing that would unblind her, and everybody else more")
  func list() {
    let id = practise(as: "zebulon", ["--mode", "exam"])
    _ = desk.attune("trainee", "set", "zebulon", "--cohort", "spring", "--supervisor", "ruth")
    #expect(
      review("list").output == """
        new: 1, in review: 0, needs second rater: 0, adjudication: 0, released: 0
        \(id) new, The second cup, ended 2026-03-01, exam, zebulon (spring)

        """)
    #expect(
      review("list", "--as", "ruth").output == """
        new: 1, in review: 0, needs second rater: 0, adjudication: 0
        \(id) new, The second cup, ended 2026-03-01, exam

        """)
    #expect(review("list", "--cohort", "autumn").errors == "nothing waits here\n")
    #expect(review("list", "--scenario", "the-second-cup", "--json").output.rows.count == 1)
    #expect(
      desk.attune("trainee", "list").output == "zebulon: cohort spring, supervised by ruth\n")
    #expect(
      review("rate", id, "--as", "zebulon").errors.hasPrefix(
        "error: session '\(id)' is the rater's own\n"))
  }

  @Test("whoever has yet to rate a session sees neither its codes nor what the other rater gave")
  func blindReading() throws {
    let id = practise()
    _ = review("rate", id, "--as", "ruth", lines: ratings("1", marks: ["+OQ 4"]))
    _ = review("assign", id, "--as", "una", "--to", "sam")
    func refused() -> Bool {
      [["transcript", "show"], ["transcript", "replay"], ["score"]].allSatisfy { words in
        desk.run(words + [id, "--as", "sam"], lines: []).errors
          == "error: session '\(id)' is still to be rated by this reader\n"
          + "help: rate it first: 'attune review rate \(id)'\n"
      }
    }
    #expect(refused())
    _ = review("rate", id, "--as", "sam", lines: ["q"])
    #expect(refused())
    let audit = review("audit", id).output.rows.map { $0.dropFirst(21) }
    #expect(audit.contains("ruth, saved") && !audit.contains { $0.hasPrefix("ruth, saved:") })
    _ = review("rate", id, "--as", "sam", lines: ratings("1"))
    #expect(desk.attune("transcript", "show", id, "--as", "sam").status == 0)
    #expect(review("audit", id).output.contains("ruth, saved: OQ 4"))
  }

  @Test("a rater's list has what she was asked for first, then the longest wait, and no trainee")
  func blindOrder() throws {
    let ids = ["bo", "cy", "dee"].map { practise(as: $0) }
    _ = review("comment", ids[2], "--as", "una", "--kind", "safety", "Look.")
    func listed(_ words: String...) -> [String?] {
      desk.run(["review", "list", "--json"] + words, lines: []).output.rows.map { $0.value("id") }
    }
    #expect(listed().first == ids[2])
    #expect(listed("--as", "ruth") == ids)
    _ = review("assign", ids[1], "--as", "una", "--to", "ruth")
    #expect(listed("--as", "ruth") == [ids[1], ids[0], ids[2]])
    let named = review("list", "--trainee", "bo", "--as", "ruth")
    #expect(named.status == 64 && named.output.isEmpty)
  }

  @Test("what was begun can be given back, and what was submitted cannot")
  func giveBack() throws {
    let id = practise()
    _ = review("assign", id, "--as", "una", "--to", "ruth")
    _ = review("rate", id, "--as", "ruth", lines: ["2", "It shows.", "1 2", "q"])
    #expect(
      review("rate", id, "--as", "sam").errors.hasPrefix(
        "error: session '\(id)' is with another rater\n"))
    #expect(
      review("return", id, "--as", "sam").errors.hasPrefix(
        "error: this rater has not begun to rate session '\(id)'\n"))
    #expect(review("return", "--as", "sam").status == 64)
    let back = review("return", id, "--as", "una", "--of", "ruth")
    #expect(back.output == "ruth has given back 1 session; what was in the drafts is gone.\n")
    #expect(state(of: id) == "new")
    #expect(review("audit", id).output.contains("una, gave back: first: ruth"))
    #expect(review("rate", id, "--as", "sam", lines: ratings("1")).status == 0)
    #expect(
      review("return", id, "--as", "sam").errors.hasPrefix(
        "error: the rating of session '\(id)' was submitted\n"))
  }

  @Test("that somebody read another's transcript is kept, and one's own is nobody's business")
  func reads() {
    let id = practise()
    _ = desk.attune("transcript", "show", id, "--as", "zebulon")
    _ = desk.attune("transcript", "show", id)
    #expect(review("audit", id).errors == "nobody but the trainee has seen this session\n")
    _ = desk.attune("transcript", "show", id, "--as", "ruth")
    _ = desk.attune("transcript", "show", id, "--thoughts")
    _ = desk.attune("score", id, "--as", "sam")
    _ = desk.attune("transcript", "replay", id, "--as", "sam")
    #expect(
      review("audit", id).output.rows.map { $0.dropFirst(21) }
        == [
          "ruth, read", "somebody, read: thoughts", "sam, read: score", "sam, read: replay",
        ])
  }
}
