import Rubrics
import Scoring
import Testing
import TranscriptModel

private func caps(_ trigger: Cap.Trigger, _ exchanges: [Exchange], isOver: Bool = true) -> [[Int]] {
  var rubric = Rubric()
  rubric.caps = [Cap(level: 2, trigger: trigger, text: "as written")]
  return score(exchanges, rubrics: [rubric], codebook: iptNames(), isOver: isOver)
    .dimensions.flatMap(\.caps).map(\.turns)
}

@Suite("Caps")
struct CapTests {
  private let slips = Cap.Trigger.shown(
    ["MIN", "CONF"], times: 2, repairedBy: ["RUPT"], withinTurns: 2)

  @Test("a cap holds from so many turns on, with those turns")
  func shown() {
    #expect(caps(slips, session(turn("", "MIN"), turn("", "OQ"), turn("", "CONF"))) == [[1, 3]])
    #expect(caps(slips, session(turn("", "MIN | CONF"), turn("", "OQ"))) == [])
  }

  @Test("two doubtful slips are one")
  func doubtful() {
    #expect(caps(slips, session(turn("", "MIN"), turn("", "CONF?"))) == [])
    let exchanges = session(turn("", "MIN"), turn("", "CONF?"), turn("", "CONF?"))
    #expect(caps(slips, exchanges) == [[1, 2, 3]])
  }

  @Test("a slip repaired in time does not count, one repaired too late does")
  func repaired() {
    let inTime = session(
      turn("", "MIN"), turn("", "MIN"), turn("", "OQ"), turn("", "RUPT"))
    #expect(caps(slips, inTime) == [])
    let tooLate = session(
      turn("", "MIN"), turn("", "MIN"), turn("", "OQ"), turn("", "OQ"), turn("", "RUPT"))
    #expect(caps(slips, tooLate) == [[1, 2]])
  }

  @Test("a repair in the same breath must come after the slip")
  func sameTurn() {
    #expect(caps(slips, session(turn("", "MIN | RUPT"), turn("", "MIN"))) == [])
    #expect(caps(slips, session(turn("", "RUPT | MIN"), turn("", "MIN"))) == [[1, 2]])
  }

  @Test("what never came lowers the level once it was called for often enough")
  func missing() {
    let never = Cap.Trigger.missing(["FEEL"], afterCues: ["affect", "rupture-withdraw"], times: 2)
    let exchanges = session(turn("affect", "RF"), turn("rupture-withdraw", "OQ"))
    #expect(caps(never, exchanges) == [[1, 2]])
    #expect(caps(never, exchanges, isOver: false) == [])
    #expect(caps(never, session(turn("affect", "RF"), turn("affect", "FEEL?"))) == [])
    #expect(caps(never, session(turn("affect", "RF"))) == [])
    // Two moments in one turn call for it twice; the turn is named once.
    #expect(caps(never, session(turn("affect rupture-withdraw", "RF"), turn("", "OQ"))) == [[1]])
  }
}

@Suite("Plain indices")
struct IndexTests {
  private func indices(_ exchanges: [Exchange]) -> SessionIndices {
    score(exchanges, rubrics: [], codebook: iptNames()).indices
  }

  @Test("they are worked out by hand")
  func byHand() {
    let exchanges = session(
      turn("", "CR RF | OQ", words: 10), turn("", "SR | CQ", words: 10),
      turn("", "SUM | OQ", words: 20), turn("", "CR | OQ | STATE ADV", words: 5),
      turn("", "", words: 5))
    let result = indices(exchanges)
    #expect(result.turns == 5)
    #expect(result.reflectionsPerQuestion == 1)
    #expect(result.openQuestions == 75)
    #expect(result.complexReflections == 50)
    #expect(result.wordsPerTurn == 10)
    #expect(result.advicePerTwentyTurns == 4)
    // 50 words of the trainee, 25 of the patient; the gesture is none.
    #expect(result.talkShare == 66.6667)
  }

  @Test("each is left out where it would mislead")
  func leftOut() {
    let empty = indices([])
    #expect(empty.turns == 0)
    #expect(empty.wordsPerTurn == nil)
    let few = indices(session(turn("", "CR | OQ")))
    #expect(few.reflectionsPerQuestion == nil)
    #expect(few.openQuestions == nil)
    #expect(few.complexReflections == nil)
    #expect(few.advicePerTwentyTurns == nil)
    #expect(few.talkShare == nil)
    let noQuestion = indices(session(turn("", "CR | CR"), turn("", "CR | CR")))
    #expect(noQuestion.reflectionsPerQuestion == nil)
    #expect(noQuestion.complexReflections == 100)
  }
}
