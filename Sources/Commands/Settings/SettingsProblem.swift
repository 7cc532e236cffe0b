import Diagnostics

/// What can be wrong with a settings file.
enum SettingsProblem: Problem {
  case unreadable
  case unknown(String, near: String?)
  case empty(String)
  case repeated(String)
  case stopWordUnusable(String)
  case periodUnusable(String)
  case passUnusable(String)

  var severity: Severity { .error }

  var code: String {
    switch self {
    case .unreadable: "R401"
    case .unknown: "R402"
    case .empty: "R403"
    case .repeated: "R404"
    case .stopWordUnusable: "R405"
    case .periodUnusable: "R406"
    case .passUnusable: "R407"
    }
  }

  var message: String {
    switch self {
    case .unreadable: "this line has no colon after its name"
    case .unknown(let name, _): "there is no setting '\(name)'"
    case .empty(let name): "nothing stands after '\(name):'"
    case .repeated(let name): "'\(name):' stands here a second time"
    case .stopWordUnusable(let word): "'\(word)' cannot be a stop word"
    case .periodUnusable(let period): "'\(period)' is no time for which records are kept"
    case .passUnusable(let time): "'\(time)' is no time for which a rater's calibration holds"
    }
  }

  var help: String? {
    switch self {
    case .unreadable: "write 'help: …' or 'stop word: …'"
    case .unknown(_, let near):
      near.map { "'\($0)' is close" }
        ?? "the settings are 'help', 'stop word', 'keep …' and 'calibration holds'"
    case .empty: "write it out, or take the line away"
    case .repeated: "keep one of the two"
    case .stopWordUnusable: "choose one word of at most thirty letters, without a slash before it"
    case .periodUnusable: "write '12 months', '6 years' or 'forever'"
    case .passUnusable: "write a number of days, such as '180 days', or 'forever'"
    }
  }
}
