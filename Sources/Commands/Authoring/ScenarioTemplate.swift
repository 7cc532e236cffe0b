import BundledLibrary
import FoundationEssentials

/// A small patient to begin with: one skeleton of beats and rules, filled with the words of a problem
/// area and of a phase.
struct ScenarioTemplate {
  let title: String
  private let area: String
  private let words: [String: String]

  /// `area` and `phase` are those that `attune new scenario` offers.
  init(area: String, phase: String, title: String? = nil) {
    self.area = area
    var words = entries(of: area + ".words")
    for (name, value) in entries(of: "phases.words") where name.hasPrefix(phase + " ") {
      words[String(name.dropFirst(phase.count + 1))] = value
    }
    self.title = title ?? words["title"] ?? ""
    self.words = words
  }

  /// The title in small letters with hyphens: `the-unfinished-shed`.
  var stem: String {
    title.lowercased().split { !($0.isLetter || $0.isNumber) }.joined(separator: "-")
  }

  var areaFolder: String { area.prefix(1).uppercased() + area.dropFirst() }

  /// The whole file.
  var text: String {
    var words = words
    words["title"] = title
    words["id"] = "\(area)-\(stem)"
    words["area"] = area
    // Filled in one pass: what a title holds is not looked into.
    let pieces = bundled("skeleton.scenario").split(
      separator: "{", omittingEmptySubsequences: false)
    return pieces.dropFirst().reduce(String(pieces.first ?? "")) { text, piece in
      guard let end = piece.firstIndex(of: "}"), let value = words[String(piece[..<end])] else {
        return text + "{" + piece
      }
      let isList = Self.lists.contains(String(piece[..<end]))
      return text + (isList ? value.replacing(" | ", with: "\n") : value)
        + piece[piece.index(after: end)...]
    }
  }

  /// What fills several lines, parted by `|` in the words of an area.
  private static let lists: Set = ["sheet", "situation", "people", "topics"]
}

/// `name: value` on each line.
private func entries(of file: String) -> [String: String] {
  var result: [String: String] = [:]
  for line in bundled(file).split(separator: "\n") {
    guard let colon = line.firstIndex(of: ":") else { continue }
    result[String(line[..<colon])] = String(line[line.index(after: colon)...]).trimmingBlanks
  }
  return result
}

/// A file of Sources/Templates, as it was when the program was built.
private func bundled(_ name: String) -> String {
  var count = 0
  let files = UnsafeBufferPointer(start: attune_bundled_templates(&count), count: count)
  for file in files where String(cString: file.name).hasSuffix("/" + name) {
    return String(
      decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self)
  }
  return ""
}
