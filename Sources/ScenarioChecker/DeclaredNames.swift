import Outline
import ScenarioModel
import ScenarioSyntax

/// The names a scenario file declares, gathered before anything is checked against them.
struct DeclaredNames {
  /// A place somebody can go to.
  struct Place {
    let name: Phrase
    let destination: Destination
  }

  /// Nil where the file has no patient.
  private(set) var patient: String?
  private(set) var places: [Place] = []
  /// The first place of each name, in lower case.
  private var placesByName: [String: Place] = [:]
  private(set) var states: [(name: Phrase, value: StateVariable)] = []
  private(set) var topics: [Topic] = []
  private(set) var topicNames: [(kind: String, name: Phrase)] = []
  private(set) var people: [String] = []
  /// Names of sections whose kind was not understood: whoever goes there is right to.
  private(set) var misspeltSections: [(kind: String, name: String?)] = []

  init(_ tree: ScenarioTree) {
    var beats = 0
    var endings = 0
    for section in tree.sections {
      switch section.content {
      case .patient: patient = patient ?? section.name?.text
      case .beat:
        guard let name = section.name else { continue }
        add(Place(name: name, destination: .beat(beats)))
        beats += 1
      case .ending:
        guard let name = section.name else { continue }
        add(Place(name: name, destination: .ending(endings)))
        endings += 1
      case .state(let lines):
        for line in lines { states.append((line.name, variable(line))) }
      case .people(let lines):
        for line in lines {
          people.append(line.name.text)
          add(line, kind: "person")
        }
      case .topics(let lines):
        for line in lines { add(line, kind: "topic") }
      case .unknown:
        misspeltSections.append((section.outline.kind.text, section.name?.text))
      case .situation, .fallback: break
      }
    }
  }

  private mutating func add(_ place: Place) {
    places.append(place)
    let key = place.name.text.lowercased()
    if placesByName[key] == nil { placesByName[key] = place }
  }

  private mutating func add(_ line: EntryLine, kind: String) {
    topicNames.append((kind, line.name))
    let words = [line.name.text] + line.words.map(\.text)
    topics.append(Topic(name: line.name.text, words: words))
  }

  /// Those who may speak: the patient by the whole name or any part of it, and the people.
  var speakers: [String] {
    let parts = patient.map { name in [name] + name.split(separator: " ").map(String.init) } ?? []
    return parts + people
  }

  func place(_ name: String) -> Place? {
    placesByName[name.lowercased()]
  }

  func state(_ name: String) -> StateVariable? {
    states.first { $0.value.name.lowercased() == name.lowercased() }?.value
  }

  /// The topic of this name, or the one that has it among its words.
  func topic(_ name: String) -> Topic? {
    let wanted = name.lowercased()
    return topics.first { $0.name.lowercased() == wanted }
      ?? topics.first { $0.words.contains { $0.lowercased() == wanted } }
  }
}

/// The state a line declares, as far as it can be read; the checker says what cannot.
private func variable(_ line: StateLine) -> StateVariable {
  let lowest = line.range?.lowest.integer ?? 0
  let highest = max(lowest, line.range?.highest.integer ?? 100)
  let start = min(max(line.start?.integer ?? lowest, lowest), highest)
  return StateVariable(
    name: line.name.text, lowest: lowest, highest: highest, start: start,
    settles: max(0, line.settles?.integer ?? 0))
}
