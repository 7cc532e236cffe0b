import Rubrics
import Scoring
import Testing
import TranscriptModel

/// Somebody with closeness, expectation and support or trigger.
private func full(_ name: String) -> InventoryEntry {
  InventoryEntry(name: name, closeness: .close, expectation: "calls", influence: .support)
}

@Suite("Tasks done in writing")
struct WorksheetScoreTests {
  /// The inventory and the focus, in this order, by the shipped checklist.
  private func tasks(
    _ worksheets: KeptWorksheets?, phase: String = "initial"
  ) throws -> [TaskScore] {
    let result = score(
      numbered((1...8).map { _ in turn("", "STATE") }),
      rubrics: [try rubric(try shippedText("ipt-technique"))], codebook: iptNames(),
      setting: SessionSetting(phase: phase, area: "grief"), worksheets: worksheets)
    return try #require(result.checklists.first).tasks.filter { $0.name.hasSuffix("noted") }
  }

  private func inventory(_ people: [InventoryEntry], known: Set<String>) throws -> TaskScore {
    let found = try tasks(KeptWorksheets(inventory: people, known: known))
    #expect(found[1].outcome == .notAsked)
    return found[0]
  }

  @Test(
    "are not asked for where the session called for no worksheet, and in other phases not there")
  func notAsked() throws {
    for worksheets in [nil, KeptWorksheets()] {
      let found = try tasks(worksheets)
      #expect(found.map(\.outcome) == [.notAsked, .notAsked])
      #expect(found.map(\.points) == [0, 0])
      #expect(found[0].reason == "the session called for no such worksheet")
    }
    #expect(try tasks(KeptWorksheets(inventory: []), phase: "middle").isEmpty)
  }

  @Test("an inventory is there from two people on")
  func present() throws {
    #expect(try inventory([], known: []).outcome == .absent)
    #expect(try inventory([], known: []).reason == "nobody is noted")
    let one = try inventory([full("Ife")], known: ["Ife"])
    #expect((one.outcome, one.points) == (.absent, 0))
    let two = try inventory([full("Ife"), InventoryEntry(name: "Jo")], known: ["Ife"])
    #expect((two.outcome, two.points) == (.present, 1))
    #expect(two.reason == "2 people, 1 in full: Ife; of these in the patient's life: Ife")
  }

  @Test("it is kept with skill from three people in full, half of them the patient's")
  func skilled() throws {
    let three = ["Ife", "Jo", "Mum"].map(full)
    #expect(try inventory(three, known: ["Ife", "Mum"]).outcome == .skilled)
    #expect(try inventory(three, known: ["Mum"]).outcome == .present)
    let four = three + [full("Tom")]
    #expect(try inventory(four, known: ["Mum", "Tom"]).points == 2)
    // Who is noted by name only counts neither for it nor against it.
    let names = [InventoryEntry(name: "A"), InventoryEntry(name: "B")]
    #expect(try inventory(three + names, known: ["Ife", "Jo"]).outcome == .skilled)
    #expect(try inventory(Array(three.prefix(2)) + names, known: ["Ife", "Jo"]).points == 1)
    for keyPath in [0, 1, 2] {
      var entry = full("Mum")
      if keyPath == 0 { entry.closeness = nil }
      if keyPath == 1 { entry.expectation = "" }
      if keyPath == 2 { entry.influence = nil }
      #expect(try inventory(three.prefix(2) + [entry], known: ["Ife", "Jo"]).outcome == .present)
    }
  }

  @Test("a focus is there with an area or a goal, and skilled with the session's area and a goal")
  func focus() throws {
    func judged(_ sheet: FocusSheet) throws -> TaskScore {
      try tasks(KeptWorksheets(focus: sheet))[1]
    }
    #expect(try judged(FocusSheet()).outcome == .absent)
    #expect(try judged(FocusSheet(ranking: [.grief])).outcome == .absent)
    #expect(try judged(FocusSheet(area: .grief)).points == 1)
    #expect(try judged(FocusSheet(goal: "rest")).points == 1)
    #expect(try judged(FocusSheet(area: .disputes, goal: "rest")).points == 1)
    let whole = try judged(FocusSheet(area: .grief, goal: "rest"))
    #expect((whole.outcome, whole.points) == (.skilled, 2))
    #expect(whole.reason == "area grief, the session's; a goal; no ranking")
  }
}
