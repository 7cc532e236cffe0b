import Agreement

/// Agreement as one page that needs nothing else: no script, no other file.
struct AgreementHTML {
  let report: AgreementReport

  var text: String {
    let people = report.dimensions.filter { $0.people.units > 0 }
    let machine = report.dimensions.compactMap { one in one.machine.map { (one.name, $0) } }
    return htmlPage(
      "Agreement between raters",
      [
        opening, figures("Between raters", people.map { ($0.name, $0.people) }), leniency,
        figures("Raters and the program's estimate", machine),
        codes("Codes, between raters", report.codes),
        codes("Codes, raters and the program", report.machineCodes),
        pictures(people.map { ($0.name, $0.people) }, "rater"), pictures(machine, "program"),
      ].filter { !$0.isEmpty }.joined(separator: "\n"))
  }

  private var opening: String {
    """
    <p>Only ratings count that were given before the rater saw another's. Kappa, AC1, ICC and alpha \
    are agreement beyond chance: 1 is full agreement, 0 no more than chance. Where a level or code is \
    rare kappa says little; look at AC1, too. Of the ICC, below .40 is called poor, from .60 good, from \
    .75 excellent; of alpha, from .67 tentative, from .80 firm.</p>
    <p class="note">“Too few”: under \(Fewest.sessions) sessions, of alpha under \(Fewest.units); of \
    codes under \(Fewest.turns) turns or \(Fewest.givenTurns) in which the code was given. A dash: not \
    defined.</p>
    """
  }

  private func figures(_ title: String, _ all: [(String, RatedDimension)]) -> String {
    guard !all.isEmpty else { return "" }
    func estimate(_ one: Estimate?, isTooFew: Bool) -> String {
      guard !isTooFew else { return cell("too few") + cell("") }
      return cell(hundredths(one?.value)) + cell(one?.interval?.words ?? "—")
    }
    let pairs = all.map { name, one in
      let figures = [
        one.table.agreement, one.withinOne, one.table.cohensKappa(),
        one.table.cohensKappa(.linear), one.table.cohensKappa(.quadratic), one.table.gwetsAC1(),
        one.table.gwetsAC1(.quadratic),
      ]
      return rowHead(shown(name)) + cell(grouped(one.units))
        + figures.map { cell(one.pairsAreTooFew ? "too few" : hundredths($0)) }.joined()
    }
    // Two tables of few columns: one of all would be cut on paper.
    func correlations(
      _ chosen: (IntraclassCorrelations) -> [Estimate?]
    ) -> [String] {
      all.map { name, one in
        let found = one.correlations
        return rowHead(shown(name)) + cell(found.map { grouped($0.units) } ?? "—")
          + cell(
            one.blockWords == nil
              ? found.map { grouped($0.raters) } ?? "—"
              : one.block.map(shown).joined(separator: " and "))
          + (found.map(chosen) ?? [nil, nil])
          .map { estimate($0, isTooFew: one.blockIsTooFew && found != nil) }.joined()
      }
    }
    let alphas = all.map { name, one in
      rowHead(shown(name)) + cell(grouped(one.units))
        + [one.alphaNominal, one.alphaOrdinal, one.alphaInterval]
        .map { estimate($0, isTooFew: one.unitsAreTooFew) }.joined()
    }
    return """
      <h2>\(title)</h2>
      \(htmlTable(
        "\(title): pairs",
        ["dimension", "sessions", "same", "within 1", "kappa", "linear", "quadratic", "AC1", "AC2"],
        pairs))
      \(htmlTable(
        "\(title): intraclass correlations of sessions that all of them rated, absolute agreement",
        ["dimension", "sessions", "raters", "ICC(1,1)", "95 %", "ICC(2,1)", "95 %"],
        correlations { [$0.oneWay, $0.absolute] }))
      \(htmlTable(
        "\(title): consistency, and absolute agreement of the mean of these raters",
        ["dimension", "sessions", "raters", "ICC(3,1)", "95 %", "ICC(2,k)", "95 %"],
        correlations { [$0.consistency, $0.absoluteOfMean] }))
      \(htmlTable(
        "\(title): Krippendorff's alpha",
        ["dimension", "sessions", "nominal", "95 %", "ordinal", "95 %", "interval", "95 %"], alphas))
      """
  }

