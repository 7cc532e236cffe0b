import Agreement

/// How hard a patient is for a cohort, and how well the sessions with her tell trainees apart.
package struct ScenarioFigures: Sendable, Hashable {
  package var scenario: String
  package var begun: Int
  package var ended: Int
  /// Who came to an end with her.
  package var trainees: Int
  package var difficulty: Difficulty
  package var discrimination: Discrimination
}

/// The level of the sessions with one patient, and how many of them were failed.
package struct Difficulty: Sendable, Hashable {
  package var basis: Basis
  package var sessions: Int
  package var trainees: Int
  /// Of the means of sessions; nil without any.
  package var mean: Double?
  /// Nil for one session.
  package var deviation: Double?
  package var failed: Int

  package var isTooFew: Bool { sessions < Fewest.sessions }
  package var failRate: Double? { ratio(failed, sessions) }
}

/// Whether those who do well with other patients do well with this one.
///
/// The corrected item–rest correlation over trainees: the rest is the trainee's other scenarios, this
/// one left out. Each counts as the distance from what its scenario comes to on average, because not
/// all have met the same patients. Source: Nunnally and Bernstein, Psychometric Theory (3rd edition,
/// 1994), chapter 8.
package struct Discrimination: Sendable, Hashable {
  package var basis: Basis
  /// Who has sessions with this patient and with another.
  package var trainees: Int
  /// From -1 to 1; nil where nothing varies. The interval is by Fisher's z.
  package var correlation: Estimate?

  package var isTooFew: Bool { trainees < FewestOfCohort.trainees }
}

/// Every scenario of the sessions, by name.
///
/// Each figure is made of final ratings where those are enough, else of estimates.
package func scenarioFigures(_ sessions: [CohortSession]) -> [ScenarioFigures] {
  var correlations: [Basis: [String: Discrimination]] = [:]
  for basis in Basis.allCases { correlations[basis] = discriminations(sessions, basis) }
  return Dictionary(grouping: sessions, by: \.scenario).map { scenario, own in
    let ended = own.filter(\.hasEnded)
    let difficulties = Basis.allCases.map { difficulty(ended, $0) }
    let discriminations = Basis.allCases.compactMap { correlations[$0]?[scenario] }
    return ScenarioFigures(
      scenario: scenario, begun: own.count, ended: ended.count,
      trainees: Set(ended.map(\.trainee)).count,
      difficulty: difficulties.first { !$0.isTooFew } ?? difficulties[difficulties.count - 1],
      discrimination: discriminations.first { !$0.isTooFew } ?? discriminations.last
        ?? Discrimination(basis: .estimates, trainees: 0))
  }.sorted { $0.scenario < $1.scenario }
}

private func difficulty(_ sessions: [CohortSession], _ basis: Basis) -> Difficulty {
  let told = sessions.filter { $0.result(basis) != nil }
  let means = told.compactMap { $0.result(basis)?.mean }
  let n = Double(means.count)
  let mean = means.isEmpty ? nil : means.reduce(0, +) / n
  var deviation: Double?
  if let mean, means.count > 1 {
    let squares = means.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    deviation = (squares / (n - 1)).squareRoot()
  }
  return Difficulty(
    basis: basis, sessions: told.count, trainees: Set(told.map(\.trainee)).count, mean: mean,
    deviation: deviation, failed: told.count { $0.result(basis)?.hasFailed == true })
}

private func discriminations(
  _ sessions: [CohortSession], _ basis: Basis
) -> [String: Discrimination] {
  struct Place: Hashable {
    let trainee: String
    let scenario: String
  }
  var sums: [Place: (sum: Double, count: Int)] = [:]
  for session in sessions {
    guard let mean = session.result(basis)?.mean else { continue }
    let place = Place(trainee: session.trainee, scenario: session.scenario)
    let (sum, count) = sums[place] ?? (0, 0)
    sums[place] = (sum + mean, count + 1)
  }
  // In one order, so that the last bit of a sum is always the same.
  let means = sums.map { ($0.key.trainee, $0.key.scenario, $0.value.sum / Double($0.value.count)) }
    .sorted { ($0.0, $0.1) < ($1.0, $1.1) }
  var ofScenario: [String: (sum: Double, count: Int)] = [:]
  for (_, scenario, mean) in means {
    let (sum, count) = ofScenario[scenario] ?? (0, 0)
    ofScenario[scenario] = (sum + mean, count + 1)
  }
  var (items, rests) = ([String: [Double]](), [String: [Double]]())
  var start = 0
  while start < means.count {
    var end = start
    while end < means.count, means[end].0 == means[start].0 { end += 1 }
    let distances = means[start..<end].map { _, scenario, mean in
      let (sum, count) = ofScenario[scenario] ?? (0, 1)
      return (scenario, mean - sum / Double(count))
    }
    start = end
    guard distances.count > 1 else { continue }
    let whole = distances.reduce(0) { $0 + $1.1 }
    for (scenario, distance) in distances {
      items[scenario, default: []].append(distance)
      rests[scenario, default: []].append((whole - distance) / Double(distances.count - 1))
    }
  }
  return items.reduce(into: [:]) { found, one in
    let rest = rests[one.key] ?? []
    found[one.key] = Discrimination(
      basis: basis, trainees: one.value.count,
      correlation: correlationEstimate(one.value, rest))
  }
}

private func correlationEstimate(_ first: [Double], _ second: [Double]) -> Estimate? {
  pearsonCorrelation(first, second).map { Estimate($0, correlationInterval($0, of: first.count)) }
}
