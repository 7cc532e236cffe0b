import Diagnostics
import Lessons
import Rubrics

func isLesson(_ name: String) -> Bool { name.hasSuffix(".lesson") }

/// The lessons of a library, to be found by what a trainee calls them.
struct LessonShelf {
  /// By their place, then by title.
  let lessons: [Lesson]
  let references: ReferenceNames
  let codebook: Codebook
  /// Files in which something is wrong; what could be read of them is shown.
  let broken: [SourceFile]

  init(_ files: LibraryFiles, _ codebook: Codebook) {
    var lessons: [Lesson] = []
    var broken: [SourceFile] = []
    for file in files.lessons {
      let isText = file.encodingProblem(code: LibraryProblem.encoding) == nil
      let checked = readLesson(file, codebook: codebook)
      if !isText || checked.diagnostics.hasErrors, !files.carriesLessons { broken.append(file) }
      if isText, let lesson = checked.lesson { lessons.append(lesson) }
    }
    self.lessons = lessons.sorted {
      ($0.order ?? .max, $0.title, $0.id) < ($1.order ?? .max, $1.title, $1.id)
    }
    self.broken = broken
    self.codebook = codebook
    references = ReferenceNames(files, codebook)
  }

  var cards: [FoundCard] {
    lessons.flatMap { lesson in lesson.cards.map { FoundCard(lesson: lesson, card: $0) } }
  }

  /// The card about a code: the one with its name, else the first whose good example shows it.
  func card(about code: CodeDefinition) -> LessonCard? {
    let cards = lessons.flatMap(\.cards)
    return cards.first { $0.title.lowercased() == code.name.lowercased() }
      ?? cards.first { $0.shows(code.id) }
  }

  /// What a trainee means: by name or title, else by a part of a title, else by a code that examples
  /// show; empty for what nobody knows.
  func topics(_ words: String) -> [Topic] {
    let wanted = words.lowercased()
    guard !wanted.isEmpty else { return [] }
    if let lesson = lessons.first(where: { $0.id.lowercased() == wanted }) {
      return [.lesson(lesson)]
    }
    if let card = cards.first(where: { $0.name == wanted }) { return [.card(card)] }
    let all = lessons.map(Topic.lesson) + cards.map(Topic.card)
    let exact = all.filter { $0.title.lowercased() == wanted }
    guard exact.isEmpty else { return exact }
    let part = wanted.count < 3 ? [] : all.filter { $0.title.lowercased().contains(wanted) }
    guard part.isEmpty else { return part }
    let codes = codebook.codes.filter { code in
      ([code.id, code.name] + code.families).contains { $0.lowercased() == wanted }
    }
    return cards.filter { found in codes.contains { found.card.shows($0.id) } }.map(Topic.card)
  }

  func nearest(to words: String) -> String? {
    nearestName(to: words, in: lessons.flatMap { [$0.id, $0.title] + $0.cards.map(\.title) })
  }
}

/// A card and the lesson it belongs to.
struct FoundCard {
  let lesson: Lesson
  let card: LessonCard

  /// `listening#silence`, which is never shared by two.
  fileprivate var name: String { "\(lesson.id)#\(card.title)".lowercased() }
}

/// What can be learnt about.
enum Topic {
  case lesson(Lesson)
  case card(FoundCard)

  var title: String {
    switch self {
    case .lesson(let lesson): lesson.title
    case .card(let found): found.card.title
    }
  }

  var cards: [FoundCard] {
    switch self {
    case .lesson(let lesson): lesson.cards.map { FoundCard(lesson: lesson, card: $0) }
    case .card(let found): [found]
    }
  }

  /// What to type for this and nothing else.
  var command: String {
    switch self {
    case .lesson(let lesson): "learn \(lesson.id)"
    case .card(let found): "learn \"\(found.lesson.id)#\(found.card.title)\""
    }
  }
}

extension LessonCard {
  fileprivate func shows(_ code: String) -> Bool {
    examples.contains { example in
      example.answers.contains { $0.kind == .good && $0.shows.contains(code) }
    }
  }
}

extension Run {
  /// The lessons of this run's library, read with a codebook whose codes they may name.
  func lessons(_ codebook: Codebook? = nil) throws -> LessonShelf {
    let files = try findLibrary(named: command.string("library"), surroundings)
    return LessonShelf(files, try codebook ?? openLibrary(files).codebook)
  }
}
