import Diagnostics
import Outline

private let taskForms = [
  "affect met: AFX, FEEL; answers affect, anger", "rehearsal: RP; only after ready-to-practise",
]
private let pointForms = [
  "skilled from 2 turns, followed by 6 words of the patient",
  "at least 6 turns, else not assessable",
]
private let proscribedForms = [
  "interpretation: INTP", "advising: ADV at least 3 times", "at most 3 off",
]

extension RubricReader {
  /// `# Tasks: middle, grief`: those of a phase and an area; of all of them where none is named.
  mutating func readTasks(_ section: OutlineSection) {
    var phases: [String] = []
    var areas: [String] = []
    for piece in section.name?.pieces(between: ",") ?? [] where !piece.isEmpty {
      let word = piece.oneLine.lowercased()
      if Checklist.phases.contains(word) {
        phases.append(word)
      } else if Checklist.areas.contains(word) {
        areas.append(word)
      } else {
        let allowed = Checklist.phases + Checklist.areas
        let near = nearestName(to: word, in: allowed)
        complain(
          .phaseUnknown(piece.oneLine, near: near, allowed: allowed), at: piece, replacement: near)
      }
    }
    for line in section.statements {
      guard let (front, list) = line.split(at: ":"), !front.trimmed.isEmpty else {
        complain(.unreadable("Tasks", forms: taskForms), at: line)
        continue
      }
      var task = ChecklistTask(name: front.oneLine, phases: phases, areas: areas, codes: [])
      readWay(list, of: &task)
      let isKnown = rubric.checklist.tasks.contains {
        $0.name.lowercased() == task.name.lowercased() && $0.phases == phases && $0.areas == areas
      }
      if isKnown {
        complain(.taskRepeated(task.name), at: front.trimmed)
      } else {
        rubric.checklist.tasks.append(task)
      }
    }
  }

  /// What does a task: codes, with what they answer, or a worksheet.
  private mutating func readWay(_ list: Phrase, of task: inout ChecklistTask) {
    let parts = list.pieces(between: ";")
    let first = (parts.first ?? list).trimmed
    if let sheet = first.afterWords("worksheet") {
      task.worksheet = worksheetTask(sheet, Array(parts.dropFirst()))
      return
    }
    task.codes = codes(first)
    for part in parts.dropFirst() {
      if let names = part.afterWords("answers") {
        task.answers = cues(names)
      } else if let names = part.afterWords("only after") {
        task.onlyAfter = cues(names)
      } else {
        complain(.unreadable("Tasks", forms: taskForms), at: part)
      }
    }
  }

  mutating func readPoints(_ section: OutlineSection) {
    for line in section.statements {
      let parts = line.pieces(between: ",")
      if let rest = parts.first?.afterWords("skilled from"),
        let digits = rest.beforeWords("turns") ?? rest.beforeWords("turn")
      {
        if let turns = whole(digits, 1, to: 100) { rubric.checklist.skilledTurns = turns }
        guard parts.count > 1 else { continue }
        if parts.count == 2, let words = parts[1].afterWords("followed by"),
          let digits = words.beforeWords("words of the patient")
        {
          if let count = whole(digits, 1, to: 1000) { rubric.checklist.wordsToFollow = count }
          continue
        }
      } else if let rest = line.afterWords("at least"),
        let count = rest.beforeWords("else not assessable")?.withoutLastComma,
        let digits = count.beforeWords("turns") ?? count.beforeWords("turn")
      {
        if let turns = whole(digits, 1, to: 1000) { rubric.checklist.leastTurns = turns }
        continue
      }
      complain(.unreadable("Points", forms: pointForms), at: line)
    }
  }

  mutating func readProscribed(_ section: OutlineSection) {
    for line in section.statements {
      if let digits = line.afterWords("at most")?.beforeWords("off") {
        if let most = whole(digits, 0, to: 100) { rubric.checklist.mostTakenOff = most }
      } else if let (front, list) = line.split(at: ":"), !front.trimmed.isEmpty {
        let (names, times) = counted(list.trimmed)
        let ids = codes(names)
        guard let times else { continue }
        rubric.checklist.proscribed.append(
          Proscription(name: front.oneLine, codes: ids, times: times))
      } else {
        complain(.unreadable("Proscribed", forms: proscribedForms), at: line)
      }
    }
  }
}
