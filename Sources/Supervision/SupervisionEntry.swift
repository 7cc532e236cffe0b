/// A meeting to be written into the supervision log.
package struct HeldSupervision: Sendable, Hashable {
  package var supervisor: String
  /// `2026-03-01`
  package var date: String
  package var minutes: Int
  /// Who was there, beside the supervisor.
  package var trainees: [String]
  /// Ids of the sessions that were talked about.
  package var sessions: [String]
  package var goals: String
  /// What is to be practised.
  package var agreed: String
  /// The number of the entry it stands in place of.
  package var corrects: Int?

  package init(
    supervisor: String, date: String, minutes: Int, trainees: [String], sessions: [String] = [],
    goals: String = "", agreed: String = "", corrects: Int? = nil
  ) {
    self.supervisor = supervisor
    self.date = date
    self.minutes = minutes
    self.trainees = trainees
    self.sessions = sessions
    self.goals = goals
    self.agreed = agreed
    self.corrects = corrects
  }
}

/// An entry of the supervision log: signed, and chained to the one before of the same supervisor.
package struct SupervisionEntry: Sendable, Hashable {
  package var supervisor: String
  /// From 1, in the supervisor's own log.
  package var number: Int
  package var date: String
  package var minutes: Int
  /// Nil for one that was erased.
  package var trainees: [String?]
  package var sessions: [String?]
  /// Nil once they were erased; empty where nothing was written.
  package var goals: String?
  package var agreed: String?
  package var kept: String
  package var corrects: Int?
  /// The number of the entry that stands in its place; nil where it counts.
  package var correctedBy: Int?
  /// SHA-256 in hexadecimal over the entry and the signature before it.
  package var signature: String
  /// Whether it is as it was signed and follows upon the one before.
  package var isSound: Bool

  package init(
    supervisor: String, number: Int, date: String, minutes: Int, trainees: [String?],
    sessions: [String?], goals: String?, agreed: String?, kept: String, corrects: Int? = nil,
    correctedBy: Int? = nil, signature: String, isSound: Bool
  ) {
    self.supervisor = supervisor
    self.number = number
    self.date = date
    self.minutes = minutes
    self.trainees = trainees
    self.sessions = sessions
    self.goals = goals
    self.agreed = agreed
    self.kept = kept
    self.corrects = corrects
    self.correctedBy = correctedBy
    self.signature = signature
    self.isSound = isSound
  }
}

/// How long one trainee was supervised by one supervisor.
package struct SupervisionHours: Sendable, Hashable {
  package var supervisor: String
  /// Nil for all who were erased, together.
  package var trainee: String?
  package var meetings: Int
  package var minutes: Int
}

/// Sums by supervisor and trainee, sorted, those who were erased last; a meeting of several counts for
/// each of them, and what was corrected not at all.
package func supervisionHours(_ entries: [SupervisionEntry]) -> [SupervisionHours] {
  struct Pair: Hashable {
    var supervisor: String
    var trainee: String?
  }
  var sums: [Pair: SupervisionHours] = [:]
  for entry in entries where entry.correctedBy == nil {
    for trainee in entry.trainees {
      let pair = Pair(supervisor: entry.supervisor, trainee: trainee)
      var sum =
        sums[pair]
        ?? SupervisionHours(
          supervisor: entry.supervisor, trainee: trainee, meetings: 0, minutes: 0)
      sum.meetings += 1
      sum.minutes += entry.minutes
      sums[pair] = sum
    }
  }
  return sums.values.sorted {
    ($0.supervisor, $0.trainee == nil ? 1 : 0, $0.trainee ?? "")
      < ($1.supervisor, $1.trainee == nil ? 1 : 0, $1.trainee ?? "")
  }
}

/// Why an entry is not written into the supervision log; nothing was changed.
package enum SupervisionRefusal: Error, Hashable, Sendable {
  case ownSupervision
  case noTrainee
  /// A session of nobody who was there.
  case sessionOfOthers(session: String)
  case noSuchEntry(number: Int)
  case correctedAlready(number: Int, by: Int)
}

extension SupervisionRefusal: CustomStringConvertible {
  package var description: String { "\(message); \(help)" }

  package var message: String {
    switch self {
    case .ownSupervision: "nobody supervises herself"
    case .noTrainee: "it is not said who was supervised"
    case .sessionOfOthers(let session):
      "session '\(session)' belongs to nobody who was supervised"
    case .noSuchEntry(let number): "this supervisor's log has no entry \(number)"
    case .correctedAlready(let number, let by): "entry \(number) was corrected by entry \(by)"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .ownSupervision: "name the trainees with --trainee, and the supervisor with --as"
    case .noTrainee: "name each with --trainee"
    case .sessionOfOthers: "name sessions of those who were there"
    case .noSuchEntry: "'attune supervision list' numbers them"
    case .correctedAlready(_, let by): "correct that one: --corrects \(by)"
    }
  }
}
