import BundledLibrary
import FoundationEssentials
import TranscriptStore

/// The whole page of a packet: skeleton, style, script and content in one file.
///
/// Its policy lets nothing run and nothing look but the script and the style that attune wrote, known
/// by their digests, and lets nothing be fetched.
func packetPage(_ content: PacketContent) throws -> String {
  let style = reviewPageFile("style.css")
  let script = "'use strict';\n{\n" + scriptFiles.map(reviewPageFile).joined() + "}\n"
  let policy = [
    "default-src 'none'", "script-src \(digest(of: script))", "style-src \(digest(of: style))",
    "base-uri 'none'", "form-action 'none'", "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].joined(separator: "; ")
  let parts = [
    "policy": policy, "style": style, "script": script, "packet": try dataBlock(content),
  ]
  // Filled in one pass: what a part holds is not looked into.
  let pieces = reviewPageFile("page.html").split(separator: "{", omittingEmptySubsequences: false)
  return pieces.dropFirst().reduce(String(pieces.first ?? "")) { page, piece in
    guard let end = piece.firstIndex(of: "}"), let part = parts[String(piece[..<end])] else {
      return page + "{" + piece
    }
    return page + part + piece[piece.index(after: end)...]
  }
}

/// In the order in which they need each other.
private let scriptFiles = [
  "text.js", "digest.js", "packet.js", "draft.js", "transcript.js", "rating.js", "dialogs.js",
  "reveal.js", "file.js", "keys.js", "page.js",
]

/// JSON that no browser takes for the end of a script, for markup or for a line break.
private func dataBlock(_ content: PacketContent) throws -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  var block: [UInt8] = []
  let bytes = try encoder.encode(content)
  block.reserveCapacity(bytes.count + bytes.count / 16)
  var last: (UInt8, UInt8) = (0, 0)
  for byte in bytes {
    switch byte {
    case UInt8(ascii: "<"): block += Array("\\u003c".utf8)
    case UInt8(ascii: ">"): block += Array("\\u003e".utf8)
    case UInt8(ascii: "&"): block += Array("\\u0026".utf8)
    case 0xa8 where last == (0xe2, 0x80), 0xa9 where last == (0xe2, 0x80):
      block.removeLast(2)
      block += Array((byte == 0xa8 ? "\\u2028" : "\\u2029").utf8)
    default: block.append(byte)
    }
    last = (last.1, byte)
  }
  return String(decoding: block, as: UTF8.self)
}

private func digest(of text: String) -> String {
  "'sha256-\(Data(sha256(Array(text.utf8))).base64EncodedString())'"
}

/// A file of Sources/ReviewPage, as it was when the program was built.
private func reviewPageFile(_ name: String) -> String {
  var count = 0
  let files = UnsafeBufferPointer(start: attune_bundled_review_page(&count), count: count)
  for file in files where String(cString: file.name).hasSuffix("/" + name) {
    return String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
  return ""
}
