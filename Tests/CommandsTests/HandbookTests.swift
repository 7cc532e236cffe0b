import Foundation
import Testing

@testable import Commands

@Suite("The handbook")
struct HandbookTests {
  private static let folder = repository.appending(path: "Sources/attune/Handbook.docc")

  /// Every block of this kind in the handbook, with the page it stands on.
  private func blocks(_ kind: String) throws -> [(page: String, text: String)] {
    let pages = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path).sorted()
    return try pages.filter { $0.hasSuffix(".md") }.flatMap { page in
      let text = try String(contentsOf: Self.folder.appending(path: page), encoding: .utf8)
      return text.components(separatedBy: "```\(kind)\n").dropFirst()
        .compactMap { $0.components(separatedBy: "```").first }.map { (page, $0) }
    }
  }

  @Test(
    "shows files in which nothing is wrong",
    arguments: ["scenario", "responses", "words", "lesson", "anchor"])
  func areClean(_ kind: String) throws {
    let blocks = try blocks(kind)
    #expect(!blocks.isEmpty)
    for (page, text) in blocks {
      let desk = try Desk()
      let file = try desk.write(text, to: "example.\(kind)")
      #expect(
        desk.attune("check", file, "--strict")
          == Outcome(status: 0, output: "1 file checked: nothing is wrong\n", errors: ""), "\(page)"
      )
    }
  }

  @Test("lists every cue and every plain name of a code for those who write scenarios")
  func names() throws {
    let text = try String(
      contentsOf: Self.folder.appending(path: "Scenarios.md"), encoding: .utf8)
    let book = try shippedLibrary.get().codebook
    for cue in book.cues { #expect(text.contains("`\(cue.name)`"), "\(cue.name)") }
    for code in book.codes { #expect(text.contains("`\(code.name)`"), "\(code.name)") }
  }
}
