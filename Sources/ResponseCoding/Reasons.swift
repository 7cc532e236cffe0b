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
    self.cues = cues.map(\.text)
    self.patientCues = patientCues.map { "the patient's words: " + $0.text }
    signs = Sign.names
    heard = codebook.codes.map { "its own cues: " + $0.name }
  }

  func text(_ source: Source, _ number: Int) -> String {
    switch source {
    case .cue: cues[number]
    case .patientCue: patientCues[number]
    case .sign: signs[number]
    }
  }

  func text(heard code: Int) -> String { heard[code] }

  /// Puts all that may be given as a reason for a code in order beforehand, strongest first.
  func rank(
    _ byHand: inout CompiledCodebook.Evidence, _ fitted: inout CompiledCodebook.Evidence,
    _ codes: [CompiledCodebook.Code]
  ) {
    rank(&byHand) { !codes[$0].isFitted }
    rank(&fitted) { codes[$0].isFitted }
  }

  private struct Entry {
    var code: Int32
    var strength: Double
    var text: String
    var source: Source
    var index: Int
  }

  private func rank(
    _ evidence: inout CompiledCodebook.Evidence, isGiven: (Int) -> Bool
  ) {
    var entries: [Entry] = []
    func add(_ table: PullTable, _ source: Source) {
      for row in table.rows {
        for index in table.range(row) where isGiven(Int(table.pulls[index].code)) {
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
  /// Every cue, sign and code's evidence that spoke for a code or against it, strongest first.
  func reasons(of position: Int, _ book: CompiledCodebook) -> [Reason] {
    let code = book.codes[position]
    let isFitted = code.isFitted
    let evidence = isFitted ? book.fitted : book.byHand
    var found = FoundReasons(code: Int32(position))
    for cue in hits {
      let mayBeNone = !isFitted && (cue.isNegated || cue.isPatients)
      found.add(evidence.cues, .cue, cue.hit.cue) {
        !mayBeNone || cue.counts(for: $0, of: code)
      }
    }
    for cue in patient { found.add(evidence.patientCues, .patientCue, cue) { _ in true } }
    signs.forEach { found.add(evidence.signs, .sign, $0) { _ in true } }
    var reasons = found.inOrder(book.reasons)
    for source in book.fittedHeard.rows {
      book.fittedHeard.forEach(of: source) { pull in
        guard pull.code == Int32(position) else { return }
        let reason = Reason(
          sign: book.reasons.text(heard: source), pull: pull.weight * byHand[source])
        let place = reasons.firstIndex { isBefore(reason, $0) } ?? reasons.count
        reasons.insert(reason, at: place)
      }
    }
    return reasons
  }

  private func isBefore(_ one: Reason, _ other: Reason) -> Bool {
    (-abs(one.pull), one.sign) < (-abs(other.pull), other.sign)
  }
}

/// Reasons as numbers, to be put in order without comparing texts.
private struct FoundReasons {
  let code: Int32
  private var found: [(source: ReasonTexts.Source, number: Int, weight: Double)] = []
  /// The rank, then the place in `found`.
  private var order: [UInt64] = []

  init(code: Int32) {
    self.code = code
    found.reserveCapacity(64)
    order.reserveCapacity(64)
  }

  @inline(__always)
  mutating func add(
    _ table: PullTable, _ source: ReasonTexts.Source, _ number: Int,
    where counts: (PullTable.Pull) -> Bool
  ) {
    for index in table.range(number) where table.pulls[index].code == code {
      let pull = table.pulls[index]
      guard counts(pull) else { continue }
      order.append(UInt64(pull.rank) << 32 | UInt64(found.count))
      found.append((source, number, pull.weight))
    }
  }

  mutating func inOrder(_ texts: ReasonTexts) -> [Reason] {
    order.sort()
    return order.map { entry in
      let (source, number, weight) = found[Int(entry & 0xFFFF_FFFF)]
      return Reason(sign: texts.text(source, number), pull: weight)
    }
  }
}
