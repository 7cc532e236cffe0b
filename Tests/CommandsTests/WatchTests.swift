import Foundation
import PseudoTerminalKit
import Testing

@testable import Commands

@Suite("Watching a file")
struct WatchTests {
  private let small = """
    # Patient: Ruth
    Somebody.

    # Beat: arrival
    Ruth: Hello.
    when reflection
      go to heard
    otherwise
      go to end

    # Ending: heard
    outcome: good. Done.

    # Ending: end
    outcome: poor. Not done.
    """

  @Test("checks at once, after a save, and after a save that puts a new file in place")
  func saves() throws {
    let desk = try Desk()
    let file = desk.folder.appending(path: "ruth.scenario")
    try small.write(to: file, atomically: false, encoding: .utf8)
    let terminal = try PseudoTerminal(
      builtProgram("attune"), ["watch", file.path], environment: desk.environment)
    try terminal.expect("1 file checked: nothing is wrong")
    try terminal.expect("play, test or quit: ")
    try small.replacingOccurrences(of: "go to end", with: "go to nowhere")
      .write(to: file, atomically: false, encoding: .utf8)
    try terminal.expect("there is no beat or ending called 'nowhere'")
    try terminal.expect("play, test or quit: ")
    try small.write(to: file, atomically: true, encoding: .utf8)
    try terminal.expect("1 file checked: nothing is wrong")
    try terminal.expect("play, test or quit: ")
    terminal.type("tets\r")
    try terminal.expect("'test' is close")
    terminal.type("quit\r")
    #expect(try terminal.end() == .status(0))
  }

  @Test("what is typed between two saves is read as it is meant")
  func requests() {
    #expect(WatchRequest("") == .nothing)
    #expect(WatchRequest(" Test ") == .test)
    #expect(WatchRequest("q") == .leave)
    #expect(WatchRequest("play") == .play(beat: nil, states: []))
    #expect(WatchRequest("play the nights") == .play(beat: "the nights", states: []))
    #expect(
      WatchRequest("play the nights with trust=50, openness 20")
        == .play(beat: "the nights", states: ["trust=50", "openness=20"]))
    #expect(WatchRequest("play with trust = 5") == .play(beat: nil, states: ["trust=5"]))
    #expect(WatchRequest("paly") == .unknown("paly", nearest: "play"))
  }

  @Test("a file that is not there is said so")
  func missing() throws {
    let result = try Desk().attune("watch", "nowhere.scenario")
    #expect(result.status == 2)
    #expect(result.errors.contains("there is no file 'nowhere.scenario'"))
  }
}
