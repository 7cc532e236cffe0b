import Testing

@Suite("A note for the supervisor")
struct SupervisorNoteTests {
  @Test("is never shown to a trainee who asks why")
  func why() throws {
    let desk = try Desk()
    let file = try desk.write(
      """
      # Patient: Ruth
      Somebody.

      # Beat: arrival
      Ruth: Hello.
      must reflection within 1 turn, or note "He never, or hardly, listened."
      otherwise
        Ruth: Hm.
        at most 3 times, then go to end

      # Ending: end
      outcome: good. Done.
      """, to: "ruth.scenario")
    let output = desk.attune("practice", file, lines: ["What is that like?", "/why"]).output
    #expect(output.contains("asks for: must reflection within 1\nturn\n"))
    #expect(!output.contains("listened"))
  }
}
