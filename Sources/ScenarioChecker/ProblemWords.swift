/// `'reflection' is close`; nil where nothing is.
func close(_ nearest: String?) -> String? { nearest.map { "'\($0)' is close" } }

/// Names in quotes, the last after `or`.
func list(_ names: [String], joined word: String = "or") -> String {
  guard let last = names.last, names.count > 1 else { return names.first.map { "'\($0)'" } ?? "" }
  return names.dropLast().map { "'\($0)'" }.joined(separator: ", ") + " \(word) '\(last)'"
}

/// The way round, its middle left out where it is long.
func circled(_ names: [String]) -> String {
  var shown = names + names.prefix(1)
  if shown.count > 8 { shown = shown.prefix(4) + ["…"] + shown.suffix(3) }
  return shown.map { $0 == "…" ? $0 : "'\($0)'" }.joined(separator: " → ")
}

/// Where something stands already.
struct EarlierPlace: Sendable {
  let line: Int
  /// Nil in the same file.
  let file: String?

  var text: String { "on line \(line)" + (file.map { " of \($0)" } ?? "") }
}
