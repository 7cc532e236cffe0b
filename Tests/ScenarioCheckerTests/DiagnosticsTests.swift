import Testing

@Suite("What the checker says")
struct CheckerDiagnosticsTests {
  @Test("nothing about a scenario in which nothing is wrong")
  func good() { expectMarked(goodScenario()) }

  @Test("a header line without a colon, an unknown name, a name given twice")
  func header() {
    expectMarked(
      goodScenario([
        "area: grief": """
        area grief
        //@1-10 S101: 'area grief' is not 'name: value'
        aera: grief
        //@1-4 S102: the header has no 'aera'
        title: Again
        //@1-5 S104: 'title' stands in the header already, on line 2
        """
      ]))
  }

  @Test("header values that cannot be")
  func headerValues() {
    expectMarked(
      goodScenario([
        "area: grief": """
        area: sorrow
        //    ^^^^^^ S103: 'area' cannot be 'sorrow': expected grief, disputes, transitions or deficits
        """,
        "difficulty: 2": """
        difficulty: 9
        //          ^ S103: 'difficulty' cannot be '9': expected a number from 1 to 5
        """,
        "title: The empty chair": """
        title: The empty chair
        worksheets: inventory, fokus, none
        //                     ^^^^^ S103: 'worksheets' cannot be 'fokus': expected inventory, focus or none
        //                            ^^^^ S103: 'worksheets' cannot be 'none': expected inventory, focus or none
        """,
        "rubrics: validation, active listening": """
        rubrics: validation, activ listening
        //                   ^^^^^^^^^^^^^^^ S193: there is no rubric 'activ listening'
        """,
      ]))
  }

  @Test("a misspelt heading, without calling everything below it unknown")
  func heading() {
    expectMarked(
      goodScenario([
        "# State": """
        # Stat
        //^^^^ S110: there is no section 'Stat'
        """,
        "# Beat: the chair": """
        # Baet: the chair
        //^^^^ S110: there is no section 'Baet'
        """,
      ]))
  }

  @Test("two beats with one name")
  func duplicate() {
    expectMarked(
      goodScenario([
        "# Ending: closing up": """
        # Ending: closing up
        outcome: poor. She leaves early.
        # Ending: together
        //        ^^^^^^^^ S120: 'together' is the name of another beat or ending, on line 38
        """
      ]))
  }

  @Test("a beat without otherwise, and one that can repeat for ever")
  func otherwise() {
    expectMarked(
      goodScenario([
        "  go to together": """
          Margaret: Yes.
        """,
        "Margaret: His chair is still there.": """
        Margaret: His chair is still there.
        when advice
          go to together
        """,
      ]).replacingFirst(
        "otherwise\n  Margaret: Yes.",
        with:
          "otherwise\n//@1-9 S122: this 'otherwise' can repeat 'the chair' for ever\n  Margaret: Yes."
      ))
    expectMarked(
      goodScenario([
        "# Beat: the chair": """
        # Beat: the chair
        //      ^^^^^^^^^ S121: 'the chair' has no 'otherwise'
        """,
        "  go to together": "  go to together",
      ]).replacingFirst(
        "there.\notherwise\n", with: "there.\nwhen advice\n"))
  }

  @Test("a place that does not exist, without also saying that nothing leads there")
  func place() {
    expectMarked(
      goodScenario([
        "  go to the chair": """
          go to the chiar
        //      ^^^^^^^^^ S125: there is no beat or ending called 'the chiar'
        """
      ]))
  }

  @Test("a beat that nothing leads to")
  func unreachable() {
    expectMarked(
      goodScenario([
        "# Ending: together": """
        # Beat: the attic
        //      ^^^^^^^^^ S126: nothing ever leads to the beat 'the attic'
        Margaret: Dust.
        otherwise
          go to together
        # Ending: together
        """
      ]))
  }

  @Test("beats from which no ending can be reached")
  func noEnding() {
    expectMarked(
      goodScenario([
        "  go to together": "  go to the chair",
        "# Ending: together": """
        # Ending: together
        //        ^^^^^^^^ S126: nothing ever leads to the ending 'together'
        """,
      ]).replacingFirst(
        "there.\notherwise",
        with: "there.\notherwise\n//@1-9 S122: by 'otherwise' alone the conversation goes round "
          + "for ever: 'the chair' → 'the chair'"))
  }

