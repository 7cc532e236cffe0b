/// Writes what a cue, code or family means, as a page of `attune explain`.
func show(_ name: CodebookName, on page: Page) throws {
  let kind = name.id.map { "code \($0)" } ?? name.kind.rawValue
  try page.heading("\(name.name) (\(kind))")
  if let meaning = name.meaning, !meaning.isEmpty { try page.paragraph(meaning) }
  if let reliability = name.reliability { try page.paragraph(words(reliability)) }
  if let kin = name.oneKindWith {
    try page.paragraph(
      "One kind with \(kin.joined(separator: ", ")): people hardly tell them apart, so its "
        + "confidence is that one of them is right.")
  }
  if let coaching = name.coaching {
    try page.paragraph("The coach says: the patient \(coaching).")
  }
  if let window = name.window {
    try page.paragraph(
      window == 1
        ? "It can be answered in the next response."
        : "It can be answered within \(window) responses.")
  }
  if let families = name.families, !families.isEmpty {
    try page.paragraph("Belongs to: \(families.joined(separator: ", ")).")
  }
  func list(_ title: String, _ items: [String]?) throws {
    guard let items, !items.isEmpty else { return }
    try page.blank()
    try page.heading(title)
    for item in items { try page.item(item) }
  }
  try list(
    "What answers it", name.answers.map { $0.isEmpty ? ["no rubric asks for it"] : $0.map(words) })
  if name.answers?.isEmpty == false {
    try page.paragraph(
      "A whole answer by one rubric of a scenario's header makes 'cue met' true; half an answer "
        + "does not.")
  }
  try list("What does harm", name.harmedBy)
  try list("Use when", name.useWhen)
  try list("Not when", name.notWhen)
  try list(
    "Examples",
    name.examples?.map { example in
      (example.patient.map { "“\($0)” " } ?? "") + "You: “\(example.trainee)”"
    })
  func weights(_ weights: [CodebookName.Weight]?) -> [String]? {
    weights?.map { "\(signed($0.weight)) \($0.feature)" }
  }
  try list("What speaks for it most", weights(name.speaksFor))
  try list("What speaks against it most", weights(name.speaksAgainst))
  if name.speaksFor?.isEmpty == false || name.speaksAgainst?.isEmpty == false {
    try page.paragraph(
      "The weights were fitted to people's codes; what stands in brackets is a sign, the rest words "
        + "of the response. 'attune code --why' shows them at work.")
  }
  try list("Its codes", name.members?.map { "\($0.name): \($0.definition)" })
}

private func words(_ answers: CodebookName.Answers) -> String {
  let whole = answers.codes.joined(separator: ", ")
  let half = answers.half.isEmpty ? "" : "half: " + answers.half.joined(separator: ", ")
  let parts = [whole, half].filter { !$0.isEmpty }
  return "\(answers.rubric): \(parts.joined(separator: "; "))"
}

/// Cohen's kappa in words; the bounds are those of Landis and Koch (1977).
private func words(_ reliability: CodebookName.Reliability) -> String {
  let agreement =
    switch reliability.kappa {
    case 0.8...: "agree nearly always"
    case 0.6...: "mostly agree"
    case 0.4...: "agree only in part, so take it with care"
    default: "hardly agree, so nothing should rest on it"
    }
  return "Two people who code it \(agreement): kappa \(hundredths(reliability.kappa)) on "
    + "\(count(reliability.responses, "response"))."
}
