import Diagnostics

/// What can be wrong between the files of one library, each of which may be fine by itself.
enum LibraryProblem: Problem {
  case scenarioIDTaken(String, by: String)
  case rubricIDTaken(String, by: String)
  case secondCodebook(first: String)
  case lineIDTaken(String, by: String)
  case lessonIDTaken(String, by: String)
  case anchorIDTaken(String, by: String)

  /// The code of a file of the library that is not saved as UTF-8.
  static let encoding = "R100"

  var severity: Severity { .error }

  var code: String {
    switch self {
    case .scenarioIDTaken: "S108"
    case .rubricIDTaken: "R208"
    case .secondCodebook: "R131"
    case .lineIDTaken: "R320"
    case .lessonIDTaken: "R520"
    case .anchorIDTaken: "R714"
    }
  }

  var message: String {
    switch self {
    case .scenarioIDTaken(let id, let file): "'\(id)' is the id of another scenario, \(file)"
    case .rubricIDTaken(let id, let file): "'\(id)' is the id of another rubric, \(file)"
    case .lineIDTaken(let id, let file): "'\(id)' is a patient line of another file, \(file)"
    case .lessonIDTaken(let id, let file): "'\(id)' is the id of another lesson, \(file)"
    case .anchorIDTaken(let id, let file): "'\(id)' is the id of another anchor, \(file)"
    case .secondCodebook(let first): "there is a codebook already, \(first)"
    }
  }

  var help: String? {
    switch self {
    case .scenarioIDTaken, .rubricIDTaken, .lessonIDTaken, .anchorIDTaken:
      "give one of the two another 'id:'"
    case .lineIDTaken: "give one of the two another name"
    case .secondCodebook: "keep one .codebook file in Rubrics"
    }
  }
}
