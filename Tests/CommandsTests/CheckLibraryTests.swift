import Foundation
import Testing

@Suite("attune check and the files beside a file")
struct CheckLibraryTests {
  /// A desk with a library whose codebook has another name for one of the shipped codes.
  private func deskWithLibrary() throws -> Desk {
    let desk = try Desk()
    let book = try String(
      contentsOf: repository.appending(path: "Rubrics/ipt.codebook"), encoding: .utf8)
    _ = try desk.write(
      book.replacing("empathic statement", with: "warm statement"), to: "own/Rubrics/ipt.codebook")
    return desk
  }

  private func rows(_ outcome: Outcome, _ desk: Desk) -> [String] {
    outcome.errors.rows.filter { $0.contains(": error ") || $0.contains(": warning ") }
      .map { $0.replacing(desk.folder.path + "/", with: "") }
  }

  @Test("a file inside a library is checked with that library's codebook")
  func ownCodebook() throws {
    let desk = try deskWithLibrary()
    let text = tinyScenario.replacing("when reflection", with: "when empathic statement")
    let file = try desk.write(text, to: "own/Scenarios/Deep/a.scenario")
    let complaint =
      "own/Scenarios/Deep/a.scenario:6:6: error S190: 'empathic statement' is not a code in the codebook"
    #expect(rows(desk.attune("check", desk.folder.path + "/own"), desk) == [complaint])
    #expect(rows(desk.attune("check", file), desk) == [complaint])
    #expect(rows(desk.attune("check", file, "--library", repository.path), desk) == [])
  }

  @Test("two scenarios or rubrics of one id and two codebooks in one library are said to clash")
  func clashes() throws {
    let desk = try deskWithLibrary()
    let folder = desk.folder.path + "/own"
    _ = try desk.write("---\nid: sam\n---\n" + tinyScenario, to: "own/Scenarios/a.scenario")
    _ = try desk.write("---\nid: sam\n---\n" + tinyScenario, to: "own/Scenarios/b.scenario")
    let book = try String(contentsOfFile: folder + "/Rubrics/ipt.codebook", encoding: .utf8)
    _ = try desk.write(book, to: "own/Rubrics/two.codebook")
    let safety = try String(
      contentsOf: repository.appending(path: "Rubrics/safety.rubric"), encoding: .utf8)
    _ = try desk.write(safety, to: "own/Rubrics/a.rubric")
    _ = try desk.write(safety, to: "own/Rubrics/b.rubric")
    #expect(
      rows(desk.attune("check", folder), desk) == [
        "own/Rubrics/b.rubric:3:5: error R208: 'safety' is the id of another rubric, \(folder)/Rubrics/a.rubric"
          .replacing(desk.folder.path + "/", with: ""),
        "own/Rubrics/two.codebook:1:1: error R131: there is a codebook already, own/Rubrics/ipt.codebook",
        "own/Scenarios/b.scenario:2:5: error S108: 'sam' is the id of another scenario, own/Scenarios/a.scenario",
      ])
  }

  @Test("a broken codebook is shown once, and the scenario's own mistakes beside it")
  func brokenCodebook() throws {
    let desk = try Desk()
    _ = try desk.write("# Code: closed Q\nname: closed question\n", to: "own/Rubrics/my.codebook")
    let file = try desk.write(
      tinyScenario.replacing("otherwise", with: "otherwize"), to: "own/a.scenario")
    let outcome = desk.attune("check", file)
    #expect(rows(outcome, desk).contains { $0.contains("'otherwize' is not understood here") })
    #expect(rows(outcome, desk).contains { $0.hasPrefix("own/Rubrics/my.codebook:") })
    #expect(!outcome.errors.contains("S190"))
    #expect(outcome.status == 1)
  }

  @Test("a file in another encoding gives one error, at its first odd byte")
  func encodings() throws {
    let desk = try Desk()
    let text = "---\ntitle: Café ‘one’\n---\n" + tinyScenario
    for (encoding, place) in [
      (String.Encoding.windowsCP1252, "2:11"), (.utf16, "1:1"), (.utf16LittleEndian, "1:2"),
    ] {
      let file = desk.folder.appending(path: "odd.scenario")
      try text.write(to: file, atomically: true, encoding: encoding)
      #expect(
        rows(desk.attune("check", file.path), desk)
          == ["odd.scenario:\(place): error S106: this file is not saved as UTF-8"])
    }
  }

  @Test("a file with the line ends of an old Mac is a file like any other")
  func oldMac() throws {
    let desk = try Desk()
    let file = try desk.write(
      tinyScenario.replacing("\n", with: "\r").replacing("reflection", with: "reflecton"),
      to: "mac.scenario")
    #expect(
      rows(desk.attune("check", file), desk)
        == ["mac.scenario:6:6: error S190: 'reflecton' is not a code in the codebook"])
  }
}
