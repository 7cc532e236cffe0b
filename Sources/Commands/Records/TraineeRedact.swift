import TranscriptModel
import TranscriptStore

/// `attune trainee redact`: words that should not have been typed are taken out.
func redactResponse(_ run: Run) throws -> Int32 {
  guard let who = try run.person("who redacts") else { return 64 }
  let (store, id) = try run.storeAndSession()
  guard let turn = run.command.argument(1).flatMap({ Int($0) }), turn > 0 else {
    _ = try run.fail("a turn is a number from 1", help: "'attune transcript show' numbers them")
    return 64
  }
  guard let range = range(run.command.argument(2) ?? "") else {
    _ = try run.fail(
      "the characters are not named",
      help: "name the first, from 0, and the one after the last: 4-9")
    return 64
  }
  let attempts = try store.load(id).attempts.filter { $0.number == turn }.map(\.attempt)
  guard let attempt = run.command.int("attempt") ?? attempts.last, attempts.contains(attempt)
  else { throw StoreError.noSuchTurn(id, turn: turn) }
  // Once they are marks nobody can look for them: where else they stand is asked before.
  let quotes = try store.quotes(of: range, ofTurn: turn, attempt: attempt, in: id)
  guard let everywhere = try isEverywhere(quotes, run) else { return 2 }
  let places = try store.redact(
    range, ofTurn: turn, attempt: attempt, in: id, by: who, everywhere: everywhere,
    at: run.surroundings.now())
  let isPurged = try store.purge()
  try run.output.paragraph(
    "Taken out: \(count(range.end - range.start, "character")) of turn \(turn) of session \(id).")
  if everywhere, !places.isEmpty { try show(places, "Taken out as well, in:", run) }
  return try run.saidWhetherPurged(isPurged)
}

/// Whether the words are to go where others quoted them, too; nil after saying that nothing was done.
private func isEverywhere(_ places: [String], _ run: Run) throws -> Bool? {
  if places.isEmpty || run.command.isSet("everywhere") { return run.command.isSet("everywhere") }
  try show(places, "The same words, or some of them, stand in:", run)
  if run.command.isSet("here") { return false }
  guard run.canAsk else {
    _ = try run.fail(
      "it is not said whether the words go there, too", help: "say --everywhere, or --here")
    return nil
  }
  let answer = try run.ask(
    "Take them out there, too? [y/n], q leaves ", orElse: "Please type y, n or q."
  ) { ["y": true, "yes": true, "n": false, "no": false][$0] }
  if answer.answer == nil { try run.output.paragraph("Nothing was taken out.") }
  return answer.answer
}

private func show(_ places: [String], _ said: String, _ run: Run) throws {
  try run.output.paragraph(said)
  for place in places { try run.output.item(place) }
}

/// `4-9`: from the character numbered 4 to before the one numbered 9.
private func range(_ text: String) -> TextRange? {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 2, let start = Int(parts[0]), let end = Int(parts[1]), start < end else {
    return nil
  }
  return TextRange(start, end)
}
