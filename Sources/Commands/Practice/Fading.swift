import Playtesting
import Scoring
import TranscriptStore

/// Whether a trainee's two latest sessions, and not the one before, had a coach and no rated
/// dimension below 4: then, and not again, quiet mode is worth mentioning.
func isReadyForQuiet(_ trainee: String, in store: TranscriptStore) throws -> Bool {
  let latest = try store.sessions(of: trainee).prefix(3)
  guard latest.count >= 2 else { return false }
  return try latest.prefix(2).allSatisfy { try isStrong($0, in: store) }
    && !latest.dropFirst(2).contains { try isStrong($0, in: store) }
}

private func isStrong(_ record: SessionRecord, in store: TranscriptStore) throws -> Bool {
  guard record.mode == .coach, record.state.ending != nil else { return false }
  let session = try store.load(record.id)
  // Of a session whose files this attune cannot read, nothing can be said.
  guard let pinned = try? openPinned(session) else { return false }
  let score = score(
    exchanges(of: session).0, rubrics: pinned.rubrics, codebook: pinned.library.codebook)
  let levels = score.dimensions.compactMap(\.estimate.level)
  return !levels.isEmpty && levels.allSatisfy { $0 >= 4 } && score.gate != .fail
}
