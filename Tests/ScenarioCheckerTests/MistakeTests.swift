import Testing

/// What beginners wrote when they wrote their first scenario.
@Suite("What a beginner gets wrong")
struct MistakeTests {
  @Test("a risk that is unknown, one without a name, and one that no line shows")
  func risk() {
    expectMarked(
      goodScenario([
        "supervisor: Coat on means ready to leave.": """
        risk: suicid
        //    ^^^^^^ S145: 'suicid' is not a risk
        risk:
        //@1-5 S144: nothing stands after 'risk:'
        risk: Self Harm
        //    ^^^^^^^^^ S146: no line of 'arrival' shows this risk, so Safety is never rated
        //    ^^^^^^^^^ S161: 'arrival' has a risk, and nothing has to be done about it
        """
      ]))
    expectMarked(
      goodScenario([
        "supervisor: Coat on means ready to leave.": """
        risk: child at risk
        must open question within 2 turns, or go to closing up
        """,
        "  cue: hint, loss story": "  cue: hint, risk",
      ]))
  }

  @Test("lines below lines that own nothing")
  func strays() {
    expectMarked(
      goodScenario([
        "  cue: hint, loss story": """
          cue: hint, loss story
            gist: lonely
        //  ^^^^^^^^^^^^ S199: nothing can belong to 'cue: hint, loss story'
        """,
        "  \"The house is so quiet.\" = reflection about house": """
          "The house is so quiet." = reflection about house
              whatever
        //    ^^^^^^^^ S199: nothing can belong to '"The house is so quiet." = reflection about house'
        """,
        "    Anyway.": """
            Anyway.
              trust +9
        //    ^^^^^^^^ S199: this cannot stand below what somebody says
        """,
      ]))
  }

  @Test("beats whose 'otherwise' lead to each other, by a bound or at once")
  func circle() {
    expectMarked(
      goodScenario([
        "  at most 3 times, then go to closing up": "  at most 3 times, then go to the chair",
        "  go to together": "  go to arrival",
        "when trust at least 60 or advice at least 2 times": """
        when trust at least 60
          go to together
        when advice at least 2 times
          go to closing up
        when advice at least 3 times
        """,
      ]).replacingFirst(
        "\notherwise",
        with:
          "\notherwise\n//@1-9 S122: by 'otherwise' alone the conversation goes round for ever: "
          + "'arrival' → 'the chair' → 'arrival'"))
  }

  @Test("two ways out of one rule, and two outcomes of one ending")
  func doubles() {
    expectMarked(
      goodScenario([
        "  go to the chair": """
          go to the chair
          go to together
        //^^^^^^^^^^^^^^ S128: this rule has its way already, 'go to the chair' on line 24
        """,
        "  at most 3 times, then go to closing up": """
          at most 3 times, then go to closing up
          go to together
        //^^^^^^^^^^^^^^ S128: this rule has its way already, 'at most 3 times, then go to closing up' on line 32
        """,
        "outcome: good. The loss is named.": """
        outcome: good. The loss is named.
        outcome: poor. It is not.
        //@1-25 S152: this ending has an outcome already, on line 41
        """,
      ]))
  }

  @Test("what a rule says or does without its indentation, once for all of it")
  func margin() {
    expectMarked(
      goodScenario([
        "  trust +10": """
        trust +10
        //@1-9 S129: this line stands at the margin and so does not belong to 'when reflection about Tom, not advice' on line 22
        """,
        "  go to the chair": "go to the chair",
      ]))
    expectMarked(
      goodScenario().replacingFirst(
        "otherwise\n  Margaret: one of\n    Anyway.\n    The gutters want doing.\n",
        with: "otherwise\nMargaret: Hm.\n//@1-13 S129: this line stands at the margin and so does "
          + "not belong to 'otherwise' on line 27\n"))
  }

  @Test("people, topics and states written in other ways mean the same")
  func declarations() {
    for tom in [
      "Tom: husband, died; also: him", "- Tom  husband; also: him", "Tom – husband, also: him",
      "• Tom, husband; also: him", "Tom\thusband",
    ] {
      expectMarked(
        goodScenario(["Tom  husband, died nine months ago; also: husband, him": tom]))
    }
    for trust in [
      "trust: 0 to 100, starts at 35", "- trust 0-100, starts 35", "trust 0–100 starts 35",
      "trust 0 – 100, starts: 35, settles by 1",
    ] {
      expectMarked(goodScenario(["trust 0 to 100, starts 35": trust]))
    }
    expectMarked(
      goodScenario([
        "Tom  husband, died nine months ago; also: husband, him": """
        Tom  husband; aslo: him
        //            ^^^^ S139: 'aslo:' is not understood in a line about a person
        """
      ]))
  }

  @Test("states of which only a part can be read, without complaints wherever they are used")
  func states() {
    for (written, complaint) in [
      ("trust low to high, starts 3", "7-9 S130: 'low' is not a whole number"),
      ("trust 0 to 1, starts 0.3", "22-24 S130: '0.3' is not a whole number"),
      ("trust 0 to 100", "1-14 S130: this state does not say where it starts"),
      ("trust 0 to 100, starts 9, setles 1", "27-34 S130: 'setles 1' says nothing about a state"),
      (
        "trust 100 to 0, starts 30", "7-14 S131: the range of 'trust' runs backwards, from 100 to 0"
      ),
    ] {
      expectMarked(
        goodScenario(["trust 0 to 100, starts 35": written + "\n//@" + complaint]))
    }
  }

