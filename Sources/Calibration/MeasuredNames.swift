import Rubrics

/// A name that figures are given for, and the codes it stands for.
package struct MeasuredName: Sendable, Hashable {
  package var name: String
  /// Of a single code; nil for a family.
  package var id: String?
  /// Ids of codes.
  package var codes: Set<String>

  package var isFamily: Bool { id == nil }
}

/// The names that are measured, and which of them follow from what people said.
struct MeasuredNames {
  let codebook: Codebook
  private(set) var names: [MeasuredName] = []
  /// Of a code the positions of the names that stand for it.
  private(set) var positions: [String: [Int]] = [:]
  private var known: [String: Set<String>] = [:]
  private var implied: [String: [Int]] = [:]
  private var judgements: [Set<String>: Judgement] = [:]

  /// What it means that some names were looked for.
  struct Judgement {
    /// For each measured name whether its absence can be told: it was looked for, or all it stands
    /// for was.
    var isJudged: [Bool]
    /// Whether only a part of what it stands for was looked for.
    var isPartly: [Bool]
    /// Of a code the narrowest name that was looked for.
    var narrowest: [String: Set<String>]
  }

  /// Without names of one's own all are measured: families of several codes in the order in which
  /// the codebook comes to them, then the codes. A family of one code is that code; of two with the
  /// same codes the first is taken.
  init(_ codebook: Codebook, only: [String] = []) {
    self.codebook = codebook
    if only.isEmpty {
      var seen: Set<Set<String>> = []
      for family in codebook.codes.flatMap(\.families) {
        let codes = codes(family)
        if codes.count > 1, seen.insert(codes).inserted {
          names.append(MeasuredName(name: family, codes: codes))
        }
      }
      names += codebook.codes.map { MeasuredName(name: $0.name, id: $0.id, codes: [$0.id]) }
    } else {
      for name in only {
        let codes = codes(name)
        guard !codes.isEmpty else { continue }
        names.append(
          MeasuredName(name: name, id: codes.count == 1 ? codes.first : nil, codes: codes))
      }
    }
    for (position, name) in names.enumerated() {
      for code in name.codes { positions[code, default: []].append(position) }
    }
  }

  /// The ids that a name stands for; empty for an unknown one.
  mutating func codes(_ name: String) -> Set<String> {
    if let codes = known[name] { return codes }
    let codes = Set(codebook.codes(named: name))
    known[name] = codes
    return codes
  }

  /// For each measured name whether it is there where these were given: `reflection` is where
  /// `simple reflection` is.
  mutating func areGiven(_ given: Set<String>) -> [Bool] {
    var areGiven = [Bool](repeating: false, count: names.count)
    for name in given {
      for position in implied(by: name) { areGiven[position] = true }
    }
    return areGiven
  }

  private mutating func implied(by given: String) -> [Int] {
    if let known = implied[given] { return known }
    let codes = codes(given)
    let positions =
      codes.isEmpty ? [] : names.indices.filter { codes.isSubset(of: names[$0].codes) }
    implied[given] = positions
    return positions
  }

  mutating func judgement(_ judged: Set<String>) -> Judgement {
    if let known = judgements[judged] { return known }
    var found = Judgement(isJudged: [], isPartly: [], narrowest: [:])
    let meanings = judged.sorted().map { codes($0) }.filter { !$0.isEmpty }
    for codes in meanings {
      for code in codes where found.narrowest[code].map({ $0.count > codes.count }) ?? true {
        found.narrowest[code] = codes
      }
    }
    for name in names {
      let inside = meanings.filter { $0.isSubset(of: name.codes) }
      let covered = inside.reduce(into: Set<String>()) { $0.formUnion($1) }
      found.isJudged.append(covered.count == name.codes.count)
      found.isPartly.append(!covered.isEmpty && covered.count < name.codes.count)
    }
    judgements[judged] = found
    return found
  }
}
