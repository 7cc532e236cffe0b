import Foundation
import Testing

@testable import LanguageServer

@Suite("JSON")
struct JSONTests {
  @Test(
    "what is written is read back as it was, here and elsewhere",
    arguments: [
      JSONValue.null, true, 7, -1, .integer(.min), .number(0.5), .number(1e300), "", [], [:],
      "a\"b\\c\n\r\t\u{0}\u{1F}\u{7F} 😀 é \u{2028}", ["x": [1, [], ["": nil]], "ä": "/"],
    ])
  func roundTrip(value: JSONValue) throws {
    #expect(JSONValue(value.bytes) == value)
    _ = try JSONSerialization.jsonObject(with: Data(value.bytes), options: .fragmentsAllowed)
  }

  @Test("keys are sorted")
  func sorted() {
    let value: JSONValue = ["b": 1, "a": [true, nil], "c": "x"]
    #expect(String(decoding: value.bytes, as: UTF8.self) == #"{"a":[true,null],"b":1,"c":"x"}"#)
  }
}
