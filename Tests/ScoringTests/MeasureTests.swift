import Rubrics
import Scoring
import Testing
import TranscriptModel

/// The one term of a rubric that measures only this; every `affect` is met by RF.
private func value(_ measure: Measure, _ exchanges: [Exchange], isOver: Bool = true) throws
  -> TermScore
{
  var rubric = Rubric()
  rubric.id = "r"
  rubric.opportunities = ["affect": ["RF"]]
  rubric.terms = [ScoreTerm(weight: 0.5, measure: measure, text: "as written")]
  let result = score(exchanges, rubrics: [rubric], codebook: iptNames(), isOver: isOver)
  return try #require(result.dimensions.first?.terms.first)
}

@Suite("Measures, against examples worked out by hand")
struct MeasureTests {
  @Test("opportunities met is a mean of 1, 0.5 and 0, and harm takes nothing off there")
  func opportunities() throws {
    let exchanges = session(
      turn("affect", "RF"), turn("affect", "RF?"), turn("affect", "OQ"), turn("affect", "MIN"))
    let met = try value(.opportunitiesMet, exchanges)
    #expect(met.value == 0.375)
    #expect(met.contribution == 0.1875)
    #expect(met.text == "as written")
    #expect(
      met.evidence == [
        Evidence(turn: 1, code: "RF", name: "name of RF", words: "words for RF"),
        Evidence(turn: 2, code: "RF", name: "name of RF", words: "words for RF"),
      ])
    let harmed = try value(.opportunitiesHarmed, exchanges)
    #expect(harmed.value == 0.25)
    #expect(harmed.evidence.map(\.code) == ["MIN"])
  }

  @Test("a rate counts a turn once, by its most certain code, and void codes not at all")
  func perTurn() throws {
    let exchanges = session(
      turn("", "VAL5 | VAL5 | NORM"), turn("", "VAL5? NORM?"), turn("", "VAL5~"), turn("", "OQ"))
    #expect(try value(.perTurn(["VAL5", "NORM"], full: 1), exchanges).value == 0.375)
    #expect(try value(.perTurn(["VAL5", "NORM"], full: 0.5), exchanges).value == 0.75)
    #expect(try value(.perTurn(["VAL5", "NORM"], full: 0.25), exchanges).value == 1)
    #expect(try value(.perTenTurns(["VAL5", "NORM"]), exchanges).value == 3.75)
  }

  @Test("a rate per opportunity is full at so many per opportunity, and takes at least one")
  func perOpportunity() throws {
    let exchanges = session(
      turn("affect", "FEEL"), turn("affect", "OQ"), turn("affect", "OQ"), turn("affect", "OQ"))
    #expect(try value(.perOpportunity(["FEEL"], full: 0.5), exchanges).value == 0.5)
    #expect(try value(.perOpportunity(["FEEL"], full: 0.25), exchanges).value == 1)
    #expect(try value(.perOpportunity(["FEEL"], full: 0.1), exchanges).value == 1)
  }

  @Test("the ratio counts sentences once and leaves out those beside risk questions")
  func ratio() throws {
    let ratio = Ratio(of: ["SR", "CR", "RF"], to: ["OQ", "CQ"], notBeside: ["RISK"], full: 1.5)
    let exchanges = session(
      turn("", "CR RF | OQ"), turn("", "SR | CQ"), turn("", "CR"), turn("", "CQ RISK"))
    // Three sentences that reflect, two that ask; the third question is about risk.
    #expect(try value(.ratio(ratio), exchanges).value == 1)
    var high = ratio
    high.full = 3
    #expect(try value(.ratio(high), exchanges).value == 0.5)
  }

  @Test("too few reflections earn nothing, and reflecting without asking is not full marks")
  func ratioFloorAndAlone() throws {
    let ratio = Ratio(
      of: ["SR"], to: ["OQ"], full: 1.5, floor: 0.5, alone: 0.67, aloneFullAt: 0.8)
    let few = session(turn("", "SR | OQ"), turn("", "X"), turn("", "X"))
    #expect(try value(.ratio(ratio), few).value == 0)
    let enough = session(turn("", "SR | OQ"), turn("", "X"))
    #expect(try value(.ratio(ratio), enough).value == 0.6667)
    let alone = session(turn("", "SR"), turn("", "X"))
    #expect(try value(.ratio(ratio), alone).value == 0.4188)
    #expect(try value(.ratio(ratio), session(turn("", "SR"))).value == 0.67)
  }

  @Test("a share is 0 where there is nothing to share")
  func share() throws {
    let share = Measure.share(
      of: ["OQ"], among: ["OQ", "CQ"], notBeside: ["RISK"], full: 0.8)
    let exchanges = session(turn("", "OQ | CQ | CQ RISK"), turn("", "CQ"), turn("", "OQ | CQ"))
    #expect(try value(share, exchanges).value == 0.5)
    #expect(try value(share, session(turn("", "CR"))).value == 0)
  }

  @Test("a stretch without the code costs its part, and a short rest belongs to the last stretch")
  func everyTurns() throws {
    let measure = Measure.everyTurns(["SUM"], turns: 4)
    func turns(_ count: Int, sumAt: Set<Int>) -> [Exchange] {
      numbered((1...count).map { turn("", sumAt.contains($0) ? "SUM" : "OQ") })
    }
    #expect(try value(measure, turns(8, sumAt: [4, 5])).value == 1)
    #expect(try value(measure, turns(8, sumAt: [4])).value == 0.5)
    #expect(try value(measure, turns(9, sumAt: [4, 9])).value == 1)
    #expect(try value(measure, turns(10, sumAt: [4, 8])).value == 0.6667)
    #expect(try value(measure, turns(3, sumAt: [3])).value == 1)
  }

  @Test("words per turn are best within a range, and count only where something was heard")
  func wordsPerTurn() throws {
    func measured(_ words: Int, heard: [String] = []) throws -> Double {
      let exchanges = session(turn("", "RF", words: words), turn("", "ADV", words: words))
      return try value(
        .wordsPerTurn(from: 8, to: 35, none: 80, countingTurnsWith: heard), exchanges
      ).value
    }
    #expect(try measured(8) == 1)
    #expect(try measured(35) == 1)
    #expect(try measured(4) == 0.5)
    #expect(try measured(0) == 0)
    #expect(try measured(44) == 0.8)
    #expect(try measured(80) == 0)
    #expect(try measured(500) == 0)
    #expect(try measured(20, heard: ["RF"]) == 0.5)
    #expect(try measured(20, heard: ["OQ"]) == 0)
  }

  @Test("the mean level takes the highest level of each turn that has one")
  func meanLevel() throws {
    let measure = Measure.meanLevel(["SR": 2, "VAL5": 5, "VAL6": 6], lowest: 1, highest: 6)
    let exchanges = session(
      turn("", "SR VAL5"), turn("", "OQ"), turn("", "SR | VAL6~"), turn("", "SR?"))
    #expect(try value(measure, exchanges).value == 0.4)
    #expect(try value(measure, session(turn("", "OQ"))).value == 0)
  }

  @Test("the index is the sum of the contributions, kept between 0 and 1")
  func index() throws {
    var rubric = Rubric()
    rubric.opportunities = ["affect": ["RF"]]
    rubric.leastOpportunities = 1
    rubric.cutPoints = [0.2, 0.4, 0.6, 0.8]
    rubric.terms = [
      ScoreTerm(weight: 0.2, measure: .opportunitiesMet, text: ""),
      ScoreTerm(weight: 0.4, measure: .perTurn(["RF"], full: 1), text: ""),
      ScoreTerm(weight: -0.1, measure: .perTenTurns(["MIN"]), text: ""),
    ]
    func index(_ exchanges: [Exchange]) throws -> (Double?, Int?) {
      let result = score(exchanges, rubrics: [rubric], codebook: iptNames())
      let dimension = try #require(result.dimensions.first)
      return (dimension.index, dimension.estimate.level)
    }
    // 0.2 + 0.4 reaches the cut point 0.6 although the machine's sum may lie a hair below it.
    #expect(try index(session(turn("affect", "RF"))) == (0.6, 4))
    #expect(try index(session(turn("affect", "RF"), turn("", "MIN"))) == (0, 1))
  }
}
