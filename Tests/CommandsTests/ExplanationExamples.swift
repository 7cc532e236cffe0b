import Diagnostics
import Foundation
import ScenarioChecker

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
  /// What could merely be better in so short an example does not count, unless it is what it shows;
  /// neither does information.
  func faults(in examples: [Example], besides code: String) throws -> [String] {
    var checker = self
    var found: [Diagnostic] = []
    let files = examples.enumerated().map { number, example in
      SourceFile(name: example.name ?? "example-\(number).\(example.kind)", bytes: example.bytes)
    }
    let parts = files.filter { $0.name.hasSuffix(".part") }
    var ratings = ReadRatings()
    for file in files where !parts.contains(file) {
      if file.name.hasSuffix(".csv") {
        found += ratings.read(file)
      } else if parts.isEmpty {
        found += try checker.diagnostics(of: file)
      } else {
        let checked = checkScenario(file, library: try shippedLibrary.get().checking) { name in
          parts.first { $0.name == name }
        }
        found += checked.diagnostics + checked.parts.flatMap(\.diagnostics)
      }
    }
    let counted = found.filter { !$0.code.hasPrefix("S2") && $0.severity != .information }
    return Set(counted.map(\.code) + found.map(\.code).filter { $0 == code }).sorted()
  }
}
