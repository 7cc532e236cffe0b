import Supervision
import TranscriptStore

/// Pinned files opened once, however many sessions were played with them.
final class PinnedShelf {
  private struct Key: Hashable {
    let files: [String]
    let variation: String?
  }

  private var opened: [Key: (pinned: PinnedLibrary, dimensions: [DimensionRating])] = [:]

  /// The library of a session, and what a person rates in it.
  func open(
    _ session: StoredSession
  ) throws -> (pinned: PinnedLibrary, dimensions: [DimensionRating]) {
    let key = Key(
      files: session.files.map { "\($0.kind.rawValue) \($0.name) \($0.sha256)" },
      variation: session.variation)
    if let known = opened[key] { return known }
    let pinned = try openPinned(session)
    let one = (pinned, dimensions(of: pinned, session))
    opened[key] = one
    return one
  }
}
