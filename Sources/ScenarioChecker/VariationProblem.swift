import Diagnostics

/// What can be wrong with a Variation.
enum VariationProblem: Problem {
  case nothingToReplace(String)
  case wordsTwice(String, first: EarlierPlace)
  case unreadable
  case wordsMissing(old: Bool)
  case nothingVaried(String)
  case tooLong(most: Int)

  var severity: Severity { if case .nothingToReplace = self { .warning } else { .error } }

  var code: String {
    switch self {
    case .nothingToReplace: "S186"
    case .wordsTwice: "S187"
    case .unreadable, .wordsMissing, .nothingVaried, .tooLong: "S188"
    }
  }

  var message: String {
    switch self {
    case .nothingToReplace(let words): "'\(words)' occurs nowhere in this scenario"
    case .wordsTwice(let words, let first): "'\(words)' is replaced already, \(first.text)"
    case .unreadable: "this line does not say which words take the place of which"
    case .wordsMissing(let old):
      old ? "the words to be replaced are missing" : "the words to put in their place are missing"
    case .nothingVaried(let name): "the variation '\(name)' changes nothing"
    case .tooLong(let most): "these words are too long to be replaced: \(most) letters at most"
    }
  }

  var help: String? {
    switch self {
    case .nothingToReplace: "only whole words are replaced, written as they stand in the scenario"
    case .wordsTwice: "keep one of the two"
    case .tooLong: "name only the words that differ"
    case .unreadable, .wordsMissing, .nothingVaried:
      "write it like 'Tom = Henry', or 'trust starts 20'"
    }
  }
}
