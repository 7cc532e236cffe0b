import Diagnostics

/// Why a command line cannot be run, in the order a person reads it.
package struct UsageError: Error, Equatable, Sendable {
  /// One sentence without the nearest name.
  package let message: String
  package let nearest: String?
  /// The usage line, in pieces that belong together.
  package let usage: [String]
  package let hint: String

  /// The lines for standard error, wrapped where they may be.
  package func text(width: Int = 80) -> String {
    let suggestion = nearest.map { "; the nearest is '\($0)'" } ?? ""
    let lines =
      wrap("error: " + message + suggestion, width: width, hang: 2)
      + wrap(["usage:"] + usage, width: width, hang: 4)
      + wrap(hint, width: width)
    return lines.map { $0 + "\n" }.joined()
  }
}

/// What is wrong with a command line; the facts only.
enum UsageProblem: Error {
  case unknownCommand(String, names: [String])
  case unknownVerb(String, noun: String, verbs: [String])
  case unknownTopic(String, names: [String])
  case verbMissing(noun: String, verbs: [String])
  case unknownFlag(String, names: [String])
  case flagBeforeCommand(String)
  case flagTwice(String)
  case valueMissing(String, FlagValue)
  case valueUnwanted(String)
  case notAmong(place: String, typed: String, choices: [String])
  case notInRange(place: String, ClosedRange<UInt64>)
  case argumentMissing(String)
  case tooMany(allowed: Int, typed: Int)

  var message: String {
    switch self {
    case .unknownCommand(let word, _):
      quoted(word).map { "there is no command \($0)" } ?? "the first word names no command"
    case .unknownVerb(let word, let noun, let verbs):
      quoted(word).map { "'\(noun)' is followed by \(list(verbs)), not by \($0)" }
        ?? "'\(noun)' is followed by \(list(verbs))"
    case .unknownTopic(let word, _):
      "there is no command or help topic \(quoted(word) ?? "of that name")"
    case .verbMissing(let noun, let verbs):
      "'\(noun)' is followed by \(list(verbs))"
    case .unknownFlag(let flag, _):
      quoted(flag).map { "there is no option \($0)" } ?? "there is no option of that name"
    case .flagBeforeCommand(let flag):
      "'\(flag)' belongs after the name of the command"
    case .flagTwice(let flag):
      "'\(flag)' is given twice"
    case .valueMissing(let flag, let value):
      "'\(flag)' needs a value: \(flag) <\(value.name)>"
    case .valueUnwanted(let flag):
      "'\(flag)' takes no value"
    case .notAmong(let place, let typed, let choices):
      "\(place) is \(list(choices))" + (quoted(typed).map { ", not \($0)" } ?? "")
    case .notInRange(let place, let range):
      "\(place) is a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .argumentMissing(let name):
      "<\(name)> is missing"
    case .tooMany(let allowed, let typed):
      allowed == 0
        ? "this command takes options only"
        : "this command takes \(allowed) \(allowed == 1 ? "argument" : "arguments"), not \(typed)"
    }
  }

  var nearest: String? {
    switch self {
    case .unknownCommand(let word, let names), .unknownVerb(let word, _, let names),
      .unknownTopic(let word, let names), .unknownFlag(let word, let names),
      .notAmong(_, let word, let names):
      nearestName(to: word, in: names)
    default: nil
    }
  }
}

/// A typed word between quotation marks, if it looks like a name.
///
/// Anything else may be what a trainee says to a patient, or may steer a terminal, and is not repeated.
private func quoted(_ word: String) -> String? {
  let isName = word.utf8.allSatisfy { byte in
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true  // digits and letters
    case 0x2D, 0x2E, 0x3D, 0x5F: true  // - . = _
    default: false
    }
  }
  return isName && (1...40).contains(word.utf8.count) ? "'\(word)'" : nil
}

/// "coach, quiet or exam"
func list(_ words: [String]) -> String {
  guard let last = words.last, words.count > 1 else { return words.first ?? "" }
  return words.dropLast().joined(separator: ", ") + " or " + last
}
