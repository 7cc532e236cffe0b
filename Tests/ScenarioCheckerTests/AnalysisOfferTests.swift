import Diagnostics
import ScenarioChecker
import Testing

@Suite("Two things offered at once")
struct AnalysisOfferTests {
  private func codes(_ rule: String) -> [String] {
    let text = """
      # Patient: Ruth
      Somebody.
      # Beat: arrival
      Ruth: Hello.
      when reflection
      \(rule)
      otherwise
        go to end
      # Beat: nights
      Ruth: They are long.
        cue: affect
      otherwise
        go to end
      # Ending: end
      outcome: good. Done.
      """
    return checkScenario(SourceFile(name: "ruth", text: text), library: smallLibrary)
      .diagnostics.map(\.code)
  }

  @Test("are remarked on where a rule offers something and leads on to an offer")
  func both() {
    #expect(codes("  Ruth: So much.\n    cue: hint\n  go to nights").contains("S216"))
  }

  @Test("are none where the rule stays, or offers nothing")
  func one() {
    #expect(!codes("  once Ruth: So much.\n    cue: hint").contains("S216"))
    #expect(!codes("  Ruth: So much.\n  go to nights").contains("S216"))
  }
}
