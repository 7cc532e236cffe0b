import Calibration

/// The figures of an evaluation for other programs; null where a figure is not defined.
struct EvaluationJSON: Encodable {
  let version = 1
  let codebook: String
  let codebookVersion: String
  let samples: Int
  let groups: Int
  let names: [Name]
  let forms: Forms?
  let calibration: Calibration
  let notMeasured: [String]
  let sessions: Sessions?

  struct Name: Encodable {
    let name: String
    /// Null for a family.
    let id: OrNull<String>
    let n: Int
    let given: Int
    let heard: Int
    let both: Int
    let tooFew: Bool
    let prevalence: OrNull<Double>
    let precision: OrNull<Double>
    let recall: OrNull<Double>
    let f1: OrNull<Double>
    let kappa: OrNull<Double>
    let kappaLow: OrNull<Double>
    let kappaHigh: OrNull<Double>
    let ac1: OrNull<Double>
    let calibration: Calibration
    let mistakenFor: [Mistake]
  }

  struct Mistake: Encodable {
    let name: String
    let count: Int
  }

  struct Calibration: Encodable {
    let expectedError: OrNull<Double>
    let sure: Bin
    let unsure: Bin
    /// From 0 up to .1, from .1 up to .2 …
    let bins: [Bin]
  }

  struct Bin: Encodable {
    let heard: Int
    let right: Int
    let meanConfidence: OrNull<Double>
  }

  /// Rows are what was given, columns what was heard; the last column is for none.
  struct Forms: Encodable {
    let forms: [String]
    let counts: [[Int]]
  }

  struct Sessions: Encodable {
    let sessions: Int
    /// The area tells the first from the second.
    let qualities: [String]
    let names: [Session]
  }

  struct Session: Encodable {
    let name: String
    let id: OrNull<String>
    let n: Int
    let given: Int
    let heard: Int
    let pearson: OrNull<Double>
    let spearman: OrNull<Double>
    let auc: OrNull<Double>
    let aucLow: OrNull<Double>
    let aucHigh: OrNull<Double>
    let aucOfGiven: OrNull<Double>
  }

  init(_ report: EvaluationReport) {
    let evaluation = report.evaluation
    codebook = report.codebook.id
    codebookVersion = report.codebook.version
    samples = evaluation.samples
    groups = evaluation.groups
    names = evaluation.names.map(Name.init)
    forms = evaluation.forms.map {
      Forms(forms: $0.forms.map { $0.id ?? $0.name }, counts: $0.counts)
    }
    calibration = Calibration(evaluation.calibration)
    notMeasured = evaluation.partlyJudged
    sessions = report.sessions.map { sessions in
      Sessions(
        sessions: sessions.sessions,
        qualities: sessions.qualities.map { [$0.better, $0.other] } ?? [],
        names: sessions.names.map(Session.init))
    }
  }
}

extension EvaluationJSON.Name {
  fileprivate init(_ figures: NameFigures) {
    name = figures.name.name
    id = OrNull(figures.name.id)
    n = figures.n
    given = figures.given
    heard = figures.heard
    both = figures.table[0, 0]
    tooFew = figures.isTooFew
    prevalence = OrNull(rounded: figures.prevalence)
    precision = OrNull(rounded: figures.precision)
    recall = OrNull(rounded: figures.recall)
    f1 = OrNull(rounded: figures.f1)
    kappa = OrNull(rounded: figures.kappa)
    kappaLow = OrNull(rounded: figures.kappaInterval?.low)
    kappaHigh = OrNull(rounded: figures.kappaInterval?.high)
    ac1 = OrNull(rounded: figures.ac1)
    calibration = .init(figures.calibration)
    mistakenFor = figures.mistakenFor.map { .init(name: $0.name, count: $0.count) }
  }
}

extension EvaluationJSON.Session {
  fileprivate init(_ figures: SessionFigures.Name) {
    name = figures.name.name
    id = OrNull(figures.name.id)
    n = figures.n
    given = figures.given
    heard = figures.heard
    pearson = OrNull(rounded: figures.pearson)
    spearman = OrNull(rounded: figures.spearman)
    auc = OrNull(rounded: figures.area)
    aucLow = OrNull(rounded: figures.areaInterval?.low)
    aucHigh = OrNull(rounded: figures.areaInterval?.high)
    aucOfGiven = OrNull(rounded: figures.givenArea)
  }
}

extension EvaluationJSON.Calibration {
  fileprivate init(_ curve: CalibrationCurve) {
    expectedError = OrNull(rounded: curve.expectedError)
    sure = .init(curve.sure)
    unsure = .init(curve.unsure)
    bins = curve.bins.map { .init($0) }
  }
}

extension EvaluationJSON.Bin {
  fileprivate init(_ bin: CalibrationCurve.Bin) {
    heard = bin.count
    right = bin.right
    meanConfidence = OrNull(rounded: bin.meanConfidence)
  }
}

/// A value that is written as null where it is missing, so that every object has the same keys.
struct OrNull<Value: Encodable>: Encodable {
  let value: Value?

  init(_ value: Value?) { self.value = value }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    if let value { try container.encode(value) } else { try container.encodeNil() }
  }
}

extension OrNull<Double> {
  /// To four digits after the point.
  init(rounded number: Double?) {
    value = number.flatMap { $0.isFinite ? ($0 * 10_000).rounded() / 10_000 : nil }
  }
}
