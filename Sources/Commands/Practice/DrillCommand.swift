import Arguments
import DeliberatePractice
import Diagnostics
import ScenarioModel
import TranscriptStore

let drillEntry = CommandEntry(
  path: ["drill"], group: "Practising",
  summary: "Practise one hard moment: a line of the patient, and your answer.",
  discussion: """
    Without a skill the drill is chosen for you: a re-test that is due, else what you missed most in \
    your last five sessions, else one you have not done, the easiest first; it is always said why. A \
    skill is a code, a family of codes, a cue or a rating, by its name; the name of a drill does as \
    well.

    The words get harder after two drills that came to 4 or more of 5 in the mean, and easier after 2 \
    or less, or when you say so. What went well comes back after 1, 7 and 30 days.

    With input from a file or a pipe just one drill is played.
    """,
  arguments: [
    Argument(
      "skill", .skill, count: .optional,
      help: "What to practise, such as 'reflection', 'silence' or 'validation'.")
  ],
  flags: [
    Flag(
      "as", value: FlagValue("name", .trainee), help: "The name your transcripts are kept under.",
      default: "trainee"),
    Flag("easier", help: "In easier words than the last ones."),
    Flag("harder", help: "In harder words than the last ones."),
    Flag("list", help: "List the drills, and how they went."),
    Flag("due", help: "Only drills whose re-test is due."),
    Flag(
      "seed", value: FlagValue("number", .anyNumber),
      help: "Which of the patient's lines come up; the same seed gives the same drill."),
    Flag("json", help: "Print the list as JSON, for other programs."),
  ],
  examples: [
    "attune drill", "attune drill reflection --as anna", "attune drill rupture-confront --harder",
    "attune drill --list --due",
  ],
  exitStatus: [
    ExitMeaning(0, "the drill was done or left, or none is due"),
    ExitMeaning(2, "could not do it"), ExitMeaning(64, "wrong usage"),
    ExitMeaning(130, "interrupted"),
  ])

/// `attune drill`: single hard moments, one after another at a terminal, else one.
func drill(_ run: Run) throws -> Int32 {
  guard let trainee = try run.trainee() else { return 2 }
  let (isEasier, isHarder) = (run.command.isSet("easier"), run.command.isSet("harder"))
  if isEasier, isHarder {
    return try run.fail("a drill is not easier and harder", help: "leave out one of the two")
  }
  var shelf = try run.shelf(of: trainee)
  guard !shelf.drills.isEmpty else {
    return try run.fail(
      "there are no drills in \(shelf.library.files.origin)",
      help: "a scenario with 'drill:' in its header is one")
  }
  let skill = run.command.argument(0)
  var wanted = try drills(asked: skill, of: shelf)
  if run.command.isSet("due") {
    wanted = wanted.filter { shelf.isDue($0) }
  }
  if run.command.isSet("list") || run.wantsJSON { return try list(wanted, of: shelf, run) }
  guard !wanted.isEmpty else {
    try run.output.paragraph("No re-test is due today.")
    return 0
  }
  var next = nextDrill(
    of: wanted, after: shelf.history, today: shelf.today,
    wish: isEasier ? .easier : isHarder ? .harder : nil)
  let settings = try run.settings()
  try noticeBeforeFirstSession(of: trainee, settings, run)
  var isFirst = true
  while let proposal = next {
    let why = proposal.reason(skill: isFirst ? skill : nil, cueWords: shelf.cueWords)
    isFirst = false
    let (status, isDone) = try play(
      proposal, because: why, as: trainee, settings, on: shelf, run)
    guard status == 0, run.canAsk else { return status }
    try shelf.bringUpToDate(of: trainee, in: run.store(), now: run.surroundings.now())
    if !isDone { wanted.removeAll { $0.id == proposal.drill.id } }
    if run.command.isSet("due") { wanted.removeAll { !shelf.isDue($0) } }
    let another = nextDrill(of: wanted, after: shelf.history, today: shelf.today)
    switch try askWhatNext(mayRepeat: isDone, hasNext: another != nil, run) {
    case .answer(.again): next = again(proposal.drill, after: shelf.history)
    case .answer(.another): next = another
    case .left(let status): return status
    }
    try run.output.blank()
  }
  return 0
}

private func drills(asked skill: String?, of shelf: PracticeShelf) throws -> [Drill] {
  guard let skill else { return shelf.drills }
  switch drills(for: skill.trimmingBlanks, among: shelf.drills) {
  case .drills(let found): return found
  case .unknown(let nearest):
    let isName = shelf.library.codebook.names.contains { $0.lowercased() == skill.lowercased() }
    throw LibraryError(
      message: isName ? "no drill trains '\(skill)' yet" : "there is no skill or drill '\(skill)'",
      help: nearest.map { "'\($0)' is close" } ?? "'attune drill --list' lists what they train")
  }
}

private enum WhatNext { case again, another }

private func askWhatNext(mayRepeat: Bool, hasNext: Bool, _ run: Run) throws -> Asked<WhatNext> {
  let choices: [(letter: String, words: String, choice: WhatNext)] =
    (mayRepeat ? [("a", "again with other words", .again)] : [])
    + (hasNext ? [("n", "the next one", .another)] : [])
  guard !choices.isEmpty else { return .left(status: 0) }
  let words = (choices.map(\.words) + ["or leave"]).joined(separator: ", ")
  let letters = (choices.map(\.letter) + ["q"]).joined(separator: "/")
  let question = words.prefix(1).uppercased() + words.dropFirst()
  return try run.ask(
    "\(question)? [\(letters)] ", orElse: "Please answer with one of \(letters)."
  ) { word in
    choices.first { $0.letter == word }?.choice
  }
}

/// The exit status, and whether it came to its end.
private func play(
  _ proposal: DrillProposal, because why: String, as trainee: String, _ settings: Settings,
  on shelf: PracticeShelf, _ run: Run
) throws -> (status: Int32, isDone: Bool) {
  guard let entry = shelf.entry(of: proposal.drill.id), let original = entry.checked.scenario
  else { return (0, false) }
  var beginning = Beginning()
  beginning.variation = original.variations.first { $0.name == proposal.variation }
  let scenario = beginning.variation.map { original.varied(by: $0) } ?? original
  guard try briefDrill(scenario, because: why, run) else { return (0, false) }
  let conversation = try startConversation(
    with: original, entry, shelf.library, beginning, as: trainee, settings, run)
  let status = try conversation.talk()
  return (status, conversation.played.ending != nil)
}
