import Arguments
import Diagnostics

let explainEntry = CommandEntry(
  path: ["explain"], group: "Writing",
  summary: "Say what a problem means, why it matters and how to mend it.",
  discussion: """
    Every problem that attune finds in a file has a code, such as S121, which stands before its \
    message. Its explanation has an example of how it looks when it is wrong and when it is right. \
    Without a code, all of them are listed.
    """,
  arguments: [
    Argument("code", count: .optional, help: "The code of a problem, such as S121.")
  ],
  flags: [Flag("json", help: "Print JSON, for other programs.")],
  examples: ["attune explain", "attune explain S121"])

private struct ExplanationJSON: Encodable {
  let version = 1
  let code: String
  let title: String
  /// Markdown.
  let text: String
}

private struct ExplanationListJSON: Encodable {
  struct Line: Encodable {
    let code: String
    let title: String
  }

  let version = 1
  let problems: [Line]
}

/// What the codes are about, by their first two characters.
private let groups = [
  ("S1", "What is wrong with a scenario"), ("S2", "What could be better in a scenario"),
  ("R1", "What is wrong with a codebook"), ("R2", "What is wrong with a rubric"),
]

/// `attune explain [CODE]`: the page of one problem, or the list of all.
func explainProblem(_ run: Run) throws -> Int32 {
  let all = readExplanations()
  guard let word = run.command.argument(0) else {
    try list(all, run)
    return 0
  }
  guard let explanation = all.first(where: { $0.code == word.uppercased() }) else {
    let nearest = nearestName(to: word, in: all.map(\.code))
    return try run.fail(
      "no problem has the code '\(word)'",
      help: (nearest.map { "'\($0)' is close; " } ?? "") + "'attune explain' lists all codes")
  }
  if run.wantsJSON {
    try run.writeJSON(
      ExplanationJSON(code: explanation.code, title: explanation.title, text: explanation.text))
  } else {
    try show(explanation, on: run.output)
  }
  return 0
}

private func show(_ explanation: Explanation, on page: Page) throws {
  try page.heading("\(explanation.code): \(explanation.title)")
  for part in explanation.parts {
    try page.blank()
    switch part {
    case .heading(let text): try page.heading(text)
    case .paragraph(let text): try page.paragraph(text)
    case .example(let lines): for line in lines { try page.write("    \(line)\n") }
    }
  }
}

private func list(_ all: [Explanation], _ run: Run) throws {
  guard !run.wantsJSON else {
    try run.writeJSON(
      ExplanationListJSON(problems: all.map { .init(code: $0.code, title: $0.title) }))
    return
  }
  for (prefix, heading) in groups {
    let members = all.filter { $0.code.hasPrefix(prefix) }
    guard !members.isEmpty else { continue }
    try run.output.heading(heading)
    for explanation in members {
      try run.output.labelled(explanation.code, as: .faint, explanation.title)
    }
    try run.output.blank()
  }
  try run.output.paragraph("'attune explain CODE' says more about one of them.")
}
