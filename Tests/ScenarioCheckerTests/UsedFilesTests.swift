import Diagnostics
import ScenarioChecker
import Testing

@Suite("Files that scenarios use")
struct UsedFilesTests {
  private let family = """
    # People
    Ellen  daughter, calls on Sundays; also: daughter
    # State
    hope 0 to 10, starts 5
    # Fallback
    Margaret: Pardon?
    # Beat: the phone
    Ellen: (on the telephone) How are you, Mum?
    otherwise
      Margaret: Well enough.
      go to together
    """

  private func check(
    _ text: String, named name: String = "Scenarios/Grief/chair.scenario",
    with files: [String: String] = [:]
  ) -> CheckedFile {
    checkScenario(SourceFile(name: name, text: text), library: smallLibrary) { path in
      files[path].map { SourceFile(name: path, text: $0) }
    }
  }

  private func using(_ names: String, _ changes: [String: String] = [:]) -> String {
    goodScenario(
      ["title: The empty chair": "title: The empty chair\nuse: \(names)"].merging(changes) { $1 })
  }

  private func described(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { "\($0.code): \($0.message)" }
  }

  @Test("bring people, states, beats and what is said in a scenario that names them")
  func used() throws {
    let text = using(
      "../shared/family.part",
      [
        "when trust at least 60 or advice at least 2 times":
          "when reflection about daughter, hope at least 6\n  hope +1\n  go to the phone\nwhen advice at least 2 times"
      ])
    let checked = check(text, with: ["Scenarios/shared/family.part": family])
    #expect(checked.diagnostics == [])
    #expect(checked.parts.map(\.file.name) == ["Scenarios/shared/family.part"])
    #expect(checked.parts.flatMap(\.diagnostics) == [])
    let scenario = try #require(checked.scenario)
    #expect(scenario.beats.map(\.name) == ["arrival", "the chair", "the phone"])
    #expect(scenario.people.map(\.name) == ["Tom", "Ellen"])
    #expect(scenario.states.map(\.name) == ["trust", "hope"])
    #expect(scenario.fallback[0].alternatives[0].text == "Pardon?")
    // Numbers of speeches are one row through all files.
    let speeches =
      scenario.fallback + scenario.beats.flatMap { $0.opening + $0.rules.flatMap(\.speeches) }
    #expect(speeches.map(\.number) == Array(speeches.indices))
  }

  @Test("have their problems at their own places")
  func places() {
    let broken = family.replacingFirst("go to together", with: "go to Paris")
    let checked = check(
      using("family.part"), with: ["Scenarios/Grief/family.part": broken])
    #expect(checked.scenario == nil)
    #expect(described(checked.diagnostics) == [])
    let found = checked.parts.first
    #expect(
      described(found?.diagnostics ?? [])
        == ["S125: there is no beat or ending called 'Paris'"])
    let place = found.flatMap { part in
      part.diagnostics.first.map { part.file.position(at: $0.span.start) }
    }
    #expect(place?.line == 11)
    #expect(place?.column == 9)
  }

  @Test("may not declare a name that the scenario has; both places are named")
  func twice() {
    let checked = check(
      using("family.part"),
      with: [
        "Scenarios/Grief/family.part": """
        # People
        Tom  uncle
        # State
        trust 0 to 10, starts 5
        # Beat: arrival
        otherwise
          go to together
        """
      ])
    #expect(described(checked.diagnostics) == [])
    #expect(
      described(checked.parts[0].diagnostics) == [
        "S135: the person 'Tom' is declared already, on line 11 of Scenarios/Grief/chair.scenario",
        "S135: the state 'trust' is declared already, on line 15 of Scenarios/Grief/chair.scenario",
        "S120: 'arrival' is the name of another beat or ending, on line 16 of "
          + "Scenarios/Grief/chair.scenario",
      ])
  }

  @Test("are named where they are not found, and nothing else is called unknown for it")
  func missing() {
    let checked = check(
      using("famly.part, notes.txt", ["  go to the chair": "  hope +3\n  go to the phone"]))
    #expect(
      described(checked.diagnostics) == [
        "S117: there is no file 'famly.part'",
        "S117: 'notes.txt' is not the name of a file to be used",
      ])
    #expect(checked.diagnostics[0].help == "it was looked for as 'Scenarios/Grief/famly.part'")
  }

  @Test("may use further ones, each read once, but not in a circle")
  func further() {
    let head = "---\nuse: two.part\n---\n"
    let files = [
      "one.part": head + family, "two.part": "# Topics\ngarden  roses\n",
      "three.part": "---\nuse: four.part\n---\n# Topics\nshed  tools",
      "four.part": "---\nuse: three.part\n---\n# Topics\npond  frogs",
    ]
    // Nothing leads to the beat of the first; that is all.
    let good = check(using("one.part, two.part"), named: "t.scenario", with: files)
    #expect(good.parts.map(\.file.name) == ["one.part", "two.part"])
    #expect(good.scenario?.topics.map(\.name) == ["Tom", "house", "Ellen", "garden"])

    let round = check(using("three.part"), named: "t.scenario", with: files)
    #expect(described(round.diagnostics) == [])
    #expect(
      round.parts.map { described($0.diagnostics) } == [
        [], ["S118: 'three.part' uses this file in its turn"],
      ])
  }

  @Test("hold no patient and no header of their own")
  func whole() {
    let checked = check(
      using("family.part"),
      with: [
        "Scenarios/Grief/family.part":
          "---\ntitle: Family\n---\n# Patient: Ruth\nA nurse.\n# Check: one\ncodes: advice\nexpect advice"
      ])
    #expect(
      described(checked.parts[0].diagnostics) == [
        "S119: a file that others use has no 'title' in its header",
        "S119: a file that others use has no Patient", "S119: a file that others use has no Check",
      ])
  }

  @Test("are checked alone as far as they stand alone")
  func alone() {
    #expect(described(check(family, named: "family.part").diagnostics) == [])
    let broken = family.replacingFirst(
      "otherwise", with: "when reflecton\n  trust +1\n  Ellen: Oh.\notherwise")
    let checked = check(broken, named: "family.part")
    #expect(
      described(checked.diagnostics) == ["S190: 'reflecton' is not a code in the codebook"])
    #expect(checked.scenario == nil)
  }

  @Test("that are not plain text are said to be so")
  func encoding() {
    let checked = checkScenario(
      SourceFile(name: "t.scenario", text: using("a.part")), library: smallLibrary
    ) { SourceFile(name: $0, bytes: [0xFF, 0xFE, 0x41]) }
    #expect(checked.parts.flatMap(\.diagnostics).map(\.code) == ["S106"])
    #expect(checked.scenario == nil)
  }
}
