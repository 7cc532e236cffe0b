import Diagnostics
import ScenarioChecker
import ScenarioModel
import Testing

@Suite("What has to be done in time")
struct DutyTests {
  private func withDuties(_ lines: String) -> String {
    goodScenario([
      "  cue: hint, loss story": "  cue: hint, risk",
      "supervisor: Coat on means ready to leave.": "risk: suicide\n" + lines,
    ])
  }

  @Test("is a duty of its beat, with its time and what happens otherwise")
  func duties() throws {
    let text = withDuties(
      """
      must open question, trust at least 20 within 2 turns, or go to closing up
      MUST: clear validation within 1 turn or note: “Plan was not asked about.”
      """)
    expectMarked(text)
    let file = SourceFile(name: "t", text: text)
    let scenario = try #require(checkScenario(file, library: smallLibrary).scenario)
    let duties = scenario.beats[0].duties
    #expect(duties.map(\.turns) == [2, 1])
    #expect(
      duties.map(\.penalty) == [.goTo(.ending(1)), .note("Plan was not asked about.")])
    #expect(
      duties.map { scenario.words(for: $0.condition) } == [
        "open question, trust at least 20", "clear validation",
      ])
    #expect(
      duties[0].title == "must open question, trust at least 20 within 2 turns, or go to closing up"
    )
  }

  @Test("says which part is missing")
  func unreadable() {
    expectMarked(
      withDuties(
        """
        must within 2 turns, or go to closing up
        //@1-40 S160: this 'must' does not say what is to be done
        must advice, or go to closing up
        //@1-32 S160: this 'must' does not say within how many turns
        must advice within soon, or go to closing up
        //@1-44 S160: this 'must' does not say within how many turns
        must advice within two turns, or go to closing up
        //                 ^^^ S195: 'two' is not a number of turns
        must advice within 2 turns
        //@1-26 S160: this 'must' does not say what happens otherwise
        must advice within 2 turns, or detour to the chair
        //                             ^^^^^^^^^^^^^^^^^^^ S160: what happens otherwise is not 'go to …' or 'note "…"'
        must advice within 2 turns, or note Not asked.
        //                                  ^^^^^^^^^^ S160: the note of this 'must' has no quotes around it
        must advise within 2 turns, or go to closing
        //   ^^^^^^ S190: 'advise' is not a code in the codebook
        //                                   ^^^^^^^ S125: there is no beat or ending called 'closing'
        """))
  }

  @Test("is asked for wherever there is a risk, and read in no rule and no ending")
  func missing() {
    expectMarked(
      goodScenario([
        "  cue: hint, loss story": "  cue: hint, risk",
        "supervisor: Coat on means ready to leave.": """
        risk: suicide
        //    ^^^^^^^ S161: 'arrival' has a risk, and nothing has to be done about it
        """,
        "  trust +10": """
          must advice within 2 turns, or go to closing up
        //^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ S160: a 'must' holds for the whole beat, and does not stand in a rule
        """,
        "outcome: poor. She leaves early.": """
        outcome: poor. She leaves early.
        must advice within 2 turns, or go to closing up
        //@1-4 S199: 'must' is not understood here
        """,
      ]))
  }

  @Test("leads to places that nothing else leads to")
  func reach() {
    expectMarked(
      withDuties("must advice within 2 turns, or go to missed")
        + "\n# Ending: missed\noutcome: unsafe. It was not asked.")
  }
}
