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

  /// What is known of a code at every row: there, not there, or nothing.
  ///
  /// Where codes were given to a whole response of several sentences and this one is among them,
  /// nothing is known of each sentence; where it is not, none of them shows it.
  func labels(of code: CodeDefinition, in codebook: Codebook) -> [Bool?] {
    let own = Set([code.id, code.name]).union(
      code.families.filter { codebook.codes(named: $0).count == 1 })
    let wider = own.union(code.families)
    return given.indices.map { row in
      let coded = samples[sample[row]]
      guard !coded.judged.isDisjoint(with: wider), isSentence[row] == (code.unit == .sentence)
      else { return nil }
      let names = given[row] ?? coded.given.all
      if !names.isDisjoint(with: own) { return given[row] == nil ? nil : true }
      if !names.isDisjoint(with: wider) {
        // A family is given, and nothing says by which of its codes.
        let isOther = names.contains { name in
          name != code.id && codebook.code(name)?.families.contains(where: code.families.contains)
            ?? false
        }
        return isOther ? false : nil
      }
      return false
    }
  }

  /// The sentences of responses that as a whole show the code, one list a response.
  func openBags(of code: CodeDefinition, in codebook: Codebook) -> [Range<Int>] {
    guard code.unit == .sentence else { return [] }
    let own = Set([code.id, code.name])
    return sentences.indices.compactMap { number in
      let rows = sentences[number]
      guard rows.count > 1, given[rows.lowerBound] == nil,
        !samples[number].given.all.isDisjoint(with: own)
      else { return nil }
      return rows
    }
  }
}

extension CodedSample {
  /// What the coder may know beside the text.
  package func context(_ coder: ResponseCoder) -> CodingContext {
    CodingContext(
      patient: patient.map { Utterance(speaker: "Patient", text: $0) },
      earlierResponses: before.isEmpty ? [] : [coder.code(before, after: CodingContext())])
  }
}
