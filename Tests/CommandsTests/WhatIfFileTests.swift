import Testing

@Suite("What if a file outside the library is edited")
struct WhatIfFileTests {
  @Test("a session played from it is replayed on it as it is now")
  func outside() throws {
    let desk = try Desk()
    func file(_ end: String) throws -> String {
      try desk.write(
        """
        # Patient: Ruth
        Somebody.

        # Beat: arrival
        Ruth: Hello.
        otherwise
          go to \(end)

        # Ending: one
        outcome: good. Done.

        # Ending: two
        outcome: poor. Not done.
        """, to: "ruth.scenario")
    }
    let path = try file("one")
    #expect(desk.attune("practice", path, lines: ["What is that like?"]).status == 0)
    #expect(desk.attune("transcript", "replay", desk.newest, "--edited").status == 0)
    _ = try file("two")
    let edited = desk.attune("transcript", "replay", desk.newest, "--edited")
    #expect(edited.status == 1)
    #expect(edited.output.contains("turn 1"))
  }
}
