import Diagnostics

/// What can be wrong with a table of ratings or codes.
enum RatingTableProblem: Problem {
  case quoteInside
  case quoteNeverClosed
  case columnMissing(String, hasSemicolons: Bool)
  case columnTwice(String)
  case rowLength(Int, needed: Int)
  case unusable(RatingColumn)
  case repeated

  var severity: Severity { .error }

  var code: String {
    switch self {
    case .quoteInside, .quoteNeverClosed: "R601"
    case .columnMissing, .columnTwice: "R602"
    case .rowLength: "R603"
    case .unusable: "R604"
    case .repeated: "R605"
    }
  }

  var message: String {
    switch self {
    case .quoteInside: "a double quote stands here in the middle of a cell"
    case .quoteNeverClosed: "the double quote that opens this cell is never closed"
    case .columnMissing(let column, _): "there is no column '\(column)'"
    case .columnTwice(let column): "there is a second column '\(column)'"
    case .rowLength(let found, let needed):
      "this row has \(count(found, "cell")), the first row \(needed)"
    case .unusable(let column): "this cannot be \(column.words)"
    case .repeated: "this rater has rated this dimension of this session already"
    }
  }

  var help: String? {
    switch self {
    case .quoteInside: "put the whole cell between double quotes, and write a quote in it twice"
    case .quoteNeverClosed: "write a double quote where the cell ends"
    case .columnMissing(_, hasSemicolons: true): "save the table with commas between its cells"
    case .columnMissing: "the first row names the columns, as in 'ratings.csv' or 'codes.csv'"
    case .columnTwice: "take one of the two away"
    case .rowLength: "put a cell that holds a comma between double quotes"
    case .unusable(let column): column.help
    case .repeated: "keep the rating that was submitted, or give its true round"
    }
  }
}

/// The columns that agreement is told from, as the tables of ratings and codes name them.
enum RatingColumn: String, CaseIterable {
  case session = "session_id"
  case rater, round, dimension, score, submitted
  case turn, attempt, unit, code, source, heard
  /// Of both tables.
  case counts

  static let ofRatings: [RatingColumn] = [.session, .rater, .round, .dimension, .score]
  static let ofCodes: [RatingColumn] = [.session, .turn, .code, .source]

  fileprivate var words: String {
    switch self {
    case .session: "a session"
    case .rater: "a rater"
    case .round: "a round"
    case .dimension: "a dimension"
    case .score: "a score"
    case .submitted: "a day"
    case .turn: "a turn"
    case .attempt: "an attempt"
    case .unit: "a unit"
    case .code: "a code"
    case .source: "a source"
    case .heard, .counts: "a yes or a no"
    }
  }

  fileprivate var help: String? {
    switch self {
    case .score:
      "write a level from 1 to 5, or leave the cell empty for 'not applicable'"
    case .round: "write blind, second, adjudicated, self or auto"
    case .submitted: "write a day such as 2026-03-14, or leave the cell empty"
    case .turn, .attempt, .unit: "write a whole number"
    case .heard, .counts: "write yes or no, or leave the cell empty"
    case .source: "write 'auto' or who coded it"
    default: "write who or what it is; the cell cannot be empty"
    }
  }
}
