import Diagnostics
import Foundation
import ScenarioSyntax
import Testing

private let root = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

@Suite("A scenario tree")
struct LosslessTests {
  @Test("gives back every scenario of the repository byte for byte, and every beginning of one")
  func scenarios() throws {
    let folder = root.appending(path: "Scenarios")
    let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(".scenario") }
    for name in files {
      let bytes = [UInt8](try Data(contentsOf: folder.appending(path: name)))
      #expect(readScenario(SourceFile(name: name, bytes: bytes)).bytes == bytes)
      for end in stride(from: 0, to: bytes.count, by: 41) {
        let part = Array(bytes[..<end])
        #expect(readScenario(SourceFile(name: name, bytes: part)).bytes == part)
      }
    }
  }

  @Test("reads a rule with its condition, speech, effects and bound")
  func rule() throws {
    let text = """
      # Beat: a
      when clear validation or open question about Tom, trust at least 40
        trust +5, hope -3
        once Margaret: (nods) Yes.
        at most 3 times, then go to b
      """
    let tree = readScenario(SourceFile(name: "t", text: text))
    guard case .beat(let lines) = tree.sections[0].content, case .rule(let rule) = lines[0].content
    else {
      Issue.record("no rule")
      return
    }
    #expect(
      rule.condition?.clauses.map { $0.map(\.whole.text) } == [
        ["clear validation", "open question about Tom"], ["trust at least 40"],
      ])
    guard case .effects(let effects) = rule.lines[0].content,
      case .speech(let speech) = rule.lines[1].content,
      case .bound(let times, .goTo(let place)) = rule.lines[2].content
    else {
      Issue.record("other lines")
      return
    }
    #expect(effects.map(\.amount) == [5, -3])
    #expect(speech.once)
    #expect(speech.speaker.text == "Margaret")
    #expect(times?.text == "3")
    #expect(place.text == "b")
  }
}
