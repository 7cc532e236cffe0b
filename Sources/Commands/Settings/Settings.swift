import Diagnostics
import Outline
import Supervision

/// What an institution, or a person for herself, sets for every session.
struct Settings: Equatable {
  /// Where to turn when a session stays with somebody; a paragraph for each line. Empty: none was set.
  var help: [String] = []
  /// Said alone, it stops the session; in lower case.
  var stopWord = "stop"
  var retention = RetentionRules()
  /// For how long a rater's pass of the calibration kit counts.
  var passRule = PassRule.usual

  /// What is set in `personal` or else in these.
  func overridden(by personal: WrittenSettings) -> Settings {
    Settings(
      help: personal.help ?? help, stopWord: personal.stopWord ?? stopWord,
      retention: retention.overridden(by: personal.retention),
      passRule: personal.passRule ?? passRule)
  }

  /// Whether a line is the stop word and nothing else, in capitals or not, with an end mark or not.
  func isStopWord(_ line: String) -> Bool {
    var said = line.lowercased()[...]
    while let last = said.last, ".!…".contains(last) || last.isWhitespace { said.removeLast() }
    return said == stopWord
  }
}

/// What one settings file says; nil where it says nothing.
struct WrittenSettings: Equatable {
  var help: [String]?
  var stopWord: String?
  var retention: [RetainedRecord: RetentionPeriod] = [:]
  var passRule: PassRule?
}

private enum SettingName: String, CaseIterable {
  case help
  case stopWord = "stop word"
  case keepPractice = "keep practice"
  case keepRated = "keep rated"
  case keepAudit = "keep audit"
  case keepTombstones = "keep tombstones"
  case keepLog = "keep log"
  case calibrationHolds = "calibration holds"

  /// Whose time it sets; nil where it sets something else.
  var record: RetainedRecord? {
    switch self {
    case .help, .stopWord, .calibrationHolds: nil
    case .keepPractice: .practice
    case .keepRated: .rated
    case .keepAudit: .audit
    case .keepTombstones: .tombstones
    case .keepLog: .log
    }
  }
}

/// Reads lines such as `stop word: red`; what cannot be read is said and left out.
func readSettings(_ file: SourceFile) -> (settings: WrittenSettings, diagnostics: [Diagnostic]) {
  if let problem = file.encodingProblem(code: LibraryProblem.encoding) {
    return (WrittenSettings(), [problem])
  }
  var settings = WrittenSettings()
  var diagnostics: [Diagnostic] = []
  let outline = readOutline(file)
  let lines =
    (outline.front?.lines ?? []) + outline.preamble
    + outline.sections.flatMap { [$0.heading] + $0.lines }
  for line in lines.flattened.contents {
    func report(_ problem: SettingsProblem, at place: Phrase, replacement: String? = nil) {
      diagnostics.append(Diagnostic(problem, at: place.span, replacement: replacement))
    }
    guard let (key, rest) = line.phrase.split(at: ":") else {
      report(.unreadable, at: line.phrase)
      continue
    }
    let (name, value) = (key.trimmed, rest.trimmed)
    guard let setting = SettingName.allCases.first(where: { name.equals($0.rawValue) }) else {
      let near = nearestName(to: name.text, in: SettingName.allCases.map(\.rawValue))
      report(.unknown(name.text, near: near), at: name, replacement: near)
      continue
    }
    guard !value.isEmpty else {
      report(.empty(setting.rawValue), at: name)
      continue
    }
    switch setting {
    case .help: settings.help = (settings.help ?? []) + [value.text]
    case .stopWord:
      if settings.stopWord != nil {
        report(.repeated(setting.rawValue), at: name)
      } else if value.words.count > 1 || value.text.count > 30 || value.starts(with: "/") {
        report(.stopWordUnusable(value.text), at: value)
      } else {
        settings.stopWord = value.text.lowercased()
      }
    case .calibrationHolds:
      if settings.passRule != nil {
        report(.repeated(setting.rawValue), at: name)
      } else if let rule = PassRule(value) {
        settings.passRule = rule
      } else {
        report(.passUnusable(value.text), at: value)
      }
    case .keepPractice, .keepRated, .keepAudit, .keepTombstones, .keepLog:
      guard let record = setting.record else { continue }
      if settings.retention[record] != nil {
        report(.repeated(setting.rawValue), at: name)
      } else if let period = RetentionPeriod(value.text) {
        settings.retention[record] = period
      } else {
        report(.periodUnusable(value.text), at: value)
      }
    }
  }
  return (settings, diagnostics)
}

extension PassRule {
  /// `180 days` or `forever`.
  fileprivate init?(_ value: Phrase) {
    if value.equals("forever") {
      self.init(days: nil)
      return
    }
    let words = value.words
    guard words.count == 2, words[1].equals("days") || words[1].equals("day"),
      let days = words[0].integer, (1...3660).contains(days)
    else { return nil }
    self.init(days: days)
  }
}
