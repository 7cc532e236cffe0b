import Foundation
import ResponseCoding
import ScenarioModel
import Testing
import TranscriptModel

@testable import Commands

/// Coded responses to the lines of one patient, which lie beside the scenario.
@Suite("The sample responses beside the scenarios")
struct SampleResponsesTests {
  private let library: Library

  init() throws { library = try shippedLibrary.get() }

  private var scenarios: [Scenario] {
    library.scenarios.compactMap(\.checked.scenario).filter { !$0.facts.isDrill }
  }

  @Test("are ten or more for every line with which a beat begins")
  func enough() {
    var few: [String] = []
    for scenario in scenarios {
      let replies = library.answers(to: scenario).replies
      for beat in scenario.beats {
        for line in beat.opening.flatMap(\.alternatives)
        where replies[line.text, default: []].count < 10 {
          few.append("\(scenario.facts.id), \(beat.name): \(line.text.prefix(40))")
        }
      }
    }
    #expect(few == [])
  }

  @Test("said again at their lines, are heard as people coded them, four codes in five")
  func heard() {
    let coder = ResponseCoder(library.codebook)
    for scenario in scenarios {
      var (given, heard, both) = (0, 0, 0)
      for (line, replies) in library.answers(to: scenario).replies {
        let spoken = scenario.linesToAnswer.first { $0.text == line }
        let utterance = Utterance(
          speaker: scenario.patient.name, text: line, cues: spoken?.cues ?? [],
          gist: spoken?.gist ?? [])
        for reply in replies {
          let codes = Set(
            coder.code(reply.text, after: CodingContext(patient: [utterance], examples: replies))
              .codes.map(\.code))
          let people = Set(reply.codes.flatMap(\.self))
          given += people.count
          heard += codes.count
          both += codes.intersection(people).count
        }
      }
      let share = 2 * Double(both) / Double(given + heard)
      #expect(share >= 0.8, "\(scenario.facts.id): \(share)")
    }
  }
}
