import Diagnostics
import Playtesting
import ResponseCoding
import ScenarioChecker
import Scoring
import TranscriptModel

@testable import Commands

/// `swift run -c release -Xswiftc -enable-testing attune-bench`: how long the parts of a turn take, also as multiples of splitting
/// the same responses into words in the same run, so that two machines can be compared.
@main
struct Benchmarks {
  static func main() throws {
    let library = try openLibrary(bundledLibrary)
    let coder = ResponseCoder(library.codebook)
    guard let scenario = try library.scenario(named: "new-city-no-map").checked.scenario else {
      return
    }
    if CommandLine.arguments.contains("checking") { return benchmarkChecking(library.checking) }
    if CommandLine.arguments.contains("progress") { return try benchmarkProgress() }
    if CommandLine.arguments.contains("reviews") { return try benchmarkReviews() }
    if CommandLine.arguments.contains("cohort") { return try benchmarkCohort() }
    if let place = CommandLine.arguments.firstIndex(of: "store") {
      return try writeGeneratedStore(Array(CommandLine.arguments.dropFirst(place + 1)))
    }
    if let place = CommandLine.arguments.firstIndex(of: "packets") {
      return try benchmarkPackets(keeping: CommandLine.arguments.dropFirst(place + 1).first)
    }
    if CommandLine.arguments.contains("exploring") { return try benchmarkExploring(library, coder) }
    if CommandLine.arguments.contains("agreement") { return benchmarkAgreement() }
    let lines = responses

    let words = best { lines.map { $0.split(separator: " ").count }.reduce(0, +) }
    func report(_ name: String, _ nanoseconds: Double, turns: Int) {
      let each = nanoseconds / Double(turns)
      let ratio = nanoseconds / words * Double(lines.count) / Double(turns)
      print("\(name): \(Int(each / 1000)) µs a turn, \(Int(ratio)) × splitting into words")
    }
    report(
      "coding alone",
      best { lines.map { coder.code($0, after: CodingContext()).codes.count }.reduce(0, +) },
      turns: lines.count)
    report(
      "a whole turn: coding, engine, scoring",
      best {
        var played = PlayedSession(scenario, seed: 1, coder: coder)
        _ = played.begin()
        var total = 0
        for line in lines {
          total += played.respond(to: played.hear(line)).count
          total +=
            score(
              played.exchanges, rubrics: library.rubrics, codebook: library.codebook, isOver: false
            ).dimensions.count
        }
        return total
      }, turns: lines.count)
    let forty = fortyTurns(coder)
    let scoring = best {
      score(forty, rubrics: library.rubrics, codebook: library.codebook).dimensions.count
    }
    print("scoring \(forty.count) turns: \(Int(scoring / 1000)) µs; 2000 are allowed")
    for name in ["new-city-no-map", "who-gets-up-at-night"] {
      guard let scenario = try library.scenario(named: name).checked.scenario else { continue }
      measureEngine(scenario, lines, coder: coder)
    }
    benchmarkChecking(library.checking)
    let open = best(of: 5) { (try? openLibrary(bundledLibrary))?.rubrics.count ?? 0 }
    print("opening the library: \(Int(open / 1_000_000)) ms")
    let compile = best(of: 5) {
      _ = ResponseCoder(library.codebook); return 0
    }
    print("compiling the coder: \(Int(compile / 1_000_000)) ms")
    try reportLanguageServer(library)
    try benchmarkProgress()
    benchmarkAgreement()
  }

  /// Responses to lines with cues, coded beforehand.
  private static func fortyTurns(_ coder: ResponseCoder) -> [Exchange] {
    let cues = ["affect", "hint", "self-blame", "anger", "isolation", "risk", "exchange", "stuck"]
    return (1...40).map { turn in
      let line = Utterance(
        speaker: "Samuel",
        text: "I come home at six, sit down for one minute, and then it is eleven and I still have "
          + "my coat on. It is the job everyone wanted, and I'm just lazy.",
        cues: [cues[turn % cues.count], cues[turn * 3 % cues.count]], gist: ["worn out and alone"])
      let text = responses[turn % responses.count]
      return Exchange(
        turn: turn, patient: [line],
        response: coder.code(text, after: CodingContext(patient: [line])))
    }
  }

  /// The shortest of some runs, in nanoseconds.
  static func best(of runs: Int = 20, _ body: () -> Int) -> Double {
    var sink = 0
    let times = (0..<runs).map { _ in
      ContinuousClock().measure { sink &+= body() }
    }
    if sink == .min { print("") }
    let shortest = times.min() ?? .zero
    let parts = shortest.components
    return Double(parts.seconds) * 1e9 + Double(parts.attoseconds) / 1e9
  }

  private static let responses = [
    "You have what everyone wanted and still can't get going, so you've decided the fault must be you.",
    "What was it like when you first arrived? Who did you talk to in the evenings?",
    "I notice you looked away just then. It seems lonelier than you let on, and of course it is.",
    "You should join a club, and why don't you just call your mother tonight and tell her?",
    "So every Sunday you tell them it's great, and then the flat goes quiet again.",
    "It isn't laziness. What you describe has a name, depression, and it can be treated.",
    "Mm. Take your time.",
    "Let me see if I have this right: the move, the silence since, and a voice that says lazy. Is that close?",
  ]
}
