import FoundationEssentials
import Rubrics
import Supervision
import TranscriptStore

/// What the page of a packet reads; its script names the same parts.
struct PacketContent: Encodable {
  struct PacketRubric: Encodable, Hashable {
    let id: String
    let title: String
    let hash: String
    let isGate: Bool
    let question: String
    let levels: [PacketLevel]
  }

  struct PacketLevel: Encodable, Hashable {
    let name: String
    let anchor: String
  }

  struct PacketCode: Encodable, Hashable {
    let id: String
    let name: String
    let group: String
    let definition: String
  }

  /// A drill that a comment may name.
  struct PacketDrill: Encodable {
    let name: String
    let title: String
  }

  struct Session: Encodable {
    let number: Int
    let title: String
    /// Places among the rubrics and the codebooks of the packet: many sessions share them.
    let rubrics: [Int]
    let codebook: Int
    let turns: [Turn]
    let lastWords: [Line]
    /// What is shown once the session is submitted, as JSON in base 64: out of the way of eyes and of a
    /// search in the page, and no secret.
    let sealed: String
    /// What the rater had given in the console before, by rubric.
    let given: [String: Given]
    let marks: [Mark]
  }

  struct Turn: Encodable {
    let patient: [Line]
    let response: String
  }

  struct Line: Encodable {
    let speaker: String
    let text: String
  }

  struct Given: Encodable {
    let score: String
    let evidence: String
    let turns: [Int]
  }

  struct Mark: Encodable {
    let turn: Int
    let code: String
    let isHeard: Bool
  }

  let version = 1
  let id: String
  let key: String
  let rater: String
  let drills: [PacketDrill]
  private(set) var rubrics: [PacketRubric] = []
  private(set) var codebooks: [[PacketCode]] = []
  private(set) var sessions: [Session] = []

  init(_ packet: ReviewPacket, drills: [PacketDrill]) {
    id = packet.id
    key = packet.key
    rater = packet.rater
    self.drills = drills
  }
}

/// What the program made of a session.
struct SealedReveal: Encodable {
  struct Code: Encodable {
    let position: Int
    let code: String
    let name: String
    let confidence: Double
    let words: String
    let isSuggestion: Bool
  }

  /// In words, by the rubric's id.
  let estimates: [String: String]
  let ending: String?
  /// By turn.
  let codes: [[Code]]
}

extension PacketContent {
  mutating func add(
    _ session: StoredSession, _ pinned: PinnedLibrary, _ review: Review,
    _ reveal: SealedReveal
  ) throws {
    let blind = BlindTranscript(session)
    let rubrics = review.ratings.map { rating in
      place(of: PacketRubric(rating, pinned), in: &self.rubrics)
    }
    let codes = pinned.library.codebook.codes.filter {
      $0.layer != .derived && $0.id != pinned.library.codebook.plainStatement
    }
    let codebook = place(of: codes.map(PacketCode.init), in: &codebooks)
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let given = review.ratings.compactMap { rating in
      rating.score.map { score in
        (
          rating.dimension,
          Given(score: score.rawValue, evidence: rating.evidence, turns: rating.turns)
        )
      }
    }
    sessions.append(
      Session(
        number: sessions.count + 1, title: blind.title, rubrics: rubrics, codebook: codebook,
        turns: blind.turns.map { lines in
          Turn(patient: lines.dropLast().map(Line.init), response: lines.last?.text ?? "")
        },
        lastWords: blind.lastWords.map(Line.init),
        sealed: try encoder.encode(reveal).base64EncodedString(),
        given: Dictionary(given) { first, _ in first },
        marks: review.marks.map { Mark(turn: $0.turn, code: $0.code, isHeard: $0.isHeard) }))
  }

  private func place<Part: Hashable>(of part: Part, in parts: inout [Part]) -> Int {
    if let place = parts.firstIndex(of: part) { return place }
    parts.append(part)
    return parts.count - 1
  }
}

extension PacketContent.PacketRubric {
  fileprivate init(_ rating: DimensionRating, _ pinned: PinnedLibrary) {
    let rubric = pinned.library.rubrics.first { $0.id == rating.dimension }
    self.init(
      id: rating.dimension, title: rating.title, hash: rating.hash, isGate: rating.isGate,
      question: rubric?.question ?? "",
      levels: (rubric?.levels ?? []).map { .init(name: $0.name, anchor: $0.anchor) })
  }
}

extension PacketContent.PacketCode {
  fileprivate init(_ code: CodeDefinition) {
    self.init(id: code.id, name: code.name, group: code.group, definition: code.definition)
  }
}

extension PacketContent.Line {
  fileprivate init(_ line: BlindTranscript.Line) {
    let speaker = line.speaker
    self.init(
      speaker: speaker.hasSuffix(":") ? String(speaker.dropLast()) : speaker, text: line.text)
  }
}
