import Diagnostics
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
  private var statesByName: [String: StateVariable] = [:]
  /// States, in lower case, whose range is not what their author meant.
  private(set) var brokenStates: Set<String> = []
  private(set) var topics: [Topic] = []
  private var topicsByName: [String: Topic] = [:]
  private var topicsByWord: [String: Topic] = [:]
  private(set) var topicNames: [(kind: String, name: Phrase)] = []
  private(set) var people: [String] = []
  /// Those who may speak, in lower case.
  private(set) var knownSpeakers: Set<String> = []
  /// Names of sections whose kind was not understood: whoever goes there is right to.
  private(set) var misspeltSections: [(kind: String, name: String?)] = []
  /// Whether a beat or an ending is missing, has no name or that of another: whoever goes there may
  /// mean it.
  private(set) var hasMisnamedPlace = false
  /// False where a used file is missing: then a name may be declared there.
  let isComplete: Bool

  /// The file each beat stands in, which is not always the scenario's own.
  private(set) var beatFiles: [SourceFile] = []
  /// Variations and checks by their names in file order.
  private(set) var variations: [Phrase] = []
  private(set) var checks: [Phrase] = []

  /// `isComplete` is false where a used file is missing, which may declare anything.
  init(_ sections: [ScenarioSection], isComplete: Bool = true) {
    self.isComplete = isComplete
    var beats = 0
    var endings = 0
    for section in sections {
      switch section.content {
      case .patient: patient = patient ?? section.name?.text
      case .beat:
        if let name = section.name {
          add(name, .beat(beats))
          beats += 1
          beatFiles.append(name.file)
        } else {
          hasMisnamedPlace = true
        }
      case .ending:
        if let name = section.name {
          add(name, .ending(endings))
          endings += 1
        } else {
          hasMisnamedPlace = true
        }
      case .state(let lines): for line in lines { add(line) }
      case .people(let lines):
        for line in lines {
          people.append(line.name.text)
          add(line, kind: "person")
        }
      case .topics(let lines):
        for line in lines { add(line, kind: "topic") }
      case .unknown:
        misspeltSections.append((section.outline.kind.text, section.name?.text))
      case .variation: if let name = section.name { variations.append(name) }
      case .check: if let name = section.name { checks.append(name) }
      case .situation, .fallback: break
      }
    }
    knownSpeakers = Set(speakers.map { $0.lowercased() })
    if beats == 0 || endings == 0 || !isComplete { hasMisnamedPlace = true }
  }

  private mutating func add(_ name: Phrase, _ destination: Destination) {
    let place = Place(name: name, destination: destination)
    places.append(place)
    let key = name.text.lowercased()
    if placesByName[key] == nil { placesByName[key] = place } else { hasMisnamedPlace = true }
  }

  private mutating func add(_ line: StateLine) {
    let lowest = line.range?.lowest.integer
    let highest = line.range?.highest.integer
    let key = line.name.text.lowercased()
    let isBroken =
      lowest == nil || highest == nil || lowest ?? 0 >= highest ?? 0
      || line.start?.integer == nil
    if isBroken { brokenStates.insert(key) }
    let bottom = lowest ?? 0
    let top = max(bottom, highest ?? 100)
    let state = StateVariable(
      name: line.name.text, lowest: bottom, highest: top,
      start: min(max(line.start?.integer ?? bottom, bottom), top),
      settles: max(0, line.settles?.integer ?? 0))
    states.append((line.name, state))
    if statesByName[key] == nil { statesByName[key] = state }
  }

  private mutating func add(_ line: EntryLine, kind: String) {
    topicNames.append((kind, line.name))
    let topic = Topic(name: line.name.text, words: [line.name.text] + line.words.map(\.text))
    topics.append(topic)
    let key = topic.name.lowercased()
    if topicsByName[key] == nil { topicsByName[key] = topic }
    for word in topic.words.map({ $0.lowercased() }) where topicsByWord[word] == nil {
      topicsByWord[word] = topic
    }
  }

  /// Those who may speak: the patient by the whole name or any part of it, and the people.
  var speakers: [String] {
    let parts = patient.map { name in [name] + name.split(separator: " ").map(String.init) } ?? []
    return parts + people
  }

  func place(_ name: String) -> Place? { placesByName[name.lowercased()] }

  func state(_ name: String) -> StateVariable? { statesByName[name.lowercased()] }

  /// The topic of this name, or the one that has it among its words.
  func topic(_ name: String) -> Topic? {
    let wanted = name.lowercased()
    return topicsByName[wanted] ?? topicsByWord[wanted]
  }
}
