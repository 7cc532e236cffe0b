import Diagnostics

/// One cell of a table: what it says, and where it stands.
struct CSVCell {
  var text: String
  var span: Span
}

/// The rows of a file with commas between its cells, after RFC 4180; empty lines are passed over.
///
/// Lines may end in any way, and a byte order mark is no part of the first cell. A row with a double
/// quote out of place is left out; after one that is never closed nothing more is read.
func readCSV(_ file: SourceFile) -> (rows: [[CSVCell]], diagnostics: [Diagnostic]) {
  if let problem = file.encodingProblem(code: LibraryProblem.encoding) { return ([], [problem]) }
  var reading = CSVReading(file)
  while reading.readRow() {}
  return (reading.rows, reading.diagnostics)
}

private struct CSVReading {
  let bytes: [UInt8]
  var place: Int
  var rows: [[CSVCell]] = []
  var diagnostics: [Diagnostic] = []

  init(_ file: SourceFile) {
    bytes = file.bytes
    place = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  private static let (quote, comma) = (UInt8(ascii: "\""), UInt8(ascii: ","))
  private static let (feed, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))

  private var isAtCellEnd: Bool {
    guard place < bytes.count else { return true }
    let byte = bytes[place]
    return byte == Self.comma || byte == Self.feed || byte == Self.carriageReturn
  }

  /// False at the end of the file.
  mutating func readRow() -> Bool {
    guard place < bytes.count else { return false }
    var row: [CSVCell] = []
    let problems = diagnostics.count
    while true {
      row.append(readCell())
      guard place < bytes.count, bytes[place] == Self.comma else { break }
      place += 1
    }
    if place < bytes.count {
      let isReturn = bytes[place] == Self.carriageReturn
      place += 1
      if isReturn, place < bytes.count, bytes[place] == Self.feed { place += 1 }
    }
    let isEmpty = row.count == 1 && row[0].span.isEmpty
    if !isEmpty, diagnostics.count == problems { rows.append(row) }
    return true
  }

  private mutating func readCell() -> CSVCell {
    let start = place
    guard place < bytes.count, bytes[place] == Self.quote else {
      while !isAtCellEnd {
        if bytes[place] == Self.quote { complain(.quoteInside, at: place) }
        place += 1
      }
      return CSVCell(
        text: String(decoding: bytes[start..<place], as: UTF8.self), span: Span(start, place))
    }
    var text: [UInt8] = []
    place += 1
    while place < bytes.count {
      if bytes[place] == Self.quote {
        place += 1
        guard place < bytes.count, bytes[place] == Self.quote else {
          if !isAtCellEnd {
            complain(.quoteInside, at: place - 1)
            while !isAtCellEnd { place += 1 }
          }
          return CSVCell(
            text: String(decoding: text, as: UTF8.self), span: Span(start, place))
        }
      }
      text.append(bytes[place])
      place += 1
    }
    complain(.quoteNeverClosed, at: start)
    return CSVCell(text: "", span: Span(start, place))
  }

  private mutating func complain(_ problem: RatingTableProblem, at place: Int) {
    diagnostics.append(Diagnostic(problem, at: Span(place, place + 1)))
  }
}
