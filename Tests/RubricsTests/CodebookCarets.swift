import Diagnostics
import Rubrics

/// A finding that a test expects: a comment `//  ^^^ R112 message` below the line that is wrong.
struct ExpectedFinding: Equatable, CustomStringConvertible {
  var line: Int
  var columns: Range<Int>
  var code: String
  var message: String

  var description: String {
    "\(line):\(columns.lowerBound)-\(columns.upperBound) \(code) \(message)"
  }

  /// The findings a text expects of itself, in its order.
  static func all(in text: String) -> [ExpectedFinding] {
    var lastLine = 0
    var result: [ExpectedFinding] = []
    for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      guard line.hasPrefix("//"), let first = line.firstIndex(of: "^") else {
        lastLine = number + 1
        continue
      }
      let carets = line[first...].prefix { $0 == "^" }
      let rest = line[carets.endIndex...].split(separator: " ", maxSplits: 1)
      let column = line.distance(from: line.startIndex, to: first) + 1
      result.append(
        ExpectedFinding(
          line: lastLine, columns: column..<(column + carets.count), code: String(rest[0]),
          message: rest.count > 1 ? String(rest[1]) : ""))
    }
    return result
  }

  static func found(by checked: CheckedCodebook, in file: SourceFile) -> [ExpectedFinding] {
    checked.diagnostics.map {
      let start = file.position(at: $0.span.start)
      let end = file.position(at: $0.span.end)
      return ExpectedFinding(
        line: start.line, columns: start.column..<end.column, code: $0.code, message: $0.message)
    }
  }
}
