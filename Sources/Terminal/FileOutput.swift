import Glibc

/// Standard output or standard error.
package final class FileOutput: TextOutput {
  private let descriptor: Int32
  private let environment: [String: String]
  package let isTerminal: Bool

  package init(descriptor: Int32, environment: [String: String]) {
    self.descriptor = descriptor
    self.environment = environment
    isTerminal = isatty(descriptor) == 1
  }

  package var width: Int { terminalWidth(of: descriptor, environment: environment) }

  package func write(_ text: String) throws(OutputFailure) {
    do throws(SystemError) {
      try writeAll(Array(text.utf8), to: descriptor)
    } catch {
      switch error.code {
      case EPIPE: throw .closed
      case ENOSPC, EDQUOT: throw .noSpace
      default: throw .system(error.code)
      }
    }
  }
}
