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
  let places = try store.redact(
    range, ofTurn: turn, attempt: attempt, in: id, by: who, at: run.surroundings.now())
  let isPurged = try store.purge()
  try run.output.paragraph(
    "Taken out: \(count(range.end - range.start, "character")) of turn \(turn) of session \(id).")
  try show(places, run)
  return try run.saidWhetherPurged(isPurged)
}

/// `4-9`: from the character numbered 4 to before the one numbered 9.
private func range(_ text: String) -> TextRange? {
  let parts = text.split(separator: "-", omittingEmptySubsequences: false)
  guard parts.count == 2, let start = Int(parts[0]), let end = Int(parts[1]), start < end else {
    return nil
  }
  return TextRange(start, end)
}

private func show(_ places: QuotedPlaces, _ run: Run) throws {
  guard !places.isEmpty else { return }
  let other = [
    (places.notes, "note"), (places.comments, "comment"), (places.ratings, "rating"),
    (places.answers, "reply"), (places.letters, "letter"),
  ].filter { $0.0 > 0 }.map { number, name in
    name == "reply" && number > 1 ? "\(number) replies" : count(number, name)
  }
  let turns =
    places.turns.isEmpty
    ? [] : ["turn \(places.turns.map(String.init).joined(separator: ", "))"]
  try run.output.paragraph(
    "The same words stand in \((turns + other).joined(separator: ", ")) of this session. Turns are "
      + "redacted one by one; what others wrote goes with the session only.", as: .warning)
}
