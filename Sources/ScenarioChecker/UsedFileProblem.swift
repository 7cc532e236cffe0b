import Diagnostics

/// What can be wrong between a scenario and the files it uses.
enum UsedFileProblem: Problem {
  case missing(String, path: String)
  case notAPart(String)
  case circle(String)
  case headerOfPart(String)
  case sectionOfPart(String)

  var severity: Severity { .error }

  var code: String {
    switch self {
    case .missing, .notAPart: "S117"
    case .circle: "S118"
    case .headerOfPart, .sectionOfPart: "S119"
    }
  }

  var message: String {
    switch self {
    case .missing(let name, _): "there is no file '\(name)'"
    case .notAPart(let name): "'\(name)' is not the name of a file to be used"
    case .circle(let name): "'\(name)' uses this file in its turn"
    case .headerOfPart(let name): "a file that others use has no '\(name)' in its header"
    case .sectionOfPart(let kind): "a file that others use has no \(kind)"
    }
  }

  var help: String? {
    switch self {
    case .missing(_, let path): "it was looked for as '\(path)'"
    case .notAPart: "the names of such files end in '.part'"
    case .circle: "take one of the two 'use:' out"
    case .headerOfPart: "move this line to the scenario; only 'use:' may stand here"
    case .sectionOfPart: "move it to the scenario that uses this file"
    }
  }
}
