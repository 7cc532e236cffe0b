import Diagnostics

/// What can be wrong with a sample response.
enum ChoiceProblem: Problem {
  /// What its author hears in it, and what is heard.
  case heardOtherwise(declared: [String], heard: String)
  case sameCodes(line: Int)

  var severity: Severity { .warning }

  var code: String {
    switch self {
    case .sameCodes: "S171"
    case .heardOtherwise: "S210"
    }
  }

  var message: String {
    switch self {
    case .heardOtherwise(let declared, let heard):
      "\(list(declared)) \(declared.count == 1 ? "is" : "are") not heard in this, but \(heard)"
    case .sameCodes(let line):
      "this has the same codes as the choice on line \(line), so both lead to the same place"
    }
  }

  var help: String? {
    switch self {
    case .heardOtherwise: "say it as somebody would who means it, or declare what is heard"
    case .sameCodes: "give one of the two another code, or leave it out"
    }
  }
}
