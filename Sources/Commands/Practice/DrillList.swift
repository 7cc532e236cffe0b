import DeliberatePractice
import ScenarioModel

/// What a list of drills tells about each; one JSON object a line.
private struct DrillLine: Encodable {
  let version = 1
  let name: String
  let id: String
  let title: String
  let difficulty: Int
  let trains: [String]
  let cues: [String]
  let contentNote: String?
  /// How often it was done.
  let done: Int
  /// From 1 to 5; nil where it was never done.
  let lastMark: Int?
  /// Nil where no re-test is set; 0 where one is due, otherwise the days until it is.
  let daysToRetest: Int?

  private enum Key: String, CodingKey {
    case version, name, id, title, difficulty, trains, cues, contentNote, done, lastMark
    case daysToRetest
  }

  /// Every key is there in every line.
  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    try values.encode(version, forKey: .version)
    try values.encode(name, forKey: .name)
    try values.encode(id, forKey: .id)
    try values.encode(title, forKey: .title)
    try values.encode(difficulty, forKey: .difficulty)
    try values.encode(trains, forKey: .trains)
    try values.encode(cues, forKey: .cues)
    try values.encode(contentNote, forKey: .contentNote)
    try values.encode(done, forKey: .done)
    try values.encode(lastMark, forKey: .lastMark)
    try values.encode(daysToRetest, forKey: .daysToRetest)
  }
}

/// The drills by difficulty, each with what it trains and how it went.
func list(_ drills: [Drill], of shelf: PracticeShelf, _ run: Run) throws -> Int32 {
  for drill in drills.sorted(by: { ($0.difficulty, $0.title) < ($1.difficulty, $1.title) }) {
    guard let entry = shelf.entry(of: drill.id), let facts = entry.checked.scenario?.facts else {
      continue
    }
    let done = shelf.history.drills.filter { $0.drill == drill.id }
    let days = shelf.daysToRetest(drill)
    if run.wantsJSON {
      try run.writeJSON(
        DrillLine(
          name: entry.stem, id: drill.id, title: drill.title, difficulty: drill.difficulty,
          trains: facts.drill, cues: drill.cues, contentNote: facts.contentNote, done: done.count,
          lastMark: done.last?.mark, daysToRetest: days))
      continue
    }
    let page = run.output
    try page.write(page.style(entry.stem, as: .speaker) + "\n")
    try page.labelled(
      " ", "\(facts.title); \(facts.drill.joined(separator: ", ")); difficulty \(facts.difficulty)")
    if let note = facts.contentNote {
      try page.labelled(" ", as: .warning, "content: \(note)", as: .warning)
    }
    if let last = done.last {
      let times = done.count == 1 ? "once" : "\(done.count) times"
      let retest =
        days.map { $0 == 0 ? "; a re-test is due" : "; re-test in \(count($0, "day"))" } ?? ""
      try page.labelled(" ", as: .faint, "done \(times), last \(last.mark) of 5\(retest)")
    }
  }
  if drills.isEmpty, !run.wantsJSON { try run.output.paragraph("No re-test is due today.") }
  return 0
}

extension PracticeShelf {
  func isDue(_ drill: Drill) -> Bool { daysToRetest(drill) == 0 }

  /// 0 where it is due; nil where none is set.
  fileprivate func daysToRetest(_ drill: Drill) -> Int? {
    guard case .due(let day, _) = retest(of: drill.id, in: history.drills) else { return nil }
    return max(0, day - today)
  }
}
