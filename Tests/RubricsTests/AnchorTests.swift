import Diagnostics
import Foundation
import Testing

@testable import Rubrics

private let head = """
  ---
  title: Two cups
  id: two-cups
  version: 1.0
  scenario: the-second-cup
  strength: weak
  rubrics: warmth, danger
  ---

  """

private let talk = """
  # Transcript
  1 Harold: (a cup) Two cups,
    again: every day.
  1 Trainee: Two cups. You miss her.
  2 Harold: Every morning.
  2 Harold: I know it is daft.
  2 Trainee: It is not daft.
  3 Harold: No.

  """

private let gold = """
  # Gold
  warmth: 2
    turns: 2, 1
    because: The feeling is named,
      the reason is not.
  danger: not applicable
    because: Nothing points to it.

  """

private func rubric(_ id: String, _ kind: Rubric.Kind) -> Rubric {
  var rubric = Rubric()
  (rubric.id, rubric.title, rubric.kind) = (id, id, kind)
  return rubric
}

private let rubrics = [rubric("warmth", .rating), rubric("danger", .gate)]

private func read(_ text: String, isComplete: Bool = true) -> CheckedAnchor {
  readAnchor(
    SourceFile(name: "a.anchor", text: text), rubrics: rubrics, isComplete: isComplete)
}

@Suite("Anchor transcripts are read")
struct AnchorTests {
  @Test("header, turns and gold come out as they were written")
  func whole() throws {
    let checked = read(head + talk + gold)
    #expect(checked.diagnostics == [])
    let anchor = try #require(checked.anchor)
    #expect(anchor.title == "Two cups" && anchor.strength == .weak)
    #expect(anchor.rubrics == ["warmth", "danger"])
    #expect(anchor.turns.map(\.trainee) == ["Two cups. You miss her.", "It is not daft."])
    #expect(anchor.turns[0].patient.map(\.text) == ["(a cup) Two cups, again: every day."])
    #expect(anchor.turns[1].patient.map(\.speaker) == ["Harold", "Harold"])
    #expect(anchor.lastWords.map(\.text) == ["No."])
    #expect(
      anchor.gold(on: "warmth")
        == GoldRating(
          rubric: "warmth", score: .level(2), turns: [1, 2],
          reason: "The feeling is named, the reason is not."))
    #expect(anchor.gold(on: "danger")?.score == .notApplicable)
  }

  @Test(
    "says what is wrong, once and where it stands",
    arguments: [
      ("warmth, danger", "wramth, danger", "'wramth' is not a rubric of this library"),
      ("strength: weak", "strength: feeble", "'feeble' is not a strength"),
      ("version: 1.0\n", "", "the header does not give version"),
      ("warmth: 2", "warmth: 6", "'6' is not on the scale of 'warmth'"),
      ("warmth: 2", "warmth: pass", "'pass' is not on the scale of 'warmth'"),
      ("danger: not applicable", "danger: 3", "'3' is not on the scale of 'danger'"),
      ("danger: not applicable", "danger: pass", "the gold for 'danger' names no turns"),
      ("turns: 2, 1", "turns: 2, 3", "the transcript has no turn 3 of the trainee"),
      ("turns: 2, 1", "turns: 2, 99999999999", "'99999999999' is not the number of a turn"),
      ("2 Trainee", "4 Trainee", "turn 4 stands where turn 2 is expected"),
      ("2 Harold: Every", "3 Harold: Every", "turn 3 stands where turn 2 is expected"),
      (
        "1 Harold: (a cup) Two cups,\n  again: every day.\n", "",
        "in turn 1 the trainee speaks before the patient does"
      ),
      ("3 Harold: No.", "2 Trainee: No.", "in turn 2 the trainee has answered already"),
      ("2 Trainee: It is not daft.\n", "", "in turn 2 the trainee says nothing"),
      (
        "3 Harold: No.", "Harold: No.",
        "this line does not say whose words it holds, and in which turn"
      ),
      (
        "danger: not applicable\n  because: Nothing points to it.\n", "",
        "there is no gold for danger"
      ),
      ("  because: Nothing points to it.\n", "", "the gold for 'danger' gives no reason"),
      (
        "rubrics: warmth, danger", "rubrics: warmth",
        "the header does not name 'danger' among the rubrics"
      ),
      ("# Gold", "# Glod", "'Glod' is not a heading of an anchor"),
      ("  because: Nothing", "  why: Nothing", "this line does not read like a line of 'Gold'"),
    ])
  func problem(from: String, to: String, message: String) {
    let text = (head + talk + gold).replacing(from, with: to, maxReplacements: 1)
    #expect(text != head + talk + gold)
    let found = read(text)
    #expect(found.anchor == nil)
    let consequences = ["the gold for 'danger' gives no reason"]
    #expect(
      found.diagnostics.map(\.message).filter { $0 == message || !consequences.contains($0) }
        == [message])
  }

  @Test("a rubric that could not be read itself is not called unknown")
  func incomplete() {
    let text = (head + talk + gold).replacing("warmth, danger", with: "warmth, danger, focus")
    #expect(read(text).diagnostics.map(\.code) == ["R704"])
    #expect(read(text, isComplete: false).diagnostics == [])
  }

  @Test("any bytes are read without a crash, in time that grows with the file")
  func random() {
    var generator = SystemRandomNumberGenerator()
    let whole = Array((head + talk + gold).utf8)
    for _ in 0..<2_000 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...12, using: &generator) {
        let place = Int.random(in: bytes.indices, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: place)
        case 2: bytes.insert(contentsOf: "\n# : \n".utf8, at: place)
        default:
          bytes.insert(
            contentsOf: whole[min(place, whole.count - 1)...].prefix(40), at: bytes.count / 2)
        }
        if bytes.isEmpty { bytes = whole }
      }
      let checked = readAnchor(SourceFile(name: "", bytes: bytes), rubrics: rubrics)
      #expect((checked.anchor == nil) == checked.diagnostics.hasErrors)
    }
    let long = head + "# Transcript\n" + String(repeating: "9 : \n1 Trainee:x\n", count: 20_000)
    #expect(ContinuousClock().measure { _ = read(long) } < .seconds(5))
  }
}
