/// A skill in the moment: how a trainee meets one kind of thing a patient offers.
///
/// The same moment counts on each dimension that listens for it, so the tallies are not added up.
package struct CueProgress: Sendable, Hashable {
  package struct OnDimension: Sendable, Hashable {
    package var dimension: String
    package var title: String
    package var moments: MomentTally
  }

  package var cue: String
  /// In the order of the dimensions.
  package var dimensions: [OnDimension]

  /// How often it was missed or passed over with harm, by dimensions together.
  package var missed: Int {
    dimensions.reduce(0) { $0 + $1.moments.missed + $1.moments.harmed }
  }
}

func cues(of counted: [PastSession]) -> [CueProgress] {
  var (order, titles): ([String], [String: String]) = ([], [:])
  for rating in counted.reversed().flatMap(\.ratings) where titles[rating.dimension] == nil {
    order.append(rating.dimension)
    titles[rating.dimension] = rating.title
  }
  var found: [String: [String: MomentTally]] = [:]
  for tally in counted.flatMap(\.tallies) where tally.moments.count > 0 {
    found[tally.cue, default: [:]][tally.dimension, default: MomentTally()] += tally.moments
    if titles[tally.dimension] == nil {
      order.append(tally.dimension)
      // A gate rates nothing.
      titles[tally.dimension] = tally.dimension.prefix(1).uppercased() + tally.dimension.dropFirst()
    }
  }
  return found.map { cue, moments in
    CueProgress(
      cue: cue,
      dimensions: order.compactMap { dimension in
        moments[dimension].map {
          CueProgress.OnDimension(
            dimension: dimension, title: titles[dimension] ?? dimension, moments: $0)
        }
      })
  }.sorted { ($1.missed, $0.cue) < ($0.missed, $1.cue) }
}
