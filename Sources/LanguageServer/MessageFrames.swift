/// Cuts a stream of bytes into the messages of an editor: `Content-Length: n`, a blank line, n bytes.
///
/// Bytes may come in any pieces. Time is linear in their number, and no more than one message is
/// kept.
package struct MessageFrames: Sendable {
  /// What was found in the stream.
  package enum Frame: Sendable, Equatable {
    case message([UInt8])
    /// Something that is no message; reading goes on behind it.
    case broken
  }

  /// Longer messages are passed over: 64 MB.
  package static let longest = 64 << 20
  private static let longestHeader = 8192

  private var buffer: [UInt8] = []
  private var start = 0
  /// Where the search for the end of the header goes on.
  private var searched = 0
  /// Bytes of a message being passed over.
  private var unwanted = 0
  /// The length of the message whose header was read.
  private var expected: Int?

  package init() {}

  package mutating func append(_ bytes: some Collection<UInt8>) {
    let skipped = min(unwanted, bytes.count)
    unwanted -= skipped
    if start > 0 {
      buffer.removeFirst(start)
      searched -= start
      start = 0
    }
    buffer += bytes.dropFirst(skipped)
  }

  /// The next whole message; nil until more bytes have come.
  package mutating func next() -> Frame? {
    while true {
      if let length = expected {
        guard buffer.count - start >= length else { return nil }
        defer { advance(by: length) }
        expected = nil
        return .message(Array(buffer[start..<start + length]))
      }
      guard let end = headerEnd() else {
        guard buffer.count - start > Self.longestHeader else { return nil }
        advance(by: buffer.count - start)
        return .broken
      }
      let length = contentLength(buffer[start..<end])
      advance(by: end - start)
      guard let length else { return .broken }
      guard length <= Self.longest else {
        let here = min(length, buffer.count - start)
        unwanted = length - here
        advance(by: here)
        return .broken
      }
      expected = length
    }
  }

  private mutating func advance(by count: Int) {
    start += count
    searched = start
  }

  /// Behind the blank line that ends a header; line feeds alone will do.
  private mutating func headerEnd() -> Int? {
    while searched < buffer.count {
      let byte = buffer[searched]
      searched += 1
      guard byte == UInt8(ascii: "\n") else { continue }
      var before = searched - 2
      if before >= start, buffer[before] == UInt8(ascii: "\r") { before -= 1 }
      if before < start || buffer[before] == UInt8(ascii: "\n") { return searched }
    }
    return nil
  }

  private func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
    for line in header.split(whereSeparator: { $0 == 10 || $0 == 13 }) {
      let parts = String(decoding: line, as: UTF8.self).split(separator: ":", maxSplits: 1)
      guard parts.count == 2, plain(parts[0]).lowercased() == "content-length" else { continue }
      guard let length = Int(plain(parts[1])), length >= 0 else { return nil }
      return length
    }
    return nil
  }

  private func plain(_ text: Substring) -> String {
    String(
      text.drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
}

/// A message with its header, ready to be sent.
package func framed(_ message: [UInt8]) -> [UInt8] {
  Array("Content-Length: \(message.count)\r\n\r\n".utf8) + message
}
