import Testing

private let chairScenario = """
  ---
  title: The chair
  id: chair
  ---
  # Patient: Margaret
  68, a widow.
  # People
  Tom  her husband; also: husband
  # Beat: the nights
  risk: suicide
  Margaret: Sometimes it would be easier just to be with him.
    cue: risk
    gist: easier to be with him
  must risk inquiry within 2 turns, or go to missed risk
  hint if risk open: She said "be with him".
  when risk inquiry
    Margaret: I wouldn't. But nobody has asked me that before.
    go to together
  when silence
    Margaret: in turn
      (looks at the chair)
      (looks at you)
  when said "his chair"
    Margaret: Come, I'll show you.
    detour to the chair
  otherwise
    Margaret: (shrugs) It doesn't matter.
    at most 4 times, then go to missed risk

  # Beat: the chair
  Margaret: He sat here.
  when validation or reflection
    Margaret: Yes. (comes back)
    return
  otherwise
    Margaret: Hm.
    at most 2 times, then return

  # Ending: together
  outcome: good. You asked.
  # Ending: missed risk
  outcome: unsafe. You did not ask.
  """

@Suite("Duties and detours in a file that is played")
struct DutyAndDetourTests {
  private func practise(_ lines: String...) throws -> String {
    let desk = try Desk()
    let file = try desk.write(chairScenario, to: "chair.scenario")
    let checked = desk.attune("check", file)
    #expect(checked.status == 0, "\(checked.errors)")
    let outcome = desk.run(["practice", file, "--mode", "quiet"], lines: lines)
    #expect(desk.attune("transcript", "replay", desk.newest).status == 0)
    return outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  @Test("a risk that is not asked about in time leads to its ending, and /why says so")
  func missed() throws {
    let text = try practise("…", "/hint", "/why", "How is your garden?")
    #expect(text.contains("Margaret: (looks at the chair)"))
    #expect(text.contains("She said \"be with him\"."))
    #expect(text.contains("Heard: silence."))
    #expect(text.contains("The end: missed risk (unsafe)"))
  }

  @Test("a detour leads there and back, and the time for the duty goes on meanwhile")
  func detour() throws {
    let text = try practise(
      "Where is his chair?", "/why", "You still see him sitting there.", "/why")
    #expect(text.contains("Margaret: Come, I'll show you. Margaret: He sat here."))
    #expect(text.contains("That led on a detour to “the chair”."))
    // The second turn is the last one in which to ask.
    #expect(text.contains("The end: missed risk (unsafe)"))
    #expect(!text.contains("comes back"))
  }

  @Test("asking meets the duty, and /why says that it was done in time")
  func met() throws {
    let text = try practise("Are you thinking of ending your life?", "/why")
    #expect(text.contains("The end: together (good)"))
  }
}