  @Test("state lines that cannot be read, starts outside their range, undeclared states")
  func states() {
    expectMarked(
      goodScenario([
        "trust 0 to 100, starts 35": """
        trust 0 to 100, starts 350
        //                     ^^^ S131: 'trust' starts at 350, outside its range of 0 to 100
        hope 0 100, starts 3
        //@1-20 S130: this state has no readable range and start
        """,
        "  trust +10": """
          turst +10
        //^^^^^ S132: there is no state called 'turst'
        """,
      ]))
  }

  @Test("comparisons that can never hold or always do")
  func comparisons() {
    expectMarked(
      goodScenario([
        "when trust at least 60 or advice at least 2 times": """
        when trust at least 400 or trust above -1
        //   ^^^^^^^^^^^^^^^^^^ S133: 'trust at least 400' is never true: the range is 0 to 100
        //                         ^^^^^^^^^^^^^^ S133: 'trust above -1' is always true: the range is 0 to 100
        """
      ]))
  }

  @Test("unknown codes, topics and cues, and 'and' between conditions")
  func codes() {
    expectMarked(
      goodScenario([
        "when reflection about Tom, not advice": """
        when reflecton about Tom, not advise or reflection about Tim
        //   ^^^^^^^^^ S190: 'reflecton' is not a code in the codebook
        //                            ^^^^^^ S190: 'advise' is not a code in the codebook
        //                                                       ^^^ S191: 'Tim' is neither a person nor a topic of this scenario
        """,
        "  cue: hint, loss story": """
          cue: hint, lost story
        //           ^^^^^^^^^^ S194: 'lost story' is not a cue in the codebook
        """,
        "when trust at least 60 or advice at least 2 times": """
        when reflection and advice
        //              ^^^ S180: 'and' does not join conditions
        """,
      ]))
  }

  @Test("an unknown speaker, a misspelt note, a better sentence without quotes")
  func speech() {
    expectMarked(
      goodScenario([
        "Margaret: His chair is still there.": """
        Margrat: His chair is still there.
        //@1-7 S140: nobody called 'Margrat' is in this scenario
        """,
        "  gist: too many jobs | the house is empty": """
          gits: too many jobs
        //^^^^^ S199: 'gits:' is not understood here
        """,
        "  better: \"So many jobs.\" — names what they hide.": """
          better: So many jobs.
        //        ^^^^^^^^^^^^^ S196: a better sentence stands in quotes, with its reason after a dash
        """,
      ]))
    expectMarked(
      goodScenario([
        "  better: \"So many jobs.\" — names what they hide.": """
          thinks: If I sit down, I will hear it.
          thinks: You are too young.
        //        ^^^^^^^^^^^^^^^^^^ S156: this line has a thought already, and only the first is shown
          thinks:
        //^^^^^^^ S144: nothing stands after 'thinks:'
        """
      ]))
  }

  @Test("outcomes with an unknown grade, endings without an outcome, choices without quotes")
  func endings() {
    expectMarked(
      goodScenario([
        "outcome: good. The loss is named.": """
        outcome: god. The loss is named.
        //       ^^^ S150: 'god' is not a grade of an outcome
        """,
        "outcome: poor. She leaves early.": "Margaret: Goodbye.",
        "# Ending: closing up": """
        # Ending: closing up
        //        ^^^^^^^^^^ S151: the ending 'closing up' has no outcome
        """,
        "  \"The house is so quiet.\" = reflection about house": """
          The house is so quiet.
        //^^^^^^^^^^^^^^^^^^^^^^ S170: this choice is not a quoted response and its codes
        """,
      ]))
  }

  @Test("lines it does not understand, and lines that belong to nothing")
  func lines() {
    expectMarked(
      goodScenario([
        "supervisor: Coat on means ready to leave.": """
        supervisor: Coat on means ready to leave.
          go to the chair
        //^^^^^^^^^^^^^^^ S199: nothing can belong to 'supervisor: Coat on means ready to leave.'
        """,
        "when trust at least 60 or advice at least 2 times": """
        wehn advice
        //@1-4 S199: 'wehn' is not understood here
        """,
      ]))
  }

  @Test("a missing patient, once, and not every speaker as well")
  func noPatient() {
    expectMarked(
      goodScenario([
        "---": "---",
        "# Patient: Margaret Hale": "# Situation",
      ]).replacingFirst("---\ntitle", with: "---\n//@1-3 S112: the scenario has no Patient\ntitle"))
  }
}

extension String {
  func replacingFirst(_ text: String, with other: String) -> String {
    guard let range = firstRange(of: text) else { return self }
    return replacingCharacters(in: range, with: other)
  }

  private func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
    self[..<range.lowerBound] + other + self[range.upperBound...]
  }
}
