import Arguments
import Supervision
import TranscriptStore

/// For every command that shows somebody's session.
let readerFlag = Flag(
  "as", value: FlagValue("name"),
  help: "Who you are; that you read somebody else's session is kept.")

extension Run {
  /// Keeps that a session was read by somebody who is not its trainee: who `--as` names, or somebody
  /// without a name where `forSupervisors` is not empty. Throws where the reader has yet to rate it
  /// blind.
  func noteReading(
    of record: SessionRecord, in store: TranscriptStore, forSupervisors parts: [String] = [],
    _ detail: String = ""
  ) throws {
    let reader = command.string("as")
    guard !parts.isEmpty || (reader != nil && reader != record.trainee) else { return }
    if let reader, try store.isToRate(record.id, by: reader) {
      throw ReviewRefusal.ratesBlind(session: record.id)
    }
    try store.note(
      .read, by: reader ?? "somebody", on: record.id,
      detail.isEmpty ? parts.joined(separator: ", ") : detail, at: surroundings.now())
  }
}
