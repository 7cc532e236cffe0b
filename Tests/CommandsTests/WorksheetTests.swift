import Foundation
import Terminal
import Testing
import TranscriptStore

@testable import Commands

/// Ada has a sister, of whom she speaks, a boss, whom she calls so, and a father, of whom she does not.
let adaWithPeople = """
  ---
  title: Ada
  id: ada
  area: transitions
  phase: initial, session 2 of 12
  ---
  # Patient: Ada
  Somebody.

  # People
  Ife        her sister; also: sister, she
  Mr Okafor  her superior; also: boss
  Folake     her mother; also: mother, mum
  Tunde      her father; also: father, he

  # Beat: hello
  Ada: (holds a letter of Folake's) Ife's letter came. She means well.
  when advice
    go to end
  otherwise
    Ada: My boss laughed about it.
    at most 12 times, then go to end

  # Ending: end
  outcome: good. Done.
  """

private let sister = "/inventory Ife: sister, close, wants her to visit, support"

/// Counts the notes in the store whenever one is shown.
private final class WatchingOutput: TextOutput {
  let isTerminal = false
  let width = 80
  private let store: String
  private(set) var seen: [String] = []

  init(store: String) { self.store = store }

  func write(_ text: String) throws(OutputFailure) {
    guard let word = ["Noted:", "Goal:"].first(where: text.hasPrefix) else { return }
    let store = try? TranscriptStore(path: store)
    let newest = try? store?.sessions().first
    let notes = newest.flatMap { try? store?.load($0.id).notes }
    seen.append("\(notes?.count ?? 0) at \(word)")
  }
}

@Suite("Worksheets in a session")
struct WorksheetTests {
  let desk: Desk
  let file: String

  init() throws {
    desk = try Desk()
    file = try desk.write(adaWithPeople, to: "ada.scenario")
  }

  /// What is shown from the first command on, each command with what it led to.
  private func practise(_ lines: String..., flags: [String] = []) -> [String] {
    let rows = desk.run(["practice", file] + flags, lines: lines).output.rows
    return Array(rows.drop { !$0.hasPrefix("/") })
  }

  private func transcript(_ words: String...) -> String {
    desk.run(["transcript"] + words.prefix(1) + [desk.newest] + words.dropFirst(), lines: []).output
  }

  private func object(_ text: String) throws -> [String: Any] {
    try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
  }

  private var sheets: [String: Any] {
    get throws {
      try #require(try object(transcript("show", "--json"))["worksheets"] as? [String: Any])
    }
  }

