import Diagnostics
import Rubrics
import Testing
import TranscriptModel

@testable import ResponseCoding

/// Two forms, two functions and one code of the whole response; each function has a cue of its own,
/// and one of them fitted weights.
private let book = """
  ---
  title: T
  id: t
  ---
  # Code: S
  name: statement
  layer: form
  definition: No question.
  base 0
  cue +1: zzz
  # Code: Q
  name: asking
  layer: form
  definition: A question.
  base -3
  cue +1: zzzz
  # Code: W
  name: warmth
  layer: function
  definition: Something warm.
  one kind with: K
  base -3
  cue +5: warm
  sign +0.5: only sentence
  # Code: K
  name: kindness
  layer: function
  definition: Something kind.
  base -3
  cue +4: kind
  # Code: T
  name: taking turns
  layer: function
  unit: turn
  definition: Something in all of it.
  base -3
  cue +5: turn
  # Weights: K
  base -1
  confidence 2 +0.5
  sign +0.3: statement
  heard +1.5: K
  heard -0.25: W
  cue +0.25 at the start: kind
  cue +0.25 in the patient's words: hello
  """

let smallCoder = ResponseCoder(
  readCodebook(
    SourceFile(name: "t", text: book.replacing("sign +0.5: only sentence\n", with: ""))
  ).codebook ?? Codebook())

@Suite("Close to a coded example")
struct NearExampleTests {
  private func code(_ text: String, _ examples: CodedExample...) -> CodedResponse {
    smallCoder.code(text, after: CodingContext(examples: examples))
  }

  private let kettle = CodedExample(text: "The kettle sings for nobody now.", codes: [["W"]])

  @Test("a sentence no cue knows is heard by the response it nearly repeats, which is named")
  func near() throws {
    #expect(code("The kettle sings for nobody.").counted == ["S"])
    let warmth = try #require(code("The kettle sings for nobody.", kettle).applied("W"))
    #expect(warmth.certainty > 0)
    let reason = try #require(warmth.reasons.first)
    #expect(reason.sign == "close to “The kettle sings for nobody now.”")
    #expect(reason.isExample)
    #expect(reason.pull > 2 && reason.pull < 4)
    #expect(code("The kettle sings for nobody now.", kettle).applied("W")?.reasons.first?.pull == 4)
    #expect(code("The kettle is off.", kettle).counted == ["S"])
  }

  @Test("it speaks for the form as well, and only the closest speaks")
  func form() {
    let asked = CodedExample(text: "And the kettle, does it sing", codes: [["Q"]])
    #expect(code("And the kettle, does it sing.", asked).counted == ["Q"])
    #expect(code("The kettle sings for nobody now.", asked, kettle).counted == ["S", "W"])
  }

  @Test("what is quoted or done is compared with nothing")
  func notSaid() {
    #expect(code("You told me. “The kettle sings for nobody now.”", kettle).applied("W") == nil)
    let gesture = CodedExample(text: "(nods)", codes: [["W"]])
    #expect(code("(nods)", gesture).applied("W") == nil)
  }

  @Test("an example of several sentences speaks where each was coded")
  func sentences() {
    let text = "The kettle sings for nobody now. Nine years."
    let told = CodedExample(text: text, codes: [["W"], ["S"]])
    let untold = CodedExample(text: text, codes: [["W"]])
    #expect(code("The kettle sings for nobody now.", told).applied("W") != nil)
    #expect(code("The kettle sings for nobody now.", untold).applied("W") == nil)
  }

  @Test("a code of the whole response is heard by the sentence that is close")
  func turn() throws {
    let turn = CodedExample(text: "First you, then me.", codes: [["T"]])
    let response = code("First you, then me. And so on.", turn)
    let heard = try #require(response.applied("T"))
    #expect(heard.reasons.map(\.sign) == ["close to “First you, then me.”"])
    #expect(code("First you, then me. And so on.").applied("T") == nil)
  }

  @Test("a coder that remembers hears the same, where it stands and after what was said")
  func remembers() throws {
    let hello = CodedExample(text: "We sit here on the old bench.", codes: [["W"]])
    let examples = StandingExamples(choices: [[kettle], []], replies: ["good morning": [hello]])
    var memory = CodingMemory(smallCoder, topics: [], examples: examples)
    let lines = ["good morning", "Good morning", "nothing"].map {
      Utterance(speaker: "Sam", text: $0)
    }
    let texts = ["The kettle sings for nobody.", "We sit here on the old bench.", "Well."]
    var heard: Set<[String]> = []
    for _ in 0..<2 {
      for place in 0...2 {
        for line in lines {
          var talk = RememberedTalk()
          talk.place = place
          memory.add(line, to: &talk)
          for text in texts {
            let context = CodingContext(
              patient: [line], examples: examples.examples(at: place, after: [line]))
            let coded = smallCoder.code(text, after: context)
            try #require(memory.hear(text, in: talk) == coded)
            heard.insert(["\(place)", line.text, text] + coded.counted)
          }
        }
      }
    }
    #expect(heard.contains(["0", "nothing", texts[0], "S", "W"]))
    #expect(heard.contains(["1", "nothing", texts[0], "S"]))
    #expect(heard.contains(["1", "good morning", texts[1], "S", "W"]))
    #expect(heard.contains(["1", "Good morning", texts[1], "S"]))
    #expect(heard.count == 27)
  }
}

