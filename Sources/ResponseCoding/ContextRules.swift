import Rubrics
import TranscriptModel

/// What the talk so far does to the codes of a response: permission, harm, repetition, copying.
struct ContextRules {
  let coder: ResponseCoder
  let parsed: ParsedResponse
  let patient: PatientWords
  let talk: TalkSoFar

  private var codebook: Codebook { coder.codebook }

  mutating func apply(to heard: [AppliedCode]) -> [AppliedCode] {
    var codes = heard.filter(mayFollow)
    codes = codes.map { changed($0, beside: codes) }
    // What she said herself is held against nobody who gives it back.
    let copied = copied
    let verbatim = verbatimSentences(copied)
    codes.removeAll { verbatim.contains($0.sentence) && $0.families.contains("unhelpful any") }
    let copies = isEcho ? Set(parsed.sentences.indices) : copiedSentences(copied)
    if !copies.isEmpty { codes = asEcho(codes, copies) }
    codes = codes.map { voided($0, beside: codes) }.map(halved)
    return repeated(codes)
  }

  private func definition(_ code: AppliedCode) -> CodeDefinition? {
    coder.positions[code.code].map { codebook.codes[$0] }
  }

  private func mayFollow(_ code: AppliedCode) -> Bool {
    guard let definition = definition(code), !definition.onlyAfter.isEmpty else { return true }
    let cues = definition.onlyAfter
    if patient.cuesAreUnknown, definition.fitted != nil { return true }
    return !patient.cues.isDisjoint(with: cues)
  }

  /// Advice that was asked for, or that came with permission, is another code.
  private func changed(_ code: AppliedCode, beside codes: [AppliedCode]) -> AppliedCode {
    guard let definition = definition(code), let target = definition.becomes,
      let position = coder.positions[target]
    else { return code }
    let permitting = codes + talk.lastCodes
    let isPermitted = permitting.contains {
      definition.permittedBy.contains($0.code) && $0.certainty > 0
    }
    let isRequested =
      !patient.cues.isDisjoint(with: definition.requestedBy)
      && talk.hasExplored
    guard isPermitted || isRequested else { return code }
    var result = coder.applied(
      position, confidence: code.confidence, range: code.range, evidence: code.evidence,
      reasons: code.reasons, sentence: code.sentence)
    result.remark = isPermitted ? "with permission" : "the patient asked for it"
    return result
  }

  private func voided(_ code: AppliedCode, beside codes: [AppliedCode]) -> AppliedCode {
    let harm = codes.first { other in
      other.sentence == code.sentence && other.code != code.code && other.certainty > 0
        && (definition(other)?.voids.contains(where: code.matches) ?? false)
    }
    guard let harm, code.weight > 0 else { return code }
    var result = code
    result.weight = 0
    result.remark = "beside \(harm.name)"
    return result
  }

  /// What could be said to anybody counts half, however warm it is.
  private func halved(_ code: AppliedCode) -> AppliedCode {
    guard code.weight == 1, let signs = definition(code)?.halfWhen, !signs.isEmpty,
      parsed.sentences.indices.contains(code.sentence)
    else { return code }
    let shown = parsed.signs(
      parsed.sentences[code.sentence], at: code.sentence, patient, talk, coder.lexicon)
    guard let sign = signs.first(where: shown.contains) else { return code }
    var result = code
    result.weight = 0.5
    result.remark = sign.name
    return result
  }

  // MARK: Repetition

  private func repeated(_ codes: [AppliedCode]) -> [AppliedCode] {
    let before = talk.openings
    return codes.map { code in
      var result = code
      if talk.hasSaidThis, code.weight > 0, definition(code)?.voidWhenRepeated ?? false {
        result.weight = 0
        result.remark = "said before in the same words"
      } else if before.count == 2, code.weight == 1,
        definition(code)?.voidWhenRepeated ?? false,
        let opening = parsed.words.opening(of: parsed.sentences[code.sentence]),
        before.allSatisfy({ $0.contains(opening) })
      {
        result.weight = 0.5
        result.remark = "begins as in the two turns before"
      }
      return result
    }
  }

