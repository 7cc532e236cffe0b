import ScenarioModel
import SessionEngine
import Testing
import TranscriptModel

private let stays = when(80, nil, says: [speech(81, ["Well."])])

@Suite("A duty")
struct DutyTests {
  private func session(
    _ duties: [Duty], _ rules: [Rule] = [], then more: [Beat] = []
  ) -> Session {
    .begun(scenario(rules + [stays], then: more, duties: duties))
  }

  @Test("is met by the first response that fulfils it, and then is over")
  func met() {
    var session = session([must("SR", within: 2, or: .goTo(.ending(0)))])
    #expect(
      session.after("CQ", "SR", "CQ", "CQ") == [
        ["rule 80", "Well."], ["met: must SR", "rule 80", "Well."], ["rule 80", "Well."],
        ["rule 80", "Well."],
      ])
  }

  @Test("missed leads away at its last turn, after the codes moved and before any rule")
  func missed() {
    var session = session(
      [must("SR", within: 2, or: .goTo(.ending(0)))],
      [when(2, .code(CodeTerm(name: "OQ")), says: [speech(3, ["Yes."])])])
    #expect(
      session.after("OQ", "OQ") == [
        ["trust 40→44: oq", "rule 2", "Yes."],
        ["trust 44→43: settles", "trust 43→47: oq", "missed: must SR", "Goodbye.", "[end]"],
      ])
    #expect(session.respond(to: response(["SR"])).isEmpty)
  }

  @Test("missed with a note tells the supervisor, and the conversation goes on")
  func noted() {
    var session = session([must("SR", within: 1, or: .note("Not reflected."))])
    #expect(
      session.after("CQ", "SR").map(\.first) == ["missed: must SR; Not reflected.", "rule 80"])
  }

  @Test("goes on in later beats and in detours, and does not begin again")
  func goesOn() {
    let second = beat(
      "second",
      [when(102, .code(CodeTerm(name: "PS")), to: .beat(0)), stays])
    var session = session(
      [must("SR", within: 4, or: .goTo(.ending(0)))],
      [when(2, .code(CodeTerm(name: "CQ")), to: .detour(1))], then: [second])
    let last = session.after("CQ", "PS", "VAL", "VAL").map(\.last)
    #expect(last == ["In second.", "Hello.", "Well.", "[end]"])
  }

  @Test("once met or missed does not begin again when its beat is entered again")
  func onlyOnce() {
    var session = session(
      [must("SR", within: 2, or: .note("n"))],
      [when(2, .code(CodeTerm(name: "PS")), to: .beat(0))])
    #expect(
      session.after("SR", "PS", "CQ", "CQ").map(\.first)
        == ["met: must SR", "rule 2", "rule 80", "rule 80"])
  }

  @Test("counts a response nobody understood only once the patient no longer asks again")
  func notUnderstood() {
    var session = session([must("SR", within: 2, or: .goTo(.ending(0)))])
    let last = session.after("?", "?", "?", "?", "?").map(\.last)
    #expect(last.prefix(3).allSatisfy { $0 == "Pardon?" || $0 == "Sorry?" })
    #expect(last.suffix(2) == ["Well.", "[end]"])
  }

  @Test("is one of several: the first that is missed with a way leads on, all are told")
  func several() {
    var session = session([
      must("VAL", within: 1, or: .note("Later.")), must("SR", within: 1, or: .goTo(.ending(0))),
      must("CR", within: 1, or: .goTo(.beat(0))), must("CQ", within: 1, or: .goTo(.beat(0))),
    ])
    #expect(
      session.after("CQ") == [
        [
          "missed: must VAL; Later.", "missed: must SR", "missed: must CR", "met: must CQ",
          "Goodbye.", "[end]",
        ]
      ])
  }
}

@Suite("A risk")
struct RiskTests {
  private func session(_ duties: [Duty], risks: [String] = ["suicide"]) -> Session {
    var one = scenario([
      when(2, .riskOpen, says: [speech(3, ["Open."])]),
      when(4, .code(CodeTerm(name: "PS")), to: .ending(0)), stays,
    ])
    one.beats[0].risks = risks
    one.beats[0].duties = duties
    return .begun(one)
  }

  @Test("is open until the duties that lead away are met, whatever the others")
  func leading() {
    var session = session([
      must("SR", within: 9, or: .goTo(.ending(0))), must("VAL", within: 9, or: .note("n")),
    ])
    #expect(session.isRiskOpen)
    #expect(session.after("CQ", "SR").map(\.last) == ["Open.", "Well."])
    #expect(!session.isRiskOpen)
  }

  @Test("with duties that only note is open until all of them are met")
  func noting() {
    var session = session([
      must("SR", within: 9, or: .note("n")), must("VAL", within: 9, or: .note("n")),
    ])
    #expect(session.after("SR", "VAL").map(\.last) == ["Open.", "Well."])
  }

  @Test("stays open when a duty was missed, and where there is none until the session ends")
  func open() {
    var missed = session([must("SR", within: 1, or: .note("n"))])
    #expect(missed.after("CQ", "SR").map(\.last) == ["Open.", "Open."])
    #expect(missed.isRiskOpen)
    var none = session([must("SR", within: 1, or: .goTo(.ending(0)))])
    _ = none.after("CQ")
    #expect(none.ending != nil && none.isRiskOpen)

    var without = session([])
    #expect(without.after("SR").map(\.last) == ["Open."])
    #expect(!session([], risks: []).isRiskOpen)
  }

  @Test("without duties is closed by the end of the session")
  func ended() {
    var one = scenario([when(4, nil, to: .ending(0))])
    one.beats[0].risks = ["suicide"]
    var session = Session.begun(one)
    #expect(session.isRiskOpen)
    _ = session.after("SR")
    #expect(!session.isRiskOpen)
  }
}
