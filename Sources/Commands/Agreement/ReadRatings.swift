import Diagnostics
import Progress

/// When a rating was made: only those that nobody had seen another of tell of agreement.
enum RatingRound: String {
  case blind, second, adjudicated, auto
  case own = "self"
}

/// A row of `ratings.csv`.
struct RatingRow {
  var session: String
  var rater: String
  var round: RatingRound
  var dimension: String
  /// Nil for "not applicable".
  var score: Double?
  var day: Int?
  /// Whether the rater had not passed calibration.
  var isPractice = false
}

/// A row of `codes.csv`.
struct CodeRow {
  var session: String
  var turn: Int
  var attempt: Int
  /// Nil where somebody coded the turn as a whole.
  var unit: Int?
  var code: String
  /// `auto`, or a rater.
  var source: String
  /// Else somebody says that it is not there.
  var isHeard = true
  /// Whether the rater had not passed calibration.
  var isPractice = false
}

/// What tables of ratings and codes say, as far as it can be used.
struct ReadRatings {
  var ratings: [RatingRow] = []
  var codes: [CodeRow] = []
  private var seen: Set<[String]> = []

  init() {}

  /// Goes on without what does not count.
  mutating func leaveOutPractice() {
    ratings.removeAll(where: \.isPractice)
    codes.removeAll(where: \.isPractice)
  }

  /// Adds a file, which is taken for the table whose columns it has more of; what is wrong with it.
  mutating func read(_ file: SourceFile) -> [Diagnostic] {
    let (rows, problems) = readCSV(file)
    var diagnostics = problems
    let start = file.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard let first = rows.first else {
      if diagnostics.isEmpty {
        diagnostics.append(missing(.session, at: Span(start, start), [], file))
      }
      return diagnostics
    }
    let names = first.map { $0.text.trimmingBlanks.lowercased() }
    let areCodes =
      RatingColumn.ofCodes.count { names.contains($0.rawValue) }
      > RatingColumn.ofRatings.count { names.contains($0.rawValue) }
    var columns: [RatingColumn: Int] = [:]
    for (place, name) in names.enumerated() {
      guard let column = RatingColumn(rawValue: name) else { continue }
      if columns[column] != nil {
        diagnostics.append(
          Diagnostic(RatingTableProblem.columnTwice(name), at: first[place].span))
      }
      columns[column] = place
    }
    let header = Span(first[0].span.start, first[first.count - 1].span.end)
    for column in areCodes ? RatingColumn.ofCodes : RatingColumn.ofRatings
    where columns[column] == nil {
      diagnostics.append(missing(column, at: header, names, file))
    }
    // Rows of another table are not shown: they may hold what a trainee said.
    let wrongColumns = diagnostics.filter { $0.code == RatingTableProblem.columnTwice("").code }
    guard wrongColumns.isEmpty else { return wrongColumns }
    for row in rows.dropFirst() {
      guard row.count == first.count else {
        let span = Span(row[0].span.start, row[row.count - 1].span.end)
        diagnostics.append(
          Diagnostic(RatingTableProblem.rowLength(row.count, needed: first.count), at: span))
        continue
      }
      var cells = RowCells(row: row, columns: columns)
      if areCodes { addCode(&cells) } else { addRating(&cells) }
      diagnostics += cells.diagnostics
    }
    return diagnostics.inFileOrder()
  }

  private func missing(
    _ column: RatingColumn, at span: Span, _ names: [String], _ file: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      RatingTableProblem.columnMissing(
        column.rawValue, hasSemicolons: names.count == 1 && names[0].contains(";")), at: span)
  }

  private mutating func addRating(_ cells: inout RowCells) {
    let session = cells.name(.session)
    let rater = cells.name(.rater)
    let dimension = cells.name(.dimension)
    let round = cells.value(.round) { RatingRound(rawValue: $0.lowercased()) }
    var score: Double?
    if cells.isFilled(.score) {
      score = cells.value(.score) { text in
        Double(text).flatMap { level in
          let isWhole = level == level.rounded()
          return (1...5).contains(level) && (isWhole || round == .auto) ? level : nil
        }
      }
    }
    var day: Int?
    if cells.isFilled(.submitted) {
      day = cells.value(.submitted) { CalendarDay($0.replacing(" ", with: "T"))?.number }
    }
    let counts = cells.isFilled(.counts) ? cells.truth(.counts) : true
    guard cells.diagnostics.isEmpty, let session, let rater, let dimension, let round else {
      return
    }
    guard seen.insert([session, rater, round.rawValue, dimension]).inserted else {
      return cells.complain(.repeated, .session)
    }
    ratings.append(
      RatingRow(
        session: session, rater: rater, round: round, dimension: dimension, score: score, day: day,
        isPractice: counts == false))
  }

  private mutating func addCode(_ cells: inout RowCells) {
    let session = cells.name(.session)
    let code = cells.name(.code)
    let source = cells.name(.source)
    let turn = cells.number(.turn)
    let attempt = cells.isFilled(.attempt) ? cells.number(.attempt) : 1
    let unit = cells.isFilled(.unit) ? cells.number(.unit) : nil
    let isHeard = cells.isFilled(.heard) ? cells.truth(.heard) : true
    let counts = cells.isFilled(.counts) ? cells.truth(.counts) : true
    guard cells.diagnostics.isEmpty, let session, let code, let source, let turn, let attempt
    else { return }
    codes.append(
      CodeRow(
        session: session, turn: turn, attempt: attempt, unit: unit, code: code, source: source,
        isHeard: isHeard != false, isPractice: counts == false))
  }
}

/// The cells of one row by their columns, and what cannot be used of them.
private struct RowCells {
  let row: [CSVCell]
  let columns: [RatingColumn: Int]
  var diagnostics: [Diagnostic] = []

  private func text(_ column: RatingColumn) -> String {
    columns[column].map { row[$0].text.trimmingBlanks } ?? ""
  }

  /// `NA` is how R writes an empty cell.
  func isFilled(_ column: RatingColumn) -> Bool {
    let text = text(column)
    return !text.isEmpty && text != "NA"
  }

  mutating func name(_ column: RatingColumn) -> String? {
    value(column) { $0.isEmpty ? nil : $0 }
  }

  mutating func truth(_ column: RatingColumn) -> Bool? {
    value(column) { ["yes": true, "no": false][$0.lowercased()] }
  }

  mutating func number(_ column: RatingColumn) -> Int? { value(column) { Int($0) } }

  mutating func value<Value>(_ column: RatingColumn, _ read: (String) -> Value?) -> Value? {
    if let value = read(text(column)) { return value }
    complain(.unusable(column), column)
    return nil
  }

  mutating func complain(_ problem: RatingTableProblem, _ column: RatingColumn) {
    guard let place = columns[column] else { return }
    diagnostics.append(Diagnostic(problem, at: row[place].span))
  }
}
