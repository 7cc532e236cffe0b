import FoundationEssentials

/// One line of coded samples, read as far as it can be; what cannot is a problem, not an error, so
/// that all problems of a line are told at once.
struct SampleLine: Decodable {
  private(set) var id: String?
  private(set) var text = ""
  private(set) var codes = CodedSample.Given.response([])
  private(set) var patient: [String] = []
  private(set) var before = ""
  private(set) var group: String?
  private(set) var conversation: String?
  private(set) var judged: Set<String>?
  private(set) var quality = ""
  private(set) var problems: [SampleProblem] = []

  private enum Key: String, CodingKey {
    case id, text, codes, patient, before, group, conversation, judged, quality
  }

  init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)

    func has(_ key: Key) -> Bool {
      values.contains(key) && (try? values.decodeNil(forKey: key)) == false
    }
    func words(_ key: Key) -> String? {
      guard has(key) else { return nil }
      if let text = try? values.decode(String.self, forKey: key) { return text }
      problems.append(.unreadable(key.rawValue, needed: "a text"))
      return nil
    }
    /// A conversation, too, is often called by its number.
    func label(_ key: Key) -> String? {
      guard has(key) else { return nil }
      if let text = try? values.decode(String.self, forKey: key) { return text }
      if let number = try? values.decode(Int.self, forKey: key) { return String(number) }
      problems.append(.unreadable(key.rawValue, needed: "a text or a whole number"))
      return nil
    }

    if has(.text) {
      text = words(.text) ?? ""
      if problems.isEmpty, !text.contains(where: { !$0.isWhitespace }) {
        problems.append(.emptyText)
      }
    } else {
      problems.append(.missing("text"))
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
    id = label(.id)
    if has(.patient) {
      if let one = try? values.decode(String.self, forKey: .patient) {
        patient = one.isEmpty ? [] : [one]
      } else if let several = try? values.decode([String].self, forKey: .patient) {
        patient = several
      } else {
        problems.append(.unreadable("patient", needed: "a text or a list of texts"))
      }
    }
    before = words(.before) ?? ""
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
