/// A level of a rubric's scale, or why there is none; never a 0 or a middle level in its place.
package enum Estimate: Sendable, Hashable {
  /// From 1 to 5, with the level's name.
  case level(Int, name: String)
  /// The reason, as a sentence for the trainee.
  case notAssessable(String)

  /// The number of the level; nil where the dimension is not assessable.
  package var level: Int? {
    if case .level(let number, _) = self { number } else { nil }
  }
}

/// As JSON either `{"level": 3, "name": "accurate"}` or `{"notAssessable": "…"}`.
extension Estimate: Codable {
  private enum Key: String, CodingKey { case level, name, notAssessable }

  package init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: Key.self)
    if let reason = try values.decodeIfPresent(String.self, forKey: .notAssessable) {
      self = .notAssessable(reason)
    } else {
      self = .level(
        try values.decode(Int.self, forKey: .level),
        name: try values.decode(String.self, forKey: .name))
    }
  }

  package func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: Key.self)
    switch self {
    case .level(let number, let name):
      try values.encode(number, forKey: .level)
      try values.encode(name, forKey: .name)
    case .notAssessable(let reason):
      try values.encode(reason, forKey: .notAssessable)
    }
  }
}
