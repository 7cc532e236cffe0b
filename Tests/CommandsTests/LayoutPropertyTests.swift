import Diagnostics
import Foundation
import Outline
import Rubrics
import ScenarioChecker
import ScenarioModel
import ScenarioSyntax
import Testing

@testable import Commands

/// Numbers by chance that are the same in every run.
struct Dice: RandomNumberGenerator {
  var state: UInt64
  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 31)
  }
}

/// What hurried typing and other programs leave behind.
private let slips = [
  " ", "  ", "\t", "\n", "\n\n\n", "\r\n", "\r", ",", " ,", ":", " : ", ";", "- ", "#", "# ", "//",
  "\"", "'", "“", "—", " – ", "=", "|", "+ 5", "\u{FEFF}", "---\n", "\n    ", "\n  // later\n",
  "People\n", "\nBeat: x\n", " State", "when ", "NOT ", " OR ", "also:", "one of", "\u{B}", "é",
  "\n ",
]

private func damaged(_ text: String, _ dice: inout Dice) -> String {
  var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  for _ in 0..<Int.random(in: 1...8, using: &dice) {
    let row = Int.random(in: 0..<lines.count, using: &dice)
    var letters = Array(lines[row])
    let place = Int.random(in: 0...letters.count, using: &dice)
    switch Int.random(in: 0..<7, using: &dice) {
    case 0, 1, 2:
      letters.insert(
        contentsOf: slips[Int.random(in: 0..<slips.count, using: &dice)], at: place)
    case 3:
      letters.removeSubrange(place..<min(letters.count, place + 3))
    case 4:
      letters.insert(
        contentsOf: String(repeating: " ", count: Int.random(in: 0..<6, using: &dice)), at: 0)
    case 5: letters = Array(String(letters).uppercased())
    default: letters.removeFirst(letters.prefix { $0 == " " }.count)
    }
    lines[row] = String(letters)
    if Int.random(in: 0..<4, using: &dice) == 0 {
      lines.swapAt(row, Int.random(in: 0..<lines.count, using: &dice))
    }
  }
  return lines.joined(separator: "\n")
}

/// Every word of the file, in lower case and sorted: letters and digits without what joins them.
private func words(_ bytes: [UInt8]) -> [String] {
  String(decoding: bytes, as: UTF8.self).lowercased()
    .split { !$0.isLetter && !$0.isNumber }.map(String.init).sorted()
}

/// The parts of a scenario, each as text without the lines it stood on.
private func parts(_ scenario: Scenario?) -> [String] {
  guard let scenario else { return [] }
  // What comes from the codebook is in dictionaries, in any order; no layout can change it.
  let fromCodebook = ["responsiveness", "cueAnswers"]
  return Mirror(reflecting: scenario).children
    .filter { !fromCodebook.contains($0.label ?? "") }
    .map { part in
      // The title of a rule is its line as it is spelt, and the text of what is expected is, too.
      let text = withoutLines(String(describing: part.value))
        .replacing(/title: "([^"\\]|\\.)*"/, with: "")
      return part.label == "checks" ? text.replacing(/\btext: "([^"\\]|\\.)*"/, with: "") : text
    }
}

private func withoutLines(_ text: String) -> String { text.replacing(/line:? \d+/, with: "line") }

private func said(_ diagnostics: [Diagnostic]) -> [String] {
  // A line may be quoted, by its first word, as it was spelt.
  diagnostics.map { item in
    withoutLines("\(item.code) \(item.message) \(item.help ?? "")".lowercased())
      .replacing(/'[^']*'/, with: "''")
  }
  .sorted()
}

@Suite("The layout of any file", .serialized)
struct LayoutPropertyTests {
  private let library: Library

  init() throws { library = try shippedLibrary.get() }

  private var scenarios: [String] {
    get throws {
      let folder = repository.appending(path: "Sources/attune/Handbook.docc")
      let pages = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      let blocks = try pages.filter { $0.hasSuffix(".md") }.flatMap { page in
        try String(contentsOf: folder.appending(path: page), encoding: .utf8)
          .components(separatedBy: "```scenario\n").dropFirst()
          .compactMap { $0.components(separatedBy: "```").first }
      }
      return blocks + [tinyScenario]
        + bundledLibrary.scenarios.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
  }

  /// What must hold of every file; false where it does not.
  private func holds(_ text: String) -> Bool {
    let file = SourceFile(name: "a.scenario", text: text)
    let formatted = formatScenario(file)
    let result = SourceFile(name: "a.scenario", bytes: formatted.bytes)
    let (before, after) = (
      checkScenario(file, library: library.checking),
      checkScenario(result, library: library.checking)
    )
    let again = formatScenario(result).bytes
    let isKept =
      again == formatted.bytes && words(file.bytes) == words(result.bytes)
      && readScenario(result).bytes == formatted.bytes
    // What is only wrong with blanks and tabs is mended by the layout.
    guard !before.diagnostics.contains(where: { ["S139", "S198"].contains($0.code) }) else {
      return isKept
    }
    return isKept && said(before.diagnostics) == said(after.diagnostics)
      && parts(before.scenario) == parts(after.scenario)
  }

  @Test("changes no scenario's meaning or words, and is the same the second time")
  func whole() throws {
    for text in try scenarios {
      guard holds(text) else {
        Issue.record("a file of \(text.utf8.count) bytes")
        return
      }
    }
  }

  @Test("nor those of a scenario with slips in it")
  func slips() throws {
    var dice = Dice(state: 3)
    for text in try scenarios {
      let rounds = text.utf8.count > 9_000 ? 2 : 60
      for round in 0..<rounds {
        guard holds(damaged(text, &dice)) else {
          Issue.record("round \(round) of a file of \(text.utf8.count) bytes")
          return
        }
      }
    }
  }

  private func rubricHolds(_ text: String, isCodebook: Bool) -> Bool {
    let file = SourceFile(name: "a", text: text)
    let formatted = formatRubric(file)
    let result = SourceFile(name: "a", bytes: formatted.bytes)
    let isSame =
      if isCodebook {
        readCodebook(file).codebook == readCodebook(result).codebook
          && said(readCodebook(file).diagnostics) == said(readCodebook(result).diagnostics)
      } else {
        readRubric(file, codebook: library.codebook).rubric
          == readRubric(result, codebook: library.codebook).rubric
          && said(readRubric(file, codebook: library.codebook).diagnostics)
            == said(readRubric(result, codebook: library.codebook).diagnostics)
      }
    return isSame && formatRubric(result).bytes == formatted.bytes
      && words(file.bytes) == words(result.bytes)
  }

  @Test("nor those of a codebook or a rubric, with slips and without")
  func rubrics() {
    var dice = Dice(state: 4)
    for file in bundledLibrary.codebooks + bundledLibrary.rubrics {
      let text = String(decoding: file.bytes, as: UTF8.self)
      let isCodebook = file.name.hasSuffix(".codebook")
      #expect(rubricHolds(text, isCodebook: isCodebook), "\(file.name)")
      for round in 0..<(isCodebook ? 2 : 10) {
        guard rubricHolds(damaged(text, &dice), isCodebook: isCodebook) else {
          Issue.record("round \(round) of \(file.name)")
          break
        }
      }
    }
  }
}
