import Diagnostics
import ScenarioChecker
import ScenarioModel
import Testing

@Suite("Detours")
struct DetourTests {
  /// The good scenario with a beat that comes back, entered by the rule about trust.
  private func withDetour(_ rule: String, _ beat: String) -> String {
    goodScenario([
      "when trust at least 60 or advice at least 2 times": rule
        + "\nwhen here and now, trust at least 50",
      "# Ending: together": beat + "\n# Ending: together",
    ])
  }
  private let aside = """
    # Beat: aside
    Margaret: Tom would have laughed.
    when advice
      Margaret: Well.
      return
    otherwise
      Margaret: Anyway.
      at most 2 times, then return
    """

  @Test("lead to a beat and back, by a rule or by its bound")
  func good() throws {
    let text = withDetour(
      "when advice at least 2 times\n  detour to aside\n  at most 2 times, then go to closing up",
      aside)
    expectMarked(text)
    let scenario = try #require(
      checkScenario(SourceFile(name: "t", text: text), library: smallLibrary).scenario)
    let rule = scenario.beats[0].rules[1]
    #expect(rule.destination == .detour(2))
    #expect(rule.bound == Bound(times: 2, destination: .ending(1)))
    #expect(scenario.beats[2].rules.map(\.destination) == [.back, nil])
    #expect(scenario.beats[2].rules[1].bound?.destination == .back)
  }

  @Test("never lead to an ending, and 'return' leads nowhere else")
  func places() {
    expectMarked(
      withDetour(
        """
        when advice at least 2 times
          detour to together
        //          ^^^^^^^^ S153: 'together' is an ending, from which no detour comes back
        when validation
          detour to aside
        """,
        aside.replacingFirst(
          "  return\n",
          with: """
              return to arrival
            //^^^^^^^^^^^^^^^^^ S199: 'return' stands alone: it leads back to where the detour began

            """)))
  }

  @Test("are the only way to a beat that returns")
  func byGoTo() {
    expectMarked(
      withDetour(
        """
        when advice at least 3 times
          detour to aside
        when advice at least 2 times
          go to aside
        //^^^^^^^^^^^ S154: 'aside' has a 'return', and whoever comes by this way cannot go back
        """, aside))
    expectMarked(
      goodScenario([
        "# Beat: arrival": """
        # Beat: arrival
        //      ^^^^^^^ S154: the session begins in 'arrival', so its 'return' leads nowhere
        """,
        "  at most 3 times, then go to closing up": "  at most 3 times, then return",
        "  go to together": """
          Margaret: Tom.
          at most 2 times, then go to together
        when advice
          go to closing up
        """,
      ]).replacingFirst(
        "when advice\n  go to closing up", with: "// a rule"
      ).replacingFirst(
        "when trust at least 60 or",
        with: "when reflection\n  go to closing up\nwhen trust at least 60 or"))
  }

  @Test("may not go round, through one beat or several")
  func circles() {
    expectMarked(
      withDetour(
        "when advice at least 2 times\n  detour to aside",
        aside.replacingFirst(
          "  Margaret: Well.\n  return",
          with: """
              detour to aside
            //^^^^^^^^^^^^^^^ S155: these detours lead round to themselves: 'aside' → 'aside'
            """)))
    expectMarked(
      withDetour(
        """
        when advice at least 2 times
          detour to aside
        //^^^^^^^^^^^^^^^ S155: these detours lead round to themselves: 'arrival' → 'aside' → 'arrival'
        """, aside.replacingFirst("  Margaret: Well.\n  return", with: "  detour to arrival")))
  }

  @Test("of an 'otherwise' have a bound, or it goes on for ever")
  func endless() {
    expectMarked(
      withDetour("when advice at least 2 times\n  detour to aside", aside).replacingFirst(
        "there.\notherwise\n  go to together",
        with: """
          there.
          when advice
            go to together
          otherwise
          //@1-9 S122: this 'otherwise' can repeat 'the chair' for ever
            detour to aside
          """))
    expectMarked(
      withDetour("when advice at least 2 times\n  detour to aside", aside).replacingFirst(
        "there.\notherwise\n  go to together",
        with: """
          there.
          when advice
            go to together
          otherwise
          //@1-9 S122: this 'otherwise' can repeat 'the chair' for ever
            Margaret: Hm.
            at most 3 times, then detour to aside
          """))
  }

  @Test("that come back lead on by the bound, and those that do not by themselves")
  func circlesThroughDetours() {
    let bounded = "there.\notherwise\n  detour to aside\n  at most 2 times, then go to "
    func marked(_ next: String, _ beat: String) -> String {
      withDetour("when advice at least 2 times\n  detour to aside", beat).replacingFirst(
        "there.\notherwise\n  go to together", with: bounded + next)
    }
    expectMarked(marked("together", aside))
    expectMarked(
      marked("arrival", aside).replacingFirst(
        "then go to closing up", with: "then go to the chair"
      ).replacingFirst(
        "when here and now, trust at least 50",
        with:
          "when here and now\n  go to closing up\nwhen reflection\n  go to together\nwhen here and now, trust at least 50"
      )
      .replacingFirst(
        "\notherwise",
        with:
          "\notherwise\n//@1-9 S122: by 'otherwise' alone the conversation goes round for ever: "
          + "'arrival' → 'the chair' → 'arrival'"))
    expectMarked(
      marked("together", aside.replacingFirst("then return", with: "then go to the chair"))
        .replacingFirst(
          "there.\notherwise",
          with: "there.\notherwise\n//@1-9 S122: by 'otherwise' alone the conversation goes round "
            + "for ever: 'the chair' → 'aside' → 'the chair'"))
  }

  @Test("that come back without a word leave the patient silent")
  func silent() {
    expectMarked(
      withDetour(
        "when advice at least 2 times\n  detour to aside",
        aside.replacingFirst(
          "when advice\n  Margaret: Well.\n",
          with:
            "when advice\n//@1-11 S143: nobody says anything: this rule goes back without a word\n"
        )))
  }

  @Test("stand together with a bound, and with no second way")
  func secondWay() {
    expectMarked(
      withDetour(
        """
        when advice at least 2 times
          at most 2 times, then go to closing up
          detour to aside
          go to together
        //^^^^^^^^^^^^^^ S128: this rule has its way already, 'detour to aside' on line 27
        """, aside))
  }
}
