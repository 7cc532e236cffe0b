import Diagnostics
import Rubrics
import ScenarioChecker
import Testing

/// Checks a scenario whose expected diagnostics stand in it as comments below the lines they are about:
///
/// ```
/// when reflecton
/// //   ^^^^^^^^^ S190: 'reflecton' is not a code in the codebook
/// ```
/// Where the words begin in the first two columns, the comment names the columns: `//@1-5 S130: …`.
/// Every diagnostic must be expected and every expectation met. What only makes a scenario less good
/// (S200 and above) is compared where `smells` asks for it.
func expectMarked(
  _ marked: String, library: CheckingLibrary = smallLibrary, smells: Bool = false,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  var lines: [String] = []
  var expected: [String] = []
  for line in marked.split(separator: "\n", omittingEmptySubsequences: false).map(String.init) {
    guard line.hasPrefix("//@") || line.hasPrefix("//") && line.contains("^") else {
      lines.append(line)
      continue
    }
    expected.append("\(lines.count):\(columns(line))")
  }
  let file = SourceFile(name: "marked", text: lines.joined(separator: "\n"))
  let all = checkScenario(file, library: library).diagnostics
  let found = all.filter { smells || !$0.code.hasPrefix("S2") }.map { diagnostic in
    let place = file.position(at: diagnostic.span.start)
    let width = file.text(diagnostic.span).split(separator: "\n").first?.count ?? 0
    return "\(place.line):\(place.column)-\(place.column + max(1, width) - 1) "
      + "\(diagnostic.code): \(diagnostic.message)"
  }
  #expect(found.sorted() == expected.sorted(), sourceLocation: sourceLocation)
}

/// `//   ^^^ S190: text` as `6-8 S190: text`.
private func columns(_ marker: String) -> String {
  if marker.hasPrefix("//@") { return String(marker.dropFirst(3)) }
  let before = marker.prefix { $0 != "^" }.count
  let carets = marker.dropFirst(before).prefix { $0 == "^" }.count
  let rest = marker.dropFirst(before + carets).drop { $0 == " " }
  return "\(before + 1)-\(before + carets) \(rest)"
}

/// A handful of codes and cues, so that these tests do not change when the shipped codebook does.
let smallLibrary: CheckingLibrary = {
  var codebook = Codebook()
  func add(_ id: String, _ name: String, _ families: [String], _ effects: [StateEffect] = []) {
    var code = CodeDefinition(id: id, name: name, layer: .function)
    code.families = families
    code.effects = effects
    codebook.codes.append(code)
  }
  add("OQ", "open question", ["question", "open question"])
  add("SR", "simple reflection", ["reflection"], [StateEffect(state: "trust", amount: 2)])
  add("NORM", "normalising", ["validation"])
  add("IMM", "immediacy", ["here and now"])
  add("ADV", "advice without permission", ["advice"], [StateEffect(state: "trust", amount: -3)])
  for name in ["affect", "hint", "self-blame", "loss-story", "risk"] {
    codebook.cues.append(
      CueDefinition(name: name, meaning: "", window: 1, harmedBy: [], coaching: ""))
  }
  return CheckingLibrary(
    codebook: codebook,
    rubrics: ["validation", "active listening", "here and now", "safety"])
}()

/// A scenario in which nothing is wrong, with `insert` put in place of a named line.
func goodScenario(_ replacements: [String: String] = [:]) -> String {
  let lines = """
    ---
    title: The empty chair
    area: grief
    difficulty: 2
    rubrics: validation, active listening
    ---
    # Patient: Margaret Hale
    68, retired teacher.
    # People
    Tom  husband, died nine months ago; also: husband, him
    # Topics
    house  home, rooms
    # State
    trust 0 to 100, starts 35
    # Beat: arrival
    Margaret: (coat on) I nearly didn't come.
      cue: hint, loss story
      gist: too many jobs | the house is empty
      better: "So many jobs." — names what they hide.
    hint after 2 turns: Who is missing?
    supervisor: Coat on means ready to leave.
    when reflection about Tom, not advice
      trust +10
      go to the chair
    when trust at least 60 or advice at least 2 times
      once Margaret: (looks up) Hm.
    otherwise
      Margaret: one of
        Anyway.
        The gutters want doing.
      at most 3 times, then go to closing up
    choices
      "The house is so quiet." = reflection about house
    # Beat: the chair
    Margaret: His chair is still there.
    otherwise
      go to together
    # Ending: together
    outcome: good. The loss is named.
    # Ending: closing up
    outcome: poor. She leaves early.
    """
  return lines.split(separator: "\n", omittingEmptySubsequences: false)
    .map { replacements[String($0)] ?? String($0) }.joined(separator: "\n")
}
