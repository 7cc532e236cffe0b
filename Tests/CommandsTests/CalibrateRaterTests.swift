import Foundation
import PseudoTerminalKit
import Rubrics
import Supervision
import Terminal
import Testing

@testable import Commands
@testable import TranscriptStore

private let shipped = Result { try CalibrationKit(shippedLibrary.get()) }

/// What a rater types to give a transcript of the kit levels so far from gold.
private func lines(_ anchor: AnchorTranscript, off: Int) -> [String] {
  anchor.gold.flatMap { gold -> [String] in
    switch gold.score {
    case .level(let level): ["\(min(5, max(1, level + off)))", "It shows.", "1 2"]
    case .pass: ["pass", "It shows.", "1"]
    case .fail: ["fail", "It shows.", "1"]
    case .notApplicable: ["na"]
    }
  } + ["s", "y"]
}

@Suite("The calibration kit that ships")
struct ShippedKitTests {
  @Test("has two weak, two middle and two strong transcripts, whose gold rises with them")
  func strengths() throws {
    let anchors = try shipped.get().anchors
    func means(_ strength: AnchorTranscript.Strength) -> [Double] {
      anchors.filter { $0.strength == strength }.map { anchor in
        let levels = anchor.gold.compactMap { GivenScore($0.score).level }
        return Double(levels.reduce(0, +)) / Double(levels.count)
      }
    }
    let (weak, middle, strong) = (means(.weak), means(.middle), means(.strong))
    #expect([weak, middle, strong].map(\.count) == [2, 2, 2])
    #expect(try #require(weak.max()) < #require(middle.min()))
    #expect(try #require(middle.max()) < #require(strong.min()))
    // The order tells nothing.
    #expect(anchors.map(\.strength) != anchors.map(\.strength).sorted { $0.rawValue < $1.rawValue })
  }

  @Test("has eighteen gold levels with reasons, and each turn they name is there")
  func gold() throws {
    let anchors = try shipped.get().anchors
    #expect(anchors.flatMap(\.gold).count { GivenScore($0.score).level != nil } == 18)
    let library = try shippedLibrary.get()
    for anchor in anchors {
      #expect(anchor.gold.map(\.rubric) == anchor.rubrics)
      #expect(throws: Never.self) { try library.scenario(named: anchor.scenario) }
      let said =
        anchor.turns.flatMap { $0.patient.map(\.text) + [$0.trainee] }
        + anchor.lastWords.map(\.text)
      for gold in anchor.gold {
        #expect(gold.turns.allSatisfy { anchor.turns.indices.contains($0 - 1) })
        #expect(gold.reason.count > 60)
        // What stands between quotation marks was said, but for its last mark and what "…" leaves out.
        let quotes = gold.reason.split(separator: "\"", omittingEmptySubsequences: false)
        for (number, quote) in quotes.enumerated() where number % 2 == 1 {
          for part in quote.split(separator: "…") {
            let words = part.trimmingCharacters(in: CharacterSet(charactersIn: " .,?!"))
            #expect(
              said.contains { $0.lowercased().contains(words.lowercased()) },
              "\(anchor.id), \(gold.rubric): \(words)")
          }
        }
      }
    }
  }
}

