import Progress
import Supervision
import TranscriptStore

/// `attune supervision add`: one meeting.
func addSupervision(_ run: Run) throws -> Int32 {
  guard let supervisor = try run.person("the supervisor") else { return 64 }
  let store = try run.store()
  let number = run.command.int("corrects")
  var old: SupervisionEntry?
  if let number {
    old = try store.supervisions().first { $0.supervisor == supervisor && $0.number == number }
    guard old != nil else { throw SupervisionRefusal.noSuchEntry(number: number) }
  }
  let now = run.surroundings.now()
  let date = run.command.string("on") ?? old?.date ?? String(now.prefix(10))
  guard let day = try run.day(date) else { return 2 }
  guard day <= now.prefix(10) else {
    return try run.fail("'\(day)' has not come yet", help: "write it down when it was held")
  }
  guard let trainees = try run.trainees(orElse: old?.trainees.compactMap(\.self) ?? []),
    let minutes = try run.minutes(orElse: old?.minutes)
  else { return 64 }
  var sessions = try run.listed(run.command.string("session") ?? "").map(
    store.identifier(beginningWith:))
  if sessions.isEmpty { sessions = old?.sessions.compactMap(\.self) ?? [] }
  var seen: Set<String> = []
  sessions = sessions.filter { seen.insert($0).inserted }
  guard let goals = try run.logWords("goals", "What was it about? ", orElse: old?.goals),
    let agreed = try run.logWords("agreed", "What is to be practised? ", orElse: old?.agreed)
  else { return 2 }
  var generator = ChanceGenerator(chance: run.surroundings.chance)
  let entry = try store.add(
    HeldSupervision(
      supervisor: supervisor, date: day, minutes: minutes, trainees: trainees,
      sessions: sessions, goals: goals, agreed: agreed, corrects: number),
    at: now, using: &generator)
  try run.output.paragraph(
    "Entry \(entry.number) of \(supervisor): \(entry.date), \(time(entry.minutes)), "
      + "\(trainees.joined(separator: ", ")).")
  try run.output.paragraph("Signed: \(supervisor), \(entry.signature)", as: .faint)
  return 0
}

/// The most characters of a text in the log.
private let mostWords = 4_000

extension Run {
  /// The day as the calendar has it; nil after saying that it is none.
  func day(_ text: String) throws -> String? {
    guard let day = CalendarDay(text)?.text, day == text else {
      _ = try fail("'\(text)' is no day", help: "write it as 2026-03-01")
      return nil
    }
    return day
  }

  /// Names apart at commas.
  fileprivate func listed(_ text: String) -> [String] {
    text.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
  }

  /// Nil after saying what is missing or wrong.
  fileprivate func trainees(orElse old: [String]) throws -> [String]? {
    // A name may have a comma in it.
    var names = command.values("trainee").map(\.trimmingBlanks).filter { !$0.isEmpty }
    if names.isEmpty { names = old }
    if names.isEmpty, canAsk {
      names =
        try askInWords(
          "Who was there? (several with commas) ", orElse: "Please name somebody, or q leaves."
        ) { text -> [String]? in
          guard !isLeaving(text) else { return nil }
          let names = listed(text)
          return names.isEmpty ? nil : names
        }.answer ?? []
    }
    guard !names.isEmpty else {
      _ = try fail("it is not said who was supervised", help: "name each with --trainee")
      return nil
    }
    var seen: Set<String> = []
    names = names.filter { seen.insert($0).inserted }
    for name in names where try checked(name, "a trainee") == nil { return nil }
    return names
  }

  fileprivate func minutes(orElse old: Int?) throws -> Int? {
    if let minutes = command.int("minutes") ?? old { return minutes }
    if canAsk {
      let answer = try ask(
        "How many minutes? ", orElse: "A number from 1 to 1440, or q leaves."
      ) { word in Int(word).flatMap { (1...1440).contains($0) ? $0 : nil } }
      if let minutes = answer.answer { return minutes }
    }
    _ = try fail("it is not said how long it took", help: "name the minutes with --minutes")
    return nil
  }

  /// Words of the log, empty where there are none; nil after saying that they are too many, or where
  /// somebody would rather leave.
  fileprivate func logWords(_ flag: String, _ prompt: String, orElse old: String?) throws -> String?
  {
    var text = command.string(flag)?.trimmingBlanks ?? old
    if text == nil, canAsk {
      let answer = try askInWords("\(prompt)(Enter skips) ", orElse: "") { words -> String? in
        isLeaving(words) ? nil : words
      }
      guard let words = answer.answer else { return nil }
      text = words
    }
    guard (text ?? "").count <= mostWords else {
      _ = try fail(
        "the text of --\(flag) is too long", help: "an entry has \(mostWords) characters at most")
      return nil
    }
    return text ?? ""
  }
}
