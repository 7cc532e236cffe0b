extension Scenario {
  /// The same conversation in the words of a variation, with its starts of states.
  ///
  /// What conditions, headings and checks name stays: the title, topics, beats and endings.
  package func varied(by variation: Variation) -> Scenario {
    var rewording = Rewording(variation.words)
    var result = reworded(by: &rewording)
    for start in variation.starts {
      for index in result.states.indices where result.states[index].name == start.state {
        result.states[index].start = start.value
      }
    }
    return result
  }

  /// The same conversation in other words; afterwards `rewording` knows which of them were found.
  package func reworded(by rewording: inout Rewording) -> Scenario {
    var result = self
    func change(_ text: inout String) { text = rewording.apply(to: text) }
    func change(_ texts: inout [String]) { texts = texts.map { rewording.apply(to: $0) } }

    change(&result.patient.name)
    change(&result.patient.description)
    change(&result.patient.situation)
    for index in result.people.indices {
      change(&result.people[index].name)
      change(&result.people[index].description)
      result.people[index].otherNames = result.people[index].otherNames.map {
        rewording.apply(to: $0, ignoringCase: true)
      }
    }
    for index in result.topics.indices {
      result.topics[index].words = result.topics[index].words.map {
        rewording.apply(to: $0, ignoringCase: true)
      }
    }
    result.changeSpeeches { speech in
      change(&speech.speaker)
      for index in speech.alternatives.indices { speech.alternatives[index].reword(&rewording) }
    }
    for index in result.beats.indices { result.beats[index].reword(&rewording) }
    for index in result.endings.indices {
      change(&result.endings[index].debrief)
      change(&result.endings[index].supervisorNotes)
    }
    return result
  }
}

extension SpokenLine {
  fileprivate mutating func reword(_ rewording: inout Rewording) {
    text = rewording.apply(to: text)
    gist = gist.map { rewording.apply(to: $0) }
    better = better.map { rewording.apply(to: $0) }
    betterReason = betterReason.map { rewording.apply(to: $0) }
    thought = thought.map { rewording.apply(to: $0) }
  }
}

extension Beat {
  /// Everything but its speeches.
  fileprivate mutating func reword(_ rewording: inout Rewording) {
    supervisorNotes = supervisorNotes.map { rewording.apply(to: $0) }
    for index in hints.indices {
      hints[index].text = rewording.apply(to: hints[index].text)
      hints[index].condition?.reword(&rewording)
    }
    for index in choices.indices {
      choices[index].text = rewording.apply(to: choices[index].text)
    }
    for index in rules.indices { rules[index].condition?.reword(&rewording) }
    for index in duties.indices {
      duties[index].condition.reword(&rewording)
      if case .note(let note) = duties[index].penalty {
        duties[index].penalty = .note(rewording.apply(to: note))
      }
    }
  }
}

extension Condition {
  /// The words that are listened for.
  fileprivate mutating func reword(_ rewording: inout Rewording) {
    for clause in clauses.indices {
      for term in clauses[clause].indices {
        guard case .said(let words) = clauses[clause][term].fact else { continue }
        let text = rewording.apply(to: words.joined(separator: " "), ignoringCase: true)
        clauses[clause][term].fact = .said(Condition.spoken(text))
      }
    }
  }

  /// The words of a text as they are compared: in lower case, without marks; an apostrophe inside a
  /// word is straight.
  package static func spoken(_ text: String) -> [String] {
    let plain = String(text.lowercased().map { $0 == "’" ? "'" : $0 })
    return plain.split { !$0.isLetter && !$0.isNumber && $0 != "'" }.compactMap { word in
      var word = word
      while word.first == "'" { word.removeFirst() }
      while word.last == "'" { word.removeLast() }
      return word.isEmpty ? nil : String(word)
    }
  }
}
