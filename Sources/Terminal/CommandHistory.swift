import Glibc

/// The console's commands of earlier days, in a file that only its owner may read.
///
/// The file is written at once and holds at most 1,000 lines. A history that cannot be read or written is no
/// reason to stop a session: it is then kept for as long as the program runs.
struct CommandHistory {
  static let longest = 1000

  private let path: String
  private(set) var lines: [String]

  init(path: String) {
    self.path = path
    lines = Self.read(path)
  }

  mutating func append(_ line: String) {
    guard line != lines.last else { return }
    // Another session may have written since.
    let kept = Self.read(path)
    if kept.count >= Self.longest {
      lines = kept.suffix(Self.longest - 1) + [line]
      try? replaceFile(path, with: Array((lines.joined(separator: "\n") + "\n").utf8))
      return
    }
    lines.append(line)
    makeFolder(of: path)
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0o600)
    guard file >= 0 else { return }
    defer { close(file) }
    fchmod(file, 0o600)
    try? writeAll(Array((line + "\n").utf8), to: file)
  }

  /// The last lines of the file that are commands; a megabyte at most is read.
  private static func read(_ path: String) -> [String] {
    let file = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
    guard file >= 0 else { return [] }
    defer { close(file) }
    let input = PlainInput(descriptor: file)
    guard let bytes = try? input.readToEnd(limit: 1 << 20) else { return [] }
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n").filter { line in
      line.hasPrefix("/") && line.utf8.count <= 100
        && line.utf8.allSatisfy { (0x21...0x7E).contains($0) }
    }
    return lines.suffix(longest).map(String.init)
  }
}

/// Makes every missing folder on the way to a file, for its owner only.
private func makeFolder(of path: String) {
  let folders = path.split(separator: "/", omittingEmptySubsequences: false).dropLast()
  for length in folders.indices.map({ $0 + 1 }) {
    let folder = folders.prefix(length).joined(separator: "/")
    if !folder.isEmpty { mkdir(folder, 0o700) }
  }
}
