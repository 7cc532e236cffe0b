import ScenarioModel
import TranscriptModel

/// A scenario made ready for playing: names looked up, what is listened for numbered.
///
/// Make it once and begin as many sessions with it as are wanted; they share it.
package final class PreparedScenario: Sendable {
  package let scenario: Scenario
  let beats: [PreparedBeat]
  let endings: [(closing: [PreparedSpeech], outcome: SessionEnding)]
  let fallback: [PreparedSpeech]
  let listened: ListenedFor
  let movements: [CodeMovement]
  /// Position in `movements` by code.
  let movementNumbers: [String: Int]
  /// For each cue, by its number, the bits that answer it.
  let cueAnswers: [[Int]]
  /// All duties; those of a beat stand one after another.
  let duties: [PreparedDuty]
  let risks: [PreparedRisk]

  package init(_ scenario: Scenario) {
    let scenario = scenario.numbered()
    self.scenario = scenario
    let codes = scenario.responsiveness.effects.keys.sorted()
    var preparation = Preparation(
      states: scenario.states, listened: ListenedFor(codes: codes.count))
    movements = codes.map { code in
      CodeMovement(
        code: code,
        amounts: scenario.states.map { state in
          (scenario.responsiveness.effects[code] ?? []).filter { $0.state == state.name }
            .reduce(0) { $0 &+ $1.amount }
        })
    }
    movementNumbers = Dictionary(
      zip(codes, codes.indices), uniquingKeysWith: { first, _ in first })
    fallback = scenario.fallback.map { preparation.speech($0) }
    beats = scenario.beats.enumerated().map { preparation.beat($1, number: $0) }
    endings = scenario.endings.map { ending in
      (
        ending.closing.map { preparation.speech($0) },
        SessionEnding(name: ending.name, grade: ending.grade, debrief: ending.debrief)
      )
    }
    duties = preparation.duties
    let prepared = beats
    risks = scenario.beats.enumerated().filter { !$1.risks.isEmpty }.map { index, beat in
      let own = Array(prepared[index].duties)
      let leading = own.filter { preparation.duties[$0].destination != nil }
      return PreparedRisk(beat: index, needed: leading.isEmpty ? own : leading)
    }
    cueAnswers = preparation.cues.map { cue in
      (scenario.cueAnswers[cue] ?? []).map { preparation.listened.bit($0, .half) }
    }
    listened = preparation.listened
  }
}

extension PreparedScenario: Equatable {
  /// Whether it is the very same, and not one made again from the same scenario.
  package static func == (one: PreparedScenario, other: PreparedScenario) -> Bool { one === other }
}

/// How one code moves each state, in the order of the scenario's states.
struct CodeMovement: Sendable {
  var code: String
  var amounts: [Int]
}

struct PreparedBeat: Sendable {
  var name: String
  var opening: [PreparedSpeech]
  var effects: [PreparedEffect]
  var hints: [(text: String, condition: PreparedCondition?)]
  var rules: [PreparedRule]
  /// Numbers in `PreparedScenario.duties`.
  var duties: Range<Int>
}

struct PreparedRule: Sendable {
  var line: Int
  var title: String
  var condition: PreparedCondition?
  var effects: [PreparedEffect]
  var speeches: [PreparedSpeech]
  var destination: Destination?
  var bound: Bound?
  /// Whether it no longer fits once everything it says has been said.
  var isSpendable: Bool
}

struct PreparedEffect: Sendable {
  var state: Int
  var amount: Int
}

struct PreparedSpeech: Sendable {
  var number: Int
  var once: Bool
  var isInTurn: Bool
  var lines: [(utterance: Utterance, cues: [Int])]
}

struct PreparedDuty: Sendable {
  var beat: String
  var title: String
  var line: Int
  var condition: PreparedCondition
  var turns: Int
  var destination: Destination?
  var note: String?
}

/// A beat that opens a risk, and the duties that answer it.
struct PreparedRisk: Sendable {
  var beat: Int
  var needed: [Int]
}

/// The names met so far while a scenario is made ready.
private struct Preparation {
  let states: [StateVariable]
  var listened: ListenedFor
  var cues: [String] = []
  var duties: [PreparedDuty] = []
  private var cueNumbers: [String: Int] = [:]

  init(states: [StateVariable], listened: ListenedFor) {
    self.states = states
    self.listened = listened
  }

  mutating func beat(_ beat: Beat, number: Int) -> PreparedBeat {
    let first = duties.count
    for duty in beat.duties {
      var prepared = PreparedDuty(
        beat: beat.name, title: duty.title, line: duty.line, condition: condition(duty.condition),
        turns: duty.turns)
      switch duty.penalty {
      case .goTo(let destination): prepared.destination = destination
      case .note(let note): prepared.note = note
      }
      duties.append(prepared)
    }
    return PreparedBeat(
      name: beat.name, opening: beat.opening.map { speech($0) }, effects: effects(beat.effects),
      hints: beat.hints.map { hint in (hint.text, hint.condition.map { condition($0) }) },
      rules: beat.rules.map { rule($0) }, duties: first..<duties.count)
  }

  mutating func rule(_ rule: Rule) -> PreparedRule {
    PreparedRule(
      line: rule.line, title: rule.title, condition: rule.condition.map { condition($0) },
      effects: effects(rule.effects), speeches: rule.speeches.map { speech($0) },
      destination: rule.destination, bound: rule.bound,
      isSpendable: rule.destination == nil && rule.bound == nil && !rule.speeches.isEmpty
        && rule.speeches.allSatisfy(\.once))
  }

  mutating func condition(_ condition: Condition) -> PreparedCondition {
    PreparedCondition(condition, states, &listened)
  }

  func effects(_ effects: [Effect]) -> [PreparedEffect] {
    effects.compactMap { effect in
      states.firstIndex { $0.name == effect.state }
        .map { PreparedEffect(state: $0, amount: effect.amount) }
    }
  }

  mutating func speech(_ speech: Speech) -> PreparedSpeech {
    PreparedSpeech(
      number: speech.number, once: speech.once, isInTurn: speech.isInTurn,
      lines: speech.alternatives.map { line in
        let better = line.better.map {
          BetterSentence(sentence: $0, reason: line.betterReason ?? "")
        }
        return (
          Utterance(
            speaker: speech.speaker, text: line.text, cues: line.cues, gist: line.gist,
            better: better, thought: line.thought),
          line.cues.map { number(of: $0) }
        )
      })
  }

  private mutating func number(of cue: String) -> Int {
    if let known = cueNumbers[cue] { return known }
    cueNumbers[cue] = cues.count
    cues.append(cue)
    return cues.count - 1
  }
}
