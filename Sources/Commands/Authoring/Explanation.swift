import BundledLibrary

/// What a kind of problem means, why it matters and how it looks when it is mended.
struct Explanation {
  /// A part of the page, from top to bottom.
  enum Part: Equatable {
    case heading(String)
    case paragraph(String)
    /// Lines of somebody's file, shown as they are.
    case example([String])
  }

  /// Such as `S121`.
  let code: String
  /// What is wrong, in a few words.
  let title: String
  /// Markdown, without the line of the title.
  let text: String
}

extension Explanation {
  /// Reads a page that begins `# S121: a beat without 'otherwise'`; nil for any other.
  init?(_ page: String) {
    let first = page.prefix { $0 != "\n" }
    guard first.hasPrefix("# "), let colon = first.firstIndex(of: ":") else { return nil }
    code = String(first[..<colon].dropFirst(2))
    title = String(first[colon...].dropFirst(2))
    text = String(page[first.endIndex...].drop { $0 == "\n" })
  }

  /// The page in parts; a paragraph's lines are joined, because they are wrapped anew.
  var parts: [Part] {
    var parts: [Part] = []
    var paragraph: [Substring] = []
    var example: [String]?
    func endParagraph() {
      if !paragraph.isEmpty { parts.append(.paragraph(paragraph.joined(separator: " "))) }
      paragraph = []
    }
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        endParagraph()
        if let lines = example { parts.append(.example(lines)) }
        example = example == nil ? [] : nil
      } else if example != nil {
        example?.append(String(line))
      } else if line.hasPrefix("## ") {
        endParagraph()
        parts.append(.heading(String(line.dropFirst(3))))
      } else if line.isEmpty {
        endParagraph()
      } else {
        paragraph.append(line)
      }
    }
    endParagraph()
    return parts
  }
}

/// The explanations the program carries, by code.
func readExplanations() -> [Explanation] {
  var count = 0
  return UnsafeBufferPointer(start: attune_bundled_explanations(&count), count: count)
    .compactMap { file in
      Explanation(
        String(
          decoding: UnsafeBufferPointer(start: file.bytes, count: file.count), as: UTF8.self))
    }
    .sorted { $0.code < $1.code }
}
