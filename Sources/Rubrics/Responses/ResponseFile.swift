import Diagnostics

/// Responses that people wrote and coded, as one `.responses` file holds them.
package struct ResponseFile: Sendable, Hashable {
  package var title = ""
  package var id = ""
  package var note = ""
  package var lines: [PatientLine] = []

  package init() {}

  /// Whether two people coded these responses: where they never differ, nobody says that there were
  /// two.
  package var hasTwoReaders: Bool {
    lines.contains { line in
      line.replies.contains { $0.firstReader != nil || $0.secondReader != nil }
    }
  }
}

/// What a patient said, and what trainees answered.
package struct PatientLine: Sendable, Hashable {
  package enum Area: String, Sendable, Hashable, CaseIterable {
    case grief, disputes, transitions, deficits
  }

  package enum Phase: String, Sendable, Hashable, CaseIterable {
    case initial, middle, termination
  }

  package enum Part: String, Sendable, Hashable, CaseIterable {
    /// For measuring only: nothing is ever fitted to these.
    case test
    case fitting
  }

  /// Unique in a library, because the replies to one line stay together wherever replies are divided.
  package var id: String
  package var area: Area?
  package var phase: Phase?
  /// What the line shows, in free words: `feeling hidden`.
  package var shows = ""
  /// Who speaks: `Irish bus driver, 61, talks round things`.
  package var voice = ""
  package var part: Part = .fitting
  /// What the trainee had said before; empty for nothing.
  package var before = ""
  package var patient = ""
  package var replies: [CodedReply] = []
  /// Where the id stands in the file.
  package var place = Span(0, 0)

  package init(id: String) { self.id = id }
}

/// What a trainee answered, and the codes people gave it.
package struct CodedReply: Sendable, Hashable {
  package var text: String
  /// What was settled between the readers.
  package var codes: SentenceCodes
  /// Nil where the reader coded as was settled.
  package var firstReader: SentenceCodes?
  package var secondReader: SentenceCodes?

  package init(text: String, codes: SentenceCodes) {
    self.text = text
    self.codes = codes
  }
}

/// The codes that a person gave to each sentence of a response.
package struct SentenceCodes: Sendable, Hashable {
  /// Ids of codes.
  package var sentences: [Set<String>]
  /// Where they stand in the file.
  package var place: Span

  package init(_ sentences: [Set<String>], at place: Span = Span(0, 0)) {
    self.sentences = sentences
    self.place = place
  }
}
