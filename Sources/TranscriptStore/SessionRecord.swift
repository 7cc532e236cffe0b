import TranscriptModel

/// What is known of a session before it begins; its scenario and seed are told by its first event.
package struct NewSession: Sendable, Hashable {
  package var trainee: String
  /// The scenario's title, as it stood when the session began.
  package var title: String
  /// UTC, such as `2026-03-01T09:30:00Z`.
  package var started: String
  package var mode: SessionMode
  /// Whether the trainee was shown answers to choose from.
  package var choicesShown: Bool
  /// Whether it is one hard moment and not a whole session.
  package var isDrill: Bool
  package var attuneVersion: String
  /// Every state of the scenario at its start.
  package var states: [String: Int]
  package var files: [PinnedFile]

  package init(
    trainee: String, title: String, started: String, mode: SessionMode, choicesShown: Bool,
    isDrill: Bool = false, attuneVersion: String, states: [String: Int], files: [PinnedFile]
  ) {
    self.trainee = trainee
    self.title = title
    self.started = started
    self.mode = mode
    self.choicesShown = choicesShown
    self.isDrill = isDrill
    self.attuneVersion = attuneVersion
    self.states = states
    self.files = files
  }
}

/// How much the coach says during a session.
package enum SessionMode: String, Sendable, Hashable, Codable, CaseIterable {
  case coach, quiet, exam
}

/// A library file just as it was when the session began, so that later edits change no transcript.
package struct PinnedFile: Sendable, Hashable {
  package enum Kind: String, Sendable, Hashable, Codable, CaseIterable {
    case scenario, rubric, codebook
  }

  package let kind: Kind
  package let name: String
  package let bytes: [UInt8]
  /// SHA-256 in hexadecimal: by it the store knows a content, and a transcript what it was played with.
  package let sha256: String

  package init(kind: Kind, name: String, bytes: [UInt8]) {
    self.init(kind: kind, name: name, bytes: bytes, sha256: contentHash(bytes))
  }

  init(kind: Kind, name: String, bytes: [UInt8], sha256: String) {
    self.kind = kind
    self.name = name
    self.bytes = bytes
    self.sha256 = sha256
  }

  package static func == (one: PinnedFile, other: PinnedFile) -> Bool {
    one.kind == other.kind && one.name == other.name && one.sha256 == other.sha256
  }

  /// By its digest: a codebook is a megabyte.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(kind)
    hasher.combine(name)
    hasher.combine(sha256)
  }
}

/// Where a session stands.
package enum SessionState: Sendable, Hashable {
  /// Being played, or broken off without a word.
  case goingOn
  /// Left by the trainee, to be resumed.
  case left
  case ended(SessionEnding)

  package var ending: SessionEnding? {
    if case .ended(let ending) = self { ending } else { nil }
  }
}

/// A session as a list shows it.
package struct SessionRecord: Sendable, Hashable {
  /// Eight letters that can be said aloud.
  package var id: String
  package var trainee: String
  package var scenario: String
  package var title: String
  package var started: String
  /// When it was left or ended, else when its last turn was given, else when it started.
  package var lastActivity: String
  package var seed: UInt64
  package var mode: SessionMode
  package var choicesShown: Bool
  /// Whether it is one hard moment and not a whole session.
  package var isDrill: Bool
  package var attuneVersion: String
  /// Turns that count so far; the next has the number after this.
  package var turns: Int
  package var state: SessionState
}

/// A session as it was kept, whole.
package struct StoredSession: Sendable, Hashable {
  package var record: SessionRecord
  /// Sorted by kind and name.
  package var files: [PinnedFile]
  package var openingStates: [String: Int]
  /// What happened before the first response.
  package var opening: [SessionEvent]
  /// Those that count, in order: of a turn that was taken back and given again, the last attempt.
  package var turns: [StoredTurn]
  /// Attempts that were taken back, in the order in which they were given.
  package var takenBack: [StoredTurn] = []
  /// The hint taken for the turn that comes next.
  package var hints = 0
  /// What was written down, in order; a turn that is taken back takes none of it away.
  package var notes: [StoredNote] = []

  /// What the worksheets came to.
  package var worksheets: Worksheets { Worksheets(notes.map(\.note)) }

  /// The name of the variation that was played; nil for the author's first words.
  package var variation: String? {
    for case .began(_, _, let variation) in opening { return variation }
    return nil
  }

  /// Every attempt at every turn, in the order in which they were given.
  package var attempts: [StoredTurn] {
    (turns + takenBack).sorted { ($0.number, $0.attempt) < ($1.number, $1.attempt) }
  }

  /// The last attempt at the turn that comes next; nil where none was taken back.
  package var takenBackLast: StoredTurn? {
    takenBack.last.flatMap { $0.number == turns.count + 1 ? $0 : nil }
  }

  /// Everything that counts, in order.
  package var events: [SessionEvent] { opening + turns.flatMap(\.events) }
}

/// Something written down before a turn.
package struct StoredNote: Sendable, Hashable {
  /// The turn that came next, from 1.
  package var turn: Int
  package var note: WorksheetNote
}

/// One turn with all that came of it.
package struct StoredTurn: Sendable, Hashable {
  /// From 1.
  package var number: Int
  /// From 1; 2 when the first was taken back.
  package var attempt: Int
  package var givenAt: String
  /// Whether it counts no longer.
  package var isTakenBack = false
  package var response: CodedResponse
  /// The steps of a hint that were taken before it was given, for this attempt or an earlier one.
  package var hints = 0
  /// In order; one of them is the response.
  package var events: [SessionEvent]
  /// The beat in which the turn left the session; nil where none was entered yet.
  package var beat: String?
  /// Every state as the turn left it.
  package var states: [String: Int]

  /// The rule of the scenario that fired in this turn.
  package var rule: FiredRule? {
    for case .ruleFired(let beat, let rule, let line) in events {
      return FiredRule(beat: beat, title: rule, line: line)
    }
    return nil
  }
}

/// A rule of a beat, by its place in the scenario file.
package struct FiredRule: Sendable, Hashable {
  package var beat: String
  package var title: String
  package var line: Int
}
