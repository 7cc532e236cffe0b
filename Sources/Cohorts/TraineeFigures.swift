/// One trainee of a cohort: how far she has come, never beside the others in an order of merit.
package struct TraineeFigures: Sendable, Hashable {
  package var trainee: String
  package var begun: Int
  package var ended: Int
  /// Sessions people have rated, and the mean of these; nil where nothing could be judged.
  package var rated: Int
  package var ratedMean: Double?
  package var estimated: Int
  package var estimatedMean: Double?

  /// Under so many sessions a mean is not told.
  package static let fewestSessions = 3
}

/// Everybody with a session, by name.
package func traineeFigures(_ sessions: [CohortSession]) -> [TraineeFigures] {
  Dictionary(grouping: sessions, by: \.trainee).map { trainee, own in
    func mean(_ basis: Basis) -> (count: Int, mean: Double?) {
      let means = own.compactMap { $0.result(basis)?.mean }
      let isEnough = means.count >= TraineeFigures.fewestSessions
      return (
        own.count { $0.result(basis) != nil },
        isEnough ? means.reduce(0, +) / Double(means.count) : nil
      )
    }
    let (rated, estimated) = (mean(.ratings), mean(.estimates))
    return TraineeFigures(
      trainee: trainee, begun: own.count, ended: own.count(where: \.hasEnded),
      rated: rated.count, ratedMean: rated.mean, estimated: estimated.count,
      estimatedMean: estimated.mean)
  }.sorted { $0.trainee < $1.trainee }
}
