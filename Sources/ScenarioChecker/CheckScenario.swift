import Diagnostics
import Outline
import ScenarioModel
import ScenarioSyntax

/// A scenario file after checking: its tree always, the scenario where nothing is wrong enough to
/// stop it.
package struct CheckedFile: Sendable {
  package let tree: ScenarioTree
  /// Nil where this file or one it uses has an error, and for a file that others use.
  package let scenario: Scenario?
  /// In file order.
  package let diagnostics: [Diagnostic]
  /// The files it uses, in the order in which they are read, each with what is wrong in it.
  package let parts: [(file: SourceFile, diagnostics: [Diagnostic])]
}

/// Reads and checks a scenario file; every independent problem is in the result.
///
/// `parts` finds a file named after `use:`; it gets the path beside that of `file`, without `.` and
/// `..` where they can be resolved. A file whose own name ends in `.part` is checked as far as it
/// stands alone: names that the scenario using it may declare are not called unknown.
package func checkScenario(
  _ file: SourceFile, library: CheckingLibrary, parts: (String) -> SourceFile? = { _ in nil }
) -> CheckedFile {
  let tree = readScenario(file)
  if let problem = file.encodingProblem(code: "S106") {
    return CheckedFile(tree: tree, scenario: nil, diagnostics: [problem], parts: [])
  }
  let used = UsedFiles(of: tree, parts)
  var check = ScenarioCheck(tree: tree, used: used, library: library)
  let scenario = check.run()
  let diagnostics = check.diagnostics.inFileOrder()
  let found =
    used.trees.map { part in
      (part.file, check.partDiagnostics[ObjectIdentifier(part.file), default: []].inFileOrder())
    } + used.unreadable.map { ($0.file, [$0.problem]) }
  let isWrong =
    diagnostics.hasErrors || tree.isPart || found.contains { $0.1.hasErrors }
  return CheckedFile(
    tree: tree, scenario: isWrong ? nil : scenario, diagnostics: diagnostics, parts: found)
}

/// One check of one scenario: the names declared so far and the problems found.
struct ScenarioCheck {
  let tree: ScenarioTree
  /// The file's own tree and those of the files it uses.
  let trees: [ScenarioTree]
  /// Of all files, the scenario's own first.
  let sections: [ScenarioSection]
  /// Those of `sections` that are neither a beat nor an ending: a few even in a very large scenario.
  let surroundings: [ScenarioSection]
  let library: CheckingLibrary
  let names: DeclaredNames
  /// Problems of the file itself.
  var diagnostics: [Diagnostic] = []
  /// Problems of the files it uses.
  var partDiagnostics: [ObjectIdentifier: [Diagnostic]] = [:]
  /// Places named by `go to` that do not exist, with the name that was probably meant.
  var missingPlaces: [(name: String, nearest: String?)] = []
  /// Names that are unknown and near to nothing, which are said once.
  var unknownNames: Set<String> = []
  /// How many near places may still be looked for: each costs a look at every place there is.
  var searchesLeft = 50
  /// Every way that leads somewhere, as written.
  var ways: [WrittenWay] = []
  /// The index of the beat being checked.
  var presentBeat = 0
  /// Where conditions ask for an open risk or an answered cue.
  var riskTerms: [Phrase] = []
  var cueTerms: [Phrase] = []
  /// Ids of the rubrics the scenario is rated by.
  var ratedBy: [String] = []
  /// What the names being checked are part of, and how many of them stand between `or`.
  var termPlace = TermPlace.codes
  var alternativesHere = 1
  /// The one ending graded poor; nil where there is none, or several.
  let onlyPoorEnding: String?

  init(tree: ScenarioTree, used: UsedFiles, library: CheckingLibrary) {
    self.tree = tree
    self.library = library
    trees = [tree] + used.trees
    // Without a used file nothing is copied.
    sections = trees.count == 1 ? tree.sections : trees.flatMap(\.sections)
    surroundings = sections.filter { section in
      switch section.content {
      case .beat, .ending: false
      default: true
      }
    }
    let poor = sections.filter(\.isPoorEnding).prefix(2)
    onlyPoorEnding = poor.count == 1 ? poor.first?.name?.text : nil
    names = DeclaredNames(sections, isComplete: used.problems.isEmpty && used.unreadable.isEmpty)
    for (problem, phrase) in used.problems { report(problem, at: phrase) }
  }

