import Diagnostics
import ScenarioChecker
import Testing

@Suite("A repair")
struct RepairTests {
  /// Writes every offered repair into the text, the last first.
  private func mended(_ text: String) -> String {
    let file = SourceFile(name: "t", text: text)
    let edits = checkScenario(file, library: smallLibrary).diagnostics.compactMap(\.fix)
      .flatMap(\.edits).sorted { $0.span.start > $1.span.start }
    var bytes = file.bytes
    for edit in edits {
      bytes.replaceSubrange(edit.span.start..<edit.span.end, with: edit.text.utf8)
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func expectMended(
    _ broken: String, _ sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let text = mended(broken)
    #expect(text != broken, sourceLocation: sourceLocation)
    let file = SourceFile(name: "t", text: text)
    let left = checkScenario(file, library: smallLibrary).diagnostics.filter {
      $0.severity == .error
    }
    #expect(
      left.map { "\(file.position(at: $0.span.start).line) \($0.message)" } == [], "\(text)",
      sourceLocation: sourceLocation)
  }

  @Test(
    "of one line leaves nothing wrong",
    arguments: [
      ("area: grief", "area: greif"), ("area: grief", "aera: grief"),
      ("# State", "State"), ("# Beat: the chair", "Beat: the chair"), ("# Topics", "# Topcis"),
      ("trust 0 to 100, starts 35", "trust 0 to 100, strats 35"),
      ("when reflection about Tom, not advice", "when reflection about Tom and advice"),
      ("when reflection about Tom, not advice", "when reflection and advice and question"),
      ("when reflection about Tom, not advice", "when reflection; not advice"),
      ("when reflection about Tom, not advice", "when reflection about Tom or house"),
      ("when reflection about Tom, not advice", "when trust > 50"),
      ("when reflection about Tom, not advice", "when said I miss him"),
      ("  trust +10", "trust +10"),
      ("  go to the chair", "  go to the chiar"),
      (
        "  better: \"So many jobs.\" — names what they hide.", "  better: So many jobs. — names it."
      ),
      ("  \"The house is so quiet.\" = reflection about house", "  The house = reflection"),
      ("outcome: poor. She leaves early.", ""),
      ("    Anyway.", "    Margaret: Anyway."),
      ("supervisor: Coat on means ready to leave.", "must advice within two turns, or note Hm"),
      ("  at most 3 times, then go to closing up", ""),
      ("  at most 3 times, then go to closing up", "  at most three times, then go to closing up"),
    ])
  func oneLine(_ line: String, _ broken: String) {
    expectMended(goodScenario([line: broken]))
  }

  @Test("opens and closes the header")
  func header() {
    expectMended(goodScenario().replacingFirst("---\n", with: ""))
    expectMended(goodScenario().replacingFirst("\n---\n# Patient", with: "\n\n# Patient"))
  }

  @Test("adds an 'otherwise' that leads to the poor ending, wherever that stands")
  func otherwise() {
    let broken = goodScenario().replacingFirst(
      "otherwise\n  go to together", with: "when advice\n  go to together")
    expectMended(broken)
    #expect(
      mended(broken).contains("otherwise\n  Margaret: Hm.\n  at most 3 times, then go to closing"))
  }

  @Test("is not offered where it would have to invent the way on")
  func noInvention() {
    for (old, new) in [
      ("otherwise\n  go to together", "when advice\n  go to together"),
      ("  at most 3 times, then go to closing up", ""), ("go to the chair", "go to Paris"),
    ] {
      let broken = goodScenario(["outcome: poor. She leaves early.": "outcome: mixed. Half."])
        .replacingFirst(old, with: new)
      #expect(mended(broken) == broken)
    }
  }

  @Test("indents all lines of a run that stand at the margin, with what is below them")
  func margin() {
    expectMended(
      goodScenario().replacingFirst(
        "otherwise\n  Margaret: one of\n    Anyway.\n    The gutters want doing.\n  at most",
        with: "otherwise\nMargaret: one of\n  Anyway.\n  The gutters want doing.\nat most"))
  }

  @Test("moves a rule from below 'otherwise' to above it")
  func order() {
    let text = mended(
      goodScenario([
        "choices": "when advice\n  Margaret: Oh.\n    cue: hint\nchoices"
      ]))
    expectMarked(text)
    #expect(text.contains("when advice\n  Margaret: Oh.\n    cue: hint\notherwise\n"))
  }
}
