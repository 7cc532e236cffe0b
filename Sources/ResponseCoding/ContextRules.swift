import Rubrics
import TranscriptModel

/// What the talk so far does to the codes of a response: permission, harm, repetition, copying.
struct ContextRules {
  let coder: ResponseCoder
  let parsed: ParsedResponse
  let patient: PatientWords
  let talk: TalkSoFar
  /// What each sentence shows.
  let sentences: [SentenceEvidence]

  func apply(to heard: [HeardCode]) -> [HeardCode] {
    var codes = heard.filter { mayFollow($0) }
    let before = codes
    for place in codes.indices where rules(codes[place]).becomes != nil {
      change(&codes[place], beside: before)
    }
    obeyCopying(&codes)
    for place in codes.indices where codes[place].code.weight > 0 {
      if let harm = harm(to: codes[place], among: codes) {
        codes[place].code.weight = 0
        codes[place].code.remark = "beside \(harm)"
      } else {
        let signs = rules(codes[place]).halfWhen
        if !signs.isEmpty { halve(&codes[place].code, with: signs) }
      }
    }
    for place in codes.indices where rules(codes[place]).isVoidWhenRepeated {
      lessen(&codes[place].code)
    }
    return codes
  }

  private func rules(_ code: HeardCode) -> CodeRules { coder.compiled.codes[code.position].rules }

  private func mayFollow(_ code: HeardCode) -> Bool {
    let cues = rules(code).onlyAfter
    if patient.cuesAreUnknown, coder.compiled.codes[code.position].isFitted { return true }
    return cues.isEmpty || cues.contains(where: patient.cues.contains)
  }

  /// Advice that was asked for, or that came with permission, is another code.
  private func change(_ heard: inout HeardCode, beside codes: [HeardCode]) {
    let rules = rules(heard)
    guard let target = rules.becomes else { return }
    let isPermitted = (codes.map(\.code) + talk.lastCodes).contains {
      rules.permittedBy.contains($0.code) && $0.certainty > 0
    }
    let isRequested = talk.hasExplored && rules.requestedBy.contains(where: patient.cues.contains)
    guard isPermitted || isRequested else { return }
    let code = heard.code
    heard.position = target
    heard.code = coder.applied(
      target, confidence: code.confidence, range: code.range, evidence: code.evidence,
      reasons: code.reasons, sentence: code.sentence)
    heard.code.remark = isPermitted ? "with permission" : "the patient asked for it"
  }

  /// The name of a code in the same sentence beside which this one counts for nothing.
  private func harm(to code: HeardCode, among codes: [HeardCode]) -> String? {
    for other in codes.indices where codes[other].position != code.position {
      if rules(codes[other]).voids.contains(code.position), codes[other].code.certainty > 0,
        codes[other].code.sentence == code.code.sentence
      {
        return codes[other].code.name
      }
    }
    return nil
  }

  /// What could be said to anybody counts half, however warm it is.
  private func halve(_ code: inout AppliedCode, with signs: [Sign]) {
    guard code.weight == 1, sentences.indices.contains(code.sentence),
      let sign = signs.first(where: sentences[code.sentence].signs.contains)
    else { return }
    code.weight = 0.5
    code.remark = sign.name
  }

  private func lessen(_ code: inout AppliedCode) {
    let before = talk.openings
    if talk.hasSaidThis, code.weight > 0 {
      code.weight = 0
      code.remark = "said before in the same words"
    } else if before.count == 2, code.weight == 1,
      let opening = parsed.words.opening(of: parsed.sentences[code.sentence]),
      before.allSatisfy({ $0.contains(opening) })
    {
      code.weight = 0.5
      code.remark = "begins as in the two turns before"
    }
  }

  // MARK: Copying

  private func obeyCopying(_ codes: inout [HeardCode]) {
    // Nobody can be copied who has said nothing.
    guard !patient.sequences.isEmpty else { return }
    let starts = parsed.sentences.map { startOfContent($0) }
    // What she said herself is neither held against nor credited to who gives it back.
    let copied = copied(starts)
    let verbatim = verbatimSentences(copied)
    if !verbatim.isEmpty {
      codes.removeAll {
        verbatim.contains($0.code.sentence) && !rules($0).isReflection && isFunction($0)
      }
    }
    let copies = isEcho(starts) ? Array(parsed.sentences.indices) : copiedSentences(copied)
    if !copies.isEmpty { codes = asEcho(codes, copies) }
  }

