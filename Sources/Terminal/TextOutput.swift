/// Where a command's text goes: a terminal, a pipe, a file, or the memory of a test.
package protocol TextOutput: AnyObject {
  var isTerminal: Bool { get }
  /// Columns, at this moment: a window may be resized.
  var width: Int { get }
  /// Writes the whole text at once; nothing is held back.
  func write(_ text: String) throws(OutputFailure)
}

/// Text could not be written.
package enum OutputFailure: Error, Equatable, CustomStringConvertible {
  /// Nobody reads any more (`attune … | head`): end quietly with status 141.
  case closed
  /// The disk is full.
  case noSpace
  /// Any other error, by its number.
  case system(Int32)

  package var description: String {
    switch self {
    case .closed: "the reader of the output has gone"
    case .noSpace: "no space is left for the output"
    case .system(let code): "the output could not be written: " + systemMessage(code)
    }
  }
}
