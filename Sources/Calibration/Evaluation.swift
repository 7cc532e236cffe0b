import Agreement

/// How well what a coder heard agrees with what people heard.
package struct Evaluation: Sendable, Hashable {
  package var samples = 0
  /// Conversations or patient lines.
  package var groups = 0
  /// Families first, then codes, in the order of the codebook; only what was looked for.
  package var names: [NameFigures] = []
  /// Nil where no single form was given anywhere.
  package var forms: FormConfusion?
  /// Over all codes heard, each judged by the narrowest name that was looked for.
  package var calibration = CalibrationCurve()
  /// Families of which some codes were looked for and others were not.
  package var partlyJudged: [String] = []

  /// The figures of a name: a family, or a code by id or plain name.
  package subscript(name: String) -> NameFigures? {
    names.first { $0.name.name == name || $0.name.id == name }
  }

  /// The mean kappa of these names, without those that are too few; nil where none is left.
  package func meanKappa(of names: [String]) -> Double? {
    let kappas = names.compactMap { self[$0] }.filter { !$0.isTooFew }.compactMap(\.kappa)
    return kappas.isEmpty ? nil : kappas.reduce(0, +) / Double(kappas.count)
  }
}

/// The figures of one code or family.
package struct NameFigures: Sendable, Hashable {
  package var name: MeasuredName
  /// People are the first rater, the coder is the second.
  package var table: AgreementTable
  /// By conversation or group; nil where it cannot be told.
  package var kappaInterval: Interval?
  /// The confidence of a name is the highest of its codes.
  package var calibration = CalibrationCurve()
  /// What was heard where people gave this name and it was not heard, the most frequent first.
  package var mistakenFor: [Mistake] = []
  /// Positions of samples in which it was missed, and in which it was heard without being there.
  package var missed: [Int] = []
  package var falseAlarms: [Int] = []

  package struct Mistake: Sendable, Hashable {
    /// The plain name of a code.
    package var name: String
    package var count: Int
  }

  /// Responses in which it was looked for.
  package var n: Int { table.total }
  /// Responses to which people gave it.
  package var given: Int { table[0, 0] + table[0, 1] }
  /// Responses in which it was heard.
  package var heard: Int { table[0, 0] + table[1, 0] }
  package var prevalence: Double? { ratio(given, n) }
  package var precision: Double? { table.precision(of: 0) }
  package var recall: Double? { table.recall(of: 0) }
  package var f1: Double? { table.f1(of: 0) }
  package var kappa: Double? { table.cohensKappa() }
  package var ac1: Double? { table.gwetsAC1() }
  /// Whether there are fewer than a figure needs to say something.
  package var isTooFew: Bool { n < Fewest.turns || given < Fewest.givenTurns }
}

/// What was heard in the place of each form that people gave.
package struct FormConfusion: Sendable, Hashable {
  /// In the order of the codebook.
  package var forms: [MeasuredName]
  /// A row for each form given; a column for each form heard, and a last one for none.
  package var counts: [[Int]]

  package var total: Int { counts.reduce(0) { $0 + $1.reduce(0, +) } }
}
