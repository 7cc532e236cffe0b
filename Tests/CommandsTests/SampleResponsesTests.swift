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

  @Test("said again at their lines, are heard as people coded them, nine in ten")
  func heard() {
    let coder = ResponseCoder(library.codebook)
    for scenario in scenarios {
      var (all, alike) = (0, 0)
      for (line, replies) in library.answers(to: scenario).replies.sorted(by: { $0.key < $1.key }) {
        let spoken = scenario.beats.flatMap(\.opening).flatMap(\.alternatives).first {
          $0.text == line
        }
        let utterance = Utterance(
          speaker: scenario.patient.name, text: line, cues: spoken?.cues ?? [],
          gist: spoken?.gist ?? [])
        for reply in replies {
          let heard = coder.code(
            reply.text,
            after: CodingContext(patient: [utterance], examples: replies))
          all += 1
          if Set(heard.codes.map(\.code)) == Set(reply.codes.flatMap(\.self)) { alike += 1 }
        }
      }
      #expect(alike * 10 >= all * 9, "\(scenario.facts.id): \(alike) of \(all)")
    }
  }
}
