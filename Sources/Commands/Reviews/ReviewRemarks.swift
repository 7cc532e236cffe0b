import Rubrics
import Supervision
import TranscriptStore

/// `attune review comment`: praise, a question, a correction, or a flag for safety.
func commentOnSession(_ run: Run) throws -> Int32 {
  guard let author = try run.person("who comments") else { return 64 }
  let (store, id) = try run.storeAndSession()
  if run.command.isSet("talked-over") {
    try store.talkOver(id, by: author, at: run.surroundings.now())
    try run.errors.paragraph("Kept: it was talked over.", as: .faint)
    return 0
  }
  let kind = run.command.string("kind").flatMap(ReviewComment.Kind.init) ?? .praise
  guard let place = try place(in: store, id, run) else { return 2 }
  var drill = run.command.string("drill")
  if let name = drill {
    let entry = try run.library().scenario(named: name)
    guard entry.checked.scenario?.facts.isDrill != false else {
      return try run.fail(
        "'\(name)' is no drill", help: "'attune drill --list' names them")
    }
    drill = entry.stem
  }
  guard let text = try run.words("Comment: ") else {
    return try run.fail("there is no comment", help: "put it behind the session, in quotes")
  }
  try store.add(
    ReviewComment(
      session: id, author: author, at: run.surroundings.now(), kind: kind, place: place,
      text: text, drill: drill))
  try run.errors.paragraph("Kept: a comment on session \(id).", as: .faint)
  return 0
}

/// Nil after saying that there is no such place.
private func place(
  in store: TranscriptStore, _ id: String, _ run: Run
) throws -> ReviewComment.Place? {
  guard let turn = run.command.int("turn") else {
    guard run.command.string("words") == nil else {
      _ = try run.fail("words stand in a turn", help: "name it with --turn")
      return nil
    }
    return .session
  }
  guard let words = run.command.string("words") else { return .turn(turn) }
  let turns = try store.load(id).turns
  guard turns.indices.contains(turn - 1) else {
    throw ReviewRefusal.noSuchTurn(session: id, turn: turn)
  }
  let response = turns[turn - 1].response.text
  guard !words.isEmpty, let range = response.firstRange(of: words) else {
    _ = try run.fail("these words are not in turn \(turn)", help: "copy them letter for letter")
    return nil
  }
  return .words(
    turn: turn, start: response.distance(from: response.startIndex, to: range.lowerBound),
    end: response.distance(from: response.startIndex, to: range.upperBound))
}

/// `attune review reply`: the trainee's one answer.
func replyToReview(_ run: Run) throws -> Int32 {
  guard let trainee = try run.person("the trainee") else { return 64 }
  let (store, id) = try run.storeAndSession()
  guard let text = try run.words("Your reply: ") else {
    return try run.fail("there is no reply", help: "put it behind the session, in quotes")
  }
  try store.add(TraineeReply(session: id, at: run.surroundings.now(), text: text), by: trainee)
  try run.errors.paragraph("Kept: your reply to session \(id).", as: .faint)
  return 0
}

/// `attune review contest`: a code the trainee says she did not show.
func contestCode(_ run: Run) throws -> Int32 {
  guard let trainee = try run.person("the trainee") else { return 64 }
  guard let turn = run.command.int("turn"), let name = run.command.string("code") else {
    _ = try run.fail("it is not said which code", help: "name it with --turn and --code")
    return 64
  }
  let (store, id) = try run.storeAndSession()
  let codebook = try openPinned(try store.load(id)).library.codebook
  let code: CodeDefinition
  switch codebook.oneCode(named: name) {
  case .found(let found): code = found
  case .many(let names):
    return try run.fail(
      "'\(name)' stands for more than one code", help: "name one: " + names.joined(separator: ", "))
  case .none(let near):
    return try run.fail(
      "there is no code '\(name)'",
      help: near.map { "'\($0)' is close" } ?? "'attune transcript show \(id)' names what was heard"
    )
  }
  guard let text = try run.words("Why: ") else {
    return try run.fail("there is no reason", help: "put it behind the session, in quotes")
  }
  try store.add(
    CodeContest(session: id, turn: turn, code: code.id, at: run.surroundings.now(), text: text),
    by: trainee)
  try run.errors.paragraph("Kept: \(code.name) in turn \(turn) is contested.", as: .faint)
  return 0
}