  mutating func report(_ problem: ScenarioProblem, at phrase: Phrase, replacement: String? = nil) {
    report(problem, at: phrase, fix: replacement.map { Fix(writing: $0, at: phrase.span) })
  }

  mutating func report(_ problem: ScenarioProblem, at phrase: Phrase, fix: Fix?) {
    // What is missing here may stand in a file that was not found, or that uses this one.
    if !seesAll, problem.isAboutTheWhole { return }
    add(Diagnostic(problem, at: phrase.span, fix: fix), in: phrase.file)
  }

  mutating func report(_ problem: some Problem, at phrase: Phrase, fix: Fix? = nil) {
    add(Diagnostic(problem, at: phrase.span, fix: fix), in: phrase.file)
  }

  /// Whether every file is there that may declare something.
  var seesAll: Bool { names.isComplete && !tree.isPart }

  private mutating func add(_ diagnostic: Diagnostic, in file: SourceFile) {
    if file === tree.file {
      diagnostics.append(diagnostic)
    } else {
      partDiagnostics[ObjectIdentifier(file), default: []].append(diagnostic)
    }
  }

  /// Whether anything found so far, in whichever file, is an error.
  var hasErrors: Bool {
    diagnostics.hasErrors || partDiagnostics.values.contains { $0.hasErrors }
  }

  mutating func run() -> Scenario {
    if tree.isEmpty {
      report(.emptyFile, at: Phrase(file: tree.file, span: Span(0, 0)))
      return checked(ScenarioFacts(), [], [], [])
    }
    let facts = checkHeader()
    ratedBy = facts.rubrics
    for part in trees.dropFirst() { checkHeader(ofPart: part) }
    for tree in trees { checkSections(of: tree) }
    checkRequired()
    checkDeclarations()
    var beats: [Beat] = []
    var endings: [Ending] = []
    var fallback: [Speech] = []
    for section in sections {
      switch section.content {
      case .beat(let lines) where section.name != nil:
        presentBeat = beats.count
        beats.append(
          checkingIndentation(of: section) { $0.checkBeat(section, lines) })
      case .ending(let lines) where section.name != nil:
        endings.append(
          checkingIndentation(of: section) { $0.checkEnding(section, lines) })
      case .fallback(let lines):
        fallback += checkingIndentation(of: section) { $0.checkFallback(lines) }
      default: break
      }
    }
    checkFlow(beats)
    checkNeverTrue(beats, endings, fallback)
    var scenario = checked(facts, consume beats, endings, fallback)
    scenario.variations = checkVariations(of: scenario)
    scenario.checks = checkChecks()
    if !hasErrors, seesAll { analyse(scenario) }
    return scenario
  }

  private func checked(
    _ facts: ScenarioFacts, _ beats: consuming [Beat], _ endings: [Ending], _ fallback: [Speech]
  ) -> Scenario {
    var scenario = Scenario(
      facts: facts, patient: patientSheet(), people: people(), topics: names.topics,
      states: names.states.map(\.value), beats: consume beats, endings: endings,
      fallback: fallback.isEmpty ? [defaultFallback(names.patient ?? "Patient")] : fallback,
      responsiveness: responsiveness(difficulty: facts.difficulty))
    scenario.cueAnswers = library.cueAnswers(by: facts.rubrics)
    scenario.numberSpeeches()
    return scenario
  }

  private func patientSheet() -> PatientSheet {
    var sheet = PatientSheet(name: names.patient ?? "Patient", description: [])
    for section in surroundings {
      if case .patient(let lines) = section.content { sheet.description += lines.map(\.text) }
      if case .situation(let lines) = section.content { sheet.situation += lines.map(\.text) }
    }
    return sheet
  }

  private func people() -> [Person] {
    surroundings.flatMap { section in
      guard case .people(let lines) = section.content else { return [Person]() }
      return lines.map {
        Person(
          name: $0.name.text, description: $0.description.text, otherNames: $0.words.map(\.text))
      }
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

extension ScenarioSection {
  fileprivate var isPoorEnding: Bool {
    guard case .ending(let lines) = content, name != nil else { return false }
    return lines.contains { line in
      if case .outcome(let grade, _, _) = line.content { grade.equals("poor") } else { false }
    }
  }
}

extension ScenarioTree {
  /// Whether the file says nothing at all.
  fileprivate var isEmpty: Bool {
    sections.isEmpty && preamble.contents.isEmpty && outline.front == nil
  }
}
