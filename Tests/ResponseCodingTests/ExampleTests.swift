import Rubrics
import Testing

@testable import ResponseCoding

@Suite("The shipped codebook hears its own examples")
struct ExampleTests {
  /// Examples that words alone cannot show.
  private let exceptions: Set<String> = [
    // The session gives this code, after two turns without an answer to the risk.
    "IGN: And how is your appetite?",
    "IGN: Have you told your boss you're tired?",
    "IGN: You should join a sports club.",
    "IGN: Okay, let's look at your goals.",
    // An echo of a word that the example's patient does not say.
    "ENC: Invisible…",
  ]

  private func heard(_ example: CodeExample, for codes: [CodeDefinition]) -> [String] {
    let cues = codes.flatMap(\.onlyAfter)
    return code(example.trainee, after: example.patient ?? "", cues: cues).counted
  }

  @Test("every example shows its code, but for the exceptions named here")
  func examples() throws {
    let book = try #require(Shipped.codebook)
    var missed: Set<String> = []
    for definition in book.codes {
      for example in definition.examples
      where !heard(example, for: [definition]).contains(definition.id) {
        missed.insert("\(definition.id): \(example.trainee)")
      }
    }
    #expect(book.codes.map(\.examples.count).reduce(0, +) == 220)
    #expect(missed == exceptions)
  }

  @Test("no counter-example shows the code it is against, and few miss the right one")
  func counterExamples() throws {
    let book = try #require(Shipped.codebook)
    var wrong: [String] = []
    var missed: [String] = []
    for definition in book.codes {
      for example in definition.counterExamples {
        let right = try #require(book.code(example.code))
        let codes = heard(example, for: [right, definition])
        if codes.contains(definition.id) { wrong.append("\(definition.id): \(example.trainee)") }
        if !codes.contains(right.id) { missed.append("\(right.id): \(example.trainee)") }
      }
    }
    #expect(book.codes.map(\.counterExamples.count).reduce(0, +) == 161)
    #expect(wrong == [])
    #expect(
      missed == [
        "IGN: Okay. And how is work?",
        "CR: You tend to brace for people leaving.",
        "SR: He promised he wouldn't tell.",
      ])
  }

  /// Shares reached; a change that hears less is a change for the worse.
  @Test(
    "replies as trainees type them are heard at least as well as before",
    arguments: [
      ("natural-replies.txt", 79, 79), ("later-replies.txt", 46, 46),
      ("fresh-replies.txt", 31, 33), ("last-replies.txt", 26, 27),
    ])
  func replies(file: String, floor: Int, total: Int) throws {
    var found = 0
    var wanted = 0
    var forbidden: [String] = []
    for reply in try ReplyCase.read(file) {
      let codes = code(reply.trainee, after: reply.patient, cues: reply.cues).counted
      wanted += reply.codes.count
      found += reply.codes.count { codes.contains($0) }
      forbidden += reply.never.filter(codes.contains).map { "\($0): \(reply.trainee)" }
    }
    #expect(wanted == total)
    #expect(found >= floor)
    #expect(forbidden == [])
  }
}
