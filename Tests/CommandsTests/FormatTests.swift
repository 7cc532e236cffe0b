import Foundation
import Testing

private let untidy =
  "#Patient:Sam\r\nold\r\n\r\n\r\n# Beat:a\r\nSam :Hm.\r\nOTHERWISE\r\n    Go to b\r\n"
private let tidy = "# Patient: Sam\nold\n\n# Beat: a\nSam: Hm.\notherwise\n  go to b\n"

private func content(_ file: String) throws -> String {
  String(decoding: try Data(contentsOf: URL(filePath: file)), as: UTF8.self)
}

@Suite("attune format")
struct FormatCommandTests {
  @Test("rewrites a file where it lies, once")
  func rewrites() throws {
    let desk = try Desk()
    let file = try desk.write(untidy, to: "a.scenario")
    #expect(
      desk.attune("format", file)
        == Outcome(
          status: 0,
          output: "1 of 1 file brought into layout; line breaks of 1 file made plain\n", errors: "")
    )
    #expect(try content(file) == tidy)
    #expect(desk.attune("format", file).output == "1 file looked at: nothing to change\n")
  }

  @Test("reads standard input and prints it in layout")
  func filter() throws {
    let desk = try Desk()
    #expect(
      desk.attune("format", "-", bytes: untidy) == Outcome(status: 0, output: tidy, errors: ""))
  }

  @Test("prints what would change, and changes nothing, with --check")
  func check() throws {
    let desk = try Desk()
    let file = try desk.write("# Patient: Sam\nold  \n", to: "a.scenario")
    #expect(
      desk.attune("format", "--check", desk.folder.path)
        == Outcome(
          status: 1,
          output: "--- \(file)\n+++ \(file)\n@@ -1,2 +1,2 @@\n # Patient: Sam\n-old  \n+old\n",
          errors: "1 of 1 file would change; 'attune format' does it\n"))
    #expect(try content(file) == "# Patient: Sam\nold  \n")
  }

  @Test("follows a symbolic link and keeps permissions")
  func linkAndPermissions() throws {
    let desk = try Desk()
    let file = try desk.write(untidy, to: "real/a.scenario")
    let link = desk.folder.path + "/link.scenario"
    try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: file)
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file)
    #expect(desk.attune("format", link).status == 0)
    #expect(try content(file) == tidy)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link) == file)
    let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions]
    #expect(mode as? Int == 0o640)
    #expect(
      try FileManager.default.contentsOfDirectory(atPath: desk.folder.path + "/real").count == 1)
  }

  @Test("leaves a file whole that cannot be written, says so, and goes on with the others")
  func cannotWrite() throws {
    let desk = try Desk()
    // A name so long that no other file can lie beside it, which stops even the superuser.
    let name = String(repeating: "a", count: 246) + ".scenario"
    let file = try desk.write("placeholder", to: "b.scenario")
    let long = desk.folder.path + "/" + name
    try Data(untidy.utf8).write(to: URL(filePath: long))
    let outcome = desk.attune("format", long, file)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot be written: File name too long"))
    #expect(try content(long) == untidy)
    #expect(try content(file) == "placeholder\n")
    #expect(outcome.output == "1 of 2 files brought into layout; 1 file left as it was\n")
  }

  @Test("refuses a file that is not UTF-8")
  func encoding() throws {
    let desk = try Desk()
    let file = desk.folder.path + "/a.rubric"
    try Data([0x23, 0xE9, 0x20, 0x0A]).write(to: URL(filePath: file))
    let outcome = desk.attune("format", file)
    #expect(outcome.status == 2)
    #expect(outcome.errors.hasPrefix("\(file):1:2: error R100: this file is not saved as UTF-8"))
    #expect(try Data(contentsOf: URL(filePath: file)).count == 4)
  }

  @Test("finds the shipped library in layout, and nothing to rewrite where there is none")
  func library() throws {
    let desk = try Desk()
    #expect(desk.attune("format", "--check").status == 0)
    desk.environment["ATTUNE_LIBRARY"] = nil
    #expect(desk.attune("format").errors.hasPrefix("error: there is no library here"))
  }
}

@Suite("attune check --fix")
struct CheckFixTests {
  private let slips = tinyScenario.replacing("when reflection", with: "when reflecton")

  @Test("makes the obvious repairs, says which, and shows what is left")
  func fixes() throws {
    let desk = try Desk()
    let text = slips + "\n# Ending: nowhere\noutcome: god. What for?\nxyz\n"
    let file = try desk.write(text, to: "a.scenario")
    let outcome = desk.attune("check", "--fix", file)
    #expect(outcome.output.rows.first == "line 6: write 'reflection'")
    #expect(outcome.output.rows.dropFirst().first?.hasSuffix(": write 'good'") == true)
    #expect(outcome.output.contains("\n1 file checked, 2 repairs made: "))
    #expect(outcome.errors.contains("'xyz' is not understood"))
    #expect(outcome.status == 1)
    #expect(
      try content(file)
        == text.replacing("reflecton", with: "reflection").replacing("god.", with: "good."))
  }

  @Test("prints standard input with its repairs")
  func filter() throws {
    let outcome = try Desk().attune("check", "--fix", "-", bytes: slips)
    #expect(outcome.output == tinyScenario)
    #expect(
      outcome.errors
        == "line 6: write 'reflection'\n1 file checked, 1 repair made: nothing is wrong\n")
    #expect(outcome.status == 0)
  }

  @Test("tells machines what was fixed, and what a repair would be")
  func json() throws {
    let desk = try Desk()
    func object(_ outcome: Outcome) throws -> [String: Any] {
      try #require(
        try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    }
    let before = try object(desk.attune("check", "-", "--json", bytes: slips))
    let diagnostic = (before["diagnostics"] as? [[String: Any]])?.first
    let fix = diagnostic?["fix"] as? [String: Any]
    #expect(fix?["title"] as? String == "write 'reflection'")
    let edit = (fix?["edits"] as? [[String: Any]])?.first
    #expect(edit?["text"] as? String == "reflection")
    #expect(edit?["start"] as? [String: Int] == ["line": 6, "column": 6])
    #expect(edit?["end"] as? [String: Int] == ["line": 6, "column": 15])
    #expect(before["fixed"] == nil)

    let after = try object(desk.attune("check", "-", "--json", "--fix", bytes: slips))
    let fixed = (after["fixed"] as? [[String: Any]])?.first
    #expect(fixed?["line"] as? Int == 6)
    #expect(fixed?["code"] as? String == "S190")
    #expect(after["text"] as? String == tinyScenario)
    #expect((after["diagnostics"] as? [Any])?.isEmpty == true)
  }
}
