import Diagnostics
import Lessons
import Outline
import Rubrics

/// What `see:` in a lesson may name, and what a trainee types to go there.
///
/// Only headers and headings are read, since a library may hold many scenarios.
struct ReferenceNames {
  /// What to type after `attune`, by name in lower case.
  private var commands: [String: String] = [:]
  private var cardTitles: Set<String> = []
  /// As they are written.
  private(set) var all: [String] = []

  init(_ files: LibraryFiles, _ codebook: Codebook) {
    for file in files.scenarios {
      let header = readOutline(file).front
      let stem = stem(of: file)
      let command = (header?.value(of: "drill") == nil ? "practice " : "drill ") + stem
      for name in [stem, header?.value(of: "id")].compactMap(\.self) { add(name, command) }
    }
    for name in codebook.cues.map(\.name) + codebook.names { add(name, "explain \(name)") }
    for file in files.lessons {
      let outline = readOutline(file)
      for section in outline.sections where section.kind.equals("card") {
        guard let title = section.name?.text, !title.isEmpty else { continue }
        cardTitles.insert(title)
        add(title, learnCommand(title))
      }
    }
  }

  private mutating func add(_ name: String, _ command: String) {
    all.append(name)
    if commands[name.lowercased()] == nil { commands[name.lowercased()] = command }
  }

  /// `practice the-last-bell`, `learn "Silence"`; nil for what the library does not have.
  ///
  /// A card with just these letters goes before a code or cue of the same name in small ones.
  func command(for name: String) -> String? {
    cardTitles.contains(name) ? learnCommand(name) : commands[name.lowercased()]
  }
}

func learnCommand(_ title: String) -> String { "learn \"\(title)\"" }

private func stem(of file: SourceFile) -> String {
  let last = file.name.split(separator: "/").last.map(String.init) ?? file.name
  return last.hasSuffix(".scenario") ? String(last.dropLast(".scenario".count)) : last
}

extension FrontMatter {
  /// What stands after a name and its colon; nil where nothing does.
  fileprivate func value(of key: String) -> String? {
    for line in entries {
      if let rest = line.phrase.after(key), rest.starts(with: ":") {
        return nonEmpty(rest.dropping(":").trimmed.text)
      }
    }
    return nil
  }
}
