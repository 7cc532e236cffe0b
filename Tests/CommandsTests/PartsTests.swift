import Foundation
import Testing

@testable import Commands

@Suite("A file that scenarios use")
struct PartsTests {
  private let scenario = """
    ---
    title: Tea
    use: shared/family.part
    ---
    # Patient: Ruth
    # Beat: tea
    Ruth: (pours) My daughter rang.
    when advice
      Ruth: She says so too.
      go to cold tea
    otherwise
      Ruth: Well.
      at most 2 times, then go to the phone
    # Ending: cold tea
    outcome: poor. She was told what she knows.
    """
  private let family = """
    # People
    Ellen  daughter
    # Beat: the phone
    Ellen: (on the telephone) Mum?
    otherwise
      go to gone
    # Ending: gone
    outcome: mixed. She hung up.
    """

  @Test("is read beside the scenario, played, and kept with the session")
  func played() throws {
    let desk = try Desk()
    let part = try desk.write(family, to: "Mine/shared/family.part")
    let file = try desk.write(scenario, to: "Mine/tea.scenario")
    #expect(
      desk.attune("check", file, "--strict").output == "1 file checked: nothing is wrong\n")
    #expect(
      desk.attune("check", desk.folder.path + "/Mine", "--strict").output
        == "2 files checked: nothing is wrong\n")
    let lines = ["Hm.", "Tell me more.", "Go on.", "I see."]
    #expect(desk.attune("practice", file, lines: lines).output.contains("on the telephone"))
    // Whatever becomes of the file, the session stays what it was.
    try FileManager.default.removeItem(atPath: part)
    let replay = desk.attune("transcript", "replay", desk.newest)
    #expect(replay.output.contains("the same happened"))
    #expect(replay.status == 0)
  }

  @Test("has its problems shown in its own lines, once, whichever scenario uses it")
  func problems() throws {
    let desk = try Desk()
    let broken = family.replacingOccurrences(of: "go to gone", with: "go to gnoe")
    let part = try desk.write(broken, to: "Mine/shared/family.part")
    let file = try desk.write(scenario, to: "Mine/tea.scenario")
    let other = scenario.replacingOccurrences(of: "title: Tea", with: "title: Coffee")
    let second = try desk.write(other, to: "Mine/coffee.scenario")
    let outcome = desk.attune("check", file, second, part)
    #expect(outcome.status == 1)
    let found = outcome.errors.rows.filter { $0.contains(": error ") }
    #expect(
      found == ["\(part):6:9: error S125: there is no beat or ending called 'gnoe'"])
    let played = desk.attune("practice", file)
    #expect(played.errors.contains("family.part:6:9"))
    #expect(played.status != 0)
  }

  @Test("that is not there is named at the place where it is used")
  func missing() throws {
    let desk = try Desk()
    let file = try desk.write(scenario, to: "Mine/tea.scenario")
    let outcome = desk.attune("check", file)
    #expect(
      outcome.errors.rows.filter { $0.contains(": error ") }
        == ["\(file):3:6: error S117: there is no file 'shared/family.part'"])
    #expect(outcome.errors.contains("it was looked for as '\(desk.folder.path)/Mine/shared/"))
  }
}
