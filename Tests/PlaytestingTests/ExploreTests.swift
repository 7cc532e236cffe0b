import Diagnostics
import ScenarioModel
import Testing

@testable import Playtesting

/// Ruth, in one beat, with a risk.
private let ruth = """
  ---
  rubrics: validation, safety
  ---
  # Patient: Ruth
  Somebody.
  # State
  trust 0 to 100, starts 30
  # Beat: arrival
  Ruth: (quiet) Sometimes I would rather not wake up.
    cue: risk
    gist: you would rather not wake up | so tired of it all
    better: "Are you having thoughts of suicide?" — asks.
  hint: What did she just say?
  hint when visited later: Now stay.
  when risk inquiry
    go to later
  when advice
    go to closing up
  when advice at least 3 times
    Ruth: You said that.
    go to closing up
  when trust at least 90
    go to together
  otherwise
    Ruth: Hm.
    at most 2 times, then go to closing up
  # Beat: later
  Ruth: I am glad you asked.
  when reflection or validation or open question
    go to together
  otherwise
    Ruth: Yes.
    at most 2 times, then go to closing up
  # Ending: together
  outcome: good. She stays.
  # Ending: closing up
  outcome: poor. She leaves.
  """

@Suite("Exploring")
struct ExploreTests {
  private let library = ShippedLibrary.opened

  private func explore(
    _ text: String, walks: Int = 13, turns: Int = 150
  ) throws -> (ExploreReport, Scenario) {
    let ground = try library.get().ground(text)
    return (ground.explore(walks: walks, searchTurns: turns, seed: 1), ground.scenario)
  }

  @Test("counts what was come to, exactly")
  func exact() throws {
    let (report, _) = try explore(ruth)
    let totals = Dictionary(uniqueKeysWithValues: report.totals.map { ($0.name, $0) })
    #expect(totals["beats"]?.covered == 2)
    #expect(totals["endings"]?.covered == 2)
    #expect(totals["rules"] == CoverageTotal(name: "rules", covered: 5, total: 7))
    #expect(totals["cues offered"] == CoverageTotal(name: "cues offered", covered: 1, total: 1))
    #expect(totals["cues answered"]?.covered == 1)
    #expect(totals["hints"] == CoverageTotal(name: "hints", covered: 1, total: 2))
    #expect(report.endingWalks.walks == 8 * 13)
    #expect(report.endingWalks.endings.reduce(0, +) == 8 * 13)
  }

  @Test("names a rule that can never be taken, and why")
  func unreachable() throws {
    let (report, scenario) = try explore(ruth)
    let missed = report.missed.filter { !$0.isBound }
    let lines = missed.map { scenario.beats[$0.beat].rules[$0.rule].title }
    #expect(lines == ["when advice at least 3 times", "when trust at least 90"])
    #expect(
      missed.last?.reason
        == .lacked(
          Condition(clauses: [[Term(isNegated: false, fact: .state("trust", .atLeast, 90))]])))
  }

  @Test("the same seed gives the same report")
  func deterministic() throws {
    let (one, _) = try explore(ruth)
    let (other, _) = try explore(ruth)
    #expect(one.coverage == other.coverage)
    #expect(one.kinds == other.kinds)
    #expect(one.shortest == other.shortest)
    #expect(one.missed == other.missed)
    #expect(one.smells == other.smells)
  }

  @Test("every way it reports can be typed and leads there", arguments: TraineeTests.scenarios)
  func waysHold(name: String) throws {
    let ground = try library.get().shipped(name)
    let report = ground.explore(walks: 4, searchTurns: 150, seed: 1)
    let ways = report.waysToShow(ground.scenario)
    #expect(!ways.isEmpty)
    for (ending, path) in ways {
      var played = PlayedSession(ground.prepared, seed: 1, coder: ground.coder)
      _ = played.begin()
      for step in path.steps { _ = played.respond(to: played.hear(step)) }
      #expect(played.ending?.name == ground.scenario.endings[ending].name)
      #expect(played.exchanges.count == path.steps.count)
    }
  }

  @Test("a good ending with the risk open is an alarm, with the shortest way there")
  func alarm() throws {
    var scenario = try library.get().ground(ruth).scenario
    scenario.beats[0].risks = ["suicide"]
    scenario.beats[0].duties = [duty]
    #expect(try alarm(scenario) == nil)
    // Advice leads on to the beat from which a good ending is near.
    scenario.beats[0].rules[1].destination = .beat(1)
    #expect(try alarm(scenario)?.steps.count == 2)
  }

  private var duty: Duty {
    let inquiry = Term(isNegated: false, fact: .code(CodeTerm(name: "risk inquiry")))
    return Duty(
      line: 1, title: "must risk inquiry within 9 turns",
      condition: Condition(clauses: [[inquiry]]),
      turns: 9, penalty: .goTo(.ending(1)))
  }

  private func alarm(_ scenario: Scenario) throws -> WalkPath? {
    let library = try library.get()
    let ground = Playground(
      scenario, coder: library.coder, rubrics: library.rubrics, codebook: library.codebook)
    return ground.explore(walks: 30, searchTurns: 150, seed: 1).goodWithRiskOpen
  }

  @Test("a hint that never comes and an ending that nearly all come to are worth a look")
  func smells() throws {
    let (report, _) = try explore(ruth, walks: 20)
    #expect(report.smells.contains(.hintNeverShown(text: "Now stay.")))
    #expect(!report.smells.contains(.hintNeverShown(text: "What did she just say?")))
    let (flat, _) = try explore(
      ruth.replacing("go to together", with: "go to closing up"), walks: 20)
    #expect(
      flat.smells.contains { if case .commonEnding("closing up", 100) = $0 { true } else { false } }
    )
    #expect(flat.smells.contains(.rareEnding(name: "together", times: 0, walks: 160)))
  }

  @Test("a smell stands where its words stand")
  func places() throws {
    let (report, scenario) = try explore(ruth)
    let file = SourceFile(name: "a.scenario", text: ruth)
    let hint = try #require(report.smells.first { $0.code == "S205" })
    #expect(file.text(hint.diagnostic(of: scenario, in: file).span) == "Now stay.")
    // In a file of other words nothing is pointed at, and nothing breaks.
    let other = SourceFile(name: "b.scenario", text: "")
    for smell in report.smells { #expect(smell.diagnostic(of: scenario, in: other).span.isEmpty) }
  }

  @Test("a scenario that cannot end is explored, too")
  func endless() throws {
    let ground = try library.get().ground(ruth)
    var scenario = ground.scenario
    for beat in scenario.beats.indices {
      for rule in scenario.beats[beat].rules.indices {
        scenario.beats[beat].rules[rule].destination = nil
        scenario.beats[beat].rules[rule].bound = nil
      }
    }
    let endless = Playground(
      scenario, coder: ground.coder, rubrics: ground.rubrics, codebook: ground.codebook)
    let report = endless.explore(walks: 1, searchTurns: 40, seed: 1)
    #expect(report.kinds.values.reduce(0) { $0 + $1.unfinished } == 8)
    let empty = Playground(
      Scenario(
        facts: scenario.facts, patient: scenario.patient, people: [], topics: [], states: [],
        beats: [], endings: [], fallback: [], responsiveness: scenario.responsiveness),
      coder: ground.coder, rubrics: [], codebook: ground.codebook)
    #expect(empty.explore(walks: 1, searchTurns: 10, seed: 1).walkedTurns == 0)
  }
}
