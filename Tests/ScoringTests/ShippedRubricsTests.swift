import Rubrics
import Scoring
import Testing
import TranscriptModel

/// What fourteen patient lines offer: enough to rate every dimension.
private let offered = [
  "mood-shift", "affect", "hint", "exchange", "expectation", "anger", "self-blame",
  "rupture-confront", "rupture-withdraw", "affect", "loss-story", "hint", "stuck", "close",
]

/// The same trainee on all fourteen lines.
private func always(_ codes: String, words: Int = 12) -> [Exchange] {
  numbered(offered.map { turn($0, codes, words: words) })
}

private func levels(_ exchanges: [Exchange]) throws -> [Int] {
  let result = score(exchanges, rubrics: try shippedRubrics(), codebook: iptNames())
  return try result.dimensions.map { try #require($0.estimate.level) }
}

/// Meets most moments, misses a few, and slips once.
private let skilled = [
  "CR CUR LINK | OQ", "CR RF VAL5 | OQ FEEL", "CR VAL3", "SR | OQ CA", "CR EXP | OQ",
  "CR RF VAL5 | OQ AFX", "CR NORM", "SR RUPT VAL6", "CR VAL3 IMM | OQ", "CQ", "CR RF AFX",
  "OQ", "CR RF | OQ OPT", "SUM | OQ HW",
]

@Suite("The shipped rubrics")
struct ShippedRubricsTests {
  @Test("they are read without complaint and carry the names scenarios use")
  func names() throws {
    #expect(
      try shippedRubrics().map(\.id) == [
        "validation", "active listening", "here and now", "safety",
      ])
    #expect(try shippedRubrics().map(\.levels.count) == [5, 5, 5, 3])
  }

  @Test("a skilled trainee who meets most moments reaches 4 on every dimension")
  func skilledPath() throws {
    let exchanges = numbered(zip(offered, skilled).map { turn($0, $1, words: 22) })
    #expect(try levels(exchanges).allSatisfy { $0 >= 4 })
  }

  @Test(
    "whoever does one thing only stays at 2 or below on every dimension",
    arguments: [
      ("parrot", "ECHO SR~", 12), ("parrot who copies feelings", "ECHO SR~ RF~", 12),
      ("adviser", "STATE ADV", 20), ("adviser who also asks", "STATE ADV | OQ", 20),
      ("questioner", "CQ", 8), ("asker of open questions", "OQ", 12),
      ("sympathiser", "STATE EMP", 8), ("reassurer", "STATE REAS", 12),
      ("minimiser", "STATE MIN", 12), ("past-digger", "OQ INTP", 15),
      ("lecturer", "STATE LECT", 95), ("nodder", "ENC", 1), ("silent typist", "", 10),
    ])
  func oneThingOnly(trainee: String, codes: String, words: Int) throws {
    #expect(try levels(always(codes, words: words)).max() ?? 5 <= 2, "\(trainee)")
  }

  @Test("a good sentence said over and over stays at 2 or below, because only the first one counts")
  func stockSentence() throws {
    let turns = offered.enumerated().map { index, cue in
      turn(cue, index == 0 ? "CR RF VAL5 FEEL" : "CR~ RF~ VAL5~ FEEL~")
    }
    #expect(try levels(numbered(turns)).max() ?? 5 <= 2)
  }

  @Test("one worn-out stem on every turn, which counts half, stays below 4 on every dimension")
  func wornStem() throws {
    var exchanges = always("CR RF")
    for index in exchanges.indices.dropFirst(2) {
      for code in exchanges[index].response.codes.indices {
        exchanges[index].response.codes[code].weight = 0.5
      }
    }
    #expect(try levels(exchanges).max() ?? 5 < 4)
  }

  @Test("noise from the keyboard reaches level 1")
  func keyboardNoise() throws {
    #expect(try levels(numbered(offered.map { noise($0) })) == [1, 1, 1])
  }

  @Test("one unrepaired slip keeps validation at 3, two at 2, and a repair takes the cap away")
  func validationCaps() throws {
    var codes = skilled
    codes[3] += " | STATE MIN"
    func validation() throws -> DimensionScore {
      let exchanges = numbered(zip(offered, codes).map { turn($0, $1, words: 22) })
      let result = score(exchanges, rubrics: try shippedRubrics(), codebook: iptNames())
      return try #require(result.dimensions.first)
    }
    #expect(try validation().estimate == .level(3, name: "accurate"))
    #expect(try validation().caps.map(\.turns) == [[4]])
    codes[10] += " | STATE CONF"
    #expect(try validation().estimate == .level(2, name: "polite"))
    #expect(try validation().caps.map(\.turns) == [[4, 11], [4, 11]])
    codes[5] += " | STATE RUPT"
    codes[10] += " | STATE VAL6"
    #expect(try validation().estimate.level ?? 0 >= 4)
    #expect(try validation().caps == [])
  }

  @Test("advice in three turns keeps active listening at 2")
  func listeningCap() throws {
    var codes = skilled
    for index in [3, 4, 12] { codes[index] += " | STATE ADV" }
    let exchanges = numbered(zip(offered, codes).map { turn($0, $1, words: 22) })
    #expect(try levels(exchanges)[1] == 2)
  }

  @Test("a changed weight, cut point or anchor changes the result, with no change to Swift")
  func edits() throws {
    let exchanges = numbered(zip(offered, skilled).map { turn($0, $1, words: 22) })
    let text = try shippedText("validation")
    func scored(_ old: String, _ new: String) throws -> DimensionScore {
      #expect(text.contains(old))
      let changed = try rubric(text.replacing(old, with: new))
      let result = score(exchanges, rubrics: [changed], codebook: iptNames())
      return try #require(result.dimensions.first)
    }
    let before = try scored("# Levels", "# Levels")
    #expect(try #require(before.index) > 0.6)
    let lighter = try scored(
      "+0.65 opportunities met\n+0.20 VAL3", "+0.20 opportunities met\n+0.65 VAL3")
    #expect(lighter.index != before.index)
    let higher = try scored(
      "level 4 from 0.60\nlevel 5 from 0.80", "level 4 from 0.98\nlevel 5 from 0.99")
    #expect(higher.estimate == .level(3, name: "accurate"))
    let renamed = try scored(
      "level 4 from 0.60\nlevel 5 from 0.80\n", "level 4 from 0.60\nlevel 5 from 0.99\n")
    #expect(renamed.estimate == .level(4, name: "understanding"))
    let anchor = try rubric(text.replacing("4 understanding: Says", with: "4 seeing: Tells"))
    #expect(anchor.levels[3].name == "seeing")
    #expect(anchor.levels[3].anchor.hasPrefix("Tells, at the right moments"))
  }
}
