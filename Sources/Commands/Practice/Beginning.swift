import Diagnostics
import ScenarioChecker
import ScenarioModel
import TranscriptStore

/// How a session begins: in which words, where, and with which states.
struct Beginning {
  var variation: Variation?
  /// Index of a beat; nil for the first.
  var beat: Int?
  var states: [StateValue] = []
  /// Begins in the middle, so that nothing is kept of it.
  var isRehearsal = false
  /// Chosen because the trainee knows the others.
  var isAnotherTime = false
}

/// What `--start`, `--with` and `--variation` ask for; where they ask for nothing, a trainee at a
/// terminal who has finished the scenario before gets the next variation, round and round.
func beginning(of scenario: Scenario, as trainee: String, _ run: Run) throws -> Beginning {
  var beginning = Beginning()
  beginning.isRehearsal = run.command.isSet("start") || run.command.isSet("with")
  beginning.beat = try run.command.string("start").map { try beat($0, in: scenario) }
  beginning.states = try states(run.command.string("with") ?? "", in: scenario)
  if let name = run.command.string("variation") {
    beginning.variation = try variation(name, of: scenario)
  } else if !beginning.isRehearsal, !scenario.variations.isEmpty,
    run.surroundings.streams.input.isTerminal
  {
    let finished = try run.store().sessions(of: trainee, on: scenario.facts.id)
      .count { $0.state.ending != nil }
    let next = finished % (scenario.variations.count + 1)
    if next > 0 {
      beginning.variation = scenario.variations[next - 1]
      beginning.isAnotherTime = true
    }
  }
  return beginning
}

private func beat(_ name: String, in scenario: Scenario) throws -> Int {
  let names = scenario.beats.map(\.name)
  if let index = index(of: name, in: names) { return index }
  throw unknown("beat", name, among: names)
}

private func variation(_ name: String, of scenario: Scenario) throws -> Variation {
  guard !scenario.variations.isEmpty else {
    throw LibraryError(
      message: "this scenario has no variations", help: "leave out --variation")
  }
  let names = scenario.variations.map(\.name)
  if let index = index(of: name, in: names) { return scenario.variations[index] }
  throw unknown("variation", name, among: names)
}

/// `trust=50,openness=20`
private func states(_ text: String, in scenario: Scenario) throws -> [StateValue] {
  try text.split(separator: ",").map { String($0).trimmingBlanks }.filter { !$0.isEmpty }
    .map { setting in
      let parts = setting.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        .map { String($0).trimmingBlanks }
      guard parts.count == 2, let value = Int(parts[1]) else {
        throw LibraryError(
          message: "'\(setting)' is no state with a number", help: "write 'state=number'")
      }
      guard let state = scenario.states.first(where: { isSame($0.name, parts[0]) }) else {
        throw unknown("state", parts[0], among: scenario.states.map(\.name))
      }
      guard state.lowest <= value, value <= state.highest else {
        throw LibraryError(
          message: "'\(state.name)' cannot be \(value)",
          help: "it goes from \(state.lowest) to \(state.highest)")
      }
      return StateValue(state: state.name, value: value)
    }
}

private func unknown(_ kind: String, _ name: String, among names: [String]) -> LibraryError {
  let nearest = nearestName(to: name, ignoringArticlesIn: names)
  let all = names.prefix(12).map { "'\($0)'" }.joined(separator: ", ")
  return LibraryError(
    message: "there is no \(kind) '\(name)'",
    help: nearest.map { "'\($0)' is close" }
      ?? (names.isEmpty ? "this scenario has none" : "there is \(all)"))
}

/// The name that was typed or, where just one name is left, the one that differs by an article.
private func index(of typed: String, in names: [String]) -> Int? {
  if let index = names.firstIndex(where: { isSame($0, typed) }) { return index }
  let alike = names.indices.filter { withoutArticle(names[$0]) == withoutArticle(typed) }
  return alike.count == 1 ? alike.first : nil
}

private func isSame(_ name: String, _ typed: String) -> Bool {
  name.lowercased() == typed.lowercased()
}
