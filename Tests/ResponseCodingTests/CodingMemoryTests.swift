import Testing
import TranscriptModel

@testable import ResponseCoding

@Suite("A coder that remembers")
struct CodingMemoryTests {
  private struct Dice {
    var state: UInt64
    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
  }

  private let topics = [
    DeclaredTopic(name: "mother", words: ["mum", "your mother"]),
    DeclaredTopic(name: "work", words: ["office", "job"]),
  ]

  /// What the patients of the case files say, with cues and gist such as authors give.
  private func patientLines() throws -> [Utterance] {
    let cues = [["hint"], ["affect", "asks-advice"], ["self-blame"], ["risk"], []]
    return try ["natural-replies.txt", "fresh-replies.txt"].flatMap(ReplyCase.read).enumerated().map
    {
      number, reply in
      Utterance(
        speaker: "Patient", text: reply.patient, cues: cues[number % cues.count],
        gist: [String(reply.trainee.prefix(20)), "it is hard"])
    }
  }

  private func responses() throws -> [String] {
    let replies = try ["natural-replies.txt", "later-replies.txt"].flatMap(ReplyCase.read)
    return replies.map(\.trainee) + [
      "…", "(waits)", "", "asdf qwer", "It sounds hard. It sounds sad. It sounds lonely.",
      "Would it be all right if I suggested something?", "You should call your mother.",
      "How are things at the office?", "😀 don’t — wait\r\nYes.",
      String(repeating: "You miss her and your job and the house. ", count: 20),
    ]
  }

  @Test("hears exactly what the coder hears, whatever was said before")
  func isExact() throws {
    let (lines, texts) = (try patientLines(), try responses())
    var memory = CodingMemory(Shipped.coder, topics: topics)
    var dice = Dice(state: 11)
    for _ in 0..<60 {
      var talk = RememberedTalk()
      var context = CodingContext(topics: topics)
      // Few lines and few texts, so that what was remembered is used.
      let (spoken, said) = (
        (0..<6).map { _ in dice.below(lines.count) }, (0..<6).map { _ in dice.below(texts.count) }
      )
      for _ in 0..<30 {
        for _ in 0..<dice.below(3) {
          let line = lines[spoken[dice.below(spoken.count)]]
          context.patient.append(line)
          memory.add(line, to: &talk)
        }
        let text = texts[said[dice.below(said.count)]]
        let coded = Shipped.coder.code(text, after: context)
        try #require(memory.hear(text, in: talk) == coded)
        try #require(memory.respond(text, in: &talk) == coded)
        context.earlierPatient += context.patient
        context.patient = []
        context.earlierResponses.append(coded)
      }
    }
  }
}
