import Diagnostics
import Foundation

@testable import Commands

/// A file, or a part of one, that an explanation shows.
///
/// The line that begins its block says of which kind it is, and perhaps: `whole`, nothing is added
/// around it; `latin-1`, how it is saved; a name with a full stop in it, the file's own.
struct Example {
  let words: [String]
  let text: String

  var kind: String { words.first ?? "" }
  var name: String? { words.first { $0.contains(".") } }

  /// As it lies on the disk.
  var bytes: [UInt8] {
    let text = words.contains("whole") ? text : ExampleFrame.complete(text, kind: kind)
    return [UInt8](text.data(using: words.contains("latin-1") ? .isoLatin1 : .utf8) ?? Data())
  }
}

extension Explanation {
  /// The blocks below one of its headings, each a file.
  func examples(_ heading: String) -> [Example] {
    let section = text.components(separatedBy: "\n## ").first { $0.hasPrefix(heading + "\n") } ?? ""
    return section.matches(of: /(?ms)^```([^\n]+)\n(.*?)^```$/).map { match in
      Example(words: match.1.split(separator: " ").map(String.init), text: String(match.2))
    }
  }
}

/// A checker that has read the shipped library; a copy of it checks files without reading it again.
func checkerForExamples() throws -> FileChecker {
  var checker = FileChecker(isNamed: true) { bundledLibrary }
  _ = try checker.diagnostics(of: SourceFile(name: "first.scenario", text: ""))
  return checker
}

extension FileChecker {
  /// The codes of the problems in files of one library, sorted.
  ///
  /// What could merely be better in so short an example does not count, unless it is what it shows.
  func faults(in examples: [Example], besides code: String) throws -> [String] {
    var checker = self
    var found: Set<String> = []
    for (number, example) in examples.enumerated() {
      let file = SourceFile(
        name: example.name ?? "example-\(number).\(example.kind)", bytes: example.bytes)
      found.formUnion(try checker.diagnostics(of: file).map(\.code))
    }
    return found.filter { !$0.hasPrefix("S2") || $0 == code }.sorted()
  }
}
