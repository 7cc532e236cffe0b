/// How a trainee does on one dimension.
package struct DimensionProgress: Sendable, Hashable {
  /// The rubric's id.
  package var id: String
  package var title: String
  /// The counted sessions in which it was assessable, oldest first.
  package var course: [RatedSession]
  /// The counted sessions in which too few moments were offered to tell.
  package var notAssessable: Int
  /// Of the course; nil below three sessions.
  package var mean: MeanEstimate?
  /// Of the course; nil below five sessions.
  package var trend: Trend?
  /// The highest level of all sessions, where it was first reached.
  package var best: RatedSession?
  /// Of the counted sessions, those included in which the dimension was not assessable.
  package var moments: MomentTally
  /// The counted sessions the trainee rated herself in, and by how many levels she was above the
  /// estimate on average; nil below three.
  package var selfRated: Int
  package var selfGap: MeanEstimate?
}

/// The level of one session.
package struct RatedSession: Sendable, Hashable {
  package var session: String
  package var day: CalendarDay
  package var title: String
  package var isExam: Bool
  /// From 1 to 5.
  package var level: Int
  /// What the trainee gave herself.
  package var selfRating: Int?
}

func dimensions(of all: [PastSession], counted: [PastSession]) -> [DimensionProgress] {
  var ratings: [PastSession.Rating] = []
  var known: Set<String> = []
  for session in counted.reversed() {
    for rating in session.ratings where known.insert(rating.dimension).inserted {
      ratings.append(rating)
    }
  }
  var moments: [String: MomentTally] = [:]
  for tally in counted.flatMap(\.tallies) {
    moments[tally.dimension, default: MomentTally()] += tally.moments
  }
  return ratings.map { rating in
    let course = course(of: rating.dimension, in: counted)
    let whole = course.map { Double($0.level) }
    let gaps = course.compactMap { one in one.selfRating.map { Double($0 - one.level) } }
    var best: RatedSession?
    for one in Progress.course(of: rating.dimension, in: all) where one.level > best?.level ?? 0 {
      best = one
    }
    return DimensionProgress(
      id: rating.dimension, title: rating.title, course: course,
      notAssessable: counted.count { session in
        session.ratings.contains { $0.dimension == rating.dimension && $0.level == nil }
      },
      mean: MeanEstimate(whole, scale: 1...5), trend: Trend(whole), best: best,
      moments: moments[rating.dimension] ?? MomentTally(), selfRated: gaps.count,
      selfGap: MeanEstimate(gaps, scale: -4...4))
  }
}

private func course(of dimension: String, in sessions: [PastSession]) -> [RatedSession] {
  sessions.compactMap { session in
    session.ratings.first { $0.dimension == dimension }?.level.map { level in
      RatedSession(
        session: session.id, day: session.day, title: session.title, isExam: session.isExam,
        level: level, selfRating: session.selfRatings[dimension])
    }
  }
}
