import Rubrics
import Scoring
import Testing
import TranscriptModel

private func index(_ exchanges: [Exchange], _ measures: [(Double, Measure)]) throws -> Double {
  var rubric = Rubric()
  rubric.id = "r"
  rubric.opportunities = ["affect": ["RF"], "self-blame": ["NORM"]]
  rubric.leastOpportunities = 1
  rubric.terms = measures.map { ScoreTerm(weight: $0.0, measure: $0.1, text: "") }
  rubric.cutPoints = [0.2, 0.4, 0.6, 0.8]
  let result = score(exchanges, rubrics: [rubric], codebook: iptNames())
  return try #require(result.dimensions.first?.index)
}

private func hinted(_ exchange: Exchange) -> Exchange {
  var exchange = exchange
  exchange.hints = 1
  return exchange
}

@Suite("A hint")
struct HintWeightTests {
  private let met: [(Double, Measure)] = [(1, .opportunitiesMet)]

  @Test("halves the weight of what is met in its turn")
  func half() throws {
    let exchanges = session(turn("affect", "RF"), turn("affect", "OQ"))
    #expect(try index(exchanges, met) == 0.5)
    let weighed = session(hinted(turn("affect", "RF")), turn("affect", "OQ"))
    // A half of one and a half.
    #expect(try index(weighed, met) == 0.3333)
  }

  @Test("counts where the answer is given, not where the patient offered the moment")
  func place() throws {
    let exchanges = session(
      hinted(turn("self-blame", "OQ")), turn("", "NORM"), turn("affect", "OQ"))
    #expect(try index(exchanges, met) == 0.5)
    let answered = session(
      turn("self-blame", "OQ"), hinted(turn("", "NORM")), turn("affect", "OQ"))
    #expect(try index(answered, met) == 0.3333)
  }

  @Test("makes no miss and no harm lighter")
  func missed() throws {
    let exchanges = session(turn("affect", "RF"), hinted(turn("affect", "OQ")))
    #expect(try index(exchanges, met) == 0.5)
    let harm: [(Double, Measure)] = [(1, .opportunitiesMet), (-1, .opportunitiesHarmed)]
    let harmed = [turn("affect", "RF"), turn("affect", "RF"), turn("affect", "MIN")]
    #expect(try index(numbered(harmed), harm) == 0.3333)
    #expect(try index(numbered(harmed.map(hinted)), harm) == 0)
  }

  @Test("never makes a rating better than the same words without it")
  func neverBetter() throws {
    var state: UInt64 = 1
    func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % count
    }
    let terms: [(Double, Measure)] = [(1, .opportunitiesMet), (-0.3, .opportunitiesHarmed)]
    for _ in 1...300 {
      let cues = ["affect", "self-blame", "affect self-blame"]
      let codes = ["RF", "RF?", "NORM", "NORM?", "OQ", "MIN", "RF MIN"]
      var plain = [turn("affect", "OQ")]
      for _ in 0...below(6) {
        plain.append(turn(cues[below(cues.count)], codes[below(codes.count)]))
      }
      let some = plain.map { below(2) == 0 ? hinted($0) : $0 }
      #expect(try index(numbered(some), terms) <= index(numbered(plain), terms))
    }
  }
}
