import Agreement
import Rubrics

/// How often people and the coder found each name in whole sessions, and whether the two go together.
package struct SessionFigures: Sendable, Hashable {
  package struct Name: Sendable, Hashable {
    package var name: MeasuredName
    /// Sessions in which it was looked for.
    package var n: Int
    /// Responses over all of these sessions.
    package var given: Int
    package var heard: Int
    /// Of the shares of responses in each session, people's and the coder's.
    package var pearson: Double?
    package var spearman: Double?
    /// How well the share heard tells the two kinds of session apart; .5 is not at all.
    package var area: Double?
    package var areaInterval: Interval?
    /// The same from what people gave.
    package var givenArea: Double?
  }

  package var sessions = 0
  /// The two kinds of session; the area is the chance that a name is heard more often in the first.
  package var qualities: (better: String, other: String)? {
    get { better.isEmpty ? nil : (better, other) }
  }
  var better = ""
  var other = ""
  package var names: [Name] = []
}

/// Figures by conversation. A name that nobody looked for is left out, unless sessions are of two
/// kinds: then what was heard tells something without it.
package func evaluateSessions(
  _ samples: [CodedSample], heard: [HeardCodes], by codebook: Codebook,
  options: EvaluationOptions = .init()
) -> SessionFigures {
  var measured = MeasuredNames(codebook, only: options.only)
  let names = measured.names
  var order: [String: Int] = [:]
  var sessions: [Session] = []
  for (sample, heard) in zip(samples, heard) {
    let position = order[sample.conversation] ?? sessions.count
    order[sample.conversation] = position
    if position == sessions.count { sessions.append(Session(names.count)) }
    sessions[position].add(sample, heard, &measured)
  }

  var figures = SessionFigures()
  figures.sessions = sessions.count
  let kinds = Set(sessions.map(\.quality)).subtracting([""]).sorted()
  if kinds.count == 2 {
    let isTurned = kinds[1].isGoodWord || !kinds[0].isGoodWord && !kinds[1].isGoodWord
    figures.better = kinds[isTurned ? 1 : 0]
    figures.other = kinds[isTurned ? 0 : 1]
  }
  figures.names = names.indices.compactMap {
    figuresOf(names[$0], $0, sessions, figures.better, options.bootstrap)
  }
  return figures
}

private struct Session {
  var quality = ""
  var responses = 0
  var heardAll: [Int]
  /// Of the responses in which a name was looked for.
  var judged: [Int]
  var given: [Int]
  var heard: [Int]

  init(_ count: Int) {
    heardAll = Array(repeating: 0, count: count)
    (judged, given, heard) = (heardAll, heardAll, heardAll)
  }

  mutating func add(
    _ sample: CodedSample, _ codes: HeardCodes, _ measured: inout MeasuredNames
  ) {
    responses += 1
    if quality.isEmpty { quality = sample.quality }
    let ids = Set(codes.whole.filter { $0.value >= HeardCodes.leastConfidence }.keys)
    let isJudged = measured.judgement(sample.judged).isJudged
    let isGiven = measured.areGiven(sample.given.all)
    for (position, name) in measured.names.enumerated() {
      let isHeard = !name.codes.isDisjoint(with: ids)
      heardAll[position] += isHeard ? 1 : 0
      guard isJudged[position] else { continue }
      judged[position] += 1
      heard[position] += isHeard ? 1 : 0
      given[position] += isGiven[position] ? 1 : 0
    }
  }
}

private func figuresOf(
  _ name: MeasuredName, _ position: Int, _ sessions: [Session], _ better: String,
  _ bootstrap: Bootstrap
) -> SessionFigures.Name? {
  let judged = sessions.filter { $0.judged[position] > 0 }
  let total = sessions.reduce(0) { $0 + $1.heardAll[position] }
  guard !judged.isEmpty || !better.isEmpty && total > 0 else { return nil }
  let given = judged.map { Double($0.given[position]) / Double($0.judged[position]) }
  let heard = judged.map { Double($0.heard[position]) / Double($0.judged[position]) }
  var figures = SessionFigures.Name(
    name: name, n: judged.count, given: judged.reduce(0) { $0 + $1.given[position] },
    heard: judged.isEmpty ? total : judged.reduce(0) { $0 + $1.heard[position] },
    pearson: pearsonCorrelation(given, heard), spearman: spearmanCorrelation(given, heard))
  guard !better.isEmpty else { return figures }

  func share(_ session: Session) -> Double {
    Double(session.heardAll[position]) / Double(max(1, session.responses))
  }
  let rated = sessions.filter { !$0.quality.isEmpty }
  let area = AreaUnderCurve(
    rated.filter { $0.quality == better }.map(share),
    over: rated.filter { $0.quality != better }.map(share))
  figures.area = area.value
  figures.areaInterval =
    bootstrap.intervals(clusters: rated.count, count: 1) { [area.value(drawn: $0)] }.first ?? nil
  let ratedByPeople = zip(judged, given).filter { !$0.0.quality.isEmpty }
  figures.givenArea =
    AreaUnderCurve(
      ratedByPeople.filter { $0.0.quality == better }.map(\.1),
      over: ratedByPeople.filter { $0.0.quality != better }.map(\.1)
    ).value
  return figures
}

extension String {
  /// Whether it calls a session good, so that areas are told from that side.
  fileprivate var isGoodWord: Bool {
    ["high", "good", "skilled", "expert", "better", "pass", "yes", "1"].contains(lowercased())
  }
}