  @Test("people are added and changed under any of their names, and taken out again")
  func people() {
    #expect(
      practise(
        sister, "/inventory her Mum: , distant", "/inventory Folake: mother, calls, and waits",
        "/inventory Sister: trigger", "/inventory Jo", "/inventory remove okafor",
        "/inventory remove jo", "/inventory"
      ) == [
        sister, "Noted: Ife: sister; close; expectation: wants her to visit; support",
        "/inventory her Mum: , distant", "Noted: her Mum: distant",
        "Still open: who that is, expectation, support or trigger.",
        "/inventory Folake: mother, calls, and waits",
        "Noted: her Mum: mother; distant; expectation: calls, and waits",
        "Still open: support or trigger.",
        "/inventory Sister: trigger",
        "Noted: Ife: sister; close; expectation: wants her to visit; trigger",
        "/inventory Jo", "Noted: Jo",
        "Still open: who that is, closeness, expectation, support or trigger.",
        "/inventory remove okafor", "Nobody of that name is noted.",
        "/inventory remove jo", "Taken out: Jo.",
        "/inventory", "Ife: sister; close; expectation: wants her to visit; trigger",
        "her Mum: mother; distant; expectation: calls, and waits",
      ])
  }

  @Test("problem areas are ranked and a focus and goal written; what is none of them is refused")
  func focus() {
    let areas = "Name problem areas by these words: grief, disputes, transitions, deficits. The"
    #expect(
      practise(
        "/focus rank Transition, role dispute, transitions", "/focus area: the move, a transition",
        "/focus goal: Sundays with somebody", "/focus area: tiredness",
        "/focus area: grief and disputes", "/focus rank grief, tiredness", "/focus why", "/focus"
      ) == [
        "/focus rank Transition, role dispute, transitions",
        "Problem areas: transitions, then disputes",
        "/focus area: the move, a transition", "Problem areas: transitions, then disputes",
        "Focus: transitions, “the move, a transition”",
        "/focus goal: Sundays with somebody", "Problem areas: transitions, then disputes",
        "Focus: transitions, “the move, a transition”", "Goal: Sundays with somebody",
        "/focus area: tiredness", areas, "focus is one of them.",
        "/focus area: grief and disputes", areas, "focus is one of them.",
        "/focus rank grief, tiredness", areas, "focus is one of them.",
        "/focus why", "Write rank, area or goal after /focus, and what is noted.",
        "/focus", "Problem areas: transitions, then disputes",
        "Focus: transitions, “the move, a transition”", "Goal: Sundays with somebody",
      ])
  }

  @Test(
    "what is noted survives a break and a turn taken back, and no answer of the patient changes")
  func survives() throws {
    let turns = ["Trains are late.", "You seem tired.", "Trains are early."]
    _ = practise(turns[0], sister, turns[1], "/retry", "/focus goal: rest")
    _ = practise(turns[1], "/inventory Jo: a friend", "/quit", flags: ["--resume"])
    let resumed = practise("/inventory", "/focus", turns[2], flags: ["--resume"])
    #expect(
      resumed.filter { !$0.hasPrefix("/") }.prefix(3) == [
        "Ife: sister; close; expectation: wants her to visit; support", "Jo: a friend",
        "Goal: rest",
      ])
    let people = try #require(sheets["inventory"] as? [[String: Any]])
    #expect(people.map { $0["name"] as? String } == ["Ife", "Jo"])
    #expect((try sheets["focus"] as? [String: Any])?["goal"] as? String == "rest")
    let withSheets = transcript("show")
    #expect(
      withSheets.contains(
        "\nInventory\nIfe: sister; close; expectation: wants her to visit; support\n"
          + "Jo: a friend\n\nFocus\nGoal: rest\n\n"))
    #expect(desk.attune("transcript", "replay", desk.newest).status == 0)

    _ = practise(turns[0], turns[1], "/retry", turns[1], "/quit")
    _ = practise(turns[2], flags: ["--resume"])
    func talk(_ text: String) -> ArraySlice<String> {
      text.rows.dropFirst(2).prefix { $0 != "Inventory" && !$0.hasPrefix("Not finished") }
    }
    #expect(talk(transcript("show")) == talk(withSheets))
  }

  @Test("a replay with reasons shows what was noted before each turn; without, none of it")
  func replay() throws {
    _ = practise(sister, "Trains are late.", "/inventory remove she", "/focus goal: rest")
    let shown = transcript("replay", "--why").rows
    let note = try #require(shown.firstIndex { $0.hasPrefix("Noted: Ife: sister") })
    #expect(shown[note - 1] == "Turn 1")
    #expect(
      shown.suffix(3) == [
        "Noted: Ife is taken out of the inventory", "Noted: Goal: rest",
        "1 turn: the same happened",
      ])
    let notes = try object(transcript("replay", "--why", "--json"))["notes"] as? [[String: Any]]
    #expect(notes?.map { $0["turn"] as? Int } == [1, 2, 2])
    #expect(!transcript("replay").contains("Noted"))
    #expect(!transcript("replay", "--json").contains("rest"))
  }

  @Test("a note is on the disk before it is on the screen")
  func writtenThrough() throws {
    let screen = WatchingOutput(store: desk.store)
    var streams = RecordedStreams(lines: [sister, "/focus goal: rest"]).streams
    streams.output = screen
    let status = Program.run(
      ["practice", file],
      in: Surroundings(
        streams: streams, environment: desk.environment, folder: desk.folder.path,
        now: { "2026-03-01T09:00:00Z" }, chance: { 7 }))
    #expect(status == 0)
    #expect(screen.seen == ["1 at Noted:", "2 at Goal:"])
  }

  @Test("a session in which something was noted is kept, though nothing was said")
  func noTurns() throws {
    _ = practise(sister)
    #expect((try sheets["inventory"] as? [Any])?.count == 1)
    #expect(practise("/inventory", flags: ["--resume"]).count == 2)
    // A rehearsal keeps nothing.
    #expect(
      practise(sister, "/inventory", flags: ["--start", "hello"]).last?.hasPrefix("Ife") == true)
    #expect(desk.attune("transcript", "list").output.rows.count == 1)
  }

  @Test("the end names who came up aloud and is not noted, by the name that was heard")
  func missing() {
    func end(_ lines: String...) -> [String] {
      desk.run(["practice", file, "--mode", "exam"], lines: lines).output.rows
        .filter { $0.hasPrefix("They came up") }
    }
    let advice = "You should write back to her."
    #expect(end("Hm.", advice) == ["They came up and are not in your inventory: Ife, boss."])
    #expect(end(sister, "Hm.", advice) == ["They came up and are not in your inventory: boss."])
    #expect(end(sister, "/inventory Okafor", "How is your mother?", advice).count == 1)
    #expect(end(sister, "/inventory Okafor", "Hm.", advice) == [])
    // Not before the end.
    #expect(end("Hm.", "/inventory", "/quit") == [])
  }
}

@Suite("Sessions that call for worksheets")
struct WorksheetCallTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func practise(_ header: String) throws -> String {
    let file = try desk.write(
      adaWithPeople.replacing("phase: initial, session 2 of 12", with: header), to: "a.scenario")
    return desk.attune("practice", file, lines: [sister, "/focus goal: rest", "/help"]).output
  }

  @Test(
    "are those of the initial phase, unless the header says otherwise",
    arguments: [
      ("phase: initial, session 1 of 12", true, true), ("phase: Initial", true, true),
      ("phase: middle, session 5 of 12", false, false), ("", false, false),
      ("phase: middle\nworksheets: inventory", true, false),
      ("phase: termination\nworksheets: Focus, inventory", true, true),
      ("phase: initial\nworksheets: focus", false, true),
      ("phase: initial\nworksheets: none", false, false),
      ("phase: initial\ndrill: reflection", false, false),
    ])
  func called(header: String, inventory: Bool, focus: Bool) throws {
    let text = try practise(header)
    #expect(text.contains("Noted: Ife") == inventory)
    #expect(text.contains("Goal: rest") == focus)
    let refused = text.rows.count { $0.hasPrefix("This session does not call for it") }
    #expect(refused == (inventory ? 0 : 1) + (focus ? 0 : 1))
    #expect(text.contains(": /inventory for the people") == inventory)
    #expect(text.contains(" /focus for problem area and goal.\n") == focus)
    #expect(text.contains("\n/inventory whom you have noted") == inventory)
  }
}
