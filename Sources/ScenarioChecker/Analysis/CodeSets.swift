import Rubrics

/// Codes of the codebook as a set: what a name in a condition stands for.
struct CodeSet: Equatable {
  private var words: [UInt64]

  init(_ members: [Int]) {
    words = []
    for member in members {
      while words.count <= member / 64 { words.append(0) }
      words[member / 64] |= 1 << UInt64(member % 64)
    }
  }

  var isEmpty: Bool { words.allSatisfy { $0 == 0 } }

  func isSubset(of other: CodeSet) -> Bool {
    for (index, word) in words.enumerated() {
      let theirs = index < other.words.count ? other.words[index] : 0
      if word & ~theirs != 0 { return false }
    }
    return true
  }
}

/// What names stand for, each looked up once.
struct CodeSets {
  private let codebook: Codebook
  private var known: [String: CodeSet] = [:]

  init(_ codebook: Codebook) { self.codebook = codebook }

  subscript(name: String) -> CodeSet {
    mutating get {
      if let set = known[name] { return set }
      let members = codebook.codes.indices.filter { index in
        let code = codebook.codes[index]
        return code.id == name || code.name == name || code.families.contains(name)
      }
      let set = CodeSet(members)
      known[name] = set
      return set
    }
  }
}
