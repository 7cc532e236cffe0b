import Rubrics
import Testing
import TranscriptModel

@testable import ResponseCoding

@Suite("What the talk so far does to a code")
struct ContextRuleTests {
  private let advice = "You should talk to him."

  @Test("advice stays advice where nobody asked for it")
  func unasked() { #expect(code(advice).counted.contains("ADV")) }

  @Test("permission in the same response makes a suggestion of advice")
  func permissionHere() {
    let response = code("Can I share a thought? You should talk to him.")
    #expect(!response.counted.contains("ADV"))
    #expect(response.applied("SUGG")?.remark == "with permission")
    #expect(response.applied("SUGG")?.families == ["advice"])
  }

  @Test("permission in the response before does too, but not in an older one")
  func permissionBefore() {
    let permission = code("Would it be all right if I told you what I think?")
    let other = code("What happened then?")
    #expect(code(advice, earlier: [other, permission]).counted.contains("SUGG"))
    #expect(code(advice, earlier: [permission, other]).counted.contains("ADV"))
  }

  @Test("advice that was asked for counts as suggestion only after some exploring")
  func requested() {
    let question = code("What have you thought of so far?")
    let nod = code("Mm-hm.")
    #expect(code(advice, cues: ["asks-advice"], earlier: [question]).counted.contains("SUGG"))
    #expect(code(advice, cues: ["asks-advice"], earlier: [nod]).counted.contains("ADV"))
    #expect(code(advice, cues: ["asks-advice"]).counted.contains("ADV"))
  }

  @Test("beside minimising nothing helpful counts in the same sentence")
  func harm() throws {
    let response = code("You feel sad, but at least you have your health. What helps?")
    let reflection = try #require(response.applied("RF"))
    #expect(reflection.weight == 0)
    #expect(reflection.remark == "beside minimising")
    #expect(response.applied("MIN")?.weight == 1)
    #expect(response.applied("OQ")?.weight == 1)
  }

  @Test("the same beginning three turns running counts half")
  func sameOpening() throws {
    let first = code("It sounds like you felt alone.")
    let second = code("It sounds like you were hurt by that.")
    let third = code("It sounds like you are worried.", earlier: [first, second])
    #expect(third.applied("RF")?.weight == 0.5)
    #expect(third.applied("RF")?.remark == "begins as in the two turns before")
    #expect(second.applied("RF")?.weight == 1)
    let other = code("What happened?")
    #expect(
      code("It sounds like you are worried.", earlier: [first, other]).applied("RF")?.weight == 1)
  }

  @Test("a response already given counts for nothing, except encouragers and safety")
  func saidBefore() {
    let empathy = code("That must have been so hard.")
    let again = code("that must have been so hard", earlier: [empathy, code("Go on.")])
    #expect(again.applied("EMP")?.weight == 0)
    #expect(again.applied("EMP")?.remark == "said before in the same words")
    let risk = code("Are you thinking about killing yourself?")
    #expect(
      code("Are you thinking about killing yourself?", earlier: [risk]).applied("RISK")?.weight
        == 1)
    #expect(code("Mm-hm.", earlier: [code("Mm-hm.")]).applied("ENC")?.weight == 1)
  }

  @Test("the patient's line given back is an echo, the same in other words is a reflection")
  func echo() {
    let line = "I keep checking my phone for her messages."
    let copy = code("So you keep checking your phone for her messages.", after: line)
    #expect(copy.counted == ["ECHO"])
    let own = code("You keep checking your phone for messages from her.", after: line)
    #expect(own.counted.contains("SR"))
    let short = code("You feel invisible there.", after: "I just feel invisible at work.")
    #expect(short.counted.contains("SR"))
  }

  @Test("a topic shift is heard only after a line that offers something to shift from")
  func shift() {
    #expect(code("Okay. Anyway, how is your sleep?", cues: ["affect"]).counted.contains("SHIFT"))
    #expect(!code("Okay. Anyway, how is your sleep?", cues: ["exchange"]).counted.contains("SHIFT"))
    #expect(!code("Okay. Anyway, how is your sleep?").counted.contains("SHIFT"))
  }

  @Test(
    "what is no language is not understood",
    arguments: ["", "?!", "k", "asdfgh jkl", "xzqv", "mir ist heute ganz schlecht", "你好吗", "😀😀"])
  func notUnderstood(text: String) {
    let response = code(text)
    #expect(!response.isUnderstood)
    #expect(response.counted == (text.isEmpty ? [] : ["NA"]))
  }

  @Test(
    "short words, gestures and silence are understood",
    arguments: ["ok", "Mm-hm.", "(nods)", "…", "...", "hm", "*waits*", "Go on", "mhm, I see"])
  func shortReplies(text: String) {
    #expect(code(text).counted == ["ENC"])
  }

  @Test("a gist phrase tells a reflection in the trainee's own words")
  func gist() throws {
    let response = code(
      "So nobody stood by you.", after: "They all went quiet.",
      gist: ["nobody stood by you", "alone"])
    let form = try #require(response.codes.first { ["SR", "CR"].contains($0.code) })
    #expect(form.reasons.contains { $0.sign == "gist of the patient's words" })
  }

  @Test("a gist phrase makes a learned reflection surer, too")
  func learnedGist() throws {
    func surest(_ gist: [String]) -> Double {
      code(
        "So nobody stood by you.", after: "They all went quiet.", gist: gist, by: Shipped.coder
      ).codes.filter { ["SR", "CR"].contains($0.code) }.map(\.confidence).max() ?? 0
    }
    #expect(surest(["nobody stood by you"]) > surest([]))
  }

  @Test("a summary is told by words of earlier turns")
  func earlierTurns() throws {
    let said = ["The move was awful.", "My sister never rings."]
    let response = code(
      "So far I've heard about the move and your sister.", earlierPatient: said)
    let summary = try #require(response.applied("SUM"))
    #expect(summary.reasons.contains { $0.sign == "earlier turns" })
  }

  @Test("topics are found in any form of their words")
  func topics() {
    let topics = [
      DeclaredTopic(name: "Anna", words: ["little sister", "sister"]),
      DeclaredTopic(name: "work", words: ["job", "office"]),
      DeclaredTopic(name: "money", words: ["debts"]),
    ]
    #expect(
      code("What did your sisters say about the job?", topics: topics).topics == ["Anna", "work"])
    #expect(code("And the debt?", topics: topics).topics == ["money"])
    #expect(code("Go on.", topics: topics).topics == [])
  }
}
