import ScenarioModel
import SessionEngine
import Testing
import TranscriptModel

private let stays = when(80, nil, says: [speech(81, ["Well."])])

@Suite("A detour")
struct DetourTests {
  /// First: OQ detours to the second, in which SR returns; PS goes to it for good.
  private func there(_ more: [Rule] = [], second: [Rule] = []) -> Session {
    .begun(
      scenario(
        more + [
          when(2, .code(CodeTerm(name: "OQ")), says: [speech(3, ["A moment."])], to: .detour(1)),
          when(4, .code(CodeTerm(name: "PS")), to: .beat(1)), stays,
        ],
        then: [
          beat("second", second + [when(102, .code(CodeTerm(name: "SR")), to: .back), stays])
        ]))
  }

  @Test("says the opening of the other beat, and comes back without its own")
  func thereAndBack() {
    var session = there()
    #expect(session.after("OQ") == [["trust 40→44: oq", "rule 2", "A moment.", "In second."]])
    #expect(session.beat == 1)
    #expect(
      session.after("SR") == [["trust 44→43: settles", "rule 102", "back in first"]])
    #expect(session.beat == 0)
  }

  @Test("does not use up turns, windows and bounds of the beat it left")
  func countsGoOn() {
    let rules = [
      when(
        10, .code(CodeTerm(name: "ADV")), says: [speech(11, ["Hm."])],
        bound: Bound(times: 1, destination: .ending(0))),
      when(20, .turnsHere(atLeast: 4), says: [speech(21, ["Four."])]),
      when(
        30, .code(CodeTerm(name: "VAL", times: 2, window: .here)), says: [speech(31, ["Twice."])]),
    ]
    var session = there(rules)
    let said = session.after("VAL", "OQ", "VAL", "VAL", "SR", "VAL").map(\.last)
    // The two validations of the detour are not of this beat; this one is its second.
    #expect(said == ["Well.", "In second.", "Well.", "Well.", "back in first", "Twice."])
    #expect(session.after("CQ").last?.last == "Four.")

    var bounded = there(rules)
    #expect(
      bounded.after("ADV", "OQ", "SR", "ADV").map(\.last)
        == ["Hm.", "In second.", "back in first", "[end]"])
  }

  @Test("left by 'go to' has no way back, and whoever has none stays")
  func forgotten() {
    var session = there(second: [when(100, .code(CodeTerm(name: "CQ")), to: .beat(0))])
    #expect(session.after("OQ", "CQ").map(\.last) == ["In second.", "Hello."])
    // Come by 'go to', 'return' leads nowhere: the patient asks again.
    let last = session.after("PS", "SR").map(\.last)
    #expect(last[0] == "In second.")
    #expect(["Pardon?", "Sorry?"].contains(last[1]))
    #expect(session.beat == 1)
  }

  @Test("keeps sixteen ways back and forgets older ones")
  func deep() {
    var session = Session.begun(
      scenario([
        when(2, .code(CodeTerm(name: "OQ")), to: .detour(0)),
        when(4, .code(CodeTerm(name: "SR")), to: .back), stays,
      ]))
    for _ in 0..<40 { _ = session.after("OQ") }
    let back = (0..<20).map { _ in session.after("SR")[0].contains("back in first") }
    #expect(back == Array(repeating: true, count: 16) + Array(repeating: false, count: 4))
  }

  @Test("may be bounded, and the bound leads back where it says so")
  func bounded() {
    var session = Session.begun(
      scenario(
        [
          when(
            2, .code(CodeTerm(name: "OQ")), to: .detour(1),
            bound: Bound(times: 1, destination: .ending(0))), stays,
        ],
        then: [
          beat(
            "second",
            [
              when(
                90, nil, says: [speech(91, ["Hm."])], bound: Bound(times: 1, destination: .back))
            ])
        ]))
    #expect(
      session.after("OQ", "SR", "SR", "OQ").map(\.last)
        == ["In second.", "Hm.", "back in first", "[end]"])
  }
}
