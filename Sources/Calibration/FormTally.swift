import Rubrics

/// Counts which form was heard in the place of each form that people gave.
///
/// The unit is the sentence where people coded sentences and the coder split as many; else the
/// response. Each form given counts once: as itself where it was heard, else as the surest form heard
/// that was not given, a plain statement only where there is no other.
struct FormTally {
  private let codebook: Codebook
  private let forms: [String]
  private let positions: [String: Int]
  private var counts: [[Int]]

  init(_ codebook: Codebook) {
    self.codebook = codebook
    forms = codebook.codes.filter { $0.layer == .form }.map(\.id)
    positions = Dictionary(
      forms.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    counts = Array(repeating: Array(repeating: 0, count: forms.count + 1), count: forms.count)
  }

  mutating func add(
    _ sample: CodedSample, _ heard: HeardCodes, _ measured: inout MeasuredNames
  ) {
    switch sample.given {
    case .sentences(let given) where given.count == heard.sentences.count:
      for (given, heard) in zip(given, heard.sentences) { add(given, heard, &measured) }
    case .sentences, .response:
      add(sample.given.all, heard.whole, &measured)
    }
  }

  private mutating func add(
    _ given: Set<String>, _ heard: [String: Double], _ measured: inout MeasuredNames
  ) {
    let rows = Set(
      given.compactMap { name -> Int? in
        let codes = measured.codes(name)
        return codes.count == 1 ? codes.first.flatMap { positions[$0] } : nil
      })
    guard !rows.isEmpty else { return }
    let columns = heard.compactMap { code, confidence in
      positions[code].map { (position: $0, confidence: confidence) }
    }
    let others = columns.filter { !rows.contains($0.position) }
    let plain = positions[codebook.plainStatement]
    let instead = others.max { a, b in
      let key = { (place: (position: Int, confidence: Double)) in
        (place.position == plain ? 0 : 1, place.confidence, -place.position)
      }
      return key(a) < key(b)
    }
    for row in rows {
      let column =
        columns.contains { $0.position == row } ? row : instead?.position ?? forms.count
      counts[row][column] += 1
    }
  }

  /// Nil where no single form was given.
  var confusion: FormConfusion? {
    guard counts.contains(where: { $0.contains { $0 > 0 } }) else { return nil }
    return FormConfusion(
      forms: forms.map {
        MeasuredName(name: codebook.code($0)?.name ?? $0, id: $0, codes: [$0])
      }, counts: counts)
  }
}