  @Test("headings without '#' or with blanks before it, as one slip")
  func headings() {
    expectMarked(
      goodScenario([
        "# Beat: the chair": """
        Beat: the chair
        //@1-15 S115: the heading 'Beat: the chair' has no '#' before it
        """,
        "# State": """
        State
        //@1-5 S115: the heading 'State' has no '#' before it
        """,
        "# Ending: together": "   ## Ending together",
      ]))
  }

  @Test("a header between other dashes, after blank lines, and one that was never opened")
  func fences() {
    for fence in ["—", "----", "–––"] {
      expectMarked("\n// for Anna\n" + goodScenario(["---": fence]))
    }
    expectMarked(
      goodScenario(["---": "// -"]).replacingFirst(
        "empty chair",
        with: "empty chair\n//@1-22 S107: the header has no line '---' above it"))
  }

  @Test("a chain of beats that nothing leads to, by its first")
  func chain() {
    func beat(_ name: String, _ next: String) -> String {
      "# Beat: \(name)\nMargaret: Hm.\notherwise\n  go to \(next)\n"
    }
    expectMarked(
      goodScenario() + "\n"
        + beat("b1", "b2").replacingFirst(
          "\n", with: "\n//      ^^ S126: nothing ever leads to the beat 'b1'\n")
        + beat("b2", "b3") + beat("b3", "together"))
  }

  @Test("a debrief of several lines, and a grade with another mark after it")
  func outcomes() {
    for outcome in ["good, well done", "good – well done", "Good: well done", "good\n  well done"] {
      expectMarked(goodScenario(["outcome: good. The loss is named.": "outcome: " + outcome]))
    }
  }

  @Test("comparisons in signs and other words")
  func comparisons() {
    for (written, width) in [("trust > 50", 10), ("trust more than 50", 18), ("trust is 50", 11)] {
      expectMarked(
        goodScenario([
          "when trust at least 60 or advice at least 2 times":
            "when \(written)\n//@6-\(5 + width) S137: this does not compare 'trust' with a number"
        ]))
    }
    expectMarked(
      goodScenario([
        "when trust at least 60 or advice at least 2 times": """
        when trust above 60, trust below 40, visited together
        //                   ^^^^^^^^^^^^^^ S133: 'trust below 40' is never true together with what stands before it
        //                                           ^^^^^^^^ S133: 'together' is an ending, after which nothing is asked any more
        """
      ]))
  }

  @Test("effects with a blank after the sign, and effects that say no number")
  func effects() {
    expectMarked(goodScenario(["  trust +10": "  trust + 10"]))
    expectMarked(
      goodScenario([
        "  trust +10": """
          trust up
        //^^^^^^^^ S136: 'trust up' does not say how far 'trust' moves
          trust: +10
        //^^^^^^^^^^ S136: 'trust: +10' does not say how far 'trust' moves
          trust +1000
        //^^^^^^^^^^^ S138: 'trust +1000' is farther than the range of 0 to 100
          trust +0
        //^^^^^^^^ S138: 'trust +0' moves nothing
        """
      ]))
  }

  @Test("notes below no speech, lines without content, brackets and names that stand wrong")
  func words() {
    expectMarked(
      goodScenario([
        "  cue: hint, loss story": """
          cue:
        //^^^^ S144: nothing stands after 'cue:'
        """,
        "  trust +10": """
          cue: hint
        //^^^ S199: 'cue:' belongs below what somebody says
        """,
        "    Anyway.": """
            Margaret: Anyway.
        //  ^^^^^^^^ S149: 'Margaret' would be read out as part of what is said
        """,
        "    The gutters want doing.": """
            (to the window The gutters want doing.
        //  ^ S148: this bracket is never closed
        """,
        "Margaret: His chair is still there.": """
        Margaret: ()
        //        ^^ S142: nothing is said here
        """,
      ]))
  }

  @Test("rules with the same condition, and an 'otherwise' that falls silent")
  func rules() {
    expectMarked(
      goodScenario([
        "when trust at least 60 or advice at least 2 times": """
        when reflection about Tom, not advice
        //@1-37 S123: this rule is never taken: the rule on line 22 has the same condition
        """
      ]))
    expectMarked(
      goodScenario().replacingFirst(
        "otherwise\n  Margaret: one of\n    Anyway.\n    The gutters want doing.\n",
        with: "otherwise\n//@1-9 S143: what 'otherwise' says is said once only, although it comes "
          + "again\n  once Margaret: Hm.\n"))
  }

  @Test("an empty file, and a first beat without a word")
  func silence() {
    expectMarked("\n\n//@1-1 S116: this file is empty".replacingFirst("\n\n", with: "\n"))
    expectMarked(
      goodScenario().replacingFirst(
        "Margaret: (coat on) I nearly didn't come.\n  cue: hint, loss story\n"
          + "  gist: too many jobs | the house is empty\n"
          + "  better: \"So many jobs.\" — names what they hide.\n",
        with: "//      ^^^^^^^ S147: the session begins without a word\n"))
  }

  @Test("codes by other words, and a topic without its code")
  func codes() {
    expectMarked(
      goodScenario([
        "when trust at least 60 or advice at least 2 times": """
        when question about Tom or house
        //                         ^^^^^ S191: 'house' is a topic, and no code goes with it
        when about Tom
        //   ^^^^^^^^^ S190: the code is missing here
          Margaret: Yes.
        when advice; trust above 20
        //         ^ S180: a semicolon does not join conditions
        """
      ]).replacingFirst("when about", with: "  Margaret: Hm.\nwhen about"))
  }
}
