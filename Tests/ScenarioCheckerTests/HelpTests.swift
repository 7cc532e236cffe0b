import Diagnostics
import ScenarioChecker
import Testing

@Suite("What the checker advises")
struct HelpTests {
  private func helps(_ line: String, with other: String) -> [String] {
    let file = SourceFile(name: "t", text: goodScenario([line: other]))
    return checkScenario(file, library: smallLibrary).diagnostics.map { $0.help ?? "-" }
  }

  private let condition = "when trust at least 60 or advice at least 2 times"

  @Test(
    "how to write a comparison that was written in another way",
    arguments: [
      ("trust > 50", "trust above 50"), ("trust >= 20", "trust at least 20"),
      ("trust more than 20", "trust above 20"), ("trust at lowest", "trust at its lowest"),
      ("trust is 30", "trust at least 30, trust at most 30"),
      ("clear trust above 20", "trust above 20"),
    ])
  func comparison(_ written: String, _ meant: String) {
    #expect(helps(condition, with: "when " + written) == ["write '\(meant)'"])
  }

  @Test("codes that mean something like an unknown word, or what a condition may ask")
  func codes() {
    #expect(
      helps(condition, with: "when paraphrase or silly")
        == [
          "nearest in meaning: 'simple reflection'",
          "a condition asks for a code, 'said \"…\"', 'silence', 'cue met', 'cue missed', "
            + "'visited …', 'risk open', 'turns here at least 3' or a state",
        ])
  }

  @Test("all cues, where no cue is near")
  func cues() {
    #expect(
      helps("  cue: hint, loss story", with: "  cue: longing")
        == ["a cue is 'affect', 'hint', 'loss-story', 'risk' or 'self-blame'"])
  }

  @Test("the beats and endings, where no name is near, and the one that was meant")
  func places() {
    #expect(
      helps("  go to the chair", with: "  go to Paris")
        == ["there are 'arrival', 'the chair', 'together' and 'closing up'"])
    #expect(helps("  go to the chair", with: "  go to beat the chair") == ["'the chair' is close"])
  }

  @Test("never what was wrong", arguments: ["trust: 0 100", "openness 0 100"])
  func notTheMistake(_ state: String) {
    let help = helps("trust 0 to 100, starts 35", with: state).first ?? ""
    #expect(help == "write it like '\(state.prefix { $0.isLetter }) 0 to 100, starts 30'")
  }
}
