import Diagnostics

/// A topic to read about, in short cards.
package struct Lesson: Sendable, Hashable {
  package var title = ""
  package var id = ""
  /// Its place among the lessons; one without a place comes last.
  package var order: Int?
  package var cards: [LessonCard] = []

  package init() {}
}

/// What fits on a screen: one idea, perhaps with an example.
package struct LessonCard: Sendable, Hashable {
  package enum Part: Sendable, Hashable {
    case paragraph(String)
    case list([String])
    case example(LessonExample)
  }

  package var title: String
  package var parts: [Part] = []
  /// What to go on with.
  package var see: [LessonReference] = []
  /// Where the title stands in the file.
  package var place: Span

  package var examples: [LessonExample] {
    parts.compactMap { if case .example(let example) = $0 { example } else { nil } }
  }
}

/// A line of a patient, with good and poor answers to it.
package struct LessonExample: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable { case good, poor }

  package struct Answer: Sendable, Hashable {
    package var kind: Kind
    package var text: String
    /// Ids of the codes that are to be heard in it.
    package var shows: [String]
    /// Why it helps, or does not.
    package var because: String
    /// Where the text stands in the file.
    package var place: Span
  }

  package var patient: String
  package var answers: [Answer] = []
}

/// The name of a scenario, drill, code, family, cue or card.
package struct LessonReference: Sendable, Hashable {
  package var name: String
  package var place: Span
}
