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
    #expect(book.codes.map(\.examples.count).reduce(0, +) == 223)
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
    #expect(book.codes.map(\.counterExamples.count).reduce(0, +) == 167)
    // Words that most often do what they do not do here.
    #expect(
      wrong == [
        "VAL6: I validate your feelings.",
        "MIN: Many people who lose a job feel they've lost a part of themselves.",
      ])
    #expect(missed == ["IGN: Okay. And how is work?"])
  }

  /// Harm that is heard where there is none, or a form that is another.
  private let mistaken: Set<String> = [
    "CR: A whole letter, how romantic. And you expected applause?",
    "MIN: A year isn't long when it's your mum.",
    "MIN: Having two minds about someone you've loved for nine years is hardly strange.",
    "MIN: Just how he was. And you'd have liked it to be otherwise.",
  ]

  /// Shares reached; a change that hears less is a change for the worse.
  ///
  /// The cues written by hand, which had been changed until these replies were heard, reached two to
  /// five more in most files; what was learned from other responses agrees better with people on
  /// responses that neither has seen.
  @Test(
    "replies as trainees type them are heard at least as well as before",
    arguments: [
      ("natural-replies.txt", 75, 79), ("later-replies.txt", 46, 46),
      ("fresh-replies.txt", 25, 33), ("last-replies.txt", 24, 27),
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
    #expect(mistaken.isSuperset(of: forbidden), "\(forbidden)")
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
    // What others say to the patient, given back: heard as "perhaps" a judgement since 0.4, when the
    // coder learned to hear judgements at all.
    let doubtful: Set<String> = [
      "He tells you to move on.", "Everybody tells you to get over it and you can't.",
      "So you think you have to do it all alone.",
    ]
    let response = code(
      text, after: "It's all so much with my mother.", cues: ["affect"], by: Shipped.coder)
    let heard = response.codes.filter { $0.certainty > 0 && harm.contains($0.code) }
    let isDoubtful = heard.map(\.code) == ["CONF"] && heard.allSatisfy { $0.confidence < 0.6 }
    #expect(heard.isEmpty || (doubtful.contains(text) && isDoubtful))
  }
}
