extension JSONValue {
  /// On one line, keys sorted.
  ///
  /// Written by hand, because an encoder that knows nothing of the value takes several times as long, and
  /// an outline is asked for after every keystroke.
  package var bytes: [UInt8] {
    var result: [UInt8] = []
    write(to: &result)
    return result
  }

  private func write(to result: inout [UInt8]) {
    switch self {
    case .null: result += "null".utf8
    case .bool(let flag): result += (flag ? "true" : "false").utf8
    case .integer(let number): result += String(number).utf8
    // JSON has no word for what is no number.
    case .number(let number): result += (number.isFinite ? String(number) : "null").utf8
    case .string(let text): Self.write(text, to: &result)
    case .array(let items):
      result.append(UInt8(ascii: "["))
      for (index, item) in items.enumerated() {
        if index > 0 { result.append(UInt8(ascii: ",")) }
        item.write(to: &result)
      }
      result.append(UInt8(ascii: "]"))
    case .object(let members):
      result.append(UInt8(ascii: "{"))
      for (index, key) in members.keys.sorted().enumerated() {
        if index > 0 { result.append(UInt8(ascii: ",")) }
        Self.write(key, to: &result)
        result.append(UInt8(ascii: ":"))
        self[key].write(to: &result)
      }
      result.append(UInt8(ascii: "}"))
    }
  }

  private static func write(_ text: String, to result: inout [UInt8]) {
    result.append(UInt8(ascii: "\""))
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "\""), UInt8(ascii: "\\"): result += [UInt8(ascii: "\\"), byte]
      case UInt8(ascii: "\n"): result += "\\n".utf8
      case 0..<0x20:
        let digits = String(byte, radix: 16)
        result += (digits.count == 1 ? "\\u000" : "\\u00").utf8
        result += digits.utf8
      default: result.append(byte)
      }
    }
    result.append(UInt8(ascii: "\""))
  }
}
