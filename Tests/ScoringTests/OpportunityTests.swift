import Foundation
import Rubrics
import Scoring
import Testing
import TranscriptModel

/// A rubric on which RF meets `affect` (window 1) and NORM meets `self-blame` (window 2).
private func dimension(_ id: String = "r", least: Int = 1) -> Rubric {
  var rubric = Rubric()
  rubric.id = id
  rubric.title = "Title of \(id)"
  rubric.opportunities = ["affect": ["RF"], "self-blame": ["NORM"]]
  rubric.leastOpportunities = least
  rubric.terms = [ScoreTerm(weight: 1, measure: .opportunitiesMet, text: "met")]
  rubric.cutPoints = [0.2, 0.4, 0.6, 0.8]
  return rubric
}

private func outcomes(_ exchanges: [Exchange], isOver: Bool = true) -> [String] {
  score(exchanges, rubrics: [dimension()], codebook: iptNames(), isOver: isOver)
    .opportunities.map { "\($0.turn) \($0.cue) \($0.outcome.rawValue)" }
}

@Suite("Opportunities")
struct OpportunityTests {
  @Test("a moment is met within its window and missed after it")
  func windows() {
    #expect(outcomes(session(turn("affect", "RF"))) == ["1 affect met"])
    #expect(outcomes(session(turn("affect", "OQ"), turn("", "RF"))) == ["1 affect missed"])
    let later = session(turn("self-blame", "OQ"), turn("", "NORM"))
    #expect(outcomes(later) == ["1 self-blame met"])
    let tooLate = session(turn("self-blame", "OQ"), turn("", "OQ"), turn("", "NORM"))
    #expect(outcomes(tooLate) == ["1 self-blame missed"])
  }

  @Test("a doubtful answer is half an answer, a void one none")
  func half() {
    #expect(outcomes(session(turn("affect", "RF?"))) == ["1 affect half"])
    #expect(outcomes(session(turn("affect", "RF~"))) == ["1 affect missed"])
    let surer = session(turn("self-blame", "NORM?"), turn("", "NORM"))
    #expect(outcomes(surer) == ["1 self-blame met"])
  }

  @Test("harm counts only where nothing good was said in the window")
  func harm() throws {
    #expect(outcomes(session(turn("self-blame", "REAS"), turn("", ""))) == ["1 self-blame harmed"])
    let repaired = session(turn("self-blame", "REAS"), turn("", "NORM?"))
    #expect(outcomes(repaired) == ["1 self-blame half"])
    let harmed = score(
      session(turn("affect", "MIN")), rubrics: [dimension()], codebook: iptNames())
    let opportunity = try #require(harmed.opportunities.first)
    #expect(opportunity.worth == -1)
    #expect(
      opportunity.evidence
        == Evidence(turn: 1, code: "MIN", name: "name of MIN", words: "words for MIN"))
  }

  @Test("while there is time an opportunity is open and counts for nothing")
  func open() throws {
    let exchanges = session(turn("affect", "RF"), turn("self-blame", "OQ"))
    #expect(outcomes(exchanges, isOver: false) == ["1 affect met", "2 self-blame open"])
    #expect(outcomes(exchanges) == ["1 affect met", "2 self-blame missed"])
    let result = score(
      exchanges, rubrics: [dimension()], codebook: iptNames(), isOver: false)
    #expect(result.dimensions.first?.index == 1)
    #expect(result.opportunities.last?.settled == nil)
  }

  @Test("a response that cannot be understood does not use up the patient's time")
  func noiseInBetween() {
    #expect(outcomes(session(noise("affect"), turn("", "RF"))) == ["1 affect met"])
    #expect(outcomes(session(noise("affect")), isOver: false) == ["1 affect open"])
    #expect(outcomes(session(noise("affect"))) == ["1 affect missed"])
  }

  @Test("a cue said twice in one breath is one opportunity")
  func once() {
    #expect(outcomes(session(turn("affect affect", "RF"))) == ["1 affect met"])
  }

  @Test("too few opportunities are not assessable, and neither is an empty session")
  func notAssessable() throws {
    let result = score(
      session(turn("affect", "RF")), rubrics: [dimension(least: 4)], codebook: iptNames())
    let scored = try #require(result.dimensions.first)
    #expect(scored.index == nil)
    #expect(scored.estimate.level == nil)
    #expect(
      scored.estimate
        == .notAssessable("the patient offered 1 of the 4 moments it takes to tell"))
    let empty = score([], rubrics: [dimension(least: 4)], codebook: iptNames())
    #expect(empty.dimensions.first?.estimate == .notAssessable("nothing has been said yet"))
    #expect(empty.dimensions.first?.index == nil)
  }
}

