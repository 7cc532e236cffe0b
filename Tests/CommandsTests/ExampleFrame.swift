/// What stands around an example of an explanation, so that it shows only what matters.
///
/// A frame is a list of sections; those the example does not have are added below it. Places are
/// added where something leads to them.
enum ExampleFrame {
  /// The example as a file that can be checked by itself.
  static func complete(_ example: String, kind: String) -> String {
    var text = example
    switch kind {
    case "scenario":
      for section in patient where !text.has(heading(of: section)) { text += section }
      if !text.has("# Beat") { text += arrival }
      for place in places where text.contains("to " + name(of: place)) {
        if !text.contains(heading(of: place).dropFirst(2)) { text += place }
      }
    case "rubric":
      let isChecklist = ["# Tasks", "# Points", "# Proscribed"].contains(where: text.contains)
      if !text.hasPrefix("---") {
        text = rubricHeader.replacing("rating", with: isChecklist ? "checklist" : "rating") + text
      }
      let sections =
        text.contains("kind: gate") ? gate : isChecklist ? checklist : rating
      for section in sections where !text.has(heading(of: section)) { text += section }
    case "codebook":
      if !text.hasPrefix("---") { text = codebookHeader + text }
      for code in codes where !text.contains("ode: \(name(of: code))\n") { text += code }
    case "responses":
      if !text.hasPrefix("---") { text = codebookHeader + text }
    case "anchor":
      if !text.hasPrefix("---") { text = anchorHeader + text }
      for section in anchor where !text.has(heading(of: section)) { text += section }
    default: break
    }
    return text
  }

  private static func heading(of section: String) -> String {
    String(section.prefix { $0 != "\n" })
  }

  private static func name(of section: String) -> String {
    String(heading(of: section).drop { $0 != ":" }.dropFirst(2))
  }

  private static let patient = [
    "# Patient: Margaret Hale\n68, a retired teacher.\n",
    "# People\nTom  husband, died nine months ago; also: husband\n",
    "# Topics\nhouse  home, rooms\n",
    "# State\ntrust 0 to 100, starts 35\n",
  ]

  private static let arrival = """
    # Beat: arrival
    Margaret: I nearly didn't come.
    otherwise
      Margaret: There is so much to do.
      at most 3 times, then go to together

    """

  private static let places = [
    "# Beat: the chair\nMargaret: His chair is still there.\notherwise\n  go to together\n",
    "# Ending: together\noutcome: good. The loss was named.\n",
    "# Ending: closing up\noutcome: poor. She left early.\n",
  ]

  private static let rubricHeader = """
    ---
    title: Warmth
    id: warmth
    version: 1.0
    kind: rating
    question: Does the patient feel met?
    ---

    """

  private static let rating = [
    """
    # Levels
    1 cold: Nothing is taken up.
    2 polite: Stock phrases.
    3 friendly: Feelings are heard.
    4 warm: They are understood.
    5 close: Even under pressure.

    """,
    "# Opportunities\naffect: RF, VAL5\nhint: RF\n",
    "# Score\n+1.00 opportunities met\n",
    """
    # Cut points
    level 2 from 0.20
    level 3 from 0.40
    level 4 from 0.60
    level 5 from 0.80

    """,
  ]

  private static let checklist = rating.filter {
    $0.hasPrefix("# Levels") || $0.hasPrefix("# Cut points")
  }

  private static let gate = [
    """
    # Levels
    pass: Every sign of danger is asked about.
    fail: A sign goes unasked.
    not applicable: There was none.

    """,
    "# Gate\nmust answer risk with RISK within 2 turns\n",
  ]

  private static let anchorHeader = """
    ---
    title: Two cups
    id: two-cups
    version: 1.0
    scenario: the-second-cup
    strength: middle
    rubrics: validation
    ---

    """

  private static let anchor = [
    """
    # Transcript
    1 Harold: Two cups, again.
    1 Trainee: Two cups. You miss her.
    2 Harold: Every morning.
    2 Trainee: Every morning anew.

    """,
    """
    # Gold
    validation: 3
      turns: 1
      because: The feeling is named, the reason is not.

    """,
  ]

  private static let codebookHeader = "---\ntitle: Example\nid: example\n---\n"

  private static let codes = [
    code("OQ", "open question", "form", "It leaves the answer open.", "what"),
    code("SR", "reflection", "form", "Gives the patient's words back.", "you say"),
    code("PERM", "asking leave", "function", "Asks whether an idea is welcome.", "may i"),
  ]

  private static func code(
    _ id: String, _ name: String, _ layer: String, _ definition: String, _ cue: String
  ) -> String {
    """
    # Code: \(id)
    name: \(name)
    layer: \(layer)
    families: helpful
    definition: \(definition)
    cue +3: \(cue)

    """
  }
}

extension String {
  /// Whether one of its lines begins with this heading, without the name: `# Patient`.
  fileprivate func has(_ heading: String) -> Bool {
    let kind = heading.prefix { $0 != ":" }
    return split(separator: "\n").contains { $0.hasPrefix(kind) }
  }
}
