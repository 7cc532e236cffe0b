import Diagnostics
import ResponseCoding
import Rubrics
import TranscriptModel

/// Which of the patient lines are wanted.
package enum ResponseParts: String, Sendable, Hashable, CaseIterable {
  /// Those that are set aside for measuring.
  case test
  /// Those that may be fitted to.
  case rest
  case all

  package func contains(_ part: PatientLine.Part) -> Bool {
    self == .all || (part == .test) == (self == .test)
  }
}

/// Whose codes are wanted.
package enum CodingReaderChoice: Sendable, Hashable {
  /// What was settled between the readers.
  case settled
  case firstReader, secondReader
}

/// Reads one `.responses` file for the coder that is to be fitted or measured.
///
/// Of a response every sentence is coded, as this coder splits it; one that has another number of
/// sentences is a problem and left out, like all that cannot be read.
package func readCodedResponses(_ file: SourceFile, coder: ResponseCoder) -> CheckedResponses {
  var checked = readResponses(file, codebook: coder.codebook)
  var found: [Diagnostic] = []
  for number in checked.responses.lines.indices {
    let line = checked.responses.lines[number]
    let kept = line.replies.filter { reply in
      let problems = sentenceProblems(reply, to: line, coder)
      found += problems
      return problems.isEmpty
    }
    if kept.count < line.replies.count { checked.responses.lines[number].replies = kept }
  }
  checked.diagnostics = (checked.diagnostics + found).inFileOrder()
  return checked
}

private func sentenceProblems(
  _ reply: CodedReply, to line: PatientLine, _ coder: ResponseCoder
) -> [Diagnostic] {
  let sentences = sentences(of: reply.text)
  let others = [reply.codes, reply.firstReader, reply.secondReader].compactMap(\.self)
    .filter { $0.sentences.count != sentences.count }
  guard !others.isEmpty else { return [] }
  if others.allSatisfy({ $0.sentences.count == 1 }) {
    let context = CodingContext(patient: [Utterance(speaker: "Patient", text: line.patient)])
    if !coder.understands(reply.text, after: context) { return [] }
  }
  return others.map { codes in
    Diagnostic(
      ResponseFileProblem.otherSentences(
        coded: codes.sentences.count, split: sentences.map(shortened)),
      at: codes.place)
  }
}

/// The first and the last words of a sentence.
private func shortened(_ sentence: String) -> String {
  let words = sentence.split(separator: " ")
  guard words.count > 6 else { return "“\(sentence)”" }
  return "“\(words.prefix(3).joined(separator: " ")) … \(words.suffix(2).joined(separator: " "))”"
}

extension ResponseFile {
  /// The replies as samples, each of which was looked through for every code of the codebook.
  ///
  /// Replies to one patient line are one group, so that none of them is measured with what was fitted
  /// to another.
  package func samples(
    _ parts: ResponseParts, codes choice: CodingReaderChoice = .settled, by codebook: Codebook
  ) -> [CodedSample] {
    let judged = Set(codebook.codes.map(\.id))
    return lines.filter { parts.contains($0.part) }.flatMap { line in
      line.replies.enumerated().map { number, reply in
        CodedSample(
          id: "\(line.id).\(number + 1)", group: line.id, conversation: line.id,
          patient: [line.patient], before: line.before, text: reply.text,
          given: .sentences(reply.codes(choice).sentences), judged: judged)
      }
    }
  }
}

extension CodedReply {
  fileprivate func codes(_ choice: CodingReaderChoice) -> SentenceCodes {
    switch choice {
    case .settled: codes
    case .firstReader: firstReader ?? codes
    case .secondReader: secondReader ?? codes
    }
  }
}

/// What one reader gave as if it had been heard, so that two readers can be measured like a coder.
package func heardCodes(_ samples: [CodedSample]) -> [HeardCodes] {
  samples.map { sample in
    switch sample.given {
    case .response(let names):
      HeardCodes(sentences: [names.reduce(into: [:]) { $0[$1] = 1 }])
    case .sentences(let sentences):
      HeardCodes(sentences: sentences.map { $0.reduce(into: [:]) { $0[$1] = 1 } })
    }
  }
}