  /// The patient's line given back without a word of one's own.
  private func isEcho(_ starts: [Int]) -> Bool {
    guard parsed.sentences.contains(where: { !$0.isGesture }),
      !parsed.sentences.contains(where: { !$0.isGesture && $0.hasQuestionMark })
    else { return false }
    var said = 0
    var content = 0
    var spoken = Array(patient.lines.indices)
    for (number, sentence) in parsed.sentences.enumerated() where !sentence.isGesture {
      for index in starts[number]..<sentence.endWord {
        let word = parsed.alike[index]
        spoken.removeAll { !patient.lines[$0].all.contains(word) }
        if spoken.isEmpty { return false }
        said += 1
        if !parsed.symbols.has(index, .function) { content += 1 }
      }
    }
    return content >= 2 && spoken.contains { said * 10 >= patient.lines[$0].count * 7 }
  }

  /// The first word after openers and a stem such as "it sounds like": a copy stays a copy behind it.
  private func startOfContent(_ sentence: Sentence) -> Int {
    let start = parsed.start(of: sentence)
    let stem = reflectionStems.first { stem in
      start + stem.count < sentence.endWord
        && stem.indices.allSatisfy { parsed.words.isWord(start + $0, stem[$0]) }
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
  private func copied(_ starts: [Int]) -> [Copy] {
    var run: [Int32] = []
    return parsed.sentences.enumerated().compactMap { number, sentence in
      let said = starts[number]..<max(starts[number], sentence.endWord)
      guard !sentence.isGesture, said.count >= 3 else { return nil }
      let longest = patient.sequences.map { longestRun(said.prefix(40), in: $0, &run) }.max() ?? 0
      return Copy(sentence: number, words: said.count, run: longest)
    }
  }

  /// The sentences that hand back a piece of the patient's line, where there are several or one is
  /// long or says "I" where the patient did; a single short one may else be a reflection.
  private func copiedSentences(_ copied: [Copy]) -> [Int] {
    let copies = copied.filter { $0.run * 10 >= min($0.words, 40) * 8 }
    let longest = copies.map(\.words).max() ?? 0
    if copies.count >= 2 || longest >= 12 { return copies.map(\.sentence) }
    return copies.filter { $0.words >= 4 && $0.run == $0.words && isLiteral($0.sentence) }
      .map(\.sentence)
  }

  /// Whether a whole sentence of the response, openers and all, stands in a line of the patient.
  private func isLiteral(_ number: Int) -> Bool {
    let sentence = parsed.sentences[number]
    let said = parsed.stems[sentence.firstWord..<sentence.endWord]
    return patient.literals.contains { line in
      line.count >= said.count
        && line.indices.dropLast(said.count - 1).contains {
          line[$0..<($0 + said.count)].elementsEqual(said)
        }
    }
  }

  /// The sentences of five words or more that are the patient's to the word.
  private func verbatimSentences(_ copied: [Copy]) -> [Int] {
    copied.filter { $0.words >= 5 && $0.run == $0.words }.map(\.sentence)
  }

  /// How many words in a row of a response stand in a line of the patient in the same order.
  ///
  /// `run` is room to work in: for each place, how many words before it end in what was read last.
  private func longestRun(_ said: Range<Int>, in line: [UInt64], _ run: inout [Int32]) -> Int {
    var longest: Int32 = 0
    run.removeAll(keepingCapacity: true)
    run.append(contentsOf: repeatElement(0, count: said.count + 1))
    for word in line.prefix(400) {
      for place in said.indices.reversed() {
        let offset = place - said.lowerBound
        run[offset + 1] = parsed.alike[place] == word ? run[offset] + 1 : 0
        longest = max(longest, run[offset + 1])
      }
    }
    return Int(longest)
  }

  private func isFunction(_ code: HeardCode) -> Bool {
    coder.compiled.codes[code.position].layer == .function
  }

  /// One echo instead of the form of each copied sentence; nothing else in a copy counts.
  private func asEcho(_ codes: [HeardCode], _ copies: [Int]) -> [HeardCode] {
    guard let position = coder.positions[coder.codebook.echo] else { return codes }
    return codes.compactMap { heard in
      let code = heard.code
      guard copies.contains(code.sentence) else { return heard }
      if isFunction(heard) { return nil }
      return HeardCode(
        position: position,
        code: coder.applied(
          position, confidence: 1, range: code.range, evidence: code.evidence,
          reasons: [Reason(sign: "copy of the patient's words", pull: 0)],
          sentence: code.sentence))
    }
  }
}
