import Diagnostics
import Outline
import ScenarioSyntax

/// What a name of a scenario stands for; names are in lower case.
enum NameTarget: Hashable {
  case place(String), state(String), topic(String), patient, code(String), cue(String)
  case variation(String), rubric(String), risk(String)
}

/// A name where it stands, and what it stands for.
struct Occurrence: Hashable {
  let target: NameTarget
  let phrase: Phrase
  let isDeclaration: Bool
  /// Whether it is the name as declared, and not another word for the same.
  let isSpeltOut: Bool
}

/// Every name of a scenario with what it stands for.
struct ScenarioNames {
  /// The file itself, in which names can be changed.
  let file: SourceFile
  let parts: [ScenarioTree]
  /// Of the file, then of those it uses.
  let sections: [ScenarioSection]
  /// In the order in which the tree is read.
  let occurrences: [Occurrence]
  /// The declared names in file order, each once, as their authors spell them.
  let declared: [(target: NameTarget, name: String)]
  let patient: String?

  init(_ tree: ScenarioTree, parts: [ScenarioTree] = []) {
    file = tree.file
    self.parts = parts
    let trees = [tree] + parts
    sections = trees.flatMap(\.sections)
    let uses = trees.flatMap(nameUses)
    let resolving = Resolving(sections, uses)
    occurrences = uses.compactMap { resolving.occurrence(of: $0) }
    patient = resolving.patient
    var seen: Set<NameTarget> = []
    declared = occurrences.filter { $0.isDeclaration && seen.insert($0.target).inserted }
      .map { ($0.target, $0.phrase.text) }
  }

  /// The name that a place of the file lies in or at the end of.
  func occurrence(at offset: Int) -> Occurrence? {
    let own = occurrences.lazy.filter { $0.phrase.file === file }
    return own.first { $0.phrase.span.start <= offset && offset < $0.phrase.span.end }
      ?? own.first { $0.phrase.span.end == offset }
  }

  /// Those in the file, in its order, then those in the files it uses.
  func occurrences(of target: NameTarget) -> [Occurrence] {
    let all = occurrences.filter { $0.target == target }
    let own = all.filter { $0.phrase.file === file }
      .sorted { $0.phrase.span.start < $1.phrase.span.start }
    return own + all.filter { $0.phrase.file !== file }
  }

  func declaration(of target: NameTarget) -> Occurrence? {
    occurrences.first { $0.target == target && $0.isDeclaration }
  }

  var places: [String] { names { if case .place = $0 { true } else { false } } }
  var states: [String] { names { if case .state = $0 { true } else { false } } }
  var topics: [String] { names { if case .topic = $0 { true } else { false } } }
  var variations: [String] { names { if case .variation = $0 { true } else { false } } }

  /// Those who may speak: the patient and the people.
  var speakers: [String] {
    let people = sections.flatMap { section in
      if case .people(let lines) = section.content { lines.map(\.name.text) } else { [String]() }
    }
    return (patient.map { [$0] } ?? []) + people
  }

  private func names(_ fits: (NameTarget) -> Bool) -> [String] {
    declared.filter { fits($0.target) }.map(\.name)
  }
}

private struct Resolving {
  private(set) var patient: String?
  private var patientNames: Set<String> = []
  private var states: Set<String> = []
  private var topics: Set<String> = []
  /// Other words for a person or a topic, with its name.
  private var aliases: [String: String] = [:]
  private var people: Set<String> = []

  init(_ sections: [ScenarioSection], _ uses: [NameUse]) {
    for use in uses where use.isDeclaration {
      let key = use.phrase.text.lowercased()
      switch use.kind {
      case .state: states.insert(key)
      case .topic: topics.insert(key)
      case .speaker where patient == nil:
        patient = use.phrase.text
        patientNames = Set([key] + key.split(separator: " ").map(String.init))
      default: break
      }
    }
    for section in sections {
      switch section.content {
      case .people(let lines):
        for line in lines { people.insert(line.name.text.lowercased()) }
        add(lines)
      case .topics(let lines): add(lines)
      default: break
      }
    }
  }

  private mutating func add(_ lines: [EntryLine]) {
    for line in lines {
      for word in line.words where aliases[word.text.lowercased()] == nil {
        aliases[word.text.lowercased()] = line.name.text.lowercased()
      }
    }
  }

  func occurrence(of use: NameUse) -> Occurrence? {
    let key = use.phrase.text.lowercased()
    func plain(_ target: NameTarget, isSpeltOut: Bool = true) -> Occurrence {
      Occurrence(
        target: target, phrase: use.phrase, isDeclaration: use.isDeclaration,
        isSpeltOut: isSpeltOut)
    }
    switch use.kind {
    case .place: return plain(.place(key))
    case .state: return plain(.state(key))
    case .stateOrRubric: return plain(states.contains(key) ? .state(key) : .rubric(key))
    case .code: return plain(.code(key))
    case .cue: return plain(.cue(key))
    case .variation: return plain(.variation(key))
    case .rubric: return plain(.rubric(key))
    case .risk: return plain(.risk(key))
    case .topic: return topic(use)
    case .speaker:
      if patientNames.contains(key) {
        return plain(.patient, isSpeltOut: key == patient?.lowercased())
      }
      return people.contains(key) ? plain(.topic(key)) : nil
    }
  }

  private func topic(_ use: NameUse) -> Occurrence {
    let articles = ["the", "her", "his", "their", "my", "a"]
    let bare = articles.lazy.compactMap { use.phrase.after($0) }.first
    for phrase in [use.phrase, bare].compactMap({ $0 }) {
      let key = phrase.text.lowercased()
      guard topics.contains(key) || aliases[key] != nil else { continue }
      let isName = topics.contains(key)
      return Occurrence(
        target: .topic(isName ? key : aliases[key] ?? key), phrase: phrase,
        isDeclaration: use.isDeclaration, isSpeltOut: isName)
    }
    return Occurrence(
      target: .topic(use.phrase.text.lowercased()), phrase: use.phrase, isDeclaration: false,
      isSpeltOut: true)
  }
}
