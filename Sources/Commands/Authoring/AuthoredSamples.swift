import Calibration
import Lessons
import Playtesting
import ScenarioModel

extension Library {
  /// The sentences that authors coded themselves, as samples to learn from and never to measure on.
  ///
  /// An author who offers a sentence, or shows a code by it, says what it is; a coach who offers it
  /// must not hear something else in it.
  var authoredSamples: [CodedSample] {
    betterSentences + choices + lessonExamples
  }

  private var harm: Set<String> { Set(codebook.codes(named: "unhelpful")) }

  /// Nothing in a better sentence does harm.
  private var betterSentences: [CodedSample] {
    scenarios.compactMap(\.checked.scenario).flatMap { scenario in
      scenario.linesToAnswer.compactMap { line in
        line.better.map {
          authored(
            "better \(scenario.facts.id) \(line.line)", after: line.text, text: $0, shows: [],
            judged: harm)
        }
      }
    }
  }

  /// A choice shows the codes it is given, where they are codes and not families.
  private var choices: [CodedSample] {
    scenarios.compactMap(\.checked.scenario).flatMap { scenario in
      scenario.beats.flatMap { beat in
        beat.choices.compactMap { choice in
          let shown = choice.codes.map { codebook.codes(named: $0.name) }
          guard let line = beat.opening.first?.alternatives.first,
            shown.allSatisfy({ $0.count == 1 })
          else { return nil }
          return authored(
            "choice \(scenario.facts.id) \(choice.line)", after: line.text, text: choice.text,
            shows: shown.flatMap(\.self), judged: harm)
        }
      }
    }
  }

  /// A poor answer of a card may do more harm than the one it shows.
  private var lessonExamples: [CodedSample] {
    files.lessons.compactMap { readLesson($0, codebook: codebook).lesson }.flatMap { lesson in
      lesson.cards.flatMap(\.examples).flatMap { example in
        example.answers.map { answer in
          authored(
            "card \(lesson.id) \(answer.place.start)", after: example.patient, text: answer.text,
            shows: answer.shows, judged: answer.kind == .good ? harm : [])
        }
      }
    }
  }
}

/// `judged` with the codes that are shown: of the others the author says nothing.
private func authored(
  _ name: String, after patient: String, text: String, shows: [String], judged: Set<String>
) -> CodedSample {
  CodedSample(
    id: name, group: name, conversation: name, patient: [patient], before: "", text: text,
    given: .response(Set(shows)), judged: judged.union(shows), isDefinition: true)
}
