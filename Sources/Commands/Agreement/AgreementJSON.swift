import Agreement

/// The figures of agreement for other programs. A figure is null where it is not defined; `tooFew`
/// names those that are told but rest on too little to say something.
struct AgreementJSON: Encodable {
  let version = 1
  let dimensions: [Dimension]
  let leniency: [Rater]
  let codes: [Code]
  let machineCodes: [Code]

  struct Figure: Encodable {
    let value: OrNull<Double>
    let low: OrNull<Double>
    let high: OrNull<Double>

    init(_ estimate: Estimate?) {
      value = OrNull(rounded: estimate?.value)
      low = OrNull(rounded: estimate?.interval?.low)
      high = OrNull(rounded: estimate?.interval?.high)
    }
  }

  struct Dimension: Encodable {
    let name: String
    let people: Ratings
    let machine: OrNull<Ratings>
    let leniency: [Rater]
  }

  struct Ratings: Encodable {
    let raters: [String]
    let n: Int
    let ratedOnce: Int
    let tooFew: [String]
    let agreement: OrNull<Double>
    let withinOne: OrNull<Double>
    let kappa: OrNull<Double>
    let kappaLinear: OrNull<Double>
    let kappaQuadratic: OrNull<Double>
    let ac1: OrNull<Double>
    let ac2: OrNull<Double>
    /// Sessions that everybody in `block` rated; 0 where only ICC(1,1) is told.
    let completeBlock: Int
    let block: [String]
    let icc11: Figure
    let icc21: Figure
    let icc31: Figure
    let icc2k: Figure
    let alphaNominal: Figure
    let alphaOrdinal: Figure
    let alphaInterval: Figure
    let difference: Figure
    let limitLow: OrNull<Double>
    let limitHigh: OrNull<Double>
    let levels: [Int]
    /// Rows are levels of the first rater, columns of the second.
    let table: [[Int]]
  }

  struct Rater: Encodable {
    let rater: String
    let n: Int
    let tooFew: Bool
    let difference: Figure
    let drift: Figure
    /// `month` or `rating`; null without a drift.
    let driftPer: OrNull<String>
  }

  struct Code: Encodable {
    let code: String
    let n: Int
    let given: Int
    let first: Int
    let second: Int
    let both: Int
    let tooFew: [String]
    let agreement: OrNull<Double>
    let positive: OrNull<Double>
    let negative: OrNull<Double>
    let kappa: OrNull<Double>
    let ac1: OrNull<Double>
    /// Of how often it was given in each session.
    let icc21: Figure
    let alpha: Figure
  }

  init(_ report: AgreementReport) {
    dimensions = report.dimensions.map { one in
      Dimension(
        name: one.name, people: Ratings(one.people), machine: OrNull(one.machine.map(Ratings.init)),
        leniency: one.leniency.map(Rater.init))
    }
    leniency = report.leniency.map(Rater.init)
    codes = report.codes.map(Code.init)
    machineCodes = report.machineCodes.map(Code.init)
  }
}

extension AgreementJSON.Ratings {
  init(_ one: RatedDimension) {
    raters = one.raters
    n = one.units
    ratedOnce = one.single
    tooFew =
      (one.pairsAreTooFew ? ["agreement", "kappa", "ac1", "difference"] : [])
      + (one.blockIsTooFew ? ["icc"] : []) + (one.unitsAreTooFew ? ["alpha"] : [])
    agreement = OrNull(rounded: one.table.agreement)
    withinOne = OrNull(rounded: one.withinOne)
    kappa = OrNull(rounded: one.table.cohensKappa())
    kappaLinear = OrNull(rounded: one.table.cohensKappa(.linear))
    kappaQuadratic = OrNull(rounded: one.table.cohensKappa(.quadratic))
    ac1 = OrNull(rounded: one.table.gwetsAC1())
    ac2 = OrNull(rounded: one.table.gwetsAC1(.quadratic))
    completeBlock = one.block.isEmpty ? 0 : one.correlations?.units ?? 0
    block = one.block
    icc11 = .init(one.correlations?.oneWay)
    icc21 = .init(one.correlations?.absolute)
    icc31 = .init(one.correlations?.consistency)
    icc2k = .init(one.correlations?.absoluteOfMean)
    alphaNominal = .init(one.alphaNominal)
    alphaOrdinal = .init(one.alphaOrdinal)
    alphaInterval = .init(one.alphaInterval)
    difference = .init(one.spread?.difference)
    limitLow = OrNull(rounded: one.spread?.limits?.low)
    limitHigh = OrNull(rounded: one.spread?.limits?.high)
    levels = one.levels
    table = one.levels.indices.map { row in one.levels.indices.map { one.table[row, $0] } }
  }
}

extension AgreementJSON.Rater {
  init(_ one: Leniency) {
    rater = one.rater
    n = one.units
    tooFew = one.isTooFew
    difference = .init(one.difference)
    drift = .init(one.drift?.slope)
    driftPer = OrNull(one.drift?.step.rawValue)
  }
}

extension AgreementJSON.Code {
  init(_ one: CodeAgreement) {
    code = one.code
    n = one.table.total
    given = one.given
    first = one.table.rowSums[0]
    second = one.table.columnSums[0]
    both = one.table[0, 0]
    tooFew =
      (one.isTooFew ? ["agreement", "positive", "negative", "kappa", "ac1", "alpha"] : [])
      + (one.sessionsAreTooFew ? ["icc"] : [])
    agreement = OrNull(rounded: one.table.agreement)
    positive = OrNull(rounded: one.positiveAgreement)
    negative = OrNull(rounded: one.negativeAgreement)
    kappa = OrNull(rounded: one.table.cohensKappa())
    ac1 = OrNull(rounded: one.table.gwetsAC1())
    icc21 = .init(one.correlations?.absolute)
    alpha = .init(one.alpha)
  }
}
