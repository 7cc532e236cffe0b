import Agreement
import ResponseCoding
import Rubrics

/// What an evaluation is asked for beside the figures.
package struct EvaluationOptions: Sendable, Hashable {
  /// Names to give figures for, as the codebook spells them; all that were looked for where empty.
  package var only: [String] = []
  package var bootstrap = Bootstrap()
  /// Wrong samples kept for each name and kind of mistake.
  package var examples = 0

  package init() {}
}

/// Measures a coder on what people heard. Deterministic; the time is linear in samples and draws.
package func evaluate(
  _ samples: [CodedSample], _ coder: ResponseCoder, options: EvaluationOptions = .init()
) -> Evaluation {
  evaluate(samples, heard: hear(samples, with: coder), by: coder.codebook, options: options)
}

/// Measures predictions made beforehand, one for each sample in their order; samples beyond the last
/// prediction are left out.
package func evaluate(
  _ samples: [CodedSample], heard: [HeardCodes], by codebook: Codebook,
  options: EvaluationOptions = .init()
) -> Evaluation {
  var evaluator = Evaluator(codebook, options)
  for (sample, heard) in zip(samples, heard) { evaluator.add(sample, heard) }
  return evaluator.finished()
}

private struct Evaluator {
  let options: EvaluationOptions
  var measured: MeasuredNames
  var evaluation = Evaluation()
  var clusters: [String: Int] = [:]
  /// By cluster and name: both, given only, heard only, neither.
  var counts: [[SIMD4<Int>]] = []
  var tallies: [NameTally]
  var forms: FormTally
  var isPartly: [Bool]

  struct NameTally {
    var calibration = CalibrationCurve()
    var mistakes: [String: Int] = [:]
    var missed: [Int] = []
    var falseAlarms: [Int] = []
  }

  init(_ codebook: Codebook, _ options: EvaluationOptions) {
    self.options = options
    measured = MeasuredNames(codebook, only: options.only)
    tallies = Array(repeating: NameTally(), count: measured.names.count)
    isPartly = Array(repeating: false, count: measured.names.count)
    forms = FormTally(codebook)
  }

  mutating func add(_ sample: CodedSample, _ heard: HeardCodes) {
    let cluster = clusters[sample.group] ?? clusters.count
    clusters[sample.group] = cluster
    if cluster == counts.count {
      counts.append(Array(repeating: SIMD4(), count: measured.names.count))
    }
    let given = sample.given.all
    let whole = heard.whole
    let judgement = measured.judgement(sample.judged)
    let isGiven = measured.areGiven(given)
    var confidence = [Double](repeating: -1, count: measured.names.count)
    for (code, value) in whole {
      for position in measured.positions[code] ?? [] {
        confidence[position] = max(confidence[position], value)
      }
    }
    let givenCodes = given.map { measured.codes($0) }.filter { !$0.isEmpty }
    for position in measured.names.indices {
      if judgement.isPartly[position] { isPartly[position] = true }
      guard judgement.isJudged[position] else { continue }
      let isHeard = confidence[position] >= HeardCodes.leastConfidence
      let cell = isGiven[position] ? (isHeard ? 0 : 1) : (isHeard ? 2 : 3)
      counts[cluster][position][cell] += 1
      if confidence[position] >= 0 {
        tallies[position].calibration.add(
          confidence: confidence[position], isRight: isGiven[position])
      }
      if cell == 1 {
        note(whole, insteadOf: position, givenCodes)
        if tallies[position].missed.count < options.examples {
          tallies[position].missed.append(evaluation.samples)
        }
      } else if cell == 2, tallies[position].falseAlarms.count < options.examples {
        tallies[position].falseAlarms.append(evaluation.samples)
      }
    }
    for (code, value) in whole.sorted(by: { $0.key < $1.key }) {
      guard let name = judgement.narrowest[code] else { continue }
      let isRight = givenCodes.contains { $0.isSubset(of: name) }
      evaluation.calibration.add(confidence: value, isRight: isRight)
    }
    forms.add(sample, heard, &measured)
    evaluation.samples += 1
  }

  /// Counts what was heard in the place of a name: all that nothing else given accounts for.
  private mutating func note(
    _ heard: [String: Double], insteadOf position: Int, _ given: [Set<String>]
  ) {
    let missed = measured.names[position].codes
    let others = given.filter { !missed.isSubset(of: $0) && !$0.isSubset(of: missed) }
    for (code, confidence) in heard where confidence >= HeardCodes.leastConfidence {
      guard !others.contains(where: { $0.contains(code) }) else { continue }
      tallies[position].mistakes[code, default: 0] += 1
    }
  }

  mutating func finished() -> Evaluation {
    let names = measured.names
    evaluation.groups = clusters.count
    var totals = [SIMD4<Int>](repeating: SIMD4(), count: names.count)
    for cluster in counts {
      for position in names.indices { totals[position] &+= cluster[position] }
    }
    let told = names.indices.filter { totals[$0].wrappedSum() > 0 }
    let intervals = options.bootstrap.intervals(clusters: counts.count, count: told.count) {
      times in
      var sums = [SIMD4<Int>](repeating: SIMD4(), count: told.count)
      for (cluster, times) in times.enumerated() where times > 0 {
        for (index, position) in told.enumerated() {
          sums[index] &+= counts[cluster][position] &* SIMD4(repeating: times)
        }
      }
      return sums.map { AgreementTable($0).cohensKappa() }
    }
    evaluation.names = zip(told, intervals).map { position, interval in
      figures(position, totals[position], interval)
    }
    evaluation.partlyJudged = names.indices
      .filter { isPartly[$0] && totals[$0].wrappedSum() == 0 }.map { names[$0].name }
    evaluation.forms = forms.confusion
    return evaluation
  }

  private func figures(_ position: Int, _ counts: SIMD4<Int>, _ interval: Interval?) -> NameFigures
  {
    let tally = tallies[position]
    let mistakes = tally.mistakes.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    return NameFigures(
      name: measured.names[position], table: AgreementTable(counts), kappaInterval: interval,
      calibration: tally.calibration,
      mistakenFor: mistakes.map {
        .init(name: measured.codebook.code($0.key)?.name ?? $0.key, count: $0.value)
      }, missed: tally.missed, falseAlarms: tally.falseAlarms)
  }
}

extension AgreementTable {
  fileprivate init(_ counts: SIMD4<Int>) {
    self.init(
      both: counts[0], firstOnly: counts[1], secondOnly: counts[2], neither: counts[3])
  }
}
