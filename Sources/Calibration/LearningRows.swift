import ResponseCoding
import Rubrics
import TranscriptModel

/// Coded samples as rows of what their sentences show, with what is known of each code there.
struct LearningRows {
  /// Each sentence of each sample, then each sample as a whole.
  let rows: SparseRows
  /// By row, the sample it came from.
  let sample: [Int]
  let isSentence: [Bool]
  let coder: FeatureCoder
  /// By row, the names given there; nil where they were given to the whole response only.
  private let given: [Set<String>?]
  private let samples: [CodedSample]
  /// By sample, its rows that are sentences.
  private let sentences: [Range<Int>]

  init(_ samples: [CodedSample], _ codebook: Codebook, candidates: [CuePattern]) {
    self.samples = samples
    coder = FeatureCoder(codebook, candidates: candidates)
    let hearing = ResponseCoder(codebook)
    var entries: [[SparseRows.Entry]] = []
    var sample: [Int] = []
    var isSentence: [Bool] = []
    var given: [Set<String>?] = []
    var sentences: [Range<Int>] = []
    for (number, coded) in samples.enumerated() {
      let seen = coder.see(coded.text, after: coded.context(hearing))
      let first = entries.count
      for (place, sentence) in seen.sentences.enumerated() {
        entries.append(sentence.map { SparseRows.Entry($0.feature, $0.value) })
        sample.append(number)
        isSentence.append(true)
        if case .sentences(let lists) = coded.given, lists.count == seen.sentences.count {
          given.append(lists[place])
        } else {
          given.append(seen.sentences.count == 1 ? coded.given.all : nil)
        }
      }
      sentences.append(first..<entries.count)
      guard !seen.sentences.isEmpty else { continue }
      entries.append(seen.response.map { SparseRows.Entry($0.feature, $0.value) })
      sample.append(number)
      isSentence.append(false)
      given.append(coded.given.all)
    }
    rows = SparseRows(entries, featureCount: coder.featureCount)
    self.sample = sample
    self.isSentence = isSentence
    self.given = given
    self.sentences = sentences
  }

  /// Codes that one name may stand for, in rows of which one at least shows one of them.
  struct OpenItem {
    var rows: Range<Int>
    /// Positions in the codebook.
    var codes: [Int]
  }

  /// What is known of each code at every row: there, not there, or nothing; and what is open.
  ///
  /// A name given to a whole response of several sentences, or a family of several codes, says that
  /// it is there and not where or by which code. Where it is judged and not given, no sentence
  /// shows any of its codes.
  func labels(in codebook: Codebook) -> (labels: [[Bool?]], open: [OpenItem]) {
    let names = NamedCodes(codebook)
    var labels = [[Bool?]](
      repeating: Array(repeating: nil, count: rows.count), count: codebook.codes.count)
    var open: [OpenItem] = []
    for number in samples.indices {
      let judged = samples[number].judged.reduce(into: Set<Int>()) { $0.formUnion(names[$1]) }
      let sentences = sentences[number]
      guard !sentences.isEmpty else { continue }
      for row in sentences.lowerBound...sentences.upperBound {
        for code in judged where (codebook.codes[code].unit == .sentence) == isSentence[row] {
          labels[code][row] = false
        }
      }
      for row in sentences.lowerBound...sentences.upperBound {
        let isWhole = row == sentences.upperBound
        if !isWhole, given[row] == nil { continue }
        let scope =
          isWhole && given[sentences.lowerBound] == nil ? sentences : row..<(row + 1)
        settle(
          given[row] ?? [], at: row, scope: scope, isWhole: isWhole, codebook, names, &labels, &open
        )
      }
    }
    return (labels, open)
  }

  private func settle(
    _ given: Set<String>, at row: Int, scope: Range<Int>, isWhole: Bool, _ codebook: Codebook,
    _ names: NamedCodes, _ labels: inout [[Bool?]], _ open: inout [OpenItem]
  ) {
    let single = given.filter { names[$0].count == 1 }.reduce(into: Set<Int>()) {
      $0.formUnion(names[$1])
    }
    for name in given.sorted() {
      for unit in [CodeDefinition.Unit.sentence, .turn] {
        let codes = names[name].filter { codebook.codes[$0].unit == unit }
        guard !codes.isEmpty, codes.count == 1 || single.isDisjoint(with: codes) else { continue }
        if unit == .turn {
          guard isWhole else { continue }
          mark(codes.sorted(), row..<(row + 1), &labels, &open)
        } else if !isWhole || scope.lowerBound != row {
          mark(codes.sorted(), scope, &labels, &open)
        }
      }
    }
  }

  private func mark(
    _ codes: [Int], _ rows: Range<Int>, _ labels: inout [[Bool?]], _ open: inout [OpenItem]
  ) {
    if codes.count == 1, rows.count == 1 {
      labels[codes[0]][rows.lowerBound] = true
      return
    }
    for code in codes {
      for row in rows where labels[code][row] != true { labels[code][row] = nil }
    }
    open.append(OpenItem(rows: rows, codes: codes))
  }
}

/// The codes, derived ones aside, that each name stands for.
private struct NamedCodes {
  private var positions: [String: Set<Int>] = [:]

  init(_ codebook: Codebook) {
    for (position, code) in codebook.codes.enumerated() where code.layer != .derived {
      for name in [code.id, code.name] + code.families {
        positions[name, default: []].insert(position)
      }
    }
  }

  subscript(name: String) -> Set<Int> { positions[name] ?? [] }
}

extension CodedSample {
  /// What the coder may know beside the text.
  package func context(_ coder: ResponseCoder) -> CodingContext {
    CodingContext(patient: patient, before: before, coder)
  }
}
