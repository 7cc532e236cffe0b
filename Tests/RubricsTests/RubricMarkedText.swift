import Diagnostics
import Rubrics
import Testing

/// A small codebook: enough names for rubric files to get right and wrong.
func smallCodebook() -> Codebook {
  var codebook = Codebook()
  let codes = [
    ("RF", "reflection of feeling", ["reflection"]), ("SR", "simple reflection", ["reflection"]),
    ("VAL5", "makes sense in the situation", ["validation"]), ("OQ", "open question", ["question"]),
    ("CQ", "closed question", ["question"]), ("ADV", "advice without permission", ["unhelpful"]),
    ("MIN", "minimising", ["unhelpful"]), ("RUPT", "rupture repair", []),
    ("RISK", "risk inquiry", []), ("SECR", "unsafe promise", ["unhelpful"]),
  ]
  codebook.codes = codes.map { id, name, families in
    var code = CodeDefinition(id: id, name: name, layer: .function)
    code.families = families
    return code
  }
  codebook.cues = ["affect", "hint", "risk", "risk-disclosed"].map {
    CueDefinition(name: $0, meaning: "", window: 1, harmedBy: [], coaching: "")
  }
  return codebook
}

/// The sections of a sound rating; a test replaces the one it is about.
struct RatingText {
  var header = """
    ---
    title: Validation
    id: validation
    version: 0.1
    kind: rating
    question: Does it make sense?
    ---
    """
  var levels = """
    # Levels
    1 wounding: Feelings are dismissed.
    2 polite: Stock sympathy.
    3 accurate: The main feelings are heard.
    4 understanding: Says why it makes sense.
    5 deeply confirming: As understanding, under pressure.
    """
  var opportunities = """
    # Opportunities
    at least 4, else not assessable
    affect: RF, VAL5
    """
  var score = """
    # Score
    +1.00 opportunities met
    """
  var cutPoints = """
    # Cut points
    level 2 from 0.20
    level 3 from 0.40
    level 4 from 0.60
    level 5 from 0.80
    """
  var caps = """
    # Caps
    at most 2 when MIN at least 2 times
    """

  var text: String {
    [header, levels, opportunities, score, cutPoints, caps].joined(separator: "\n")
  }
}

let soundGate = """
  ---
  title: Safety
  id: safety
  version: 0.1
  kind: gate
  question: Was danger met?
  ---
  # Levels
  pass: All was asked.
  fail: Something was not asked.
  not applicable: Nothing called for it.
  # Gate
  must answer risk with RISK within 2 turns
  must not SECR after risk, risk-disclosed

  """

/// Lines of carets say what is expected of the line above them, in the order of columns:
/// `^^^ R222 'RFF' is not a code in the codebook`. They are compared exactly, all of them.
func expectProblems(
  _ marked: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  let text = marked.split(separator: "\n", omittingEmptySubsequences: false)
    .filter { !$0.drop { $0 == " " }.hasPrefix("^") }
    .joined(separator: "\n")
  let file = SourceFile(name: "a.rubric", text: text)
  let result = readRubric(file, codebook: smallCodebook())
  var lines: [String] = []
  for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    lines.append(String(line))
    for diagnostic in result.diagnostics
    where file.line(at: diagnostic.span.start) == number {
      let column = file.position(at: diagnostic.span.start).column - 1
      let end = min(diagnostic.span.end, file.lineSpan(number).end)
      let width = max(1, file.text(Span(diagnostic.span.start, end)).count)
      lines.append(
        String(repeating: " ", count: column) + String(repeating: "^", count: width)
          + " \(diagnostic.code) \(diagnostic.message)")
    }
  }
  #expect(lines.joined(separator: "\n") == marked, sourceLocation: sourceLocation)
  #expect((result.rubric == nil) == result.diagnostics.hasErrors, sourceLocation: sourceLocation)
}

/// The rubric of a text without any problem.
func sound(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) throws -> Rubric {
  let result = readRubric(SourceFile(name: "a.rubric", text: text), codebook: smallCodebook())
  #expect(result.diagnostics == [], sourceLocation: sourceLocation)
  return try #require(result.rubric, sourceLocation: sourceLocation)
}
