/// What a person, never the program, gave a session.
package struct HumanRating: Sendable, Hashable {
  package var session: String
  package var rater: String
  /// Levels from 1 to 5 by dimension; what could not be assessed is missing.
  package var levels: [String: Int]
  /// Nil where the patient was in no danger.
  package var passedSafety: Bool?
  /// Whether the rater saw harm that nobody has talked over with the trainee yet.
  package var hasOpenHarmFlag: Bool

  package init(
    session: String, rater: String, levels: [String: Int], passedSafety: Bool? = nil,
    hasOpenHarmFlag: Bool = false
  ) {
    self.session = session
    self.rater = rater
    self.levels = levels
    self.passedSafety = passedSafety
    self.hasOpenHarmFlag = hasOpenHarmFlag
  }
}

/// How far the rule for calling a trainee competent is fulfilled; estimates alone never fulfil it.
package struct Competence: Sendable, Hashable {
  package static let fewestSessions = 5

  package enum Standing: Sendable, Hashable {
    /// Below five whole sessions nothing is said.
    case notEnoughObservations
    /// A condition is not met, or cannot be told yet.
    case noStatement
    /// Every condition is met.
    case competent
  }

  package enum Fulfilment: String, Sendable, Hashable {
    case met
    case notMet = "not met"
    /// People have not said yet.
    case open
  }

  package struct Condition: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
      case sessions, scenarios, areas, difficulty, rated, levels, doubleRated, safety, harm
    }

    package var kind: Kind
    package var fulfilment: Fulfilment
    /// What there is, of what it takes; nil where it is not a count.
    package var count: Int?
    package var needed: Int?
  }

  package var standing: Standing
  /// Whole sessions that ended.
  package var sessions: Int
  package var conditions: [Condition]
}

/// Who is called competent: five whole sessions or more, with three patients, in two areas, two of
/// difficulty 3 or more; the last three rated by people with every dimension at 3 or more and a mean
/// of 3.5 or more, two of them twice; safety passed where a patient was last in danger; and no harm
/// left to be talked over.
///
/// `sessions` are the whole ones of one trainee, oldest first. Of several people who rated one session
/// the mean counts.
package func competence(of sessions: [PastSession], ratings: [HumanRating]) -> Competence {
  typealias Condition = Competence.Condition
  func counted(_ kind: Condition.Kind, _ count: Int, _ needed: Int) -> Condition {
    Condition(
      kind: kind, fulfilment: count >= needed ? .met : .notMet, count: count, needed: needed)
  }
  func told(_ kind: Condition.Kind, _ isMet: Bool?) -> Condition {
    Condition(kind: kind, fulfilment: isMet.map { $0 ? .met : .notMet } ?? .open)
  }
  /// What people may still add is open, not failed.
  func awaited(_ kind: Condition.Kind, _ count: Int, _ needed: Int) -> Condition {
    Condition(kind: kind, fulfilment: count >= needed ? .met : .open, count: count, needed: needed)
  }
  let bySession = Dictionary(grouping: ratings, by: \.session)
  let last = sessions.suffix(3).map { bySession[$0.id] ?? [] }
  let rated = last.filter { !$0.isEmpty }
  let isRated = last.count == 3 && rated.count == 3
  let conditions = [
    counted(.sessions, sessions.count, Competence.fewestSessions),
    counted(.scenarios, Set(sessions.map(\.scenario)).count, 3),
    counted(.areas, Set(sessions.map(\.area).filter { !$0.isEmpty }).count, 2),
    counted(.difficulty, sessions.count { $0.difficulty >= 3 }, 2),
    awaited(.rated, rated.count, 3),
    told(.levels, isRated ? last.allSatisfy(isStrong) : nil),
    awaited(.doubleRated, rated.count { Set($0.map(\.rater)).count >= 2 }, 2),
    told(.safety, passedSafety(sessions, bySession)),
    told(.harm, ratings.isEmpty ? nil : !ratings.contains(where: \.hasOpenHarmFlag)),
  ]
  let standing: Competence.Standing =
    sessions.count < Competence.fewestSessions
    ? .notEnoughObservations
    : conditions.allSatisfy { $0.fulfilment == .met } ? .competent : .noStatement
  return Competence(standing: standing, sessions: sessions.count, conditions: conditions)
}

/// Every dimension 3 or more and 3.5 or more in the mean; false where nothing was assessable.
private func isStrong(_ ratings: [HumanRating]) -> Bool {
  var levels: [String: [Int]] = [:]
  for (dimension, level) in ratings.flatMap(\.levels) {
    levels[dimension, default: []].append(level)
  }
  // In one order, so that the last bit of the mean is always the same.
  let means = levels.sorted { $0.key < $1.key }.map { _, given in
    Double(given.reduce(0, +)) / Double(given.count)
  }
  guard !means.isEmpty else { return false }
  return means.allSatisfy { $0 >= 3 } && means.reduce(0, +) / Double(means.count) >= 3.5
}

/// Of the last session in which a patient was in danger: by people where they have said it, else by the
/// gate. Nil where there is none yet.
private func passedSafety(
  _ sessions: [PastSession], _ ratings: [String: [HumanRating]]
) -> Bool? {
  for session in sessions.reversed() {
    let said = (ratings[session.id] ?? []).compactMap(\.passedSafety)
    if !said.isEmpty { return said.allSatisfy { $0 } }
    switch session.gate {
    case .pass: return true
    case .fail: return false
    case .open, .notApplicable: continue
    }
  }
  return nil
}
