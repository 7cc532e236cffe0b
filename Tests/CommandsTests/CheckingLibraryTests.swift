import Testing

@Suite("With which library a file is checked")
struct CheckingLibraryTests {
  private let note = "The library is that in"

  @Test("a terminal is told where it is not the one the file lies in")
  func told() throws {
    let desk = try Desk()
    let file = try desk.write(gardenScenario, to: "garden.scenario")
    let outcome = desk.console("check", file, input: [])
    #expect(outcome.errors.contains(note))
    #expect(desk.console("check", input: []).errors.contains(note))
    let named = desk.console("check", file, "--library", repository.path, input: [])
    #expect(!named.errors.contains(note))
  }

  @Test("nothing is told of a file in its own library, or to a file")
  func untold() throws {
    let desk = try Desk()
    let file = try desk.write(gardenScenario, to: "garden.scenario")
    #expect(!desk.attune("check", file).errors.contains(note))
    let own = repository.path + "/Rubrics/validation.rubric"
    #expect(!desk.console("check", own, input: []).errors.contains(note))
  }
}
