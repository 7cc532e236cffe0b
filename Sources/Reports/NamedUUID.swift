/// A UUID that follows from a name (version 5, RFC 9562): the same name gives the same UUID everywhere,
/// so that a statement that is exported again is known to be the same.
package struct NamedUUID: Sendable, Hashable, CustomStringConvertible {
  private let bytes: [UInt8]

  /// The name space of addresses, of RFC 9562, section 6.6.
  package static let addresses = NamedUUID(bytes: [
    0x6b, 0xa7, 0xb8, 0x11, 0x9d, 0xad, 0x11, 0xd1, 0x80, 0xb4, 0x00, 0xc0, 0x4f, 0xd4, 0x30, 0xc8,
  ])

  private init(bytes: [UInt8]) { self.bytes = bytes }

  package init(_ name: String, in space: NamedUUID) {
    var bytes = Array(sha1(space.bytes + Array(name.utf8)).prefix(16))
    bytes[6] = bytes[6] & 0x0f | 0x50
    bytes[8] = bytes[8] & 0x3f | 0x80
    self.bytes = bytes
  }

  package var description: String {
    let digits = Array("0123456789abcdef")
    var text = ""
    for (index, byte) in bytes.enumerated() {
      if [4, 6, 8, 10].contains(index) { text += "-" }
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return text
  }
}
