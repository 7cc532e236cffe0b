import Diagnostics
import Foundation
import Rubrics
import ScenarioChecker
import ScenarioModel
import Testing

import struct ScenarioModel.Expectation

@testable import Playtesting
@testable import ResponseCoding

/// The codebook and the validation rubric of the repository, as every check is run with.
struct ShippedRubrics {
  /// As its sections were written by hand, so that no fit changes these tests.
  let codebook: Codebook
  let coder: ResponseCoder
  let rubrics: [Rubric]

  static let opened = Result { try ShippedRubrics() }

  private init() throws {
    let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: "Rubrics")
    func source(_ name: String) throws -> SourceFile {
      SourceFile(
        name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
    }
    let words = try shippedWords()
    let codebook = try #require(readCodebook(source("ipt.codebook"), words: words).codebook).byHand
    self.codebook = codebook
    coder = ResponseCoder(codebook)
    rubrics = try ["validation.rubric", "safety.rubric"].map { name in
      try #require(readRubric(source(name), codebook: codebook).rubric)
    }
  }

  func scenario(_ text: String) throws -> Scenario {
    let checked = checkScenario(
      SourceFile(name: "a.scenario", text: text),
      library: CheckingLibrary(codebook: codebook, rubrics: rubrics.map(\.id)))
    return try #require(checked.scenario, "\(checked.diagnostics)")
  }

  /// Carries out some steps, the first on line 1, the second on line 2 …
  func run(
    _ actions: [AuthorCheck.Action], of scenario: Scenario,
    walk: @escaping Walking = { scenario, _, _ in WalkReport(of: scenario) }
  ) -> [CheckFailure] {
    let steps = actions.enumerated().map { AuthorCheck.Step(line: $0 + 1, action: $1) }
    return runCheck(
      AuthorCheck(name: "a check", line: 0, steps: steps), of: scenario, coder: coder,
      rubrics: rubrics, codebook: codebook, walk: walk
    ).failures
  }
}

func expected(_ text: String, _ fact: ExpectedFact) -> Expectation {
  Expectation(text: text, isNegated: false, fact: fact)
}

func notExpected(_ text: String, _ fact: ExpectedFact) -> Expectation {
  Expectation(text: text, isNegated: true, fact: fact)
}

/// Margaret, in two beats.
let margaret = """
  # Patient: Margaret
  68, retired teacher.
  # People
  Tom  husband, died nine months ago; also: husband, him
  # State
  trust 0 to 100, starts 45
  # Beat: arrival
  Margaret: I nearly didn't come. There is so much to see to in the house.
    cue: hint
    gist: too many jobs | the house is so empty now
  when reflection
    trust +5
    go to the chair
  when advice
    trust -4
    Margaret: Anyway. The gutters want doing.
  otherwise
    Margaret: It is what it is.
    at most 3 times, then go to closing up
  choices
    "You miss him." = reflection about Tom
  # Beat: the chair
  Margaret: His chair is still there.
  when clear validation
    go to together
  otherwise
    Margaret: I dust it.
    at most 2 times, then go to closing up
  # Ending: together
  outcome: good. The loss is named.
  # Ending: closing up
  outcome: poor. She leaves early.
  """
