import ResponseCoding
import ScenarioModel
import SessionEngine
import Testing

@testable import Playtesting

@Suite("Close to a choice or to a coded response")
struct ScenarioExampleTests {
  private let kettle = "Nine whole years of kettles and cold tea in the hall, then."

  private func shipped() throws -> ShippedRubrics { try ShippedRubrics.opened.get() }

  /// As the sections of the codebook were written by hand, so that no fit changes these tests.
  private static let coder = Result {
    var codebook = try ShippedRubrics.opened.get().codebook.byHand
    for code in codebook.codes.indices { codebook.codes[code].kin = [] }
    return ResponseCoder(codebook)
  }

  private func coder() throws -> ResponseCoder { try Self.coder.get() }

  private func scenario(_ declared: String) throws -> Scenario {
    try shipped().scenario(
      margaret.replacing("\"You miss him.\" = reflection about Tom", with: declared))
  }

  private func heard(
    _ text: String, in scenario: Scenario, replies: StandingExamples.Replies = [:],
    after: [String] = []
  ) throws -> [String] {
    var played = PlayedSession(scenario, seed: 1, coder: try coder(), replies: replies)
    _ = played.begin()
    for text in after { _ = played.respond(to: played.hear(text)) }
    return played.hear(text).codes.filter { $0.certainty > 0 }.map(\.code)
  }

  @Test("a sentence no cue knows is heard because a choice of the beat says nearly the same")
  func choice() throws {
    let text = "Nine whole years of kettles and cold tea in the hall."
    #expect(try !heard(text, in: scenario("\"You miss him.\" = RF")).contains("RF"))
    for declared in ["RF", "reflection of feeling", "reflection of feeling about Tom"] {
      let scenario = try scenario("\"\(kettle)\" = \(declared)")
      #expect(try heard(text, in: scenario).contains("RF"), "\(declared)")
      // The next beat has no such choice.
      #expect(try !heard(text, in: scenario, after: ["You miss him."]).contains("RF"))
    }
  }

  @Test("a family does not say which of its codes is meant")
  func family() throws {
    let scenario = try scenario("\"\(kettle)\" = reflection")
    #expect(
      try !heard("Nine whole years of kettles and cold tea in the hall.", in: scenario).contains(
        "RF"))
  }

  @Test("coded replies speak after a line that is theirs letter for letter")
  func replies() throws {
    let scenario = try scenario("\"You miss him.\" = reflection")
    let example = CodedExample(text: kettle, codes: [["RF"]])
    let line = "I nearly didn't come. There is so much to see to in the house."
    #expect(try heard(kettle, in: scenario, replies: [line: [example]]).contains("RF"))
    for other in ["I nearly didn't come.", line.uppercased(), "His chair is still there."] {
      #expect(try !heard(kettle, in: scenario, replies: [other: [example]]).contains("RF"))
    }
    #expect(scenario.answerableLines.contains(line))
    #expect(scenario.answerableLines.contains("I dust it."))
  }

  @Test("a check hears as a session does")
  func checks() throws {
    let shipped = try shipped()
    func failures(_ declared: String, _ replies: StandingExamples.Replies = [:]) throws -> Int {
      let steps: [AuthorCheck.Step] = [
        .init(line: 1, action: .say("Nine whole years of kettles and cold tea in the hall.")),
        .init(
          line: 2, action: .expect([expected("beat the chair", .beat(1))])),
      ]
      return runCheck(
        AuthorCheck(name: "a", line: 0, steps: steps), of: try scenario(declared),
        coder: try coder(), rubrics: shipped.rubrics, codebook: shipped.codebook,
        replies: replies
      ) { scenario, _, _ in WalkReport(of: scenario) }.failures.count
    }
    #expect(try failures("\"\(kettle)\" = RF") == 0)
    #expect(try failures("\"You miss him.\" = RF") == 1)
    let line = "I nearly didn't come. There is so much to see to in the house."
    let example = CodedExample(text: kettle, codes: [["RF"]])
    #expect(try failures("\"You miss him.\" = RF", [line: [example]]) == 0)
  }

  @Test("simulated trainees are heard as in a session, wherever they stand")
  func explorer() throws {
    let shipped = try shipped()
    let scenario = try scenario("\"\(kettle)\" = RF")
    let line = "His chair is still there."
    let replies = [line: [CodedExample(text: "The cat sleeps on it.", codes: [["VAL3"]])]]
    let ground = Playground(
      scenario, coder: try coder(), rubrics: [], codebook: shipped.codebook, replies: replies)
    var memory = ground.memory()
    let texts = [
      "Nine whole years of kettles and cold tea in the hall.", "So.", "The cat sleeps on it.",
      kettle,
    ]
    for first in texts {
      for second in texts {
        var play = Playthrough(Session(ground.prepared, seed: 1), &memory)
        var played = PlayedSession(
          ground.prepared, seed: 1, coder: try coder(), replies: replies)
        _ = played.begin()
        for text in [first, second, first] where play.ending == nil {
          try #require(play.hear(text, &memory) == played.hear(text))
          play.say(text, &memory)
          _ = played.respond(to: played.hear(text))
        }
        #expect(play.exchanges == played.exchanges)
      }
    }
  }

  @Test("a choice is judged by its own words, not by itself")
  func ownWords() throws {
    let file = margaret.replacing(
      "\"You miss him.\" = reflection about Tom", with: "\"\(kettle)\" = RF")
    let shipped = try shipped()
    let found = choiceProblems(
      of: try shipped.scenario(file), in: .init(name: "a.scenario", text: file),
      coder: try coder(), codebook: shipped.codebook)
    #expect(found.map(\.code) == ["S210"])
  }
}
