import ResponseCoding
import Rubrics
import ScenarioModel
import TranscriptModel

/// Lets simulated trainees play a scenario: so many times, from this seed.
package typealias Walking = (_ scenario: Scenario, _ times: Int, _ seed: UInt64) -> WalkReport

/// Carries out a check step by step and says what is not as its author expects.
///
/// The patient's lines come up as in a session with seed 1, so that the same check always comes out
/// alike. An expectation that fails does not stop it; once the conversation stands elsewhere than
/// expected, what else differs is counted and told once.
package func runCheck(
  _ check: AuthorCheck, of scenario: Scenario, coder: ResponseCoder, rubrics: [Rubric],
  codebook: Codebook, replies: StandingExamples.Replies = [:], walk: @escaping Walking
) -> CheckResult {
  var run = CheckRun(scenario, coder, rubrics, codebook, replies, walk)
  for step in check.steps { run.take(step) }
  return CheckResult(name: check.name, line: check.line, failures: run.failures)
}

/// A check under way.
struct CheckRun {
  private(set) var scenario: Scenario
  let coder: ResponseCoder
  let rubrics: [Rubric]
  let codebook: Codebook
  private let replies: StandingExamples.Replies
  private let walk: Walking

  private(set) var session: PlayedSession
  private var isBegun = false
  private(set) var report: WalkReport?
  private(set) var failures: [CheckFailure] = []
  /// The line of the first expectation about the way that did not hold.
  private var otherWaySince: Int?

  init(
    _ scenario: Scenario, _ coder: ResponseCoder, _ rubrics: [Rubric], _ codebook: Codebook,
    _ replies: StandingExamples.Replies, _ walk: @escaping Walking
  ) {
    self.scenario = scenario
    self.coder = coder
    self.rubrics = rubrics
    self.codebook = codebook
    self.replies = replies
    self.walk = walk
    session = PlayedSession(scenario, seed: 1, coder: coder, replies: replies)
  }

  mutating func take(_ step: AuthorCheck.Step) {
    switch step.action {
    case .start(let beat, let values): restart(at: beat, with: values)
    case .variation(let index):
      guard scenario.variations.indices.contains(index) else { return }
      scenario = scenario.varied(by: scenario.variations[index])
      restart()
    case .say(let text): respond(on: step.line) { $0.hear(text) }
    case .respond(let terms):
      let response = codebook.response(with: terms)
      respond(on: step.line) { _ in response }
    case .expect(let expectations):
      beginIfNeeded()
      for expectation in expectations { expect(expectation, on: step.line) }
    case .walk(let times, let seed): report = walk(scenario, times, seed)
    }
  }

  private mutating func restart(at beat: Int? = nil, with values: [StateValue] = []) {
    session = PlayedSession(scenario, seed: 1, coder: coder, replies: replies)
    _ = session.begin(at: beat, with: values)
    isBegun = true
    otherWaySince = nil
  }

  private mutating func beginIfNeeded() {
    if !isBegun { restart() }
  }

  private mutating func respond(
    on line: Int, with response: (PlayedSession) -> CodedResponse
  ) {
    beginIfNeeded()
    if let ending = session.ending {
      fail(line, .saidAfterEnding(ending.name), help: way, isAboutWay: true)
    } else {
      _ = session.respond(to: response(session))
    }
  }

  private mutating func expect(_ expectation: Expectation, on line: Int) {
    guard holds(expectation.fact) == expectation.isNegated else { return }
    let kind = CheckFailure.Kind.notAsExpected(expectation.text, found: found(for: expectation))
    if expectation.fact.isAboutWalks {
      failures.append(CheckFailure(line: line, kind: kind, path: path(for: expectation.fact)))
    } else {
      let isAboutWay = expectation.fact.isAboutWay
      fail(line, kind, help: isAboutWay ? way : nil, isAboutWay: isAboutWay)
    }
  }

  private mutating func fail(
    _ line: Int, _ kind: CheckFailure.Kind, help: String?, isAboutWay: Bool
  ) {
    guard let since = otherWaySince, since != line else {
      if isAboutWay { otherWaySince = line }
      failures.append(CheckFailure(line: line, kind: kind, help: help))
      return
    }
    if case .wentAnotherWay(since, let more)? = failures.last?.kind {
      failures[failures.count - 1].kind = .wentAnotherWay(since: since, more: more + 1)
    } else {
      failures.append(CheckFailure(line: line, kind: .wentAnotherWay(since: since, more: 1)))
    }
  }
}

extension ExpectedFact {
  /// Whether it says where the conversation stands, so that what follows depends on it.
  fileprivate var isAboutWay: Bool {
    switch self {
    case .beat, .ending, .outcome: true
    default: false
    }
  }

  /// Whether it is about all walks and not about a session.
  fileprivate var isAboutWalks: Bool {
    switch self {
    case .everyBeatVisited, .everyRuleTaken, .everyEndingReached, .noWalkOver,
      .noGoodEndingWithRiskOpen:
      true
    case .fact, .rating, .beat, .ending, .outcome, .hears, .note: false
    }
  }
}
