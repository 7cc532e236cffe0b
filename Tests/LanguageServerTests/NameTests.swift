import Diagnostics
import Foundation
import Rubrics
import ScenarioChecker
import ScenarioModel
import ScenarioSyntax
import Testing

@testable import LanguageServer

/// The codebook and rubrics of the repository.
private func shippedLibrary() throws -> CheckingLibrary {
  let folder = repository.appending(path: "Rubrics")
  func file(_ name: String) throws -> SourceFile {
    SourceFile(
      name: name, text: try String(contentsOf: folder.appending(path: name), encoding: .utf8))
  }
  let words = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/Words").sorted()
    .map { try file("Words/" + $0) }
  let codebook = try #require(readCodebook(try file("ipt.codebook"), words: words).codebook)
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
  let rubrics = try names.filter { $0.hasSuffix(".rubric") }
    .compactMap { readRubric(try file($0), codebook: codebook).rubric }
  return CheckingLibrary(codebook: codebook, rubrics: rubrics)
}

@Suite("Names in an editor")
struct NameTests {
  private func hover(_ marked: String) throws -> String? {
    try Editor().ask("hover", at: marked)["contents"]["value"].string
  }

  @Test("a code tells its meaning, when to use it, and examples")
  func hoverCode() throws {
    #expect(
      try hover("when open que|stion, trust") == """
        **open question** (OQ)

        A request that leaves the answer open.

        Use when

        - it invites a story

        Examples

        - “What was that like?”

        In helpful, question.
        """)
  }

  @Test("a beat tells how it begins, what leads to it and where it leads")
  func hoverBeat() throws {
    #expect(
      try hover("go to |the chair") == """
        **the chair**, a beat

        > That was Tom's chair.

        From “arrival”

        Leads to “together”, “alone”
        """)
  }

  @Test("a state tells its range and what moves it")
  func hoverState() throws {
    #expect(
      try hover("  trust| +10") == """
        **trust**, a state: 0 to 100, starts 35

        Moved by rules

        - +10 on line 25, in “arrival”
        - −20 on line 40, in “the chair”

        Moved by what is heard

        - +2 by open question
        """)
  }

  @Test("cues, people and the patient tell what is written about them; other words tell nothing")
  func hoverOthers() throws {
    #expect(try hover("cue: h|int")?.contains("something is left unsaid") == true)
    #expect(try hover("about |husband")?.hasPrefix("**Tom**, a person\n\nher husband") == true)
    #expect(try hover("  |Margaret: Yes.")?.hasPrefix("**Margaret**, the patient") == true)
    #expect(try hover("coat |on") == nil)
    #expect(try hover("if|nothing".replacing("if|nothing", with: "retired |teacher")) == nil)
  }

  @Test("a name leads to where it is declared, in any spelling, also by another word for it")
  func definition() throws {
    let editor = try Editor()
    func declared(_ marked: String) throws -> String {
      try editor.ask("definition", at: marked)["range"].shortRange
    }
    #expect(try declared("then go to |The Chair") == "34:8-34:17")
    #expect(try declared("reflection about h|usband") == "10:0-10:3")
    #expect(try declared("about the |house") == "13:0-13:5")
    #expect(try declared("not adv|ice") == "-1:-1--1:-1")
  }

  @Test("every use of a name is found, with its declaration when asked for")
  func references() throws {
    let editor = try Editor()
    func found(_ marked: String, _ declaration: Bool) throws -> [String] {
      try editor.ask(
        "references", at: marked, ["context": ["includeDeclaration": .bool(declaration)]]
      ).array.map(\.["range"].shortRange)
    }
    #expect(
      try found("# Beat: |the chair", true) == ["25:8-25:17", "30:30-30:39", "34:8-34:17"])
    #expect(try found("# Beat: the chair|", false) == ["25:8-25:17", "30:30-30:39"])
    #expect(
      try found("tr|ust 0", false) == ["22:10-22:15", "24:2-24:7", "36:20-36:25", "39:2-39:7"])
    let highlights = try editor.ask("documentHighlight", at: "tr|ust 0").array
    #expect(highlights.map(\.["kind"]) == [3, 2, 2, 2, 2])
  }

  @Test("a renamed beat, state or person is renamed everywhere, and renaming it back undoes it")
  func roundTrip() throws {
    let plain = smallScenario.replacing("The Chair", with: "the chair")
    for (name, marked, new) in [
      ("the chair", "# Beat: |the chair", "his empty chair"), ("calm", "ca|lm 0", "inner calm"),
      ("Tom", "about |Tom", "Uncle Tom"), ("together", "go to |together", "the end"),
      ("house", "about the |house", "home place"),
    ] {
      let editor = try Editor(plain)
      func rename(_ marked: String, to name: String) throws -> String {
        let edit = try editor.ask("rename", at: marked, ["newName": .string(name)])
        return try editor.applied(edit["changes"][editor.uri].array)
      }
      let renamed = try rename(marked, to: new)
      #expect(renamed != plain)
      #expect(editor.published().first?["diagnostics"] == [])
      try editor.write(renamed)
      #expect(editor.published().first?["diagnostics"] == [], "\(renamed)")
      let back = marked.replacing("|", with: "").replacing(name, with: new)

      let place = try #require(back.range(of: new)).lowerBound
      #expect(
        try rename(String(back[..<place]) + "|" + back[place...], to: name) == plain, "\(new)")
    }
  }

  @Test(
    "every beat and ending of the shipped scenarios can be renamed, and the rest stays as it was")
  func shippedScenarios() throws {
    let library = try shippedLibrary()
    for name in ["Disputes/who-gets-up-at-night", "Transitions/new-city-no-map"] {
      let path = repository.appending(path: "Scenarios/\(name).scenario")
      let file = SourceFile(name: "f", text: try String(contentsOf: path, encoding: .utf8))
      let checked = checkScenario(file, library: library)
      let names = ScenarioNames(checked.tree)
      let scenario = try #require(checked.scenario)
      let new = "a place of another name"
      var checks = 3
      for (target, old) in names.declared {
        guard case .place = target, let found = names.declaration(of: target) else { continue }
        let edits = try names.renaming(found, to: new, in: file)
        let renamed = SourceFile(name: "f", bytes: apply(edits, to: file.bytes))
        if checks > 0 {
          // Checking takes long, and every name is renamed in the same way.
          checks -= 1
          let again = checkScenario(renamed, library: library)
          let isSame = again.scenario?.withoutTitles == scenario.naming(old, new).withoutTitles
          #expect(isSame, "\(old)")
        }
        let back = ScenarioNames(readScenario(renamed))
        let place = try #require(
          back.occurrences.first { $0.isDeclaration && $0.phrase.text == new })
        let undone = try back.renaming(place, to: old, in: renamed)
        #expect(apply(undone, to: renamed.bytes) == file.bytes, "\(old)")
      }
    }
  }

  @Test(
    "a name that is taken, or cannot be written, is refused with the reason",
    arguments: [
      ("# Beat: |the chair", "arrival", "there is already something called 'arrival'"),
      ("# Beat: |the chair", "TOGETHER", "there is already something called 'together'"),
      ("# Beat: |the chair", "  ", "a name has at least one letter"),
      (
        "# Beat: |the chair", "one, two",
        "'one, two' could not be written everywhere a name stands; use plain words"
      ),
      (
        "# Beat: |the chair", "tea or coffee",
        "'tea or coffee' could not be written everywhere a name stands; use plain words"
      ),
      (
        "ca|lm 0", "hint:",
        "'hint:' could not be written everywhere a name stands; use plain words"
      ),
      (
        "about |Tom", "the house",
        "'the house' would be taken for something else in this file"
      ),
    ])
  func refusals(marked: String, name: String, reason: String) throws {
    let editor = try Editor()
    #expect(throws: Refusal(reason)) {
      try editor.ask("rename", at: marked, ["newName": .string(name)])
    }
  }

  @Test(
    "what cannot be renamed says why before a new name is asked for",
    arguments: [
      ("not adv|ice", "this is a name of the codebook, which other scenarios use too"),
      ("cue: h|int", "this is a name of the codebook, which other scenarios use too"),
      ("about h|usband", "this is another word for it, not its name"),
      ("retired |teacher", "no name stands here"),
      ("tr|ust 0", "the codebook moves this state by its name; under another it would not"),
      (
        "Patient: Mar|garet",
        "a patient's name also stands in what people say; change it by hand"
      ),
    ])
  func notRenamable(marked: String, reason: String) throws {
    let editor = try Editor()
    #expect(throws: Refusal(reason)) { try editor.ask("prepareRename", at: marked) }
  }

  @Test("what can be renamed is shown as it is written")
  func prepared() throws {
    let answer = try Editor().ask("prepareRename", at: "then go to The| Chair")
    #expect(answer["placeholder"] == "The Chair")
    #expect(answer["range"].shortRange == "30:30-30:39")
  }
}

extension Scenario {
  /// With another name for one of its places.
  fileprivate func naming(_ old: String, _ new: String) -> Scenario {
    var copy = self
    for index in beats.indices where beats[index].name == old { copy.beats[index].name = new }
    for index in endings.indices where endings[index].name == old { copy.endings[index].name = new }
    return copy
  }

  /// Without the rules' first lines, in which places may be named.
  fileprivate var withoutTitles: Scenario {
    var copy = self
    for beat in beats.indices {
      for rule in beats[beat].rules.indices { copy.beats[beat].rules[rule].title = "" }
      for duty in beats[beat].duties.indices { copy.beats[beat].duties[duty].title = "" }
    }
    copy.checks = []
    return copy
  }
}
