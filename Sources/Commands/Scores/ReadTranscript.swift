import Calibration
import Diagnostics
import FoundationEssentials
import ResponseCoding
import TranscriptModel

/// A conversation that was read from a file and coded.
struct ReadSession {
  /// As the file calls it; nil where it names none.
  var name: String?
  /// Whether somebody marked what the patient offers.
  var isMarked: Bool
  var exchanges: [Exchange]
}

/// The conversations of a file, and the lines that could not be used.
struct ReadTranscript {
  var sessions: [ReadSession] = []
  var complaints: [ReadSamples.Complaint] = []
}

/// Reads JSON Lines, one turn a line, grouped by session in the order of the file, and codes each
/// response after what was said before it. A session is marked where one of its lines has `cues`.
func readTranscript(_ file: SourceFile, _ coder: ResponseCoder) -> ReadTranscript {
  let cueNames = coder.codebook.cues.map(\.name)
  var result = ReadTranscript()
  var order: [String?] = []
  var turns: [String?: [TranscriptLine]] = [:]
  let decoder = JSONDecoder()
  for number in file.lineStarts.indices {
    let text = file.textOfLine(number)
    guard text.contains(where: { !$0.isWhitespace }) else { continue }
    func complain(_ problem: SampleProblem) {
      result.complaints.append(.init(line: number + 1, problem: problem))
    }
    guard let line = try? decoder.decode(TranscriptLine.self, from: Data(text.utf8)) else {
      complain(.notAnObject)
      continue
    }
    var problems = line.problems
    for name in line.cues ?? [] where !cueNames.contains(name) {
      problems.append(.cueUnknown(near: nearestName(to: name, in: cueNames)))
    }
    problems.forEach(complain)
    guard problems.isEmpty else { continue }
    if turns[line.session] == nil { order.append(line.session) }
    turns[line.session, default: []].append(line)
  }
  result.sessions = order.map { name in session(name, turns[name] ?? [], coder) }
  return result
}

private func session(
  _ name: String?, _ lines: [TranscriptLine], _ coder: ResponseCoder
) -> ReadSession {
  var session = ReadSession(
    name: name, isMarked: lines.contains { $0.cues != nil }, exchanges: [])
  var earlier: [Utterance] = []
  for line in lines {
    let last = line.response.patient.count - 1
    let patient = line.response.patient.enumerated().map { number, text in
      Utterance(speaker: "Patient", text: text, cues: number == last ? line.cues ?? [] : [])
    }
    var context = CodingContext(
      patient: patient, earlierPatient: earlier,
      earlierResponses: session.exchanges.map(\.response))
    context.cuesAreUnknown = !session.isMarked
    session.exchanges.append(
      Exchange(
        turn: session.exchanges.count + 1, patient: patient,
        response: coder.code(line.response.text, after: context)))
    earlier += patient
  }
  return session
}
