import Diagnostics
import Foundation
import Rubrics
import Testing

func shippedCodebookFile() throws -> SourceFile {
  let path = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rubrics/ipt.codebook")
  return SourceFile(name: "ipt.codebook", bytes: [UInt8](try Data(contentsOf: path)))
}

/// The shipped word lists, which the codebook names.
func shippedWords() throws -> [SourceFile] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rubrics/Words")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
    SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
  }
}

@Suite("The shipped codebook")
struct ShippedCodebookTests {
  @Test("it has no problems, not even small ones")
  func isClean() throws {
    let file = try shippedCodebookFile()
    let words = try shippedWords()
    let checked = readCodebook(file, words: words)
    #expect(checked.diagnostics.map { render($0, in: file) } == [])
    #expect(
      zip(words, checked.inWords).flatMap { file, found in found.map { render($0, in: file) } }
        == [])
  }

  @Test("it has the 52 codes of the manual, four of its own, and every cue")
  func size() throws {
    let book = try #require(try readCodebook(shippedCodebookFile(), words: shippedWords()).codebook)
    #expect(book.codes.count == 56)
    #expect(book.cues.count == 24)
    #expect(book.cues.allSatisfy { !$0.coaching.isEmpty && !$0.harmedBy.isEmpty })
    #expect(book.damping == [1.2, 1.1, 1, 0.85, 0.7])
    #expect(book.codes(named: "reflection") == ["SR", "CR", "RF", "SUM"])
    #expect(book.codes(named: "open question") == ["OQ"])
    #expect(book.code("ADV")?.becomes == "SUGG")
    #expect(
      book.code("OQ")?.effects == [
        StateEffect(state: "openness", amount: 2), StateEffect(state: "trust", amount: 1),
      ])
  }

  @Test("any bytes can be read: random ones, and the shipped file with bytes changed")
  func random() throws {
    var random = SplitMix64(seed: 7)
    for _ in 0..<9_000 {
      let bytes = (0..<Int.random(in: 0..<120, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      _ = readCodebook(SourceFile(name: "r", bytes: bytes))
    }
    let piece = Array(try shippedCodebookFile().bytes.prefix(3_000))
    for _ in 0..<1_000 {
      var bytes = Array(piece[Int.random(in: 0..<2_000, using: &random)...].prefix(600))
      for _ in 0..<8 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] =
          Array("()[]<>|*:\"\n#+ ".utf8).randomElement(using: &random) ?? 0
      }
      _ = readCodebook(SourceFile(name: "r", bytes: bytes))
    }
  }
}

struct SplitMix64: RandomNumberGenerator {
  var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
