import Diagnostics
import ScenarioChecker
import ScenarioModel
import Testing

@Suite("Every line of a scenario")
struct EveryLineTests {
  /// Lines of each sort that somebody may put in the wrong place.
  private static let strangers =
    [
      "zzqx", "zzqx: zzqx", "gist: zzqx", "cue: hint", "\"zzqx\" = reflection",
      "better: \"zzqx\" — zzqx",
    ]
    + readable
  private static let readable = [
    "trust +1", "go to together", "Margaret: zzqx", "when advice",
    "at most 3 times, then go to together", "detour to the chair", "return",
    "must advice within 2 turns, or note \"zzqx\"", "trainee: zzqx", "Tom = zzqx",
  ]

  @Test(
    "is in the scenario, or is complained about, wherever and however deep it stands",
    arguments: strangers)
  func noneVanishes(_ stranger: String) {
    let lines = goodScenario().split(separator: "\n").map(String.init)
    let whole = described(goodScenario())
    for place in lines.indices.dropFirst() {
      for indent in ["", "  ", "    ", "      ", "\t", "          "] {
        let text = (lines[...place] + [indent + stranger] + lines[(place + 1)...])
          .joined(separator: "\n")
        let file = SourceFile(name: "t", text: text)
        let checked = checkScenario(file, library: smallLibrary)
        if let scenario = checked.scenario, described(scenario) != whole { continue }
        let reported = checked.diagnostics.contains {
          file.position(at: $0.span.start).line == place + 2
        }
        // What can be read may take the place of a line further on, which then is complained about.
        let displaced = Self.readable.contains(stranger) && checked.diagnostics.hasErrors
        #expect(reported || displaced, "'\(indent)\(stranger)' vanished below '\(lines[place])'")
      }
    }
  }

  @Test("that says nothing is passed over: blank lines and comments change nothing")
  func comments() {
    let lines = goodScenario().split(separator: "\n").map(String.init)
    for place in lines.indices {
      for extra in ["", "   ", "// zzqx", "    // zzqx"] {
        let text = (lines[...place] + [extra] + lines[(place + 1)...]).joined(separator: "\n")
        #expect(described(text) == described(goodScenario()))
      }
    }
  }

  private func described(_ text: String) -> String {
    let checked = checkScenario(SourceFile(name: "t", text: text), library: smallLibrary)
    return checked.scenario.map(described) ?? "wrong"
  }

  /// A scenario as text without its line numbers, and without what comes from the codebook.
  private func described(_ scenario: Scenario) -> String {
    var scenario = scenario
    scenario.responsiveness.effects = [:]
    return "\(scenario)".replacing(/line: [0-9]+/, with: "")
  }
}
