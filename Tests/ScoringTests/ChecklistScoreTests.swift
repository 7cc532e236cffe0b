import Rubrics
import Scoring
import Testing
import TranscriptModel

private let text = """
  ---
  title: Technique
  id: technique
  version: 0.1
  kind: checklist
  question: Was it the right task?
  ---
  # Levels
  1 elsewhere: Lost.
  2 single: One piece.
  3 basic: Recognisable.
  4 flowing: It flows.
  5 handed over: By the patient.
  # Points
  skilled from 2 turns, followed by 4 words of the patient
  at least 3 turns, else not assessable
  # Tasks: middle
  feeling met: AFX, FEEL; answers affect
  options: OPT; answers stuck
  rehearsal: RP; only after ready-to-practise
  # Tasks: middle, grief
  the loss: GRF
  # Proscribed
  interpretation: INTP
  advice: ADV at least 2 times
  at most 1 off
  # Cut points
  level 2 from 0.20
  level 3 from 0.40
  level 4 from 0.60
  level 5 from 0.80
  """

@Suite("Tasks of a checklist")
struct ChecklistScoreTests {
  private func scored(
    _ exchanges: [Exchange], _ setting: SessionSetting? = .init(phase: "middle", area: "disputes")
  ) throws -> ChecklistScore {
    let result = score(
      exchanges, rubrics: [try rubric(text)], codebook: iptNames(), setting: setting)
    #expect(result.dimensions.isEmpty && result.gates.isEmpty)
    return try #require(result.checklists.first)
  }

  @Test("two points where it answers a cue or comes twice and the patient goes on, else one")
  func points() throws {
    let list = try scored(
      session(turn("affect", "AFX"), turn("", "OPT"), turn("", "STATE"), turn("", "STATE")))
    #expect(list.tasks.map(\.points) == [2, 1, 0])
    #expect(list.tasks.map(\.outcome) == [.skilled, .present, .notAsked])
    #expect(list.tasks[0].reason == "turn 1 answers 'affect'")
    #expect(list.tasks[1].evidence.map(\.words) == ["words for OPT"])
    #expect((list.points, list.possible, list.index) == (3, 4, 0.75))
    #expect(list.estimate == .level(4, name: "flowing"))

    let twice = try scored(
      session(turn("", "OPT"), turn("", "OPT"), turn("", "OPT?"), turn("", "STATE")))
    #expect(twice.tasks[1].reason == "turns 1, 2")
    // After the last response the patient says nothing any more.
    let last = try scored(session(turn("", "OPT"), turn("", "STATE"), turn("", "OPT")))
    #expect(last.tasks[1].points == 1)
  }

  @Test("what was asked for only after a cue counts once the cue was offered")
  func onlyAfter() throws {
    let list = try scored(
      session(turn("ready-to-practise", "STATE"), turn("", "STATE"), turn("", "STATE")))
    #expect(list.tasks[2].outcome == .absent)
    #expect(list.possible == 6)
  }

  @Test("an area adds its tasks")
  func area() throws {
    let turns = session(turn("", "GRF"), turn("", "GRF"), turn("", "STATE"))
    #expect(try scored(turns).tasks.count == 3)
    let grief = try scored(turns, .init(phase: "middle", area: "grief"))
    #expect(grief.tasks.last?.points == 2)
  }

  @Test("what does not belong takes points off, never more than the rubric says")
  func proscribed() throws {
    let list = try scored(
      session(turn("affect", "AFX INTP"), turn("", "ADV"), turn("", "ADV")))
    #expect(list.proscribed.map(\.name) == ["interpretation", "advice"])
    #expect(list.takenOff == 1)
    #expect(list.index == 0.25)
  }

