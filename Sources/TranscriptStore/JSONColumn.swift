import CSQLite
import FoundationEssentials

extension SQLValue {
  /// `value` as JSON: the same value always gives the same text.
  static func json(_ value: some Encodable) throws(StoreError) -> SQLValue {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    guard let data = try? encoder.encode(value) else {
      // JSON has no word for infinity and not-a-number.
      throw .refused(code: Int(SQLITE_MISMATCH))
    }
    return .text(String(decoding: data, as: UTF8.self))
  }
}

extension Row {
  func json<Value: Decodable>(_ name: String, of session: String) throws(StoreError) -> Value {
    let data = Data(text(name).utf8)
    guard let value = try? JSONDecoder().decode(Value.self, from: data) else {
      throw .unreadable(session: session)
    }
    return value
  }
}
