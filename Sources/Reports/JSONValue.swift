/// A JSON value whose keys are not known beforehand.
package enum JSONValue: Sendable, Hashable, Encodable {
  case text(String)
  case whole(Int)
  case number(Double)
  case truth(Bool)
  case list([JSONValue])
  case object([String: JSONValue])

  package func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .whole(let number): try container.encode(number)
    case .number(let number): try container.encode(number)
    case .truth(let truth): try container.encode(truth)
    case .list(let values): try container.encode(values)
    case .object(let values): try container.encode(values)
    }
  }

  /// Nil where it is no object or lacks the key.
  package subscript(key: String) -> JSONValue? {
    if case .object(let values) = self { values[key] } else { nil }
  }
}

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByDictionaryLiteral {
  package init(stringLiteral text: String) { self = .text(text) }

  package init(dictionaryLiteral pairs: (String, JSONValue)...) {
    self = .object(Dictionary(pairs) { first, _ in first })
  }

  /// An object of the pairs that have a value.
  init(_ pairs: KeyValuePairs<String, JSONValue?>) {
    var values: [String: JSONValue] = [:]
    for (key, value) in pairs { values[key] = value }
    self = .object(values)
  }
}
