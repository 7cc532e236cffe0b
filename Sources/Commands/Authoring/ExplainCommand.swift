import Arguments
import Diagnostics

let explainEntry = CommandEntry(
  path: ["explain"], group: "Writing",
  summary: "Say what a problem, a cue or a code means.",
  discussion: """
    Every problem that attune finds in a file has a code, such as S121, which stands before its \
    message. Its explanation has an example of how it looks when it is wrong and when it is right. \
    Without a code, all of them are listed.

    Of a cue, such as 'hint', you read what it means, what answers it by each rubric and what does \
    harm; of a code or a family, such as 'reflection', its definition and examples. With any other \
    word, the problems are listed that have it in their titles.
    """,
  arguments: [
    Argument(
      "name", count: .anyNumber,
      help: "The code of a problem, such as S121, or the name of a cue, code or family.")
  ],
  flags: [Flag("json", help: "Print JSON, for other programs.")],
  examples: [
    "attune explain", "attune explain S121", "attune explain hint",
    "attune explain reflection of feeling",
  ])

private struct MeaningJSON: Encodable {
  let version = 1
  let meanings: [CodebookName]
}

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
  ("R3", "What is wrong with coded responses"), ("R4", "What is wrong with settings"),
  ("R5", "What is wrong with lessons"), ("R6", "What is wrong with tables of ratings"),
  ("R7", "What is wrong with anchor transcripts"),
]

/// `attune explain [NAME]`: the page of one problem, cue, code or family, or the list of problems.
func explainProblem(_ run: Run) throws -> Int32 {
  let all = readExplanations()
  let word = run.command.arguments.joined(separator: " ")
  if word.isEmpty {
    try list(all, run)
    return 0
  }
  let found = explanations(all, for: word)
  if let first = found.first {
    try print(first, others: Array(found.dropFirst()), run)
    return 0
  }
  // Problems are explained without any library, so what is wrong with that is not said here.
  let library = try? run.library()
  let meanings = library?.meanings(of: word) ?? []
  if !meanings.isEmpty {
    try print(meanings, run)
    return 0
  }
  let titled = all.filter { $0.title.lowercased().contains(word.lowercased()) }
  if !titled.isEmpty {
    try list(titled, run)
    return 0
  }
  let nearest =
    nearestName(to: word, in: all.map(\.code))
    ?? nearestName(to: word, in: library?.namesWithMeaning ?? [])
  return try run.fail(
    word.contains(where: \.isNumber)
      ? "no problem has the code '\(word)'"
      : "no problem, cue or code is called '\(word)'",
    help: (nearest.map { "'\($0)' is close; " } ?? "") + "'attune explain' lists all codes")
}

/// The page of a code; of a bare number that of a scenario before that of a codebook or rubric.
private func explanations(_ all: [Explanation], for word: String) -> [Explanation] {
  ["", "S", "R"].flatMap { prefix in all.filter { $0.code == prefix + word.uppercased() } }
}

private func print(_ explanation: Explanation, others: [Explanation], _ run: Run) throws {
  guard !run.wantsJSON else {
    try run.writeJSON(
      ExplanationJSON(code: explanation.code, title: explanation.title, text: explanation.text))
    return
  }
  try show(explanation, on: run.output)
  for other in others {
    try run.output.blank()
    try run.output.paragraph("There is \(other.code) too: \(other.title).", as: .faint)
  }
}

private func print(_ meanings: [CodebookName], _ run: Run) throws {
  guard !run.wantsJSON else {
    try run.writeJSON(MeaningJSON(meanings: meanings))
    return
  }
  for (index, meaning) in meanings.enumerated() {
    if index > 0 { try run.output.blank() }
    try show(meaning, on: run.output)
  }
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