  @Test("a short session, another phase and an unknown one are not assessable")
  func notAssessable() throws {
    func reason(_ list: ChecklistScore) -> String {
      if case .notAssessable(let reason) = list.estimate { reason } else { "assessed" }
    }
    #expect(
      reason(try scored(session(turn("affect", "AFX"))))
        == "it takes 3 turns to tell, and there are 1")
    let turns = session(turn("", "OPT"), turn("", "OPT"), turn("", "OPT"))
    #expect(
      reason(try scored(turns, .init(phase: "initial", area: "grief")))
        == "no task belongs to this phase and problem area")
    #expect(
      reason(try scored(turns, nil)) == "phase and problem area of the session are not known")
  }
}

@Suite("Without marked moments")
struct UnmarkedScoreTests {
  @Test("active listening is estimated all the same, and says so; the others are not assessable")
  func unmarked() throws {
    let turns = numbered((0..<6).map { _ in turn("", "CR | OQ", words: 20) })
    let result = score(
      turns, rubrics: try shippedRubrics(), codebook: iptNames(), isMarked: false)
    let listening = try #require(result.dimensions.first { $0.id == "active listening" })
    #expect(listening.isWithoutMarks)
    #expect(listening.estimate.level ?? 0 >= 3)
    #expect(listening.terms.count == 6)
    for other in result.dimensions where other.id != "active listening" {
      #expect(
        other.estimate
          == .notAssessable("it needs marks for what the patient offers, and there are none"))
    }
    let marked = score(turns, rubrics: try shippedRubrics(), codebook: iptNames())
    #expect(marked.dimensions.allSatisfy { $0.estimate.level == nil && !$0.isWithoutMarks })
  }

  @Test("too few turns tell nothing")
  func short() throws {
    let result = score(
      session(turn("", "CR")), rubrics: try shippedRubrics(), codebook: iptNames(),
      isMarked: false)
    #expect(
      result.dimensions[1].estimate
        == .notAssessable("it takes 4 turns to tell, and there are 1"))
  }
}

@Suite("Caps on how somebody talks")
struct HabitCapTests {
  private func caps(_ line: String, _ exchanges: [Exchange]) throws -> [CapScore] {
    let text = try shippedText("validation")
    let start = try #require(text.range(of: "# Caps"))
    let changed = try rubric(text[..<start.lowerBound] + "# Caps\n" + line + "\n")
    return score(exchanges, rubrics: [changed], codebook: iptNames()).dimensions[0].caps
  }

  private func said(_ text: String, cues: String = "affect") -> Exchange {
    var exchange = turn(cues, "CR", words: 8)
    exchange.patient[0].text = "(sighs) The kitchen is empty without him."
    exchange.patient[0].gist = ["lonely evenings"]
    exchange.response.text = text
    return exchange
  }

  private let line = "at most 2 when fewer than 0.5 of answers take up what the patient said"

  @Test("whoever seldom takes up what was said is held down by the turns that do not")
  func uptake() throws {
    let takesUp = [
      "You walk around an empty kitchen in the morning.", "Those evenings must feel lonely to you.",
    ]
    let doesNot = [
      "What are you feeling right now, in here?",
      "Anybody would understand such a normal reaction.", "The kitchen is empty without him.",
      "Caring for a newborn wears people out.",
    ]
    let mostly = numbered((doesNot + takesUp).map { said($0) })
    let found = try caps(line, mostly).map(\.turns)
    #expect(found == [[1, 2, 3, 4]])
    let half = numbered((doesNot.prefix(2) + takesUp + takesUp).map { said($0) })
    #expect(try caps(line, half).isEmpty)
    // Where the patient offers nothing, there is nothing to be taken up.
    #expect(try caps(line, numbered((doesNot + takesUp).map { said($0, cues: "") })).isEmpty)
  }

  @Test("something for everything in one breath is held down")
  func crowded() throws {
    let line = "at most 2 when at least 0.5 of turns show more than 3 codes"
    let crowd = turn("affect", "CR RF VAL5 | OQ FEEL")
    let plain = turn("affect", "CR RF? VAL5 | OQ? FEEL~")
    #expect(try caps(line, session(crowd, plain)).map(\.turns) == [[1]])
    #expect(try caps(line, session(crowd, plain, plain)).isEmpty)
  }
}
