import Diagnostics
import Testing

@testable import Calibration

private func read(_ text: String, wholeCodebook: Bool = false) -> ReadSamples {
  readCodedSamples(
    SourceFile(name: "x.jsonl", text: text), codebook: smallCodebook, wholeCodebook: wholeCodebook)
}

@Suite("Reading coded samples")
struct ReadSamplesTests {
  @Test("a line with everything")
  func whole() {
    let line = """
      {"id": 7, "text": "Why?", "codes": [["oq"], ["Advice", "open question"]], "patient": ["No.", "Go."],\
       "before": "Hm.", "group": "g", "conversation": 3, "judged": ["question"], "quality": "high", "x": 1}
      """
    #expect(
      read(line)
        == ReadSamples(
          samples: [
            CodedSample(
              id: "7", group: "g", conversation: "3", patient: ["No.", "Go."], before: "Hm.",
              text: "Why?", given: .sentences([["OQ"], ["advice", "open question"]]),
              judged: ["question"], quality: "high")
          ], complaints: []))
  }

  @Test("what a line leaves out follows from the others")
  func defaults() {
    let samples = read(
      """
      \u{FEFF}{"text": "a", "codes": ["OQ"], "patient": "No."}

      {"text": "b", "codes": [], "conversation": "c", "patient": null}
      {"text": "c", "codes": [], "group": "g", "judged": ["advice"]}
      {"text": "d", "codes": []}
      """
    ).samples
    #expect(samples.map(\.id) == ["1", "3", "4", "5"])
    #expect(samples.map(\.group) == ["No.", "c", "g", "5"])
    #expect(samples.map(\.conversation) == ["No.", "c", "g", "5"])
    #expect(
      samples.map(\.judged) == [
        ["OQ", "advice"], ["OQ", "advice"], ["advice"], ["OQ", "advice"],
      ])
  }

  @Test("the whole codebook was looked for where that is said, and a line says nothing else")
  func wholeCodebook() {
    let samples = read(
      """
      {"text": "a", "codes": ["OQ"]}
      {"text": "a", "codes": ["OQ"], "judged": ["OQ"]}
      """, wholeCodebook: true
    ).samples
    #expect(samples.map(\.judged.count) == [6, 1])
  }

  @Test(
    "a line that cannot be used is named with what is wrong",
    arguments: [
      ("[]", "it is no JSON object"), ("{\"text\": ", "it is no JSON object"),
      ("private words", "it is no JSON object"),
      (#"{"codes": []}"#, "'text' is missing"),
      (#"{"text": null, "codes": []}"#, "'text' is missing"),
      (#"{"text": "a"}"#, "'codes' is missing"),
      (#"{"text": ["a"], "codes": []}"#, "'text' is not a text"),
      (#"{"text": " ", "codes": []}"#, "'text' holds no words"),
      (
        #"{"text": "a", "codes": "OQ"}"#,
        "'codes' is not a list of names, or of such lists for each sentence"
      ),
      (#"{"text": "a", "codes": [], "judged": "OQ"}"#, "'judged' is not a list of names"),
      (#"{"text": "a", "codes": [], "patient": 1}"#, "'patient' is not a text or a list of texts"),
      (#"{"text": "a", "codes": [], "id": 1.5}"#, "'id' is not a text or a whole number"),
      (
        #"{"text": "a", "codes": ["reflecton"]}"#,
        "'reflecton' is neither a code nor a family of the codebook"
      ),
    ])
  func complaints(_ line: String, _ message: String) {
    let found = read("{\"text\": \"a\", \"codes\": [\"OQ\"]}\n" + line + "\n")
    #expect(found.samples.count == 1)
    #expect(found.complaints.map(\.line) == [2])
    #expect(found.complaints.map(\.problem.message) == [message])
  }

  @Test("an unknown name has the nearest one, and words of the response are not repeated")
  func names() {
    #expect(
      read(#"{"text": "a b", "codes": ["reflecton"]}"#).complaints[0].problem.help
        == "'reflection' is close")
    let words = read(#"{"text": "You miss him.", "codes": ["You miss him"]}"#).complaints[0].problem
    #expect(!(words.message + (words.help ?? "")).contains("miss"))
    let long = String(repeating: "secret ", count: 8)
    let problem = read(#"{"text": "a b", "judged": ["\#(long)"], "codes": []}"#).complaints[0]
      .problem
    #expect(problem.message == "a name in 'judged' is neither a code nor a family of the codebook")
  }

  @Test("any bytes give samples or complaints")
  func anyBytes() {
    var state: UInt64 = 4711
    let pieces = Array(#"{"text":"a","codes":[["OQ"]],"judged":null}"#.utf8)
    for _ in 0..<2000 {
      var bytes = pieces
      for _ in 0..<3 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes[Int((state >> 33) % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: state >> 50)
      }
      let found = readCodedSamples(
        SourceFile(name: "x", bytes: bytes), codebook: smallCodebook)
      #expect(found.samples.count + found.complaints.count > 0 || bytes.count < 2)
    }
    let deep = String(repeating: "[", count: 100_000)
    #expect(read("{\"text\": \"a\", \"codes\": \(deep)").complaints.count == 1)
  }
}
