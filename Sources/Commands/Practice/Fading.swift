import TranscriptStore

/// Whether a trainee's two latest sessions, and not the one before, had a coach and no rated
/// dimension below 4: then, and not again, quiet mode is worth mentioning.
func isReadyForQuiet(_ trainee: String, in store: TranscriptStore) throws -> Bool {
  let latest = try store.sessions(of: trainee).filter { !$0.isDrill }.prefix(3)
  guard latest.count >= 2, latest.prefix(2).allSatisfy({ $0.state.ending != nil }) else {
    return false
  }
  let strong = Set(try summaries(of: trainee, in: store).filter(isStrong).map(\.record.id))
  return latest.prefix(2).allSatisfy { strong.contains($0.id) }
    && !latest.dropFirst(2).contains { strong.contains($0.id) }
}

/// Of a session whose files this attune cannot read, nothing can be said.
private func isStrong(_ session: SummarisedSession) -> Bool {
  guard session.record.mode == .coach, let summary = session.summary else { return false }
  let levels = summary.ratings.compactMap(\.level)
  return !levels.isEmpty && levels.allSatisfy { $0 >= 4 } && summary.gate != .fail
}
