import Testing

@testable import LanguageServer

@Suite("What an editor offers")
struct CompletionTests {
  /// What is offered at the mark of a line that stands in a beat, and what of the line it replaces.
  private func offered(_ line: String, in section: String = "# Beat: new") throws -> Offer {
    let text = smallScenario + section + "\n" + line + "\n"
    let editor = try Editor(text.replacing("|", with: ""))
    let items = try editor.ask("completion", at: section + "\n" + line).array
    let range = items.first?["textEdit"]["range"] ?? .null
    return Offer(
      labels: items.compactMap(\.["label"].string),
      replaced: (range["end"]["character"].integer ?? 0)
        - (range["start"]["character"].integer ?? 0))
  }

  private struct Offer {
    var labels: [String]
    /// In units before the cursor.
    var replaced: Int
  }

  @Test(
    "the words that may stand at a place are offered, and what was typed of them is replaced",
    arguments: [
      ("w|", "when ", 1), ("|", "otherwise", 0), ("when op|", "open question", 2),
      ("when not hel|", "helpful", 3), ("when advice, op|", "open question", 2),
      ("when advice or refl|", "reflection", 4), ("when clear a|", "advice", 1),
      ("when tr|", "trust", 2), ("when trust |", "at least ", 0),
      ("when reflection |", "about ", 0), ("when reflection about |", "Tom", 0),
      ("when reflection about the h|", "house", 5), ("when visited a|", "arrival", 1),
      ("when cue|", "cue met", 3), ("must adv|", "advice", 3),
      ("must advice within 2 turns, or go to to|", "together", 2), ("risk: su|", "suicide", 2),
      ("hint when tr|", "trust", 2), ("hint if |", "open question", 0),
      ("trust +1, t|", "trust", 1), ("Mar|", "Margaret: ", 3),
      ("otherwise\n  go to |", "the chair", 0), ("otherwise\n  go to the |", "the chair", 4),
      ("otherwise\n  detour to a|", "arrival", 1), ("otherwise\n  |", "return", 0),
      ("otherwise\n  at most 2 times, then go to t|", "together", 1),
      ("Margaret: Yes.\n  c|", "cue: ", 1), ("Margaret: Yes.\n  cue: |", "hint", 0),
      ("choices\n  \"So you sit.\" = re|", "reflection", 2),
      ("choices\n  \"So you sit.\" = reflection about T|", "Tom", 1),
    ])
  func inABeat(line: String, label: String, replaced: Int) throws {
    let offer = try offered(line)
    #expect(offer.labels.contains(label), "\(offer.labels)")
    #expect(offer.replaced == replaced)
  }

  @Test(
    "each section offers its own words",
    arguments: [
      ("# Ending: new", "out|", "outcome: ", 3), ("# Ending: new", "outcome: m|", "mixed. ", 1),
      ("# Check: new", "st|", "start at ", 2), ("# Check: new", "start at a|", "arrival", 1),
      ("# Check: new", "start at arrival, with |", "trust", 0),
      ("# Check: new", "start at arrival, with trust 5, |", "trust", 0),
      ("# Check: new", "codes: ad|", "advice", 2), ("# Check: new", "expect ri|", "risk open", 2),
      ("# Check: new", "expect advice, ending |", "together", 0),
      ("# Check: new", "expect beat |", "the chair", 0), ("# Check: new", "expect w|", "warmth", 1),
      ("# Variation: new", "tr|", "trust", 2), ("# Fallback", "M|", "Margaret: ", 1),
      ("# Beat: new", "# B|", "Beat: ", 1), ("# Beat: new", "#|", "Check: ", 0),
    ])
  func inOtherSections(section: String, line: String, label: String, replaced: Int) throws {
    let offer = try offered(line, in: section)
    #expect(offer.labels.contains(label), "\(offer.labels)")
    #expect(offer.replaced == replaced)
  }

  @Test(
    "nothing is offered where people speak",
    arguments: [
      "Margaret: I w|", "supervisor: w|", "hint: w|", "choices\n  \"So w|",
      "Margaret: Yes.\n  gist: a|", "when said \"w|", "# Beat: w|",
    ])
  func nothing(line: String) throws {
    #expect(try offered(line).labels == [])
  }

  @Test(
    "the header offers its names and their values",
    arguments: [
      ("ti|", "title: "), ("area: gr|", "grief"), ("worksheets: inventory, |", "focus"),
      ("rubrics: |", "warmth"),
      ("rubrics: warmth, w|", "warmth"), ("difficulty: |", "3"), ("format: |", "in person"),
    ])
  func header(line: String, label: String) throws {
    let editor = try Editor("---\n\(line.replacing("|", with: ""))\n---\n")
    let items = try editor.ask("completion", at: "---\n" + line).array
    #expect(items.compactMap(\.["label"].string).contains(label))
  }

  @Test("an offered code says what it means")
  func documentation() throws {
    let editor = try Editor(smallScenario.replacing("not advice", with: "not "))
    let items = try editor.ask("completion", at: "about Tom, not |").array
    let code = try #require(items.first { $0["label"] == "open question" })
    #expect(code["documentation"]["value"].string?.contains("leaves the answer open") == true)
    #expect(code["detail"] == "code")
    #expect(items.first { $0["label"] == "helpful" }?["detail"] == "family")
  }
}