  private var leniency: String {
    let raters = report.leniency.filter { $0.units > 0 }
    guard !raters.isEmpty else { return "" }
    let items = raters.map { "<li><strong>\(shown($0.rater))</strong>: \($0.words)</li>" }
    let byDimension = report.dimensions.flatMap { dimension in
      dimension.leniency.filter { !$0.isTooFew }.map { one in
        rowHead("\(shown(dimension.name)): \(shown(one.rater))")
          + "<td class=\"words\">\(one.words)</td>"
      }
    }
    return """
      <h2>Lenient or strict</h2>
      <p>Each rater beside the others who rated the same sessions, over all dimensions.</p>
      <ul>
      \(items.joined(separator: "\n"))
      </ul>
      \(byDimension.isEmpty ? "" : htmlTable(
        "By dimension, of those who rated \(Fewest.sessions) sessions and more",
        ["dimension and rater", "beside the others"], byDimension, words: [1]))
      """
  }

  private func codes(_ title: String, _ codes: [CodeAgreement]) -> String {
    guard !codes.isEmpty else { return "" }
    let rows = codes.map { one in
      let figures = [
        one.table.agreement, one.positiveAgreement, one.negativeAgreement, one.table.cohensKappa(),
        one.table.gwetsAC1(),
      ]
      return rowHead(shown(one.code)) + cell(grouped(one.table.total)) + cell(grouped(one.given))
        + figures.map { cell(one.isTooFew ? "too few" : hundredths($0)) }.joined()
    }
    let estimates = codes.map { one in
      let interval =
        one.sessionsAreTooFew ? "" : one.correlations?.absolute?.interval?.words ?? "—"
      return rowHead(shown(one.code)) + cell(one.correlationWords) + cell(interval)
        + cell(one.isTooFew ? "too few" : hundredths(one.alpha?.value))
        + cell(one.isTooFew ? "" : one.alpha?.interval?.words ?? "—")
    }
    return """
      <h2>\(title)</h2>
      \(htmlTable(
        "\(title), by turn",
        ["code", "turns", "given", "same", "positive", "negative", "kappa", "AC1"], rows))
      \(htmlTable(
        "\(title): ICC of how often in a session, alpha by turn",
        ["code", "ICC(2,1)", "95 %", "alpha", "95 %"], estimates))
      """
  }

  private func pictures(_ all: [(String, RatedDimension)], _ kind: String) -> String {
    all.enumerated().compactMap { number, dimension -> String? in
      let (name, one) = (shown(dimension.0), dimension.1)
      guard !one.pairsAreTooFew, let spread = one.spread, let low = one.levels.first,
        let high = one.levels.last, low < high
      else { return nil }
      let isPair = one.raters.count == 2
      let first = isPair ? shown(one.raters[0]) : "the first by name"
      let second = isPair ? shown(one.raters[1]) : "the second by name"
      let points = spread.countedPoints.map { dot in
        rowHead(hundredths(dot.point.mean)) + cell(hundredths(dot.point.difference))
          + cell(grouped(dot.count))
      }
      let rows = one.levels.enumerated().map { row, level in
        rowHead(String(level))
          + one.levels.indices.map { cell(grouped(one.table[row, $0])) }.joined()
      }
      return """
        <h2>\(name): \(first) and \(second)</h2>
        <p>\(spread.words).</p>
        \(blandAltmanPlot(
          spread, levels: Double(low)...Double(high), title: name, id: "spread-\(kind)-\(number)"))
        \(htmlTable(
          "\(name): mean, the first less the second, and sessions", ["mean", "difference", "sessions"],
          points))
        \(confusionPlot(
          one.table, levels: one.levels, title: name, id: "levels-\(kind)-\(number)", first: first,
          second: second))
        \(htmlTable(
          "\(name): rows \(first), columns \(second)", ["level"] + one.levels.map(String.init), rows))
        """
    }.joined(separator: "\n")
  }
}
