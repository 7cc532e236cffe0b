import Diagnostics
import Outline
import Playtesting
import ResponseCoding
import Rubrics
import ScenarioModel

/// Coded responses of the library to lines of one scenario, and the files they stand in.
struct AnsweredLines {
  /// Cut down to what is used, to be kept with a session.
  var files: [SourceFile] = []
  var replies: StandingExamples.Replies = [:]
}

extension Library {
  /// Responses whose patient line is, letter for letter, a line of this scenario.
  ///
  /// What cannot be read of them is passed over: 'attune check' tells.
  func answers(to scenario: Scenario) -> AnsweredLines {
    var answered = AnsweredLines()
    guard !files.responses.isEmpty else { return answered }
    let lines = scenario.answerableLines
    for whole in files.responses {
      guard let file = whole.sections(answering: lines),
        file.encodingProblem(code: LibraryProblem.encoding) == nil
      else { continue }
      answered.files.append(file)
      for line in readResponses(file, codebook: codebook).responses.lines
      where lines.contains(line.patient) {
        answered.replies[line.patient, default: []] += line.replies.map {
          CodedExample(text: $0.text, codes: $0.codes.sentences)
        }
      }
    }
    return answered
  }
}

extension SourceFile {
  /// This file of responses with only those sections whose patient line is one of `lines`; nil where
  /// there is none.
  ///
  /// Headings and patient lines are looked for byte by byte: a library may hold thousands of responses,
  /// few of which are to the lines of one scenario.
  func sections(answering lines: Set<String>) -> SourceFile? {
    var kept: [UInt8] = []
    var sectionStart = 0
    // What stands before the first heading is kept.
    var isHeader = true
    var isWanted = true
    var isFound = false
    func close(at end: Int) {
      if isWanted { kept += bytes[sectionStart..<end] }
      isFound = isFound || isWanted && !isHeader
    }
    for number in lineStarts.indices {
      let start = lineStarts[number]
      var first = start
      while first < bytes.count, bytes[first] == 0x20 || bytes[first] == 0x09 { first += 1 }
      guard first < bytes.count else { break }
      switch bytes[first] {
      case UInt8(ascii: "#"):
        close(at: start)
        (sectionStart, isHeader, isWanted) = (start, false, false)
      case UInt8(ascii: "p"), UInt8(ascii: "P"):
        guard !isWanted,
          let rest = Phrase(file: self, span: lineSpan(number)).trimmed
            .after("patient"), rest.starts(with: ":"),
          let words = rest.dropping(":").trimmed.unquoted
        else { continue }
        isWanted = lines.contains(words.text)
      default: continue
      }
    }
    close(at: bytes.count)
    return isFound ? SourceFile(name: name, bytes: kept) : nil
  }
}
