import Rubrics
import TranscriptModel

/// How every piece of evidence is called where it is given as a reason.
struct ReasonTexts: Sendable {
  private let cues: [String]
  private let patientCues: [String]
  private let signs: [String]
  private let heard: [String]

  enum Source: Sendable {
    case cue, patientCue, sign
  }

  init(_ cues: [Cue], _ patientCues: [Cue], _ codebook: Codebook) {
    self.cues = cues.map(\.shown)
    self.patientCues = patientCues.map(\.shown)
    signs = Sign.names
    heard = codebook.codes.map { Reason.cuesOf + $0.name }
  }

  func text(_ source: Source, _ number: Int) -> String {
    switch source {
    case .cue: cues[number]
    case .patientCue: patientCues[number]
    case .sign: signs[number]
    }
  }

  /// What the evidence of the code at `source` is called for another, or for itself.
  func text(heard source: Int, for code: Int) -> String {
    source == code ? Reason.ownCues : heard[source]
  }

  private struct Entry {
    var code: Int32
    var strength: Double
    var text: String
    var source: Source
    var index: Int
  }

  /// Puts all that may be given as a reason for a code in order beforehand, strongest first.
  func rank(_ evidence: inout CompiledCodebook.Evidence) {
    var entries: [Entry] = []
    func add(_ table: PullTable, _ source: Source) {
      for row in table.rows {
        for index in table.range(row) {
          let pull = table.pulls[index]
          entries.append(
            Entry(
              code: pull.code, strength: abs(pull.weight), text: text(source, row),
              source: source, index: index))
        }
      }
    }
    add(evidence.cues, .cue)
    add(evidence.patientCues, .patientCue)
    add(evidence.signs, .sign)
    entries.sort { ($0.code, -$0.strength, $0.text) < ($1.code, -$1.strength, $1.text) }
    var rank: Int32 = 0
    for (place, entry) in entries.enumerated() {
      let before = entries[max(0, place - 1)]
      if before.code != entry.code {
        rank = 0
      } else if before.strength != entry.strength || before.text != entry.text {
        rank += 1
      }
      switch entry.source {
      case .cue: evidence.cues.rank(entry.index, rank)
      case .patientCue: evidence.patientCues.rank(entry.index, rank)
      case .sign: evidence.signs.rank(entry.index, rank)
      }
    }
  }
}

extension SentenceEvidence {
  /// What spoke for a code or against it.
  struct Account {
    /// Every cue, sign and code's evidence, strongest first.
    var reasons: [Reason]
    /// The cues that speak most for the code: those with at least half the pull of the strongest.
    var telling: [CueHit]
  }

  /// With `ofSection` what its own section makes of them, although it has fitted weights.
  func account(
    of position: Int, _ book: CompiledCodebook, ofSection: Bool = false
  ) -> Account {
    let isFitted = book.codes[position].isFitted && !ofSection
    let own = Int32(position)
    var found = FoundReasons()
    var telling: [(hit: CueHit, pull: Double)] = []
    for cue in hits {
      let number = cue.hit.cue
      for index in book.byHand.cues.range(number) where book.byHand.cues.pulls[index].code == own {
        let pull = book.byHand.cues.pulls[index]
        guard cue.counts(for: pull, of: position, book) else { continue }
        if pull.weight > 0 { telling.append((cue.hit, pull.weight)) }
        if !isFitted { found.add(.cue, number, pull.rank, pull.weight) }
      }
      for index in book.fitted.cues.range(number) where book.fitted.cues.pulls[index].code == own {
        let pull = book.fitted.cues.pulls[index]
        if pull.weight > 0, cue.counts(for: pull, of: position, book) {
          telling.append((cue.hit, pull.weight))
        }
        if isFitted { found.add(.cue, number, pull.rank, pull.weight) }
      }
    }
    let evidence = isFitted ? book.fitted : book.byHand
    let patientCues = evidence.patientCues
    for cue in patient {
      for index in patientCues.range(cue) where patientCues.pulls[index].code == own {
        let pull = patientCues.pulls[index]
        found.add(.patientCue, cue, pull.rank, pull.weight)
      }
    }
    for pull in evidence.ownSigns[position] where signs.contains(pull.row) {
      found.add(.sign, pull.row, pull.rank, pull.weight)
    }
    var reasons = found.inOrder(book.reasons)
    func insert(_ reason: Reason) {
      let place = reasons.firstIndex { isBefore(reason, $0) } ?? reasons.count
      reasons.insert(reason, at: place)
    }
    for pull in isFitted ? book.ownHeard[position] : [] {
      insert(
        Reason(
          sign: book.reasons.text(heard: pull.row, for: position),
          pull: pull.weight * byHand[pull.row]))
    }
    if !ofSection, !near.isEmpty, let example = closest(to: position) {
      insert(Reason(sign: Reason.closeTo + "“\(example.text)”", pull: example.pull))
    }
    let least = isFitted ? (telling.map(\.pull).max() ?? 0) / 2 : 0
    return Account(
      reasons: reasons, telling: telling.filter { $0.pull >= least }.map(\.hit))
  }

  private func isBefore(_ one: Reason, _ other: Reason) -> Bool {
    (-abs(one.pull), one.sign) < (-abs(other.pull), other.sign)
  }
}

/// Reasons as numbers, to be put in order without comparing texts.
private struct FoundReasons {
  private var found: [(source: ReasonTexts.Source, number: Int, weight: Double)] = []
  /// The rank, then the place in `found`.
  private var order: [UInt64] = []

  init() {
    found.reserveCapacity(64)
    order.reserveCapacity(64)
  }

  @inline(__always)
  mutating func add(
    _ source: ReasonTexts.Source, _ number: Int, _ rank: Int32, _ weight: Double
  ) {
    order.append(UInt64(UInt32(bitPattern: rank)) << 32 | UInt64(found.count))
    found.append((source, number, weight))
  }

  mutating func inOrder(_ texts: ReasonTexts) -> [Reason] {
    order.sort()
    return order.map { entry in
      let (source, number, weight) = found[Int(entry & 0xFFFF_FFFF)]
      return Reason(sign: texts.text(source, number), pull: weight)
    }
  }
}
