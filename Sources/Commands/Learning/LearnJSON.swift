import Lessons

/// What `attune learn --json` prints.
struct LessonListJSON: Encodable {
  struct Line: Encodable {
    let id: String
    let title: String
    let cards: [String]
  }

  let version = 1
  let lessons: [Line]

  init(_ lessons: [Lesson]) {
    self.lessons = lessons.map { Line(id: $0.id, title: $0.title, cards: $0.cards.map(\.title)) }
  }
}

/// What `attune learn TOPIC --json` prints.
struct CardsJSON: Encodable {
  struct CardJSON: Encodable {
    let lesson: String
    let title: String
    let parts: [PartJSON]
    /// What to type to go on.
    let commands: [String]
  }

  /// Exactly one of the three is there.
  struct PartJSON: Encodable {
    var paragraph: String?
    var list: [String]?
    var example: ExampleJSON?
  }

  struct ExampleJSON: Encodable {
    let patient: String
    let answers: [AnswerJSON]
  }

  struct AnswerJSON: Encodable {
    let kind: String
    let text: String
    /// Plain names of codes.
    let shows: [String]
    let because: String
  }

  let version = 1
  let cards: [CardJSON]

  init(_ cards: [FoundCard], _ shelf: LessonShelf) {
    self.cards = cards.map { found in
      CardJSON(
        lesson: found.lesson.id, title: found.card.title,
        parts: found.card.parts.map { PartJSON($0, shelf) },
        commands: found.card.see.compactMap { reference in
          shelf.references.command(for: reference.name).map { "attune \($0)" }
        })
    }
  }
}

extension CardsJSON.PartJSON {
  fileprivate init(_ part: LessonCard.Part, _ shelf: LessonShelf) {
    switch part {
    case .paragraph(let text): paragraph = text
    case .list(let items): list = items
    case .example(let example):
      self.example = .init(
        patient: example.patient,
        answers: example.answers.map { answer in
          .init(
            kind: answer.kind.rawValue, text: answer.text,
            shows: answer.shows.map { shelf.codebook.code($0)?.name ?? $0 },
            because: answer.because)
        })
    }
  }
}