  // MARK: Copying

  /// The patient's line given back without a word of one's own.
  private var isEcho: Bool {
    let sentences = parsed.sentences.filter { !$0.isGesture }
    guard !sentences.isEmpty, !sentences.contains(where: \.hasQuestionMark) else { return false }
    var said: [UInt64] = []
    var content = 0
    for sentence in sentences {
      let start = startOfContent(sentence)
      for index in start..<sentence.endWord {
        said.append(likeWord(parsed.words, index))
        if !parsed.symbols.has(index, coder.lexicon.functionWord) { content += 1 }
      }
    }
    guard content >= 2 else { return false }
    return patient.lines.contains { line in
      said.count * 10 >= line.count * 7 && said.allSatisfy(line.all.contains)
    }
  }

  /// The first word after openers and a stem such as "it sounds like": a copy stays a copy behind it.
  private func startOfContent(_ sentence: Sentence) -> Int {
    let start = parsed.start(of: sentence, coder.lexicon)
    let stem = reflectionStems.first { stem in
      start + stem.count < sentence.endWord
        && stem.indices.allSatisfy { parsed.words.text(of: start + $0) == stem[$0] }
    }
    return start + (stem?.count ?? 0)
  }

  private struct Copy {
    let sentence: Int
    let words: Int
    let run: Int
  }

  /// For each sentence of three words or more that is no gesture: its length, and how much of it
  /// stands in a line of the patient word for word.
  private var copied: [Copy] {
    parsed.sentences.enumerated().compactMap { number, sentence in
      guard !sentence.isGesture else { return nil }
      let start = startOfContent(sentence)
      let said = (start..<sentence.endWord).map { likeWord(parsed.words, $0) }
      guard said.count >= 3 else { return nil }
      let run = patient.sequences.map { longestRun(said.prefix(40), in: $0) }.max() ?? 0
      return Copy(sentence: number, words: said.count, run: run)
    }
  }

  /// The sentences that hand back a piece of the patient's line, where there are several or one is
  /// long; a single short one may be a reflection.
  private func copiedSentences(_ copied: [Copy]) -> Set<Int> {
    let copies = copied.filter { $0.run * 10 >= min($0.words, 40) * 8 }
    let longest = copies.map(\.words).max() ?? 0
    return copies.count >= 2 || longest >= 12 ? Set(copies.map(\.sentence)) : []
  }

  /// The sentences of five words or more that are the patient's to the word.
  private func verbatimSentences(_ copied: [Copy]) -> Set<Int> {
    Set(copied.filter { $0.words >= 5 && $0.run == $0.words }.map(\.sentence))
  }

  /// How many words in a row of a response stand in a line of the patient in the same order.
  private func longestRun(_ said: ArraySlice<UInt64>, in line: [UInt64]) -> Int {
    var longest = 0
    var before = [Int](repeating: 0, count: said.count + 1)
    for word in line.prefix(400) {
      var next = [Int](repeating: 0, count: said.count + 1)
      for (offset, own) in said.enumerated() where own == word {
        next[offset + 1] = before[offset] + 1
        longest = max(longest, next[offset + 1])
      }
      before = next
    }
    return longest
  }

  /// One echo instead of the form of each copied sentence; nothing in a copy counts as reflection.
  private func asEcho(_ codes: [AppliedCode], _ copies: Set<Int>) -> [AppliedCode] {
    guard let position = coder.positions[codebook.echo] else { return codes }
    return codes.compactMap { code in
      guard copies.contains(code.sentence), let definition = definition(code) else { return code }
      if definition.layer == .function { return code.families.contains("reflection") ? nil : code }
      return coder.applied(
        position, confidence: 1, range: code.range, evidence: code.evidence,
        reasons: [Reason(sign: "copy of the patient's words", pull: 0)],
        sentence: code.sentence)
    }
  }
}
