import Diagnostics
import Foundation
import ResponseCoding
import Rubrics
import ScenarioChecker
import ScenarioModel
import Testing

@testable import Playtesting

/// The shipped codebook, rubrics and scenarios, each opened once.
struct ShippedLibrary {
  let codebook: Codebook
  let coder: ResponseCoder
  let rubrics: [Rubric]

  static let opened = Result { try ShippedLibrary() }

  private static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private init() throws {
    let folder = Self.top.appending(path: "Rubrics")
    func source(_ name: String) throws -> SourceFile {
      SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
    let words = try shippedWords()
    let codebook = try #require(readCodebook(source("ipt.codebook"), words: words).codebook)
    self.codebook = codebook
    coder = ResponseCoder(codebook)
    rubrics = try [
      "validation.rubric", "active-listening.rubric", "here-and-now.rubric", "safety.rubric",
    ].map { try #require(readRubric(source($0), codebook: codebook).rubric) }
  }

  func ground(_ file: SourceFile) throws -> Playground {
    let checked = checkScenario(
      file, library: CheckingLibrary(codebook: codebook, rubrics: rubrics.map(\.id)))
    let scenario = try #require(
      checked.scenario as Scenario?, "\(checked.diagnostics.map(\.message))")
    return Playground(
      scenario, coder: coder,
      rubrics: rubrics.filter { scenario.facts.rubrics.contains($0.id) }, codebook: codebook)
  }

  func ground(_ text: String) throws -> Playground {
    try ground(SourceFile(name: "a.scenario", text: text))
  }

  func shipped(_ name: String) throws -> Playground {
    let file = Self.top.appending(path: "Scenarios/\(name).scenario")
    return try ground(SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: file))))
  }
}

extension Playground {
  /// How often sessions of some kinds came to each ending, by its name.
  func endings(_ kind: TraineeKind, _ walks: Int) -> [String: Int] {
    let tally = tally([kind], walks)
    let counts = tally.kinds[kind]?.endings ?? []
    return Dictionary(
      zip(scenario.endings.map(\.name), counts).filter { $0.1 > 0 },
      uniquingKeysWith: { first, _ in first })
  }

  func tally(_ kinds: [TraineeKind], _ walks: Int, workers: Int? = nil) -> WalkTally {
    let plan = kinds.flatMap { kind in
      (0..<walks).map { PlannedWalk(kind: kind, seed: UInt64($0)) }
    }
    return play(plan, longest: 100, isRated: true, workers: workers)
  }
}
