extension Scenario {
  /// The same scenario with its speeches numbered from 0: fallback, beats with their rules, endings.
  package func numbered() -> Scenario {
    var result = self
    result.numberSpeeches()
    return result
  }

  package mutating func numberSpeeches() {
    var next = 0
    changeSpeeches { speech in
      speech.number = next
      next += 1
    }
  }

  /// Goes through every speech in the order of the model.
  mutating func changeSpeeches(_ change: (inout Speech) -> Void) {
    for index in fallback.indices { change(&fallback[index]) }
    for beat in beats.indices {
      for index in beats[beat].opening.indices { change(&beats[beat].opening[index]) }
      for rule in beats[beat].rules.indices {
        for index in beats[beat].rules[rule].speeches.indices {
          change(&beats[beat].rules[rule].speeches[index])
        }
      }
    }
    for ending in endings.indices {
      for index in endings[ending].closing.indices { change(&endings[ending].closing[index]) }
    }
  }
}
