import Foundation
import Testing

/// Ada, whose author wrote a better sentence for one line and a hint for none.
private let ada = """
  ---
  title: Ada
  id: ada
  rubrics: validation, active listening
  ---
  # Patient: Ada
  Somebody.

  # Beat: hello
  Ada: It's fine. Really.
    cue: hint
    better: "Perhaps it isn't fine." — it says the rest.
    thinks: Ask me again.
  when reflection or validation
    Ada: (cries) I miss her.
      cue: affect
    at most 9 times, then go to end
  otherwise
    Ada: Hm.
    at most 9 times, then go to end

  # Ending: end
  outcome: good. Done.
  """

@Suite("A hint on the way")
struct HintTests {
  let desk: Desk
  let file: String

  init() throws {
    desk = try Desk()
    file = try desk.write(ada, to: "ada.scenario")
  }

  private func hints(_ lines: String...) -> [String] {
    desk.run(["practice", file], lines: lines).output.rows.filter { $0.hasPrefix("Hint: ") }
  }

  private var stored: [Int] {
    get throws {
      let shown = desk.attune("transcript", "show", desk.newest, "--json").output
      let object = try JSONSerialization.jsonObject(with: Data(shown.utf8)) as? [String: Any]
      return (object?["turns"] as? [[String: Any]] ?? []).compactMap { $0["hints"] as? Int }
    }
  }

  @Test(
    "points at the cue, then names a skill, then gives the author's example, then says it again")
  func steps() throws {
    #expect(
      hints("/hint", "/hint", "/hint", "/hint", "You say it's fine.") == [
        "Hint: The patient leaves something unsaid.",
        "Hint: Try reflection of feeling, or voicing the unspoken.",
        "Hint: For example: “Perhaps it isn't fine.” — it says the rest.",
        "Hint: For example: “Perhaps it isn't fine.” — it says the rest.",
      ])
    #expect(try stored == [3])
  }

  @Test("points with the author's words first, and adds the cue once the beat has gone on")
  func authorsWords() throws {
    let hinted = ada.replacing(
      "when reflection or validation", with: "hint: Listen.\nwhen reflection or validation")
    _ = try desk.write(hinted, to: "ada.scenario")
    #expect(hints("/hint", "Hm.") == ["Hint: Listen."])
    #expect(
      hints("You sound sad.", "/hint", "Hm.") == [
        "Hint: Listen.", "Hint: The patient shows a feeling.",
      ])
  }

  @Test("without an author's example takes one from the codebook")
  func fromTheCodebook() throws {
    let shown = hints("You sound sad.", "/hint", "/hint", "/hint", "You miss her.")
    #expect(shown.count == 3)
    #expect(shown.first == "Hint: The patient shows a feeling.")
    #expect(shown.last?.hasPrefix("Hint: With somebody else it was: “") == true)
    #expect(try stored == [0, 3])
  }

  @Test("is not there where nothing is offered, and then costs nothing")
  func nothing() throws {
    #expect(hints("Trains are late today.", "/hint", "Trains are late again.") == [])
    #expect(try stored == [0, 0])
  }

  @Test("is remembered over a break and over a retry, and halves what is met with it")
  func remembered() throws {
    _ = desk.attune("practice", file, lines: ["You sound sad.", "/hint"])
    let resumed = desk.attune(
      "practice", file, "--resume", lines: ["/hint", "Hm.", "/retry", "You miss her so much."])
    #expect(resumed.output.contains("Hint: Try reflection of feeling"))
    #expect(try stored == [0, 2])
    let shown = desk.attune("transcript", "show", desk.newest).output
    #expect(shown.contains("(attempt 2 of 2, with a hint)"))
    let json = desk.attune("transcript", "show", desk.newest, "--json").output
    #expect(json.contains(#""weight":0.5"#))
    #expect(desk.attune("transcript", "replay", desk.newest).status == 0)
  }

  @Test("does not exist in an exam")
  func exam() throws {
    let outcome = desk.attune("practice", file, "--mode", "exam", lines: ["/hint", "Hm."])
    #expect(outcome.output.contains("An exam has no hints."))
    #expect(!outcome.output.contains("Hint:"))
  }
}

@Suite("What the patient thought and did not say")
struct ThoughtTests {
  let desk: Desk
  let file: String

  init() throws {
    desk = try Desk()
    file = try desk.write(ada + "\n# Variation: other\nAda = Ines\nAsk = Beg\n", to: "ada.scenario")
  }

  private func play(_ mode: String, _ lines: [String], _ more: String...) -> String {
    desk.run(["practice", file, "--mode", mode] + more, lines: lines).output
  }

  @Test("is shown in coach mode after the answer, and never before")
  func afterTheAnswer() throws {
    #expect(!play("coach", ["/hint", "/repeat", "/people", "/help", "/quit"]).contains("thought"))
    let rows = play("coach", ["You say it's fine.", "/repeat", "/quit"]).rows
    let thought = try #require(rows.firstIndex(of: "Ada thought: Ask me again."))
    let answered = try #require(rows.firstIndex(of: "You: You say it's fine."))
    #expect(answered < thought)
    #expect(rows.count { $0.contains("thought") } == 1)
  }

  @Test("is not shown again when the turn is taken back, nor for words nobody understood")
  func once() {
    let rows = play("coach", ["Hm.", "/retry", "You say it's fine.", "/quit"]).rows
    #expect(rows.count { $0.hasPrefix("Ada thought:") } == 1)
    #expect(!play("coach", ["xqzt vrrp", "/quit"]).contains("thought"))
  }

  @Test("waits in quiet mode for the end, and is never shown in an exam")
  func otherModes() {
    let lines = Array(repeating: "Trains are late today.", count: 12)
    #expect(!play("quiet", Array(lines.prefix(3))).contains("hought"))
    let quiet = play("quiet", lines)
    #expect(quiet.contains("Thought and not said\nBefore turn 1, Ada: Ask me again.\n"))
    #expect(!play("exam", lines).contains("hought"))
    #expect(!play("coach", lines).contains("Thought and not said"))
  }

  @Test("is in a transcript only where it is asked for")
  func transcript() {
    _ = play("exam", Array(repeating: "Trains are late today.", count: 12))
    for flags in [[], ["--json"], ["--supervisor", "--attempts"]] {
      let shown = desk.run(["transcript", "show", desk.newest] + flags, lines: []).output
      #expect(!shown.contains("Ask me again"))
    }
    let shown = desk.attune("transcript", "show", desk.newest, "--thoughts").output
    #expect(shown.contains("\nAda thought: Ask me again.\n"))
    let json = desk.attune("transcript", "show", desk.newest, "--thoughts", "--json").output
    #expect(json.contains(#""thought":"Ask me again.""#))
  }

  @Test("is told in the words of a variation")
  func variation() {
    let output = play("coach", ["You say it's fine.", "/quit"], "--variation", "other")
    #expect(output.contains("Ines thought: Beg me again."))
  }
}
