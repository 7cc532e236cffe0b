import Testing

@Suite("A moment that is decided turns later")
struct CoachPlaceTests {
  private let scenario = """
    ---
    title: Ruth
    id: ruth
    rubrics: active listening
    ---
    # Patient: Ruth
    Somebody.
    # Beat: arrival
    Ruth: It is all my own fault.
      cue: self-blame
    otherwise
      Ruth: Hm.
      at most 9 times, then go to end
    # Ending: end
    outcome: poor. Done.
    """

  @Test("is called one from turns before, and the present one needs no place")
  func place() throws {
    let desk = try Desk()
    let file = try desk.write(scenario, to: "ruth.scenario")
    let outcome = desk.attune(
      "practice", file, "--start", "arrival", lines: ["It is late.", "It is late today."])
    let text = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(
      text.contains(
        "Missed, from the turn before: the patient blames themselves and feels ashamed."))
    #expect(!text.contains("before your turn"))
    #expect(!text.contains("Missed: the patient"))
  }
}
