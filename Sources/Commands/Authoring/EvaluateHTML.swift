import Calibration

/// An evaluation as one page that needs nothing else: no script, no other file.
struct EvaluateHTML {
  let report: EvaluationReport

  var text: String {
    let title = "Agreement of \(shown(report.codebook.title)) with people"
    return htmlPage(
      title,
      """
      \(opening)
      \(names("Families", report.families))
      \(names("Codes", report.codes))
      \(uncounted)
      \(forms)
      \(mistakes)
      \(confidence)
      \(sessions)
      \(examples)
      """)
  }

  private var opening: String {
    let evaluation = report.evaluation
    return """
      <p>Codebook \(shown(report.codebook.id)), version \(shown(report.codebook.version)), on \
      \(grouped(evaluation.samples)) responses of \(shown(report.file)) in \
      \(grouped(evaluation.groups)) groups.</p>
      <p>Kappa is agreement beyond chance: 1 is full agreement, 0 no more than chance. A bar is where \
      kappa lies in 95 of 100 samples of groups drawn anew. Where a code is rare, look at precision, \
      recall and AC1, too: kappa alone says little there.</p>
      """
  }

  private func names(_ title: String, _ names: [NameFigures]) -> String {
    guard !names.isEmpty else { return "" }
    let rows = names.map { one in
      [
        rowHead(shown(one.name.label)), cell(grouped(one.n)), cell(grouped(one.given)),
        cell(hundredths(one.precision)), cell(hundredths(one.recall)), cell(hundredths(one.f1)),
        cell(hundredths(one.kappa)), cell(one.kappaInterval?.words ?? "—"),
        cell(hundredths(one.ac1)),
      ].joined()
    }
    return """
      <h2>\(title)</h2>
      \(kappaPlot(names))
      \(htmlTable(
        "\(title): all figures",
        ["name", "responses", "given", "precision", "recall", "F1", "kappa", "95 %", "AC1"], rows))
      """
  }

  private var uncounted: String {
    var text = ""
    if !report.tooFew.isEmpty {
      let names = report.tooFew.map { "\(shown($0.name.label)) \($0.given)" }
      text += """
        <h2>Too few to tell</h2>
        <p>Given under 10 times, or looked for in under 50 responses: \(names.joined(separator: ", ")).</p>
        """
    }
    let partly = report.evaluation.partlyJudged
    if !partly.isEmpty {
      text += """
        <h2>Not measured</h2>
        <p>Some of their codes were not looked for: \(partly.map(shown).joined(separator: ", ")).</p>
        """
    }
    return text
  }

  private var forms: String {
    guard let confusion = report.evaluation.forms else { return "" }
    let heads = confusion.forms.map { shown($0.id ?? $0.name) } + ["none"]
    let rows = zip(confusion.forms, confusion.counts).compactMap { form, counts -> String? in
      let total = counts.reduce(0, +)
      guard total > 0 else { return nil }
      return rowHead(shown(form.label))
        + counts.map { count in
          let share = hundredths(Double(count) / Double(total))
          return
            "<td class=\"heat\" style=\"--share:\(share)\">\(count == 0 ? "·" : grouped(count))</td>"
        }.joined() + cell(grouped(total))
    }
    return """
      <h2>Forms: given, and what was heard instead</h2>
      <p>Each form given counts once: where it was heard, or else where the surest other form stands. \
      The stronger the colour of a field, the greater its share of the row.</p>
      \(htmlTable("Rows: given by people. Columns: heard.", ["given"] + heads + ["all"], rows))
      """
  }

  private var mistakes: String {
    let items = (report.families + report.codes).filter { !$0.mistakenFor.isEmpty }.map { one in
      let heard = one.mistakenFor.prefix(3).map { "\(shown($0.name)) \(grouped($0.count))" }
      return "<li><strong>\(shown(one.name.label))</strong>, missed "
        + "\(grouped(one.given - one.table[0, 0])) times: \(heard.joined(separator: ", "))</li>"
    }
    guard !items.isEmpty else { return "" }
    return """
      <h2>Heard where it was given and missed</h2>
      <ul>
      \(items.joined(separator: "\n"))
      </ul>
      """
  }

  private var confidence: String {
    let curve = report.evaluation.calibration
    guard curve.count > 0 else { return "" }
    let rows = curve.bins.enumerated().filter { $0.element.count > 0 }.map { index, bin in
      rowHead("\(hundredths(Double(index) / 10)) to \(hundredths(Double(index + 1) / 10))")
        + cell(grouped(bin.count)) + cell(hundredths(bin.meanConfidence))
        + cell(hundredths(bin.shareRight))
    }
    let promises = report.promises.map {
      "<li class=\"\($0.isKept ? "kept" : "broken")\">\(shown($0.words))</li>"
    }
    return """
      <h2>Confidence</h2>
      <ul>
      \(promises.joined(separator: "\n"))
      <li>Expected calibration error: \(hundredths(curve.expectedError))</li>
      </ul>
      \(calibrationPlot(curve))
      \(htmlTable("What was heard, by confidence", ["confidence", "heard", "mean", "right"], rows))
      """
  }

  private var sessions: String {
    guard let sessions = report.sessions else { return "" }
    let kinds = sessions.qualities
    let rows = sessions.names.filter(\.isWorthShowing).map { one in
      var cells = [
        rowHead(shown(one.name.label)), cell(one.n > 0 ? grouped(one.n) : "—"),
        cell(one.n > 0 ? grouped(one.given) : "—"), cell(grouped(one.heard)),
        cell(hundredths(one.pearson)), cell(hundredths(one.spearman)),
      ]
      if kinds != nil {
        cells += [cell(hundredths(one.area)), cell(one.areaInterval?.words ?? "—")]
      }
      return cells.joined()
    }
    let area = kinds.map {
      " AUC is the chance that the share heard is greater in a conversation called "
        + "“\(shown($0.better))” than in one called “\(shown($0.other))”; .50 tells nothing."
    }
    return """
      <h2>By conversation</h2>
      <p>\(grouped(sessions.sessions)) conversations. Correlations are of the share of responses with a \
      name, as given and as heard.\(area ?? "")</p>
      \(htmlTable(
        "Shares in whole conversations",
        ["name", "conversations", "given", "heard", "Pearson", "Spearman"]
          + (kinds == nil ? [] : ["AUC", "95 %"]), rows))
      """
  }

  private var examples: String {
    report.evaluation.names.filter { !($0.missed + $0.falseAlarms).isEmpty }.map { one in
      let items = [("missed", one.missed), ("not given", one.falseAlarms)].flatMap {
        what, positions in
        positions.map { position in
          let sample = report.samples[position]
          return "<li>\(what), \(shown(sample.id)): <q><bdi>\(shown(sample.text))</bdi></q></li>"
        }
      }
      return """
        <h2>Wrong: \(shown(one.name.label))</h2>
        <ul>
        \(items.joined(separator: "\n"))
        </ul>
        """
    }.joined(separator: "\n")
  }
}
