import Rubrics
import Scoring
import TranscriptModel

/// Every number of a score with what it is made of, down to turns and words.
struct ScoreExplanation {
  let session: ScoredSession

  var sections: [ReportSection] {
    session.score.dimensions.map(section) + session.score.gates.map(section)
      + session.score.checklists.map(section) + [indices]
  }

  private func section(_ dimension: DimensionScore) -> ReportSection {
    let rubric = session.rubrics.first { $0.id == dimension.id }
    var lines = [text(dimension)]
    if let index = dimension.index, let rubric {
      lines.append(summed(dimension, index, rubric))
    }
    for term in dimension.terms {
      lines.append(
        "\(signedExact(term.contribution)): \(term.text) (\(exact(term.value)) × \(signedExact(term.weight)))"
      )
      lines += term.text.hasPrefix("opportunities") ? [] : quotes(term.evidence)
    }
    if !dimension.opportunities.isEmpty {
      lines.append("What the patient offered:")
      lines += dimension.opportunities.map { "  " + words($0) }
    }
    for cap in dimension.caps {
      lines.append("Held at \(cap.level) by turn \(list(cap.turns)): \(cap.text)")
      lines += quotes(cap.evidence)
    }
    return ReportSection(heading: dimension.title, lines: lines)
  }

  /// `Index 0.47: level 3 begins at 0.40, level 4 at 0.60`
  private func summed(_ dimension: DimensionScore, _ index: Double, _ rubric: Rubric) -> String {
    let reached = rubric.cutPoints.count { index >= $0 }
    var parts: [String] = []
    if reached > 0 {
      parts.append("level \(reached + 1) begins at \(exact(rubric.cutPoints[reached - 1]))")
    }
    if rubric.cutPoints.indices.contains(reached) {
      parts.append("level \(reached + 2) at \(exact(rubric.cutPoints[reached]))")
    }
    return "Index \(exact(index)): " + parts.joined(separator: ", ")
  }

  private func section(_ gate: GateScore) -> ReportSection {
    var lines = [gate.result.words]
    for reason in gate.reasons {
      lines.append("Turn \(reason.turn): \(reason.text) (\(reason.rule))")
      lines += quotes(reason.evidence.map { [$0] } ?? [])
    }
    if !gate.opportunities.isEmpty {
      lines.append("What the patient offered:")
      lines += gate.opportunities.map { "  " + words($0) }
    }
    return ReportSection(heading: gate.title, lines: lines)
  }

  private func section(_ list: ChecklistScore) -> ReportSection {
    let setting = list.setting.map { " (\($0.phase), \($0.area))" } ?? ""
    var lines = [text(list)]
    for task in list.tasks {
      lines.append(
        "\(task.outcome.words(task.points)): \(task.name)"
          + (task.reason.isEmpty ? "" : ", \(task.reason)"))
      lines += quotes(task.evidence)
    }
    for fault in list.proscribed {
      lines.append("Does not belong here: \(fault.name)")
      lines += quotes(fault.evidence)
    }
    return ReportSection(heading: list.title + setting, lines: lines)
  }

  private var indices: ReportSection {
    let indices = explainedIndices(session.exchanges, codebook: session.codebook)
    return ReportSection(
      heading: "In numbers",
      lines: indices.flatMap { index in
        [text(index)]
          + index.counts.flatMap { counted -> [String] in
            let turns = counted.evidence.map(\.turn)
            let places = turns.isEmpty ? "" : ", in turn \(list(Array(Set(turns)).sorted()))"
            return ["  \(counted.name): \(exact(counted.count))\(places)"]
          }
      })
  }

  private func words(_ opportunity: Opportunity) -> String {
    let offered = "turn \(opportunity.turn), \(opportunity.cue): "
    let how = opportunity.outcome.words
    guard let evidence = opportunity.evidence else { return offered + how }
    let place = evidence.turn == opportunity.turn ? "" : " in turn \(evidence.turn)"
    return "\(offered)\(how)\(place) by \(evidence.name), “\(shortened(evidence.words))”"
  }

  private func quotes(_ evidence: [Evidence]) -> [String] {
    evidence.map { one in
      let doubt = session.suggestions.contains(one.code) ? " (a suggestion)" : ""
      return "  turn \(one.turn), \(one.name)\(doubt): “\(shortened(one.words))”"
    }
  }
}

extension Opportunity.Outcome {
  fileprivate var words: String {
    switch self {
    case .met: "met"
    case .half: "half met"
    case .missed: "missed"
    case .harmed: "harmed"
    case .open: "still open"
    }
  }
}

extension GateResult {
  fileprivate var words: String {
    switch self {
    case .pass: "Passed."
    case .fail: "Not passed."
    case .notApplicable: "Not applicable: nothing the patient said called for it."
    case .open: "Still open."
    }
  }
}

extension TaskScore.Outcome {
  fileprivate func words(_ points: Int) -> String {
    switch self {
    case .skilled, .present: "\(points), \(rawValue)"
    case .absent: "0, absent"
    case .notAsked: "Not asked for"
    }
  }
}

private func list(_ turns: [Int]) -> String { turns.map(String.init).joined(separator: ", ") }

/// Two decimals.
private func exact(_ number: Double) -> String {
  let hundredths = Int((abs(number) * 100).rounded())
  let fraction = hundredths % 100
  let sign = number < 0 && hundredths > 0 ? "-" : ""
  return "\(sign)\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
}

private func signedExact(_ number: Double) -> String {
  let text = exact(number)
  return text.hasPrefix("-") ? text : "+" + text
}
