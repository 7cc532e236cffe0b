import Agreement
import Reports

/// Agreement between people as a table for spreadsheets and statistics packages: a row for each
/// dimension and code, `NA` where a figure is not defined or rests on too little.
func agreementCSV(_ report: AgreementReport) -> String {
  let heads = agreementColumns.map(\.name).joined(separator: ",")
  let dimensions = report.dimensions.filter { $0.people.units > 0 }.map { dimension in
    let one = dimension.people
    let pairs = one.pairsAreTooFew ? nil : one.table
    let absolute = one.blockIsTooFew ? nil : one.correlations?.absolute
    return row(
      dimension.name, one.units, pairs, weighted: pairs?.cohensKappa(.quadratic), absolute,
      one.unitsAreTooFew ? nil : one.alphaOrdinal?.value)
  }
  let codes = report.codes.map { one in
    let pairs = one.isTooFew ? nil : one.table
    // With two labels the weighted kappa is the plain one.
    return row(
      one.code, one.table.total, pairs, weighted: pairs?.cohensKappa(),
      one.sessionsAreTooFew ? nil : one.correlations?.absolute,
      one.isTooFew ? nil : one.alpha?.value)
  }
  return ([heads] + dimensions + codes).joined(separator: "\r\n") + "\r\n"
}

private func row(
  _ name: String, _ n: Int, _ table: AgreementTable?, weighted: Double?, _ absolute: Estimate?,
  _ alpha: Double?
) -> String {
  let figures = [
    table?.agreement, table?.cohensKappa(), weighted, table?.gwetsAC1(), absolute?.value,
    absolute?.interval?.low, absolute?.interval?.high, alpha,
  ].map { figure in
    OrNull(rounded: figure).value.map { "\($0)" } ?? "NA"
  }
  return ([csvCell(name), String(n)] + figures).joined(separator: ",")
}