@Suite("The account of a code")
struct CodeAccountTests {
  private func check(_ explained: ExplainedResponse) {
    for account in explained.given.compactMap(\.self) + explained.missed {
      let total = account.features.reduce(account.base) { $0 + $1.pull }
      #expect(abs(total - account.sum) < 1e-9)
      let strengths = account.features.map { abs($0.pull) }
      #expect(strengths == strengths.sorted(by: >))
      #expect(account.confidence >= account.own - 1e-9)
    }
    for (code, account) in zip(explained.response.codes, explained.given) {
      guard let account, account.kin.isEmpty else { continue }
      let floor = account.own < 0.4 ? 0.4 : account.own
      #expect(
        abs(code.confidence - account.own) < 1e-9 || abs(code.confidence - floor) < 1e-9,
        "\(code.code) \(code.confidence) \(account.own)")
    }
  }

  @Test("adds up for whatever is heard with the shipped codebook")
  func shipped() throws {
    for reply in try ["natural-replies.txt", "fresh-replies.txt"].flatMap(ReplyCase.read) {
      let context = CodingContext(patient: [Utterance(speaker: "P", text: reply.patient)])
      let explained = Shipped.coder.explain(reply.trainee, after: context)
      #expect(explained.response == Shipped.coder.code(reply.trainee, after: context))
      #expect(explained.given.count == explained.response.codes.count)
      check(explained)
    }
  }

  @Test("fitted weights are told in log-odds of the confidence, own cues with their parts")
  func fitted() throws {
    let explained = smallCoder.explain(
      "Kind and warm.", after: CodingContext(patient: [Utterance(speaker: "P", text: "hello")]))
    check(explained)
    let place = try #require(explained.response.codes.firstIndex { $0.code == "K" })
    let account = try #require(explained.given[place])
    #expect(account.base == -1.5)
    #expect(account.slope == 2)
    func pull(_ group: CodeAccount.Group, _ name: String) -> Double? {
      account.features.first { $0.group == group && $0.name == name }?.pull
    }
    #expect(pull(.form, "statement") == 0.6)
    #expect(pull(.words, "at the start: kind") == 0.5)
    #expect(pull(.patientsWords, "hello") == 0.5)
    let own = try #require(account.features.first { $0.group == .ownCues })
    #expect(own.parts == [Reason(sign: "kind", pull: 4)])
    #expect(abs(own.pull - 3 * logistic(1)) < 1e-9)
    #expect(pull(.otherCodes, "the cues of warmth") ?? 0 < 0)
  }

  @Test("of codes of one kind it names the others")
  func kin() throws {
    let explained = smallCoder.explain("So warm.", after: CodingContext())
    let account = try #require(explained.given.compactMap(\.self).first { $0.code == "W" })
    #expect(account.kin == ["kindness"])
    #expect(account.confidence > account.own)
  }

  @Test("in each sentence the strongest from .25 up that was not given is told")
  func missed() throws {
    let book = """
      ---
      title: T
      id: t
      ---
      # Code: S
      name: statement
      layer: form
      definition: No question.
      base 2
      cue +1: zzz
      # Code: A
      name: nearly
      layer: function
      definition: Nearly.
      base -3
      cue +2.2: almost
      cue +2.5: nearly
      # Code: B
      name: less nearly
      layer: function
      definition: Less nearly.
      base -3
      cue +2: almost
      """
    let coder = ResponseCoder(
      try #require(readCodebook(SourceFile(name: "t", text: book)).codebook))
    let explained = coder.explain("Almost there. Not at all. Nearly.", after: CodingContext())
    #expect(explained.missed.map(\.code) == ["A", "A"])
    #expect(explained.missed.map(\.sentence) == [0, 2])
    check(explained)
  }

  @Test("what cannot be understood has no account, and no bytes make it fall over")
  func odd() {
    for text in ["", "…", "???", "asdf qwer", "(nods)", "\u{0}\r\n😀", "\"“ ( ["] {
      check(Shipped.coder.explain(text, after: CodingContext()))
    }
  }
}
