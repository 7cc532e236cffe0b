import Diagnostics
import Rubrics
import Testing

private let header = """
  ---
  title: Technique
  id: technique
  version: 0.1
  kind: checklist
  question: Was it the right task?
  ---
  """

/// Levels and cut points of a sound checklist around what a test is about.
private func checklist(_ sections: String) -> String {
  [header, RatingText().levels, sections, RatingText().cutPoints].joined(separator: "\n")
}

@Suite("Checklists and ratings without marks")
struct ChecklistReadingTests {
  @Test("tasks belong to phases and areas, and say what they answer and when they are asked for")
  func tasks() throws {
    let rubric = try sound(
      checklist(
        """
        # Points
        skilled from 3 turns, followed by 6 words of the patient
        at least 8 turns, else not assessable
        # Tasks: middle, termination, grief
        feeling met: RF, VAL5; answers affect, hint
        # Tasks
        risk asked about: RISK; answers risk; only after risk, risk-disclosed
        # Proscribed
        advising: ADV at least 3 times
        at most 2 off
        """))
    let list = rubric.checklist
    #expect(rubric.kind == .checklist)
    #expect(
      list.tasks == [
        ChecklistTask(
          name: "feeling met", phases: ["middle", "termination"], areas: ["grief"],
          codes: ["RF", "VAL5"], answers: ["affect", "hint"]),
        ChecklistTask(
          name: "risk asked about", codes: ["RISK"], answers: ["risk"],
          onlyAfter: ["risk", "risk-disclosed"]),
      ])
    #expect((list.skilledTurns, list.wordsToFollow, list.leastTurns) == (3, 6, 8))
    #expect(list.proscribed == [Proscription(name: "advising", codes: ["ADV"], times: 3)])
    #expect(list.mostTakenOff == 2)
    #expect(list.tasks(phase: "middle", area: "grief").count == 2)
    #expect(list.tasks(phase: "middle", area: "disputes").map(\.name) == ["risk asked about"])
  }

  @Test("what is wrong with a checklist is underlined where it stands")
  func problems() {
    expectProblems(
      checklist(
        """
        # Points
        skilled from many turns
                     ^^^^ R221 'many' is not a whole number from 1 to 100
        skilled soon
        ^^^^^^^^^^^^ R220 this line does not read like a line of 'Points'
        # Tasks: midle, grief
                 ^^^^^ R260 'midle' is neither a phase nor a problem area
        feeling met: RFF; answers affect
                     ^^^ R222 'RFF' is not a code in the codebook
        feeling met: RF; answer affect
        ^^^^^^^^^^^ R261 the task 'feeling met' stands here a second time
                         ^^^^^^^^^^^^^ R220 this line does not read like a line of 'Tasks'
        feeling met
        ^^^^^^^^^^^ R220 this line does not read like a line of 'Tasks'
        # Proscribed
        advising
        ^^^^^^^^ R220 this line does not read like a line of 'Proscribed'
        # Score
          ^^^^^ R212 a checklist has no 'Score'
        """))
  }

  @Test("a task can be done in writing, and says from what on it is done with skill")
  func worksheets() throws {
    let rubric = try sound(
      checklist(
        """
        # Tasks: initial
        inventory noted: worksheet inventory, at least 2 people;
          skilled from 3 people in full, at least 0.5 of them in the patient's life
        anybody: Worksheet inventory; skilled from 1 person in full
        somebody: worksheet inventory
        focus noted: worksheet focus; skilled with the area of the session, a ranking and a goal
        goal: worksheet focus
        """))
    #expect(
      rubric.checklist.tasks.map(\.worksheet) == [
        .inventory(least: 2, skilled: InventorySkill(full: 3, known: 0.5)),
        .inventory(least: 1, skilled: InventorySkill(full: 1, known: 0)),
        .inventory(least: 1, skilled: nil),
        .focus(skilled: [.areaOfSession, .ranking, .goal]), .focus(skilled: []),
      ])
    #expect(rubric.checklist.tasks.allSatisfy { $0.codes.isEmpty && $0.phases == ["initial"] })
  }

  @Test("what is wrong with a written task is underlined where it stands")
  func worksheetProblems() {
    expectProblems(
      checklist(
        """
        # Tasks: initial
        a: worksheet inventry, at least 2 people
                     ^^^^^^^^ R262 'inventry' is not a worksheet
        b: worksheet inventory, 2 people
                                ^^^^^^^^ R220 this line does not read like a line of 'Tasks'
        c: worksheet inventory, at least no people
                                         ^^ R221 'no' is not a whole number from 1 to 100
        d: worksheet inventory; skilled from 3 people
                                ^^^^^^^^^^^^^^^^^^^^^ R220 this line does not read like a line of 'Tasks'
        e: worksheet inventory; skilled from 3 people in full, at least 2 of them in the patient's life
                                                                        ^ R221 '2' is not a number from 0 to 1
        f: worksheet focus, at least 2 people
                            ^^^^^^^^^^^^^^^^^ R220 this line does not read like a line of 'Tasks'
        g: worksheet focus; skilled with a plan
                                         ^^^^^^ R220 this line does not read like a line of 'Tasks'
        h: worksheet focus; answers affect
                            ^^^^^^^^^^^^^^ R220 this line does not read like a line of 'Tasks'
        """))
  }

  @Test("a checklist without tasks is told so")
  func noTasks() {
    expectProblems(
      checklist("").replacing(
        "---\ntitle", with: "---\n^^^ R213 the rubric has no '# Tasks'\ntitle"))
  }

  @Test("what is scored without marked moments has terms of its own and no opportunities")
  func unmarked() throws {
    var text = RatingText()
    text.caps = """
      # Without marked moments
      at least 4 turns, else not assessable
      +0.60 RF per turn, full at 0.25
      +0.40 patient's part of all words, full at 0.50
      """
    let unmarked = try #require(try sound(text.text).unmarked)
    #expect(unmarked.leastTurns == 4)
    #expect(
      unmarked.terms.map(\.measure) == [.perTurn(["RF"], full: 0.25), .patientsWords(full: 0.5)])
    text.caps = """
      # Without marked moments
        ^^^^^^^^^^^^^^^^^^^^^^ R246 the weights with + add up to 0.9, not to 1
      +0.50 opportunities met
      ^^^^^^^^^^^^^^^^^^^^^^^ R248 'opportunities met' cannot be measured where nothing is marked
      +0.40 RF per turn, full at 0.25
      """
    expectProblems(text.text)
  }

  @Test("caps may look at turns as such")
  func habits() throws {
    var text = RatingText()
    text.caps = """
      # Caps
      at most 2 when fewer than 0.55 of answers take up what the patient said
      at most 3 when at least 0.3 of turns show more than 6 codes
      """
    #expect(
      try sound(text.text).caps.map(\.trigger) == [
        .seldomTakesUp(part: 0.55), .crowded(moreThan: 6, part: 0.3),
      ])
    text.caps = """
      # Caps
      at most 2 when fewer than 55 of answers take up what the patient said
                                ^^ R221 '55' is not a number above 0 and up to 1
      at most 3 when at least 0.3 of turns show more than six codes
                                                          ^^^ R221 'six' is not a whole number from 1 to 100
      """
    expectProblems(text.text)
  }
}
