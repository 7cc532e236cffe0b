import Foundation
import Rubrics
import Testing
import TranscriptModel

@testable import ResponseCoding

@Suite("Any response can be coded, in time that grows with its length")
struct RobustnessTests {
  private struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var z = state
      z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
      z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
      return z ^ (z >> 31)
    }
  }

  /// A codebook with every kind of pattern that is quick to search in a debug build.
  private func expectSound(_ response: CodedResponse) {
    let length = response.text.count
    for code in response.codes {
      #expect(0 <= code.range.start && code.range.start < code.range.end)
      #expect(code.range.end <= length)
      #expect(!code.evidence.isEmpty)
      #expect((0...1).contains(code.confidence))
      #expect(response.sentences.indices.contains(code.sentence))
    }
    for sentence in response.sentences {
      #expect(0 <= sentence.start && sentence.start < sentence.end && sentence.end <= length)
    }
  }

  @Test("10,000 random byte strings")
  func randomBytes() {
    var random = SplitMix64(state: 1)
    let pieces = [
      "you ", "what ", "’", "'", "é", "\r\n", "😀", "...", "?", "(", ")", "*", "n't", "\u{301}",
    ]
    for round in 0..<10_000 {
      var bytes = (0..<Int.random(in: 0..<24, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      if round % 2 == 0 {
        for _ in 0..<6 {
          bytes += Array((pieces.randomElement(using: &random) ?? "").utf8)
        }
      }
      let text = String(decoding: bytes, as: UTF8.self)
      expectSound(code(text, after: text, gist: [text]))
    }
  }

  @Test("the work grows no faster than the response")
  func linear() {
    let sentence = "you feel so very sad and you are so alone with what he said when you "
    func steps(_ times: Int) -> Int {
      Shipped.coder.codeCountingSteps(
        String(repeating: sentence, count: times), after: CodingContext()
      ).steps
    }
    let (short, long) = (steps(20), steps(200))
    #expect(short > 0)
    #expect(long <= short * 11)
    #expect(short <= 20 * 15 * 1_500)
  }

  @Test("the same response is coded alike every time")
  func deterministic() {
    let text = "No wonder you're worn out. What would help, and who could you ask?"
    let first = code(text, after: "I'm so tired.")
    #expect((0..<5).allSatisfy { _ in code(text, after: "I'm so tired.") == first })
  }

  @Test("a pattern of many choices neither explodes nor hangs")
  func wideCodebook() {
    var book = Codebook()
    var definition = CodeDefinition(id: "X", name: "x", layer: .function)
    let choice = PatternElement.anyOf([
      [.word("a"), .word("b")], [.word("c"), .gap, .word("d")],
      [.optional([.word("e")]), .word("f")],
    ])
    definition.cuePatterns = [
      CuePattern(
        weight: 1, places: [], text: "wide", elements: Array(repeating: choice, count: 60))
    ]
    book.codes = [definition]
    let coder = ResponseCoder(book)
    let text = String(repeating: "a b c e f d ", count: 40)
    #expect(coder.codeCountingSteps(text, after: CodingContext()).steps < 2_000_000)
  }

  @Test("the line for other programs has what counts, in hundredths")
  func codedLine() throws {
    let response = code("What happened?")
    let line = CodedLine(id: "7", response)
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys]
    let json = String(decoding: try encoder.encode(line), as: UTF8.self)
    #expect(json.hasPrefix("{\"codes\":[{\"code\":\"OQ\",\"confidence\":0.9"))
    #expect(
      json.contains(
        "\"families\":[\"helpful\",\"helpful any\",\"open question\",\"question\"],"
          + "\"name\":\"open question\""))
    #expect(json.hasSuffix("\"id\":\"7\",\"sentences\":[[0,14]]}"))
    #expect(line.codes.allSatisfy { $0.confidence >= 0.4 && $0.end > $0.start })
  }
}
