import Rubrics
import Scoring
import Testing
import TranscriptModel

@Suite("Any session")
struct AnySessionTests {
  @Test("indices stay between 0 and 1, evidence points at turns, and scoring twice says the same")
  func bounds() throws {
    let rubrics = try shippedRubrics()
    let codebook = iptNames()
    let cues = codebook.cues.map(\.name)
    let codes = codebook.codes.map(\.id)
    // A fixed walk through cues and codes: every pairing of neighbours comes up.
    for length in [1, 2, 3, 7, 14, 40] {
      for start in 0..<30 {
        let exchanges = numbered(
          (0..<length).map { step in
            let place = start * 7 + step * 5
            return turn(
              cues[place % cues.count],
              (0..<(place % 4)).map { codes[(place + $0 * 11) % codes.count] }
                .joined(separator: step % 2 == 0 ? " " : "? | "),
              words: step == 3 ? .max : place % 50)
          })
        for isOver in [true, false] {
          let first = score(exchanges, rubrics: rubrics, codebook: codebook, isOver: isOver)
          #expect(first == score(exchanges, rubrics: rubrics, codebook: codebook, isOver: isOver))
          for dimension in first.dimensions {
            #expect((0...1).contains(dimension.index ?? 0))
            #expect((1...5).contains(dimension.estimate.level ?? 1))
            #expect((dimension.index == nil) == (dimension.estimate.level == nil))
            let turns = dimension.terms.flatMap(\.evidence).map(\.turn)
            #expect(turns.allSatisfy { (1...length).contains($0) })
          }
          if isOver { #expect(!first.opportunities.contains { $0.outcome == .open }) }
        }
      }
    }
  }
}
