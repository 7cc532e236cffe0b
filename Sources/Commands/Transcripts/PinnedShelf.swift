import Rubrics
import Supervision
import TranscriptStore

/// Pinned files opened once, however many sessions were played with them.
final class PinnedShelf {
  private struct Key: Hashable {
    let files: [PinnedFile]
    let variation: String?
  }

  /// Of everything opened, in the order in which it was.
  private(set) var codebooks: [Codebook] = []
  private var opened: [Key: (pinned: PinnedLibrary, dimensions: [DimensionRating])] = [:]

  /// The library of a session, and what a person rates in it.
  func open(
    _ session: StoredSession
  ) throws -> (pinned: PinnedLibrary, dimensions: [DimensionRating]) {
    let key = Key(files: session.files, variation: session.variation)
    if let known = opened[key] { return known }
    let pinned = try openPinned(session)
    let one = (pinned, dimensions(of: pinned, session))
    opened[key] = one
    codebooks.append(pinned.library.codebook)
    return one
  }
}
