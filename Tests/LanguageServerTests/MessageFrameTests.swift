import Testing

@testable import LanguageServer

@Suite("Messages on a stream")
struct MessageFrameTests {
  private func frames(_ text: String, pieces: Int) -> [MessageFrames.Frame] {
    var frames = MessageFrames()
    var found: [MessageFrames.Frame] = []
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      frames.append(bytes.prefix(pieces))
      bytes = bytes.dropFirst(pieces)
      while let frame = frames.next() { found.append(frame) }
    }
    return found
  }

  private func message(_ text: String) -> MessageFrames.Frame { .message(Array(text.utf8)) }

  @Test("messages come whole, however the stream is cut", arguments: [1, 2, 3, 7, 1000])
  func cuts(pieces: Int) {
    let text =
      "Content-Length: 2\r\n\r\n{}content-length:  4 \r\nContent-Type: x\r\n\r\nnullContent-Length: 0\n\n"
    #expect(frames(text, pieces: pieces) == [message("{}"), message("null"), message("")])
  }

  @Test(
    "a header without a length, or with a strange one, is passed over, and the next message is read",
    arguments: [
      "Content-Lengt: 2\r\n\r\n", "Content-Length: -2\r\n\r\n", "Content-Length: two\r\n\r\n",
      "\r\n\r\n", "Content-Length: 99999999999999999999999\r\n\r\n",
    ])
  func brokenHeaders(header: String) {
    let found = frames(header + "Content-Length: 2\r\n\r\n{}", pieces: 5)
    #expect(found.first == .broken)
    #expect(found.last == message("{}"))
  }

  @Test("a huge message is passed over without being kept")
  func huge() {
    let length = MessageFrames.longest + 1
    var frames = MessageFrames()
    frames.append(Array("Content-Length: \(length)\r\n\r\n".utf8))
    #expect(frames.next() == .broken)
    for _ in 0..<1024 { frames.append(repeatElement(UInt8(ascii: "x"), count: 65536)) }
    frames.append(Array("x".utf8) + Array("Content-Length: 1\r\n\r\n1".utf8))
    #expect(frames.next() == message("1"))
  }

  @Test("a header without an end is given up")
  func endlessHeader() {
    #expect(frames(String(repeating: "x", count: 20_000), pieces: 4096).first == .broken)
  }

  @Test("an answer has its length before it")
  func answers() {
    #expect(framed(Array("{}".utf8)) == Array("Content-Length: 2\r\n\r\n{}".utf8))
  }
}
