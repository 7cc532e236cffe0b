import Glibc

/// A call of the system that failed.
package struct SystemError: Error, Equatable, CustomStringConvertible {
  /// As in errno(3).
  package let code: Int32

  package var description: String { systemMessage(code) }
}

func systemMessage(_ code: Int32) -> String { String(cString: strerror(code)) }

/// Writes every byte, however often a signal interrupts or a pipe is full for a while.
func writeAll(_ bytes: [UInt8], to descriptor: Int32) throws(SystemError) {
  var rest = bytes[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
    if count >= 0 {
      rest = rest.dropFirst(count)
    } else if errno == EAGAIN {
      // Another program may have made the shared terminal or pipe non-blocking.
      var ready = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
      poll(&ready, 1, -1)
    } else if errno != EINTR {
      throw SystemError(code: errno)
    }
  }
}
