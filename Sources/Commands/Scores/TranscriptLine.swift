import Calibration
import FoundationEssentials

/// One turn of somebody's transcript as a line of JSON; other keys are passed over.
struct TranscriptLine: Decodable {
  let response: ResponseLine
  private(set) var session: String?
  /// What the patient offers; nil where nobody has marked it.
  private(set) var cues: [String]?
  private(set) var problems: [SampleProblem]

  private enum Key: String, CodingKey { case session, conversation, cues }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    response = try ResponseLine(from: decoder)
    problems = response.problems

    func has(_ key: Key) -> Bool {
      values.contains(key) && (try? values.decodeNil(forKey: key)) == false
    }
    for key in [Key.session, .conversation] where session == nil && has(key) {
      if let text = try? values.decode(String.self, forKey: key) {
        session = text
      } else if let number = try? values.decode(Int.self, forKey: key) {
        session = String(number)
      } else {
        problems.append(.unreadable(key.rawValue, needed: "a text or a whole number"))
      }
    }
    if has(.cues) {
      if let names = try? values.decode([String].self, forKey: .cues) {
        cues = names
      } else {
        problems.append(.unreadable("cues", needed: "a list of cues"))
      }
    }
  }
}
