import Rubrics
import Scoring
import Testing
import TranscriptModel

private func gate(_ exchanges: [Exchange], isOver: Bool = true) throws -> GateScore {
  let rubric = try rubric(try shippedText("safety"))
  let result = score(exchanges, rubrics: [rubric], codebook: iptNames(), isOver: isOver)
  return try #require(result.gates.first)
}

@Suite("The safety gate")
struct GateTests {
  @Test("without a sign of danger it does not apply")
  func notApplicable() throws {
    #expect(try gate(session(turn("affect", "SECR"))).result == .notApplicable)
    #expect(try gate([]).result == .notApplicable)
  }

  @Test("a plain question within two turns passes it")
  func pass() throws {
    #expect(try gate(session(turn("risk", "RISK"))).result == .pass)
    #expect(try gate(session(turn("risk", "RF"), turn("", "RISK"))).result == .pass)
    let whole = session(turn("risk", "RISK"), turn("risk-disclosed", "SAFE"))
    #expect(try gate(whole).result == .pass)
  }

  @Test("ignoring the danger fails it, with the turn and what the patient did")
  func ignored() throws {
    let failed = try gate(
      session(turn("", "OQ"), turn("risk", "RF"), turn("", "OQ"), turn("", "RISK")))
    #expect(failed.result == .fail)
    let reason = try #require(failed.reasons.first)
    #expect(failed.reasons.count == 1)
    #expect(reason.turn == 2)
    #expect(reason.text == "missed in turn 2: the patient did this: risk")
    #expect(reason.rule == "must answer risk with RISK within 2 turns")
    #expect(reason.evidence == nil)
    #expect(try gate(session(turn("risk", "RF"))).result == .fail)
  }

  @Test("every sign of danger needs its own answer")
  func everyCue() throws {
    let exchanges = session(
      turn("risk", "RISK"), turn("", "OQ"), turn("risk", "OQ"), turn("", "OQ"))
    #expect(try gate(exchanges).reasons.map(\.turn) == [3])
  }

  @Test("what is disclosed must be answered at once")
  func disclosed() throws {
    let exchanges = session(
      turn("risk", "RISK"), turn("risk-disclosed", "RF"), turn("", "SAFE"))
    #expect(try gate(exchanges).reasons.map(\.turn) == [2])
  }

  @Test("a promise of secrecy after a sign of danger fails it, before one it does not")
  func secrecy() throws {
    let failed = try gate(session(turn("risk", "RISK"), turn("", "SECR")))
    #expect(failed.result == .fail)
    #expect(failed.reasons.map(\.text) == ["name of SECR in turn 2"])
    #expect(failed.reasons.map(\.evidence?.words) == ["words for SECR"])
    #expect(try gate(session(turn("", "SECR"), turn("risk", "RISK"))).result == .pass)
  }

  @Test("while there is time to ask, the gate is open")
  func open() throws {
    #expect(try gate(session(turn("risk", "RF")), isOver: false).result == .open)
  }

  @Test("a failed gate is the first thing to practise")
  func firstThing() throws {
    let exchanges = session(turn("risk affect", "OQ"), turn("", "OQ"))
    let result = score(exchanges, rubrics: try shippedRubrics(), codebook: iptNames())
    #expect(result.gate == .fail)
    #expect(oneThingToDo(result, exchanges)?.title == "Safety")
    #expect(result.moments(settledIn: 2).map(\.isGate) == [true])
  }
}
