import ResponseCoding
import Rubrics

/// What a name of the codebook stands for, as far as an author has to know it.
///
/// One value for cues, codes and families: what does not belong to its kind is nil.
struct CodebookName: Encodable, Equatable {
  enum Kind: String, Encodable { case cue, code, family }

  struct Answers: Encodable, Equatable {
    let rubric: String
    let codes: [String]
    let half: [String]
  }

  struct Member: Encodable, Equatable {
    let name: String
    let definition: String
  }

  struct Reliability: Encodable, Equatable {
    let kappa: Double
    /// Responses that both readers coded.
    let responses: Int
  }

  /// A fitted weight, in log-odds.
  struct Weight: Encodable, Equatable {
    let feature: String
    let weight: Double
  }

  struct Example: Encodable, Equatable {
    let patient: String?
    let trainee: String
  }

  let kind: Kind
  let name: String
  /// For a code the short one of the codebook.
  var id: String?
  /// What is meant, in the codebook's words.
  var meaning: String?
  /// For a cue the responses within which it can be answered.
  var window: Int?
  var coaching: String?
  var answers: [Answers]?
  var harmedBy: [String]?
  var families: [String]?
  var useWhen: [String]?
  var notWhen: [String]?
  var examples: [Example]?
  /// Of a code, where people's agreement on it was measured.
  var reliability: Reliability?
  /// Codes that people hardly tell from it.
  var oneKindWith: [String]?
  /// The strongest fitted weights, strongest first.
  var speaksFor: [Weight]?
  var speaksAgainst: [Weight]?
  /// The codes of a family.
  var members: [Member]?
}

extension Library {
  /// What a name stands for, whatever its case: a cue, a code by id or name, a family; often one of
  /// them, none for an unknown name.
  func meanings(of name: String) -> [CodebookName] {
    let wanted = name.lowercased()
    let cues = codebook.cues.filter { $0.name.lowercased() == wanted }.map(explain)
    let codes = codebook.codes
      .filter { $0.id.lowercased() == wanted || $0.name.lowercased() == wanted }.map(explain)
    let members = codebook.codes.filter { $0.families.contains { $0.lowercased() == wanted } }
    // A code may be a family by itself.
    guard members.contains(where: { $0.name.lowercased() != wanted }) else { return cues + codes }
    let family = CodebookName(
      kind: .family, name: wanted,
      members: members.map { .init(name: $0.name, definition: $0.definition) })
    return cues + codes + [family]
  }

  /// Every name that has a meaning, sorted.
  var namesWithMeaning: [String] {
    Set(codebook.names + codebook.cues.map(\.name)).sorted()
  }

  private func explain(_ cue: CueDefinition) -> CodebookName {
    var answers: [CodebookName.Answers] = []
    for rubric in rubrics {
      var codes = rubric.opportunities[cue.name] ?? []
      for case .mustAnswer(let cues, let ids, _, _) in rubric.gateRules
      where cues.contains(cue.name) {
        codes += ids.filter { !codes.contains($0) }
      }
      let half = rubric.halfAnswers[cue.name] ?? []
      guard !codes.isEmpty || !half.isEmpty else { continue }
      answers.append(
        .init(rubric: rubric.title, codes: codes.map(plainName), half: half.map(plainName)))
    }
    return CodebookName(
      kind: .cue, name: cue.name, meaning: cue.meaning, window: cue.window,
      coaching: cue.coaching, answers: answers, harmedBy: cue.harmedBy.map(plainName))
  }

  private func explain(_ code: CodeDefinition) -> CodebookName {
    CodebookName(
      kind: .code, name: code.name, id: code.id, meaning: code.definition,
      families: code.families, useWhen: code.useWhen, notWhen: code.notWhen,
      examples: code.examples.map { .init(patient: $0.patient, trainee: $0.trainee) },
      reliability: code.reliability.map { .init(kappa: $0.kappa, responses: $0.count) },
      oneKindWith: code.kin.isEmpty ? nil : code.kin.map(plainName),
      speaksFor: code.fitted?.strongest { $0 > 0 },
      speaksAgainst: code.fitted?.strongest { $0 < 0 })
  }

  /// The name of a code for its id; a family has only the one it has.
  private func plainName(_ id: String) -> String { codebook.code(id)?.name ?? id }
}

extension FittedWeights {
  /// The ten strongest cues and signs on one side.
  fileprivate func strongest(_ isWanted: (Double) -> Bool) -> [CodebookName.Weight] {
    let all =
      cues.map { CodebookName.Weight(feature: $0.shown, weight: $0.weight) }
      + signs.map { CodebookName.Weight(feature: "(\($0.sign.name))", weight: $0.weight) }
    return Array(
      all.filter { isWanted($0.weight) }
        .sorted { (-abs($0.weight), $0.feature) < (-abs($1.weight), $1.feature) }.prefix(10))
  }
}
