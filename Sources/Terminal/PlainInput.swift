import Glibc

/// Lines from a pipe, a file, or a terminal without line editing.
///
/// Prompts are not shown, so a session piped in writes nothing but its transcript.
package final class PlainInput: TextInput {
  private let descriptor: Int32
  private var buffer: [UInt8] = []
  private var position = 0
  private var isFirstLine = true

  package init(descriptor: Int32 = STDIN_FILENO) { self.descriptor = descriptor }

  package var isTerminal: Bool { isatty(descriptor) == 1 }

  package func begin(_ console: Console) {}

  package func readLine(prompt: String, isContinuation: Bool) -> ConsoleInput {
    var line: [UInt8] = []
    var isCut = false
    var isFound = false
    while !isFound {
      // A read that fails ends the lines; `readToEnd` is there for those who need to know.
      guard position < buffer.count || ((try? fill()) ?? 0) > 0 else { break }
      let end = buffer[position...].firstIndex(of: UInt8(ascii: "\n")) ?? buffer.count
      let room = longestLine - line.count
      isCut = isCut || end - position > room
      line += buffer[position..<min(end, position + room)]
      isFound = end < buffer.count
      position = isFound ? end + 1 : end
    }
    guard isFound || !line.isEmpty else { return .endOfInput }
    // A byte-order mark is no speech.
    if isFirstLine, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirstLine = false
    if isFound, !isCut, line.last == UInt8(ascii: "\r") { line.removeLast() }
    if isCut { dropBrokenEnd(of: &line) }
    return .line(String(decoding: line, as: UTF8.self), isCut: isCut)
  }

  package func readLine(prompt: String, orChangeIn folders: FolderWatch) -> WatchedInput {
    guard folders.wait() else { return .input(.endOfInput) }
    folders.clear()
    return .saved
  }

  package func readToEnd(limit: Int) throws(InputFailure) -> [UInt8] {
    var bytes = Array(buffer[position...])
    position = buffer.count
    while try fill() > 0 {
      bytes += buffer
      position = buffer.count
      if bytes.count > limit { throw .tooLong(limit: limit) }
    }
    return bytes
  }

  package func readSome() throws(InputFailure) -> [UInt8] {
    if position == buffer.count, try fill() == 0 { return [] }
    defer { position = buffer.count }
    return Array(buffer[position...])
  }

  /// Bytes newly read into the buffer; 0 at the end.
  private func fill() throws(InputFailure) -> Int {
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while true {
      let count = Glibc.read(descriptor, &chunk, chunk.count)
      if count < 0, errno == EINTR { continue }
      if count < 0, errno == EAGAIN {
        var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        poll(&ready, 1, -1)
        continue
      }
      guard count >= 0 else { throw .system(errno) }
      buffer = Array(chunk.prefix(count))
      position = 0
      return count
    }
  }
}
