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
    return code(
      example.trainee, after: example.patient ?? "", cues: cues, by: Shipped.coder
    ).counted
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
      ("unseen-replies.txt", 60, 69), ("unseen-later.txt", 34, 43),
    ])
  func replies(file: String, floor: Int, total: Int) throws {
    var found = 0
    var wanted = 0
    var forbidden: [String] = []
    for reply in try ReplyCase.read(file) {
      let codes = code(
        reply.trainee, after: reply.patient, cues: reply.cues, by: Shipped.coder
      ).counted
      wanted += reply.codes.count
      found += reply.codes.count { codes.contains($0) }
      forbidden += reply.never.filter(codes.contains).map { "\($0): \(reply.trainee)" }
    }
    #expect(wanted == total)
    #expect(found >= floor)
    #expect(forbidden == [])
  }

  @Test(
    "harmless words that come near a harmful cue are not held against the trainee",
    arguments: [
      "What kept you going through that time?", "How was it for you when she was dying?",
      "You keep thinking about his death.", "That must have hurt her too.",
      "It's hard to get through the weekend without her.",
      "Thank you for telling me about your brother.", "You were just tired.",
      "It felt like it was your fault.", "He tells you to move on.",
      "Everybody tells you to get over it and you can't.", "You told yourself it could be worse.",
      "You feel you should be stronger.", "So you think you have to do it all alone.",
      "What do you think you should do?", "What would you say to him if you could?",
      "You could hear him coming up the stairs.", "You had to be the strong one, always.",
      "It's like you're always the one who gives.", "You must miss her terribly.",
      "What did you need from him in that moment?", "You'd like him to stop drinking.",
      "Your father would have understood.", "You just want somebody to listen.",
      "Just being in the room with him is exhausting.", "It isn't a fault in you.",
      "So what happened then?", "Would it be okay if we stayed with that?",
      "I wonder what you needed to hear.", "You never got to say goodbye.",
    ])
  func harmless(text: String) {
    let harm: Set<String> = [
      "ADV", "CONF", "INTP", "JARG", "MIN", "OFFM", "REAS", "SDX", "SECR", "SHIFT", "STACK", "WHY",
      "RISK",
    ]
    let response = code(
      text, after: "It's all so much with my mother.", cues: ["affect"], by: Shipped.coder)
    #expect(response.counted.filter(harm.contains) == [])
  }
}
