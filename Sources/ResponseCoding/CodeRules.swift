import Rubrics

/// What the talk so far may do to a code.
struct CodeRules: Sendable {
  var onlyAfter: [String]
  /// Position of the code it turns into.
  var becomes: Int?
  var permittedBy: [String]
  var requestedBy: [String]
  /// Positions of the codes that count for nothing beside it.
  var voids: [Int]
  var halfWhen: [Sign]
  var isVoidWhenRepeated: Bool
  var isUnhelpful: Bool
  var isReflection: Bool
}

/// Turns the names in a codebook into positions.
struct RuleReader {
  private let codebook: Codebook
  private let positions: [String: Int]

  init(_ codebook: Codebook, _ positions: [String: Int]) {
    self.codebook = codebook
    self.positions = positions
  }

  func read(_ code: CodeDefinition) -> CodeRules {
    CodeRules(
      onlyAfter: code.onlyAfter, becomes: code.becomes.flatMap { positions[$0] },
      permittedBy: code.permittedBy, requestedBy: code.requestedBy,
      voids: positions(of: code.voids), halfWhen: code.halfWhen,
      isVoidWhenRepeated: code.voidWhenRepeated,
      isUnhelpful: code.families.contains("unhelpful any"),
      isReflection: code.families.contains("reflection"))
  }

  /// Of the codes that are named so, or belong to a family of the name.
  func positions(of names: [String]) -> [Int] {
    guard !names.isEmpty else { return [] }
    return codebook.codes.indices.filter { position in
      let code = codebook.codes[position]
      return names.contains { $0 == code.id || $0 == code.name || code.families.contains($0) }
    }
  }
}
