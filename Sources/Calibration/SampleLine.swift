import FoundationEssentials

/// One line of coded samples, read as far as it can be; what cannot is a problem, not an error, so
/// that all problems of a line are told at once.
struct SampleLine: Decodable {
  let response: ResponseLine
  private(set) var codes = CodedSample.Given.response([])
  private(set) var group: String?
  private(set) var conversation: String?
  private(set) var judged: Set<String>?
  private(set) var quality = ""
  private(set) var problems: [SampleProblem]

  private enum Key: String, CodingKey {
    case codes, group, conversation, judged, quality
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    response = try ResponseLine(from: decoder)
    problems = response.problems

    func has(_ key: Key) -> Bool {
      values.contains(key) && (try? values.decodeNil(forKey: key)) == false
    }
    /// A conversation, too, is often called by its number.
    func label(_ key: Key) -> String? {
      guard has(key) else { return nil }
      if let text = try? values.decode(String.self, forKey: key) { return text }
      if let number = try? values.decode(Int.self, forKey: key) { return String(number) }
      problems.append(.unreadable(key.rawValue, needed: "a text or a whole number"))
      return nil
    }

    if !has(.codes) {
      problems.append(.missing("codes"))
    } else if let names = try? values.decode([String].self, forKey: .codes) {
      codes = .response(Set(names))
    } else if let sentences = try? values.decode([[String]].self, forKey: .codes) {
      codes = .sentences(sentences.map(Set.init))
    } else {
      problems.append(
        .unreadable("codes", needed: "a list of names, or of such lists for each sentence"))
    }
    group = label(.group)
    conversation = label(.conversation)
    quality = label(.quality) ?? ""
    if has(.judged) {
      if let names = try? values.decode([String].self, forKey: .judged) {
        judged = Set(names)
      } else {
        problems.append(.unreadable("judged", needed: "a list of names"))
      }
    }
  }
}
