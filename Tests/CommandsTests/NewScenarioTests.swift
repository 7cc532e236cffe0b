import Foundation
import Testing

@Suite("A new scenario")
struct NewScenarioTests {
  static let kinds = ["grief", "disputes", "transitions", "deficits"].flatMap { area in
    ["initial", "middle", "termination"].map { (area, $0) }
  }

  @Test("checks clean with every warning, holds its checks, and can be played", arguments: kinds)
  func clean(area: String, phase: String) throws {
    let desk = try Desk()
    let file = desk.folder.appending(path: "mine.scenario").path
    let written = desk.attune("new", "scenario", "--area", area, "--phase", phase, file)
    #expect(written.status == 0)
    let checked = desk.attune("check", "--strict", file)
    #expect(checked.errors == "")
    #expect(checked.status == 0)
    #expect(desk.attune("test", file).status == 0)
    #expect(desk.attune("format", "--check", file).status == 0)
    let played = desk.attune("practice", file, lines: ["What is that like for you?"])
    #expect(played.status == 0)
    #expect(played.output.contains("You: What is that like for you?"))
  }

  @Test("is named for its title, beside the others of its area")
  func place() throws {
    let desk = try Desk()
    let scenarios = desk.folder.appending(path: "library/Scenarios")
    try FileManager.default.createDirectory(at: scenarios, withIntermediateDirectories: true)
    let library = desk.folder.appending(path: "library").path
    let written = desk.attune(
      "new", "scenario", "--area", "deficits", "--title", "Table for {name}", "--library", library)
    #expect(written.status == 0)
    let file = scenarios.appending(path: "Deficits/table-for-name.scenario")
    let text = try String(contentsOf: file, encoding: .utf8)
    #expect(text.contains("title:      Table for {name}\n"))
    #expect(text.contains("id:         deficits-table-for-name\n"))
  }

  @Test("never overwrites a file")
  func exists() throws {
    let desk = try Desk()
    let file = desk.folder.appending(path: "mine.scenario")
    try "mine".write(to: file, atomically: true, encoding: .utf8)
    let result = desk.attune("new", "scenario", file.path)
    #expect(result.status == 2)
    #expect(result.errors.contains("exists, and is left as it is"))
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
  }

  @Test("needs a title with letters and a name that ends as it should")
  func refused() throws {
    let desk = try Desk()
    #expect(desk.attune("new", "scenario", "--title", "…", "-").status == 2)
    let result = desk.attune("new", "scenario", desk.folder.path + "/mine.txt")
    #expect(result.status == 2)
    #expect(result.errors.contains("mine.txt.scenario"))
  }

  @Test("a folder that cannot be written to is said so")
  func unwritable() throws {
    let result = try Desk().attune("new", "scenario", "/proc/mine.scenario")
    #expect(result.status == 2)
    #expect(result.errors.contains("cannot be written"))
  }
}