@Suite("What the coach says")
struct CoachTests {
  @Test("a turn settles what was met in it and what ran out in it")
  func settled() {
    let result = score(
      session(turn("self-blame", "OQ"), turn("affect", "RF"), turn("", "NORM")),
      rubrics: [dimension()], codebook: iptNames())
    #expect(result.opportunities(settledIn: 1) == [])
    #expect(
      result.moments(settledIn: 2).map { "\($0.cue) \($0.outcome.rawValue): \($0.coaching)" } == [
        "self-blame missed: did this: self-blame", "affect met: did this: affect",
      ])
    #expect(result.opportunities(settledIn: 3) == [])
  }

  @Test("a moment met on one dimension is not called missed on another")
  func drawnTogether() throws {
    var other = dimension("other")
    other.opportunities = ["affect": ["FEEL"]]
    let result = score(
      session(turn("affect", "RF")), rubrics: [other, dimension()], codebook: iptNames())
    let moment = try #require(result.moments.first)
    #expect(result.moments.count == 1)
    #expect(moment.outcome == .met)
    #expect(moment.evidence?.code == "RF")
    #expect(moment.answers == ["FEEL", "RF"])
  }

  @Test(
    "the thing to do is the cue most often missed on the lowest dimension, at its earliest turn")
  func oneThing() throws {
    var strong = dimension("strong")
    strong.opportunities = ["hint": ["VAL3"]]
    let exchanges = session(
      turn("affect", "OQ", better: "You sound worn out."), turn("hint", "VAL3"),
      turn("self-blame", "OQ", better: "Anyone would wonder."), turn("self-blame", "MIN"),
      turn("hint", "OQ"))
    let result = score(exchanges, rubrics: [strong, dimension()], codebook: iptNames())
    let point = try #require(oneThingToDo(result, exchanges))
    #expect(point.title == "Title of r")
    #expect(point.opportunity.cue == "self-blame")
    #expect(point.opportunity.turn == 3)
    #expect(point.patient == "(sighs) These are the five words.")
    #expect(point.response == "OQ five new terms")
    #expect(point.better?.sentence == "Anyone would wonder.")
  }

  @Test("a moment with an author's better sentence comes before one without")
  func betterFirst() throws {
    let exchanges = session(
      turn("affect", "OQ"), turn("affect", "OQ", better: "You sound worn out."))
    let result = score(exchanges, rubrics: [dimension()], codebook: iptNames())
    #expect(oneThingToDo(result, exchanges)?.opportunity.turn == 2)
  }

  @Test("a better sentence that was said, or nearly, is not the thing to do")
  func betterWasSaid() throws {
    let exchanges = session(
      turn("affect", "OQ", better: "OQ, five more new terms"),
      turn("affect", "OQ", better: "You sound worn out."))
    let result = score(exchanges, rubrics: [dimension()], codebook: iptNames())
    #expect(oneThingToDo(result, exchanges)?.opportunity.turn == 2)
  }

  @Test("where nothing was missed there is nothing to do")
  func nothing() {
    let exchanges = session(turn("affect", "RF"))
    let result = score(exchanges, rubrics: [dimension()], codebook: iptNames())
    #expect(oneThingToDo(result, exchanges) == nil)
  }

  @Test("a score survives being written and read as JSON, with camelCase keys")
  func json() throws {
    let result = score(
      session(turn("affect", "RF"), turn("risk", "RISK")),
      rubrics: [dimension(), dimension("other", least: 9)] + [try shippedRubrics()[3]],
      codebook: iptNames())
    let data = try JSONEncoder().encode(result)
    #expect(try JSONDecoder().decode(SessionScore.self, from: data) == result)
    let text = String(decoding: data, as: UTF8.self)
    #expect(text.contains("\"notAssessable\":\""))
    #expect(!text.contains("_"))
  }
}
