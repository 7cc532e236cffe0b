import Foundation
import Testing

/// A conversation with states, a risk that has to be asked about, and other words for later times.
let gardenScenario = """
  ---
  title: The garden
  id: garden
  ---
  # Patient: Sam
  29, looks after the garden.
  # People
  Tom  his brother
  # State
  trust 0 to 100, starts 40
  # Variation: the boat
  garden = boat
  # Variation: the shed
  garden = shed
  trust starts 60
  # Beat: hello
  Sam: I sit in the garden all day.
    cue: hint
    gist: alone in the garden
  when reflection about Tom, trust at least 90
    go to heard
  when advice
    trust -5
    Sam: (looks away) The garden needs no plan.
    at most 5 times, then go to unheard
  otherwise
    trust +1
    Sam: The garden is quiet.
    at most 9 times, then go to unheard
  # Beat: the night
  Sam: The nights are long.
  otherwise
    go to heard
  # Ending: heard
  outcome: good. He felt heard.
  # Ending: unheard
  outcome: poor. He did not.
  """

@Suite("Beginning elsewhere, and in other words")
struct RehearsalTests {
  let desk: Desk
  let file: String

  init() throws {
    desk = try Desk()
    file = try desk.write(gardenScenario, to: "garden.scenario")
  }

  @Test("a session begins in the beat and with the states asked for, and nothing is kept")
  func start() throws {
    let outcome = desk.attune(
      "practice", file, "--start", "The Night", "--with", "trust=71", lines: ["What is it like?"])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Sam: The nights are long."))
    #expect(!outcome.output.contains("I sit in the garden"))
    #expect(outcome.output.contains("The end: heard (good)"))
    #expect(outcome.errors == "This is a rehearsal: nothing of it is kept.\n")
    #expect(!FileManager.default.fileExists(atPath: desk.store))
  }

  @Test("an article more or less does not matter")
  func articles() {
    let start = desk.attune("practice", file, "--start", "Night", lines: [])
    #expect(start.output.contains("Sam: The nights are long."))
    let hello = desk.attune("practice", file, "--start", "a hello", lines: [])
    #expect(hello.output.contains("Sam: I sit in the garden"))
    let shed = desk.attune("practice", file, "--variation", "shed", lines: [])
    #expect(shed.output.contains("Sam: I sit in the shed"))
    let near = desk.attune("practice", file, "--start", "nigth", lines: [])
    #expect(near.errors.contains("help: 'the night' is close"))
  }

  @Test("states are set one by one or together, and /why tells them")
  func states() {
    for words in [["--with", "trust=71"], ["--with=trust=3", "--with", " trust = 71 "]] {
      let outcome = desk.run(
        ["practice", file] + words, lines: ["You should buy a map.", "/why", "/pause", "/quit"])
      #expect(outcome.output.contains("trust fell from 71"), "\(outcome)")
      #expect(outcome.output.contains("A rehearsal is not kept, so it cannot be paused"))
    }
  }

  @Test(
    "what the scenario does not have is said, with the nearest name",
    arguments: [
      (["--start", "the nigt"], "there is no beat 'the nigt'", "'the night' is close"),
      (["--start", "qqqqqqqq"], "there is no beat 'qqqqqqqq'", "there is 'hello', 'the night'"),
      (["--with", "trsut=5"], "there is no state 'trsut'", "'trust' is close"),
      (["--with", "trust=101"], "'trust' cannot be 101", "it goes from 0 to 100"),
      (["--with", "trust=-1"], "'trust' cannot be -1", "it goes from 0 to 100"),
      (["--with", "trust"], "'trust' is no state with a number", "write 'state=number'"),
      (
        ["--with", "trust=99999999999999999999"],
        "'trust=99999999999999999999' is no state with a number", "write 'state=number'"
      ),
      (["--variation", "the boot"], "there is no variation 'the boot'", "'the boat' is close"),
      (
        ["--resume", "--variation", "the boat"],
        "--variation begins a session, and --resume goes on with one", "leave out one of them"
      ),
    ])
  func unknown(_ words: [String], _ message: String, _ help: String) {
    let outcome = desk.run(["practice", file] + words, lines: [])
    #expect(outcome == Outcome(status: 2, output: "", errors: "error: \(message)\nhelp: \(help)\n"))
  }

  @Test("a scenario without variations says so")
  func noVariations() throws {
    let outcome = desk.attune("practice", "new-city-no-map", "--variation", "any", lines: [])
    #expect(outcome.errors.hasPrefix("error: this scenario has no variations\n"))
  }

  @Test("a variation is played in its words, and resumed, shown and replayed in them")
  func variation() throws {
    let first = desk.attune(
      "practice", file, "--variation", "the shed", lines: ["You should buy a map."])
    #expect(first.output.contains("Sam: I sit in the shed all day."))
    #expect(!first.output.contains("garden all day"))
    let resumed = desk.attune("practice", file, "--resume", lines: ["Mm.", "/why"])
    #expect(resumed.output.contains("The shed needs no plan."))
    #expect(resumed.output.contains("Sam: The shed is quiet."))
    let replay = desk.attune("transcript", "replay", desk.newest)
    #expect(replay.output == "2 turns: the same happened\n")
    let shown = desk.attune("transcript", "show", desk.newest).output
    #expect(shown.contains("the shed all day"))
    #expect(
      shown.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        .contains("variation the shed"))
  }

  @Test("at a terminal who has finished gets the next variation, round and round")
  func round() throws {
    var openings: [Bool] = []
    for wanted in ["garden", "boat", "shed", "garden"] {
      let advice = Array(repeating: "You should buy a map.", count: 6)
      let outcome = desk.console("practice", file, input: advice.map { .line($0) })
      #expect(outcome.output.contains("I sit in the \(wanted) all day."))
      #expect(outcome.output.contains("The end: unheard"))
      openings.append(outcome.output.contains("some things are different this time."))
    }
    #expect(openings == [false, true, true, false])
    // An unfinished session, another trainee and piped input change nothing.
    #expect(desk.attune("practice", file, lines: []).output.contains("in the garden"))
    let other = desk.console("practice", file, "--as", "kim", input: [])
    #expect(other.output.contains("in the garden"))
  }
}
