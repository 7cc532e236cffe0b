import Testing

/// Ruth, who wants to be listened to, and an author who tells the supervisor about it.
private let ruthScenario = """
  ---
  title: Ruth
  id: ruth
  ---
  # Patient: Ruth
  Somebody.

  # Beat: arrival
  Ruth: Hello.
  supervisor: Watch for the coat.
  must reflection within 1 turn, or note "He never, or hardly, listened."
  otherwise
    Ruth: Hm.
    at most 2 times, then go to end

  # Ending: end
  outcome: good. Done.
  supervisor: Ask about the coat.

  # Check: the note is left
  codes: plain statement
  expect note "hardly, LISTENED"

  # Check: the note is not left
  codes: reflection
  expect not note "listened"
  """

@Suite("A note for the supervisor")
struct SupervisorNoteTests {
  let desk: Desk
  let file: String

  init() throws {
    desk = try Desk()
    file = try desk.write(ruthScenario, to: "ruth.scenario")
  }

  private func play() -> Outcome {
    desk.attune("practice", file, lines: ["What is that like?", "/why", "Mm.", "Mm."])
  }

  @Test("is never shown to a trainee who asks why")
  func why() {
    let output = play().output
    #expect(output.contains("asks for: must reflection within 1\nturn\n"))
    #expect(!output.contains("listened"))
  }

  @Test("is shown in a transcript where it belongs, to those who ask for it")
  func shown() throws {
    _ = play()
    let plain = desk.attune("transcript", "show", desk.newest).output
    #expect(!plain.contains("coat") && !plain.contains("listened"))
    let rows = desk.attune("transcript", "show", desk.newest, "--supervisor").output.rows
    let notes = rows.enumerated().filter { $1.hasPrefix("For the supervisor:") }
    #expect(
      notes.map(\.element) == [
        "For the supervisor: Watch for the coat. (arrival)",
        "For the supervisor: He never, or hardly, listened. (arrival, not done in time:",
        "For the supervisor: Ask about the coat. (end)",
      ])
    let turns = try ["1 You:", "2 You:"].map { start in
      try #require(rows.firstIndex { $0.hasPrefix(start) })
    }
    #expect(notes[0].offset < turns[0])
    #expect(turns[0] < notes[1].offset && notes[1].offset < turns[1])
    #expect(turns[1] < notes[2].offset)
  }

  @Test("is in the JSON of a transcript only when asked for")
  func json() {
    _ = play()
    let plain = desk.attune("transcript", "show", desk.newest, "--json").output
    #expect(!plain.contains("listened.") && !plain.contains("supervisor"))
    let full = desk.attune("transcript", "show", desk.newest, "--json", "--supervisor").output
    #expect(
      full.contains(
        #""openingSupervisor":[{"about":"arrival","kind":"beat","note":"Watch for the coat."}]"#))
    #expect(
      full.contains(
        #""supervisor":[{"about":"arrival","kind":"duty","line":11,"note":"He never, or hardly, listened."}]"#
      ))
  }

  @Test("can be expected in a check, and found missing")
  func check() throws {
    let holds = desk.attune("test", file, "--plain")
    #expect(holds.status == 0, "\(holds)")
    let other = try desk.write(
      ruthScenario.replacing("expect not note", with: "expect note"), to: "other.scenario")
    let differs = desk.attune("test", other, "--plain")
    #expect(differs.status == 1)
    #expect((differs.output + differs.errors).contains("no note was left"))
  }

  @Test("has to stand in quotes where it is expected")
  func quotes() throws {
    let other = try desk.write(
      ruthScenario.replacing(#"not note "listened""#, with: "not note listened"),
      to: "other.scenario")
    let outcome = desk.attune("check", other)
    #expect(outcome.errors.contains("S184: the words of the note have no quotes around them"))
    #expect(desk.attune("check", "--fix", other).status == 0)
    #expect(desk.attune("test", other).status == 0)
  }
}
