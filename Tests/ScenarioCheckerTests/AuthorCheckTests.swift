import Diagnostics
import ScenarioChecker
import ScenarioModel
import Testing

@Suite("A Check of an author")
struct AuthorCheckTests {
  private func with(_ sections: String) -> String { goodScenario() + "\n" + sections }

  @Test("has its steps with every name resolved")
  func steps() throws {
    let text = with(
      """
      # Variation: Henry
      Tom = Henry
      # Check: words, codes, beat
      variation henry
      start at the chair, with trust 50
        trainee: "You miss him."
        expect reflection about him, not clear advice, trust at least 40, visited arrival, cue missed
        codes: open question about house, normalising
        expect beat the chair, ending together, good ending, hears "still there", validation at least 4
      # Check: many
      walk 500 times, seed 7
      expect every beat visited, every rule taken, every ending reached
      expect no walk over 40 turns, no good ending with risk open
      # Check: once
      walk 1 time
      expect not every beat visited
      """)
    expectMarked(text)
    let file = SourceFile(name: "t", text: text)
    let scenario = try #require(checkScenario(file, library: smallLibrary).scenario)
    #expect(scenario.checks.map(\.name) == ["words, codes, beat", "many", "once"])
    let house = CodeTerm(name: "open question", topic: "house")
    #expect(
      scenario.checks[0].steps.map(\.action) == [
        .variation(0),
        .start(beat: 1, with: [StateValue(state: "trust", value: 50)]),
        .say("You miss him."),
        .expect([
          Expectation(
            text: "reflection about him", isNegated: false,
            fact: .fact(.code(CodeTerm(name: "reflection", topic: "Tom")))),
          Expectation(
            text: "not clear advice", isNegated: true,
            fact: .fact(.code(CodeTerm(name: "advice", isClear: true)))),
          Expectation(
            text: "trust at least 40", isNegated: false,
            fact: .fact(.state("trust", .atLeast, 40))),
          Expectation(text: "visited arrival", isNegated: false, fact: .fact(.visited(0))),
          Expectation(text: "cue missed", isNegated: false, fact: .fact(.cue(met: false))),
        ]),
        .respond([house, CodeTerm(name: "normalising")]),
        .expect([
          Expectation(text: "beat the chair", isNegated: false, fact: .beat(1)),
          Expectation(text: "ending together", isNegated: false, fact: .ending(0)),
          Expectation(text: "good ending", isNegated: false, fact: .outcome("good")),
          Expectation(
            text: "hears \"still there\"", isNegated: false, fact: .hears("still there")),
          Expectation(
            text: "validation at least 4", isNegated: false,
            fact: .rating(rubric: "validation", .atLeast, 4)),
        ]),
      ])
    #expect(
      scenario.checks[1].steps.map(\.action).first == .walk(times: 500, seed: 7))
    #expect(scenario.checks[2].steps[0].action == .walk(times: 1, seed: 1))
    #expect(scenario.checks[0].steps[2].line == file.position(at: text.utf8.count).line - 10)
  }

  @Test("names what exists, inside its range")
  func names() {
    expectMarked(
      with(
        """
        # Check: names
        start at the chiar, with turst 50, trust 500, trust high
        //       ^^^^^^^^^ S125: there is no beat or ending called 'the chiar'
        //                       ^^^^^ S132: there is no state called 'turst'
        //                                       ^^^ S131: 'trust' starts at 500, outside its range of 0 to 100
        //                                                  ^^^^ S195: 'high' is not a number of a state
        trainee:
        //@1-8 S144: nothing stands after 'trainee:'
        codes: reflecton, not advice, advice at least 2 times, trust at least 4
        //     ^^^^^^^^^ S190: 'reflecton' is not a code in the codebook
        //                ^^^^^^^^^^ S184: 'not advice' is not a code that can be heard in a response
        //                            ^^^^^^^^^^^^^^^^^^^^^^^ S184: 'advice at least 2 times' is not a code that can be heard in a response
        //                                                     ^^^^^^^^^^^^^^^^ S184: 'trust at least 4' is not a code that can be heard in a response
        expect beat attic, god ending, hears tea, validaton at least 4, here and now at least 4
        //          ^^^^^ S125: there is no beat or ending called 'attic'
        //                 ^^^ S150: 'god' is not a grade of an outcome
        //                             ^^^^^^^^^ S184: the words that are heard have no quotes around them
        //                                        ^^^^^^^^^ S193: there is no rubric 'validaton'
        //                                                              ^^^^^^^^^^^^ S193: this scenario is not rated on 'here and now'
        expect validation at least 9, advice or reflection, validation at least four
        //                         ^ S184: 'validation' is never rated '9'
        //                            ^^^^^^^^^^^^^^^^^^^^ S184: 'advice or reflection' leaves open which of them is expected
        //                                                                      ^^^^ S195: 'four' is not a number of a rating
        exepct advice
        //@1-6 S199: 'exepct' is not understood here
        variation blue
        //@1-14 S182: 'variation' comes too late: the session has begun
        //        ^^^^ S185: there is no variation called 'blue'
        # Check: names
        //       ^^^^^ S135: the check 'names' is declared already, on line 42
        start at together
        //       ^^^^^^^^ S184: 'together' is an ending: no session can start there
        expect advice
        # Check
        //^^^^^ S114: this Check has no name
        """))
  }

  @Test("expects something, after something was done, and once for each session")
  func order() {
    expectMarked(
      with(
        """
        # Check: early
        expect ending together
        //@1-22 S182: nothing was done yet that something could be expected of
        # Check: nothing
        //       ^^^^^^^ S181: the check 'nothing' expects nothing
        trainee: Hm.
        # Check: late
        trainee: Hm.
        start at the chair
        //@1-18 S182: 'start at' comes too late: the session has begun
        walk 5 times, seed 1
        //@1-20 S182: 'walk' comes too late: the session has begun
        expect every beat seen
        //           ^^^^^^^^^ S184: 'every beat seen' is not known
        # Check: walked
        start at the chair
        start at arrival
        //@1-16 S182: 'start at' stands here already
        walk 5000000 times, seed x
        //   ^^^^^^^ S184: a check walks 1000000 times at most
        walk 5 times, seed x
        //                 ^ S195: 'x' is not a number of a seed
        trainee: And now?
        //@1-17 S182: nothing more can be done after a walk: 'trainee:' has no session
        expect advice
        //     ^^^^^^ S183: 'advice' is about one session, and a walk is many
        # Check: no walk
        codes: advice
        expect every rule taken, no walk over 40 turns
        //     ^^^^^^^^^^^^^^^^ S183: 'every rule taken' is about many sessions, and there was no walk
        //                       ^^^^^^^^^^^^^^^^^^^^^ S183: 'no walk over 40 turns' is about many sessions, and there was no walk
        """))
  }

  @Test("a step nobody understands makes no other come too late")
  func unknownStep() {
    expectMarked(
      with(
        """
        # Check: misspelt
        strat at the chair
        //@1-5 S199: 'strat' is not understood here
        start at arrival
        codes: advice
        expect advice
        """))
  }
}
