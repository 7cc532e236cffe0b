import Rubrics

/// A key for each code that a rater can mark, by the groups of the codebook.
struct CodeKeys {
  struct Group {
    let name: String
    var codes: [(key: Character, code: CodeDefinition)]
  }

  let groups: [Group]

  /// `q` leaves, as everywhere. A codebook with more codes than keys has the rest marked by name.
  private static let keys = "1234567890abcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"

  init(_ codebook: Codebook) {
    let codes = codebook.codes.filter {
      $0.layer != .derived && $0.id != codebook.plainStatement
    }
    // Those of a group stand together, in the order in which the codebook first names the groups.
    var order: [String] = []
    for code in codes where !order.contains(code.group) { order.append(code.group) }
    var keys = Self.keys[...]
    groups = order.map { name in
      var group = Group(name: name, codes: [])
      for code in codes where code.group == name {
        guard let key = keys.popFirst() else { break }
        group.codes.append((key, code))
      }
      return group
    }.filter { !$0.codes.isEmpty }
  }

  func code(_ key: Character) -> CodeDefinition? {
    groups.lazy.flatMap(\.codes).first { $0.key == key }?.code
  }
}
