import Diagnostics
import Foundation
import Rubrics
import Testing

@Suite("Any bytes are read as a rubric")
struct RubricRobustnessTests {
  @Test("random bytes never crash")
  func randomBytes() {
    var random = SeededNumbers(seed: 1)
    let codebook = smallCodebook()
    for _ in 0..<10_000 {
      let bytes = (0..<Int.random(in: 0...120, using: &random)).map { _ in
        UInt8.random(in: 0...255, using: &random)
      }
      let file = SourceFile(name: "r", bytes: bytes)
      expectInFile(readRubric(file, codebook: codebook).diagnostics, file)
    }
  }

  @Test("changed copies of the shipped rubrics never crash")
  func mutations() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "../../Rubrics")
    let files = try FileManager.default.contentsOfDirectory(
      at: folder, includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == "rubric" }
    .sorted { $0.path < $1.path }
    #expect(files.count >= 4)
    let texts = try files.map { [UInt8](try Data(contentsOf: $0)) }
    let codebook = smallCodebook()
    var random = SeededNumbers(seed: 2)
    for round in 0..<2_000 {
      var bytes = texts[round % texts.count]
      for _ in 0..<Int.random(in: 1...6, using: &random) { mutate(&bytes, &random) }
      let file = SourceFile(name: "r", bytes: bytes)
      expectInFile(readRubric(file, codebook: codebook).diagnostics, file)
    }
  }

  @Test("a long line of unknown names is read in a moment")
  func longLine() {
    var text = RatingText()
    text.opportunities =
      "# Opportunities\naffect: " + String(repeating: "reflektion, ", count: 20_000) + "RF"
    let file = SourceFile(name: "r", text: text.text)
    let result = readRubric(file, codebook: smallCodebook())
    #expect(result.diagnostics.count == 20_000)
  }

  private func expectInFile(_ diagnostics: [Diagnostic], _ file: SourceFile) {
    for diagnostic in diagnostics
    where diagnostic.span.start < 0 || diagnostic.span.end > file.bytes.count {
      Issue.record("a span lies outside its file")
    }
    if let first = diagnostics.first { _ = render(first, in: file) }
  }

  private func mutate(_ bytes: inout [UInt8], _ random: inout SeededNumbers) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &random)
    let length = min(bytes.count - place, Int.random(in: 1...12, using: &random))
    switch Int.random(in: 0..<4, using: &random) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &random)
    case 1: bytes.removeSubrange(place..<(place + length))
    case 2: bytes.insert(contentsOf: bytes[place..<(place + length)], at: place)
    default:
      let piece = Array(bytes[place..<(place + length)])
      bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &random))
    }
  }
}

/// SplitMix64, so that a failing run can be repeated.
struct SeededNumbers: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