@Suite("A rater is calibrated at the console")
struct CalibrateRaterTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func calibrate(_ words: String..., lines: [String] = []) -> Outcome {
    desk.run(["review", "calibrate"] + words + ["--as", "ruth"], lines: lines)
  }

  private func rateAll(off: Int) throws -> Outcome {
    var last = Outcome(status: 0, output: "", errors: "")
    for anchor in try shipped.get().anchors {
      last = calibrate("next", lines: lines(anchor, off: off))
      #expect(last.status == 0)
    }
    return last
  }

  @Test("whoever rates as gold does passes, and her ratings count from then on")
  func passes() throws {
    let before = calibrate()
    #expect(before.output.contains("ruth has not passed calibration."))
    for word in ["weak", "middle", "strong"] { #expect(!before.output.contains(word)) }
    let last = try rateAll(off: 0)
    #expect(last.output.contains("Attempt 1, 2026-03-01: passed"))
    #expect(last.output.contains("ICC(2,1) 1.00 over 18 ratings; .70 or more passes"))
    #expect(last.output.contains("ruth has passed calibration on 2026-03-01"))
    let json = calibrate("--json").output
    #expect(json.value("state") == "passed" && json.value("counts") == "1")
    #expect(calibrate("next").errors.hasPrefix("error: ruth has rated all of the calibration kit"))
    #expect(desk.attune("review", "list", "--as", "ruth").errors == "nothing waits here\n")
    desk.date = "2026-09-01"
    #expect(calibrate().output.contains("passed on 2026-03-01, was due again on 2026-08-28"))
  }

  @Test("whoever does not pass may go again, and the first attempt stays as it is")
  func fails() throws {
    let last = try rateAll(off: -2)
    #expect(last.output.contains("Attempt 1, 2026-03-01: not passed"))
    let store = try TranscriptStore(path: desk.store)
    let first = try store.kitAttempts(of: "ruth")
    desk.date = "2026-03-02"
    #expect(calibrate("next", "--again", lines: ["q"]).status == 0)
    #expect(calibrate("--again").errors.contains("has not rated all of the calibration kit yet"))
    #expect(try rateAll(off: 0).output.contains("Attempt 2, 2026-03-02: passed"))
    #expect(try store.kitAttempts(of: "ruth").first == first.first)
    let page = calibrate().output
    #expect(page.contains("Attempt 1, 2026-03-01: not passed"))
    #expect(page.contains("Leniency: +.00 levels against gold; +1."))
  }

  @Test("gold, its reason and the strength are shown when the rating is submitted, and not before")
  func compares() throws {
    let anchor = try shipped.get().anchors[0]
    let reason = try #require(anchor.gold.first).reason.prefix(30)
    let draft = calibrate("1", lines: ["3", "It shows.", "1", "a", "h", "r", "t", "q"])
    #expect(draft.output.contains("1 of 6: \(anchor.title)"))
    #expect(!draft.output.contains(reason) && !draft.output.contains("Gold"))
    let gold = try #require(GivenScore(anchor.gold[0].score).level)
    let rest = ["g 1"] + lines(anchor, off: 0)
    let done = calibrate("1", lines: rest)
    #expect(done.output.contains("You go on: 1 of 4 rated."))
    #expect(done.output.contains("\(anchor.title): \(anchor.strength.rawValue) work"))
    #expect(done.output.contains("You: \(gold), turns 1, 2: It shows."))
    #expect(done.output.contains("Gold: \(gold), turns "))
    #expect(done.output.contains("Only gold: turns"))
    #expect(calibrate(anchor.id).output.contains("Gold: \(gold), turns "))
    #expect(calibrate("7").errors.hasPrefix("error: the calibration kit has no transcript '7'\n"))
  }

  @Test(
    "a rubric whose file has changed since is named, and a library's own kit takes the place of ours"
  )
  func changed() throws {
    let library = desk.folder.appending(path: "library")
    try FileManager.default.createDirectory(at: library, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: repository.appending(path: "Rubrics"), to: library.appending(path: "Rubrics"))
    desk.environment["ATTUNE_LIBRARY"] = library.path
    _ = try rateAll(off: 0)
    #expect(!calibrate().output.contains("older version"))
    let file = library.appending(path: "Rubrics/validation.rubric")
    let text = try String(contentsOf: file, encoding: .utf8)
    try (text + "// a word\n").write(to: file, atomically: true, encoding: .utf8)
    #expect(calibrate().output.contains("The pass is for an older version of Validation."))
    #expect(calibrate("--json").output.contains(#""changedRubrics":["Validation"]"#))
    for name in ["ten-to-three", "the-other-bus"] {
      try FileManager.default.removeItem(
        at: library.appending(path: "Rubrics/Anchors/\(name).anchor"))
    }
    #expect(calibrate().output.hasPrefix("Calibration kit: 4 transcripts\n"))
    #expect(calibrate().output.contains("The pass is for another kit."))
    let broken = library.appending(path: "Rubrics/Anchors/keys-and-a-coat.anchor")
    try "# Gold\n".write(to: broken, atomically: true, encoding: .utf8)
    #expect(calibrate().errors.contains("error: these files cannot be used"))
    #expect(desk.attune("check").status == 1)
  }

  @Test("what an institution sets is how long a pass holds")
  func settings() throws {
    desk.environment["ATTUNE_SETTINGS"] = try desk.write(
      "calibration holds: 10 days\n", to: "our.settings")
    _ = try rateAll(off: 0)
    #expect(calibrate().output.contains("it holds until 2026-03-11"))
    desk.date = "2026-03-12"
    #expect(calibrate("--json").output.value("state") == "due")
  }
}

/// Once at a real terminal.
@Suite("A rater at the kit, at a terminal", .serialized)
struct KitTerminalTests {
  @Test("kill -9 keeps what was given, Ctrl-C leaves, and the same command goes on")
  func killed() throws {
    let desk = try Desk()
    func start() throws -> PseudoTerminal {
      try PseudoTerminal(
        builtProgram("attune"), ["review", "calibrate", "2", "--as", "ruth", "--plain"],
        environment: desk.environment, columns: 80)
    }
    let screen = try start()
    try screen.expect("(1-5, na): ")
    screen.type("+OQ 2\r")
    try screen.expect("Kept: open question")
    try screen.expect("(1-5, na): ")
    screen.type("4\r")
    try screen.expect("in a sentence: ")
    screen.type("She waits.\r")
    try screen.expect("In which turns: ")
    screen.type("2\r")
    try screen.expect("Kept.")
    screen.send(SIGKILL)
    #expect(try screen.end() == .signal(SIGKILL))

    let again = try start()
    try again.expect("You go on: 1 of 4 rated.")
    try again.expect("(1-5, na): ")
    again.type("r\r")
    try again.expect("Validation: 4, turn 2: She waits.")
    try again.expect("(1-5, na): ")
    again.type("\u{03}")
    try again.expect("Dropped")
    try again.expect("(1-5, na): ")
    again.type("\u{03}")
    try again.expect("1 of 4 rated and kept")
    #expect(try again.end() == .status(130))
  }
}
