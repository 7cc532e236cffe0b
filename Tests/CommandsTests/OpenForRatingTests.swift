import Diagnostics
import Rubrics
import Testing
import TranscriptStore

@testable import Commands

@Suite("What a session is rated by")
struct OpenForRatingTests {
  @Test("is the same as with the whole codebook, whatever the program hears by")
  func same() throws {
    let desk = try Desk()
    _ = desk.run(
      ["practice", "new-city-no-map"],
      lines: (1...30).map { "You look alone with that, I think. What was it like, \($0)?" })
    let session = try TranscriptStore(path: desk.store).load(desk.newest)
    let (short, whole) = (try openForRating(session), try openPinned(session))
    #expect(short.dimensions == dimensions(of: whole, session) && short.dimensions.count >= 3)
    #expect(short.rubrics == whole.rubrics)
    let (few, all) = (short.codebook, whole.library.codebook)
    #expect(few.codes.map(\.id) == all.codes.map(\.id))
    #expect(few.codes.map(\.name) == all.codes.map(\.name))
    #expect(few.codes.map(\.families) == all.codes.map(\.families))
    #expect(few.codes.map(\.definition) == all.codes.map(\.definition))
    #expect(few.cues.map(\.name) == all.cues.map(\.name))
  }

  @Test("a codebook without what it hears by is still one without a mistake, and a small one")
  func noMistake() throws {
    let file = try #require(bundledLibrary.codebooks.first)
    let short = file.withoutEvidence
    let words = bundledLibrary.words
    #expect(!readCodebook(short, words: words).diagnostics.hasErrors)
    #expect(short.bytes.count * 8 < file.bytes.count)
  }

  @Test("any bytes are left out or kept", arguments: 0..<200)
  func anyBytes(seed: Int) {
    var state = UInt64(seed)
    let bytes = (0..<seed).map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Array("#:\n cueod weights\u{FF}".utf8)[Int(state >> 40) % 18]
    }
    let short = SourceFile(name: "x.codebook", bytes: bytes).withoutEvidence
    #expect(short.bytes.count <= bytes.count)
  }
}
