import TranscriptModel

/// What somebody wants of `/focus`.
enum FocusLine: Equatable {
  case show
  case rank([ProblemArea])
  /// `words` are empty where nothing but the area was written.
  case area(ProblemArea, words: String)
  case goal(String)
  /// The line names no problem area, or something that is none, or several where one is asked for.
  case areaUnknown
  case unreadable

  /// Reads what follows `/focus`: `rank transitions, grief`, `area: transitions`, `goal: …`.
  init(_ text: String) {
    let text = oneLine(text)
    let word = text.prefix { $0.isLetter }.lowercased()
    var value = text.dropFirst(word.count).drop { $0 == " " }
    if value.first == ":" { value = value.dropFirst().drop { $0 == " " } }
    switch (word, String(value)) {
    case ("", ""): self = .show
    case (_, ""): self = .unreadable
    case ("rank", let list): self = ranking(list).map(FocusLine.rank) ?? .areaUnknown
    case ("area", let words):
      self = focusArea(words).map { .area($0.area, words: $0.words) } ?? .areaUnknown
    case ("goal", let goal): self = .goal(goal)
    default: self = .unreadable
    }
  }
}

/// Problem areas between commas or `then`, each once; nil where a word is none.
func ranking(_ text: String) -> [ProblemArea]? {
  var areas: [ProblemArea] = []
  for piece in text.split(whereSeparator: { ",;>".contains($0) }) {
    let name = oneLine(String(piece))
    guard let area = focusArea(name)?.area else { return nil }
    if !areas.contains(area) { areas.append(area) }
  }
  return areas.isEmpty ? nil : areas
}

/// The one problem area that some words name, and the words where they say more than that.
func focusArea(_ text: String) -> (area: ProblemArea, words: String)? {
  let words = text.lowercased().split { !$0.isLetter }.map(String.init)
  let named = Set(words.compactMap(problemArea))
  guard named.count == 1, let area = named.first else { return nil }
  let isBare = words.allSatisfy {
    problemArea($0) != nil || ["role", "interpersonal"].contains($0)
  }
  return (area, isBare ? "" : text)
}

private func problemArea(_ word: String) -> ProblemArea? {
  switch word {
  case "grief", "loss", "mourning": .grief
  case "dispute", "disputes", "conflict", "conflicts": .disputes
  case "transition", "transitions": .transitions
  case "deficit", "deficits", "sensitivity", "isolation": .deficits
  default: nil
  }
}
