extension DrillProposal {
  /// Why it is proposed, in one to three sentences; `skill` is what was asked for, and `cueWords` say
  /// what the patient does who offers a cue, such as "leaves something unsaid".
  package func reason(skill: String? = nil, cueWords: [String: String] = [:]) -> String {
    ([skill.map { "You asked for \($0)." }, sentence(cueWords), levelSentence] as [String?])
      .compactMap(\.self).joined(separator: " ")
  }

  private func sentence(_ cueWords: [String: String]) -> String? {
    switch ground {
    case .due(let days):
      "It went well, and a re-test is due after \(days == 1 ? "a day" : "\(days) days")."
    case .missed(let cue, let times, let sessions):
      "When the patient \(cueWords[cue] ?? "offers '\(cue)'"), it was missed or passed over "
        + "\(times == 1 ? "once" : "\(times) times") in your last "
        + "\(sessions == 1 ? "session" : "\(sessions) sessions")."
    case .new: "You have not done it yet; it is among the easiest of those."
    case .notWell: "It came to less than 4 of 5 the last time."
    case .longestAgo: "All of them went well, and this one was longest ago."
    case .only: nil
    }
  }

  private var levelSentence: String? {
    let words =
      switch variation {
      case DrillLevel.easy.variation: "easier words"
      case DrillLevel.hard.variation: "harder words"
      case again: "other words than the last time"
      default: "the author's first words"
      }
    func moved(_ why: String) -> String { "It comes in \(words), \(why)." }
    return switch levelGround {
    case .wish: moved("as you asked")
    case .noStep(.easier): "There are no easier words than the last ones."
    case .noStep(.harder): "There are no harder words than the last ones."
    case .tooMuch: moved("because the last one was too much")
    case .tooEasy: moved("because the last one was too easy")
    case .strongMean:
      moved("because your last two drills came to 4 or more of 5 in the mean")
    case .weakMean: moved("because your last two came to 2 or less of 5 in the mean")
    case .unchanged:
      variation == again ? "It comes in other words than the last time." : nil
    }
  }
}

extension ScenarioProposal {
  /// Why it is proposed, in one to three sentences.
  package var reason: String {
    ([
      difficultySentence, isNewArea ? "You have not practised the area \(scenario.area) yet." : nil,
      isRepeated
        ? "You have played all that come near; some things may be different this time." : nil,
    ] as [String?]).compactMap(\.self).joined(separator: " ")
  }

  private var difficultySentence: String {
    let difficulty = "difficulty \(scenario.difficulty)"
    let moved = scenario.difficulty - (lastDifficulty ?? scenario.difficulty)
    switch step {
    case .first: return "To begin with, it is among the easiest (\(difficulty))."
    case .up:
      return "Your last two sessions came to 4 or more of 5 in the mean: "
        + (moved > 0
          ? "it is harder (\(difficulty))." : "of what is here it comes nearest (\(difficulty)).")
    case .down:
      return "Your last two sessions came to 2 or less of 5 in the mean: "
        + (moved < 0
          ? "it is easier (\(difficulty))." : "of what is here it comes nearest (\(difficulty)).")
    case .same:
      return moved == 0
        ? "It is as hard as your last one (\(difficulty))."
        : "Of what is left its difficulty (\(scenario.difficulty)) comes nearest to your last one."
    }
  }
}
