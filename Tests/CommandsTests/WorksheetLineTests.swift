import Testing
import TranscriptModel

@testable import Commands

@Suite("What is typed after /inventory and /focus")
struct WorksheetLineTests {
  @Test(
    "each part of a person may be left out, and an expectation may have commas",
    arguments: [
      (
        "Ife: sister, close, wants her to visit, support",
        InventoryEntry(
          name: "Ife", who: "sister", closeness: .close, expectation: "wants her to visit",
          influence: .support)
      ),
      (
        "  Mr   Okafor :a boss,  Broken Off , praise, and soon,A Trigger",
        InventoryEntry(
          name: "Mr Okafor", who: "a boss", closeness: .brokenOff,
          expectation: "praise, and soon", influence: .trigger)
      ),
      (
        "Ife: close, wants her to visit",
        InventoryEntry(name: "Ife", closeness: .close, expectation: "wants her to visit")
      ),
      ("Ife: very close", InventoryEntry(name: "Ife", closeness: .veryClose)),
      ("Ife: both", InventoryEntry(name: "Ife", influence: .both)),
      ("Ife: sister, 4", InventoryEntry(name: "Ife", who: "sister", closeness: .brokenOff)),
      ("Ife: sister, 5", InventoryEntry(name: "Ife", who: "sister", expectation: "5")),
      ("Ife: , , wants more", InventoryEntry(name: "Ife", expectation: "wants more")),
      (
        "Ife: sister, rather close, x, support",
        InventoryEntry(
          name: "Ife", who: "sister", expectation: "rather close, x", influence: .support)
      ),
      ("Ife: a: b", InventoryEntry(name: "Ife", who: "a: b")),
      ("Ife:", InventoryEntry(name: "Ife")),
      ("Ife: ,,,,", InventoryEntry(name: "Ife")),
      ("remove Ife: x", InventoryEntry(name: "remove Ife", who: "x")),
    ])
  func person(text: String, entry: InventoryEntry) {
    #expect(InventoryLine(text) == .note(entry))
  }

  @Test("a name alone, a removal and nothing at all are told apart")
  func others() {
    #expect(InventoryLine("") == .show)
    #expect(InventoryLine(" Ife ") == .name("Ife"))
    #expect(InventoryLine("Remove her  mother") == .remove("her mother"))
    #expect(InventoryLine("remove") == .withoutName)
    #expect(InventoryLine(" : sister") == .withoutName)
  }

  @Test("a focus names one problem area, a ranking each once, a goal anything")
  func focus() {
    #expect(FocusLine(" ") == .show)
    #expect(FocusLine("area: Role Transitions.") == .area(.transitions, words: ""))
    #expect(FocusLine("AREA grief for him") == .area(.grief, words: "grief for him"))
    #expect(FocusLine("area") == .unreadable)
    #expect(FocusLine("area: griefs") == .areaUnknown)
    #expect(FocusLine("rank: loss, interpersonal sensitivity; loss") == .rank([.grief, .deficits]))
    #expect(FocusLine("rank , ;") == .areaUnknown)
    #expect(FocusLine("goal: call her: weekly") == .goal("call her: weekly"))
    #expect(FocusLine("goal:") == .unreadable)
    #expect(FocusLine("transitions") == .unreadable)
    #expect(FocusLine(": x") == .unreadable)
  }
}
