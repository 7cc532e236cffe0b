import Diagnostics
import FoundationEssentials
import Rubrics

/// Coded samples as they stand in a file, and the lines that could not be used.
package struct ReadSamples: Sendable, Hashable {
  package struct Complaint: Sendable, Hashable {
    /// From 1.
    package var line: Int
    package var problem: SampleProblem

    package init(line: Int, problem: SampleProblem) {
      self.line = line
      self.problem = problem
    }
  }

  package var samples: [CodedSample] = []
  /// In the order of the file. A line with a complaint gives no sample.
  package var complaints: [Complaint] = []
}

/// Reads JSON Lines of coded samples; blank lines are passed over.
///
/// Where a line does not say which names were looked for, it is those that occur anywhere in the file;
/// with `wholeCodebook` it is every code.
package func readCodedSamples(
  _ file: SourceFile, codebook: Codebook, wholeCodebook: Bool = false
) -> ReadSamples {
  var reading = SampleReading(codebook)
  for line in file.lineStarts.indices {
    reading.read(file.textOfLine(line), line: line + 1)
  }
  return reading.finished(wholeCodebook: wholeCodebook)
}

private struct SampleReading {
  let names: Set<String>
  /// By their lower-case spelling.
  let spelled: [String: String]
  let ids: Set<String>
  var read = ReadSamples()
  /// Positions of samples that do not say what was looked for.
  var unsaid: [Int] = []
  var occurring: Set<String> = []

  init(_ codebook: Codebook) {
    names = Set(codebook.names)
    ids = Set(codebook.codes.map(\.id))
    spelled = Dictionary(
      codebook.names.map { ($0.lowercased(), $0) }, uniquingKeysWith: { first, _ in first })
  }

  mutating func read(_ text: String, line: Int) {
    guard text.contains(where: { !$0.isWhitespace }) else { return }
    guard let row = try? JSONDecoder().decode(SampleLine.self, from: Data(text.utf8)) else {
      read.complaints.append(.init(line: line, problem: .notAnObject))
      return
    }
    var problems = row.problems
    let response = row.response
    let patientLine = response.patient.joined(separator: "\n")
    let said = response.text + "\n" + response.before + "\n" + patientLine
    let given: CodedSample.Given =
      switch row.codes {
      case .response(let names): .response(resolve(names, "codes", said, &problems))
      case .sentences(let sentences):
        .sentences(sentences.map { resolve($0, "codes", said, &problems) })
      }
    let judged = row.judged.map { resolve($0, "judged", said, &problems) }
    guard problems.isEmpty else {
      read.complaints += problems.map { .init(line: line, problem: $0) }
      return
    }
    occurring.formUnion(given.all)
    if let judged { occurring.formUnion(judged) } else { unsaid.append(read.samples.count) }
    let id = response.id ?? String(line)
    let otherwise = patientLine.isEmpty ? id : patientLine
    read.samples.append(
      CodedSample(
        id: id, group: row.group ?? row.conversation ?? otherwise,
        conversation: row.conversation ?? row.group ?? otherwise, patient: response.patient,
        before: response.before, text: response.text, given: given, judged: judged ?? [],
        quality: row.quality))
  }

  private func resolve(
    _ written: Set<String>, _ key: String, _ said: String, _ problems: inout [SampleProblem]
  ) -> Set<String> {
    var resolved: Set<String> = []
    for name in written.sorted() {
      if let known = spelled[name.lowercased()] {
        // A name that differs from another in nothing but case is that which is written.
        resolved.insert(names.contains(name) ? name : known)
        continue
      }
      let isWordsOfSomebody = name.count > 40 || said.contains(name)
      problems.append(
        .nameUnknown(
          isWordsOfSomebody ? nil : name, key: key,
          near: isWordsOfSomebody ? nil : nearestName(to: name, in: names.sorted())))
    }
    return resolved
  }

  mutating func finished(wholeCodebook: Bool) -> ReadSamples {
    let judged = wholeCodebook ? ids : occurring
    for position in unsaid { read.samples[position].judged = judged }
    return read
  }
}
