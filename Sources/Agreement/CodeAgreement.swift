/// A place in a session, such as a turn, that two or more coded.
package struct CodedPlace: Sendable, Hashable {
  package var session: String
  /// What each gave; the first two are the first and the second coder of the table.
  package var given: [Set<String>]

  package init(session: String, given: [Set<String>]) {
    self.session = session
    self.given = given
  }
}

/// How well coders agree on whether one code is there.
package struct CodeAgreement: Sendable, Hashable {
  package var code: String
  /// Places in which the first coder gave it have the first row, those of the second the first
  /// column.
  package var table: AgreementTable
  /// Of how often each of the two gave it in each session.
  package var correlations: IntraclassCorrelations?
  /// Of all coders; the interval by drawing whole sessions again.
  package var alpha: Estimate?

  /// Places that at least one of the two gave it to.
  package var given: Int { table.total - table[1, 1] }
  package var positiveAgreement: Double? { table.f1(of: 0) }
  package var negativeAgreement: Double? { table.f1(of: 1) }
  package var isTooFew: Bool { table.total < Fewest.turns || given < Fewest.givenTurns }
  package var sessionsAreTooFew: Bool {
    isTooFew || (correlations?.units ?? 0) < Fewest.sessions
  }

  /// Places with one coder alone are left out.
  package init(_ code: String, _ places: [CodedPlace], bootstrap: Bootstrap = Bootstrap()) {
    self.code = code
    table = AgreementTable(categories: 2)
    var numbers: [String: Int] = [:]
    var sessions: [[[Double]]] = []
    var counts: [[Double]] = []
    for place in places where place.given.count > 1 {
      let number = numbers[place.session] ?? sessions.count
      numbers[place.session] = number
      if number == sessions.count {
        sessions.append([])
        counts.append([0, 0])
      }
      let given = place.given.map { $0.contains(code) }
      table.add(1, given[0] ? 0 : 1, given[1] ? 0 : 1)
      sessions[number].append(given.map { $0 ? 1 : 0 })
      for coder in 0..<2 where given[coder] { counts[number][coder] += 1 }
    }
    correlations = IntraclassCorrelations(counts)
    alpha = KrippendorffsAlpha(clusters: sessions).estimates([.nominal], bootstrap)[0]
  }
}
