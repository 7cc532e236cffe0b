import Outline
import ScenarioSyntax

extension ScenarioNames {
  /// Every way of the file: from a beat to a place, as their authors name them.
  var ways: [(from: String, to: String)] {
    sections.flatMap { section -> [(from: String, to: String)] in
      guard let from = section.name?.text, case .beat(let lines) = section.content else {
        return []
      }
      return lines.flatMap(\.withInner).compactMap(\.destination)
        .map { (from, $0.bareName.text) }.filter { !$0.1.isEmpty }
    }
  }

  /// What rules and beats do to a state, each as a line of a list.
  func effects(on state: String) -> [String] {
    sections.flatMap { section -> [String] in
      guard let place = section.name?.text, case .beat(let lines) = section.content else {
        return []
      }
      return lines.flatMap(\.withInner).flatMap { line -> [String] in
        guard case .effects(let effects) = line.content else { return [] }
        let number = line.line.phrase.file.line(at: line.line.phrase.span.start) + 1
        return effects.filter { $0.state.text.lowercased() == state }.compactMap { effect in
          effect.amount.map { "\(signed($0)) on line \(number), in “\(place)”" }
        }
      }
    }
  }
}

extension ScenarioSection {
  /// Whether somebody can go here: a beat or an ending.
  var isPlace: Bool {
    switch content {
    case .beat, .ending: true
    default: false
    }
  }

  /// The first thing the patient says in it.
  var opening: String? {
    let lines: [BeatLine]
    switch content {
    case .beat(let beat): lines = beat
    case .ending(let ending): lines = ending
    default: return nil
    }
    for line in lines {
      if case .speech(let speech) = line.content { return speech.alternatives.first?.text.text }
    }
    return nil
  }
}

extension BeatLine {
  /// The line and, where it is a rule, those below it.
  var withInner: [BeatLine] {
    if case .rule(let rule) = content { [self] + rule.lines.flatMap(\.withInner) } else { [self] }
  }

  /// The place it leads to, as typed.
  fileprivate var destination: Phrase? {
    switch content {
    case .way(let way): way.place
    case .bound(_, let way): way?.place
    case .must(let must): if case .goTo(let place) = must.penalty { place } else { nil }
    default: nil
    }
  }
}

extension WaySyntax {
  fileprivate var place: Phrase? {
    switch self {
    case .goTo(let place), .detour(let place): place.isEmpty ? nil : place
    case .back: nil
    }
  }
}
