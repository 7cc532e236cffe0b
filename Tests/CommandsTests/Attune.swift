import Foundation
import Playtesting
import ResponseCoding
import Terminal
import Testing

@testable import Commands

/// The top of the repository.
let repository = URL(filePath: #filePath).deletingLastPathComponent()
  .deletingLastPathComponent().deletingLastPathComponent()

/// What a run of attune said and how it ended.
struct Outcome: Equatable {
  var status: Int32
  var output: String
  var errors: String
}

/// A folder of its own with a store, in which attune is run inside the test.
final class Desk {
  let folder: URL
  var environment: [String: String]
  /// The day on which everything happens.
  var date = "2026-03-01"
  private var tick = 0
  private var drawn: UInt64 = 0

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    environment = ["HOME": folder.path, "ATTUNE_LIBRARY": repository.path]
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  var store: String { folder.path + "/.local/share/attune/transcripts.sqlite" }

  func write(_ text: String, to name: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(
      at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try text.write(to: file, atomically: true, encoding: .utf8)
    return file.path
  }

  func attune(_ words: String..., lines: [String] = []) -> Outcome {
    run(words, RecordedStreams(lines: lines))
  }

  func attune(_ words: String..., bytes: String) -> Outcome {
    run(words, RecordedStreams(bytes: Array(bytes.utf8)))
  }

  func run(_ words: [String], lines: [String]) -> Outcome {
    run(words, RecordedStreams(lines: lines))
  }

  /// As at a terminal.
  func console(_ words: String..., input: [ConsoleInput], width: Int = 80) -> Outcome {
    console(words, input: input, width: width)
  }

  func console(_ words: [String], input: [ConsoleInput], width: Int = 80) -> Outcome {
    run(words, RecordedStreams(input: input, isTerminal: true, width: width))
  }

  private func run(_ words: [String], _ recorded: RecordedStreams) -> Outcome {
    let surroundings = Surroundings(
      streams: recorded.streams, environment: environment, folder: folder.path,
      now: { [self] in
        tick += 1
        return "\(date)T09:\(two(tick / 60 % 60)):\(two(tick % 60))Z"
      },
      chance: { [self] in
        drawn = drawn &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return drawn
      })
    let status = Program.run(words, in: surroundings)
    return Outcome(status: status, output: recorded.output, errors: recorded.errors)
  }

  /// The id of the newest session.
  var newest: String {
    String(attune("transcript", "list", "--json").output.split(separator: "\n").first ?? "")
      .value("id") ?? ""
  }
}

private func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

extension String {
  /// The value of a key in a flat JSON object, as text.
  func value(_ key: String) -> String? {
    let object = try? JSONSerialization.jsonObject(with: Data(utf8)) as? [String: Any]
    return object?[key].map { "\($0)" }
  }

  var rows: [String] { split(separator: "\n").map(String.init) }
}

/// The responses of one trainee, one a line, as they stand in `Cases`.
func responses(_ name: String) throws -> [String] {
  let file = repository.appending(path: "Tests/CommandsTests/Cases/\(name).txt")
  return try String(contentsOf: file, encoding: .utf8).rows
}

/// The shipped codebook without what was learned, so that a line a test writes into it decides.
func codebookByHand() throws -> String {
  let text = try String(
    contentsOf: repository.appending(path: "Rubrics/ipt.codebook"), encoding: .utf8)
  var isLearned = false
  return text.split(separator: "\n", omittingEmptySubsequences: false).filter { line in
    if line.hasPrefix("# ") { isLearned = line.hasPrefix("# Weights") }
    return !isLearned
  }.joined(separator: "\n")
}

/// The library of the repository, opened once.
let shippedLibrary = Result { try openLibrary(bundledLibrary) }

extension PlayedSession {
  /// A session with a shipped scenario, begun with seed 1, without any store or screen.
  init(named name: String, seed: UInt64 = 1) throws {
    let library = try shippedLibrary.get()
    let scenario = try #require(try library.scenario(named: name).checked.scenario)
    self.init(scenario, seed: seed, coder: ResponseCoder(library.codebook))
    _ = begin()
  }
}
