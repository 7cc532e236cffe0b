import Diagnostics
import Outline
import Rubrics
import ScenarioModel
import ScenarioSyntax

/// What a scenario may name beyond itself.
package struct CheckingLibrary: Sendable {
  package let codebook: Codebook
  /// Ids of the rubrics there are, in the order in which they are reported.
  package let rubrics: [String]
  /// Every name a condition may use, sorted, and each by its lower-case spelling.
  let codeNames: [String]
  let canonicalNames: [String: String]
  let cueNames: Set<String>
  /// False where codebook or rubrics could not be read: then no name of theirs is called unknown.
  let isComplete: Bool

  package init(codebook: Codebook, rubrics: [String], isComplete: Bool = true) {
    self.codebook = codebook
    self.rubrics = rubrics
    self.isComplete = isComplete
    codeNames = codebook.names
    canonicalNames = Dictionary(
      codeNames.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
    cueNames = Set(codebook.cues.map(\.name))
  }
}

/// A scenario file after checking: its tree always, the scenario where nothing is wrong enough to
/// stop it.
package struct CheckedFile: Sendable {
  package let tree: ScenarioTree
  /// Nil exactly where `diagnostics` has an error.
  package let scenario: Scenario?
  /// In file order.
  package let diagnostics: [Diagnostic]
}

/// Reads and checks a scenario file; every independent problem is in the result.
package func checkScenario(_ file: SourceFile, library: CheckingLibrary) -> CheckedFile {
  let tree = readScenario(file)
  if let problem = file.encodingProblem(code: "S106") {
    return CheckedFile(tree: tree, scenario: nil, diagnostics: [problem])
  }
  var check = ScenarioCheck(tree: tree, library: library)
  let scenario = check.run()
  let diagnostics = check.diagnostics.inFileOrder()
  return CheckedFile(
    tree: tree, scenario: diagnostics.hasErrors ? nil : scenario, diagnostics: diagnostics)
}

/// One check of one file: the names declared so far and the problems found.
struct ScenarioCheck {
  let tree: ScenarioTree
  let library: CheckingLibrary
  let names: DeclaredNames
  var diagnostics: [Diagnostic] = []
  /// Places named by `go to` that do not exist, with the name that was probably meant.
  var missingPlaces: [(name: String, nearest: String?)] = []
  /// Names that are unknown and near to nothing, which are said once.
  var unknownNames: Set<String> = []
  /// How many near places may still be looked for: each costs a look at every place there is.
  var searchesLeft = 50

  init(tree: ScenarioTree, library: CheckingLibrary) {
    self.tree = tree
    self.library = library
    names = DeclaredNames(tree)
  }

  mutating func report(_ problem: ScenarioProblem, at phrase: Phrase, replacement: String? = nil) {
    diagnostics.append(Diagnostic(problem, at: phrase.span, replacement: replacement))
  }

  mutating func run() -> Scenario {
    if tree.isEmpty {
      report(.emptyFile, at: Phrase(file: tree.file, span: Span(0, 0)))
      return checked(ScenarioFacts(), [], [], [])
    }
    let facts = checkHeader()
    checkSections()
    checkDeclarations()
    var beats: [Beat] = []
    var endings: [Ending] = []
    var fallback: [Speech] = []
    for section in tree.sections {
      switch section.content {
      case .beat(let lines) where section.name != nil: beats.append(checkBeat(section, lines))
      case .ending(let lines) where section.name != nil:
        endings.append(checkEnding(section, lines))
      case .fallback(let lines): fallback += checkFallback(lines)
      default: break
      }
    }
    checkFlow(beats)
    return checked(facts, beats, endings, fallback)
  }

  private func checked(
    _ facts: ScenarioFacts, _ beats: [Beat], _ endings: [Ending], _ fallback: [Speech]
  ) -> Scenario {
    Scenario(
      facts: facts, patient: patientSheet(), people: people(), topics: names.topics,
      states: names.states.map(\.value), beats: beats, endings: endings,
      fallback: fallback.isEmpty ? [defaultFallback(names.patient ?? "Patient")] : fallback,
      responsiveness: responsiveness(difficulty: facts.difficulty))
  }

  private func patientSheet() -> PatientSheet {
    var sheet = PatientSheet(name: names.patient ?? "Patient", description: [])
    for section in tree.sections {
      if case .patient(let lines) = section.content { sheet.description += lines.map(\.text) }
      if case .situation(let lines) = section.content { sheet.situation += lines.map(\.text) }
    }
    return sheet
  }

  private func people() -> [Person] {
    tree.sections.flatMap { section in
      guard case .people(let lines) = section.content else { return [Person]() }
      return lines.map { Person(name: $0.name.text, description: $0.description.text) }
    }
  }

  /// The codebook's default effects, as far as this scenario has the states.
  private func responsiveness(difficulty: Int) -> Responsiveness {
    let declared = Set(names.states.map(\.value.name))
    var effects: [String: [Effect]] = [:]
    for code in library.codebook.codes {
      let own = code.effects.filter { declared.contains($0.state) }
      if !own.isEmpty { effects[code.id] = own.map { Effect(state: $0.state, amount: $0.amount) } }
    }
    let damping = library.codebook.damping
    return Responsiveness(
      effects: effects,
      damping: damping.indices.contains(difficulty - 1) ? damping[difficulty - 1] : 1,
      limit: library.codebook.turnLimit, routine: library.codebook.routine)
  }
}

extension ScenarioTree {
  /// Whether the file says nothing at all.
  fileprivate var isEmpty: Bool {
    sections.isEmpty && preamble.contents.isEmpty && outline.front == nil
  }
}

/// What anybody says who has not understood; used where a scenario has no Fallback of its own.
private func defaultFallback(_ patient: String) -> Speech {
  let lines = [
    "Sorry, I didn't follow that. Could you say it another way?",
    "I'm not sure what you mean.",
    "(waits) Sorry?",
    "I think I lost you there.",
    "Could you say that again?",
    "Hm. I don't quite know what you're asking.",
    "(a puzzled look) How do you mean?",
    "Sorry, that went past me.",
  ]
  return Speech(
    line: 0, speaker: patient, once: false,
    alternatives: lines.map {
      SpokenLine(line: 0, text: $0, cues: [], gist: [], better: nil, betterReason: nil)
    })
}
