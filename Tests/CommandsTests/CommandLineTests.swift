import Arguments
import Diagnostics
import Foundation
import Playtesting
import ResponseCoding
import ScenarioChecker
import Terminal
import Testing

@testable import Commands

@Suite("The command line")
struct CommandLineTests {
  @Test("has a table without contradictions")
  func table() {
    #expect(problems(in: commandTable).isEmpty)
  }

  @Test("names the nearest command, and says how to go on; 64")
  func nearest() throws {
    let outcome = try Desk().attune("practise", "x")
    #expect(outcome.status == 64)
    #expect(outcome.output.isEmpty)
    #expect(outcome.errors.contains("the nearest is 'practice'"))
  }

  @Test("prints its version on one line")
  func version() throws {
    #expect(
      try Desk().attune("--version")
        == Outcome(status: 0, output: "attune \(Program.version)\n", errors: ""))
  }

  @Test("prints help where nobody can be asked")
  func help() throws {
    let outcome = try Desk().attune()
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("PRACTISING"))
  }

  @Test("works without a library at hand, and says when the one that was named is none")
  func libraries() throws {
    let desk = try Desk()
    desk.environment["ATTUNE_LIBRARY"] = nil
    #expect(desk.attune("scenarios", "--json").output.rows.count == 17)
    #expect(desk.attune("scenarios", "--drills", "--json").output.rows.count == 24)
    let missing = desk.attune("scenarios", "--library", "/nowhere/at/all")
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix("error: there is no folder '/nowhere/at/all'"))
    let empty = desk.attune("scenarios", "--library", desk.folder.path)
    #expect(empty.errors.contains("holds neither Scenarios nor Rubrics"))
  }

  @Test("carries exactly the files of Scenarios and Rubrics")
  func bundled() throws {
    let carried = bundledLibrary.scenarios + bundledLibrary.codebooks + bundledLibrary.rubrics
    let endings = [".scenario", ".codebook", ".rubric"]
    let lying = try ["Scenarios", "Rubrics"].flatMap { folder in
      try readFiles(in: repository.path + "/" + folder, endings: endings)
    }
    func byName(_ files: [SourceFile]) -> [String: [UInt8]] {
      Dictionary(
        uniqueKeysWithValues: files.map {
          ($0.name.replacing(repository.path + "/", with: ""), $0.bytes)
        })
    }
    #expect(byName(carried) == byName(lying))
  }

  @Test("fails clearly when the store cannot be written, and repeats nothing that was said")
  func storeTrouble() throws {
    let desk = try Desk()
    let file = try desk.write("not a database, but long enough to be read as one", to: "store")
    let outcome = desk.attune(
      "practice", "new-city-no-map", "--store", file, lines: ["Something private."])
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("is not a transcript store"))
    #expect(!outcome.errors.contains("private"))
  }

  @Test("ends quietly when nobody reads any more")
  func closedPipe() throws {
    let desk = try Desk()
    let recorded = RecordedStreams(lines: [])
    recorded.failOutput(with: .closed)
    let surroundings = Surroundings(
      streams: recorded.streams, environment: desk.environment, folder: desk.folder.path,
      now: { "2026-03-01T09:00:00Z" }, chance: { 1 })
    #expect(Program.run(["scenarios"], in: surroundings) == 141)
    #expect(recorded.errors.isEmpty)
  }
}

@Suite("Any bytes at all")
struct AnyBytesTests {
  private struct Chance {
    var state: UInt64
    mutating func below(_ count: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(count))
    }
    mutating func bytes() -> [UInt8] {
      let kind = below(3)
      let letters = Array("aeiou thwy?.!'’,\n you I feel how what \u{1F600}é—…".utf8)
      return (0..<below(160)).map { _ in
        kind == 0 ? UInt8(below(256)) : letters[below(letters.count)]
      }
    }
  }

  @Test("10,000 random byte strings as responses end no session wrongly")
  func responses() throws {
    var chance = Chance(state: 4711)
    // Sessions are values: a fresh one is a copy of its beginning.
    let beginnings = try ["new-city-no-map", "who-gets-up-at-night"].map {
      try PlayedSession(named: $0)
    }
    var played = beginnings[0]
    for round in 0..<10_000 {
      if played.ending != nil || played.exchanges.count > 12 { played = beginnings[round % 2] }
      let text = String(decoding: chance.bytes(), as: UTF8.self)
      let response = played.hear(text)
      let length = text.count
      for code in response.codes {
        #expect(
          0 <= code.range.start && code.range.start < code.range.end && code.range.end <= length)
        #expect((0...1).contains(code.confidence))
      }
      #expect(!played.respond(to: response).isEmpty)
    }
  }

  @Test("10,000 random byte strings and mutations of a scenario are checked and kept to the byte")
  func scenarios() throws {
    var chance = Chance(state: 815)
    let library = try shippedLibrary.get()
    let whole = Array(tinyScenario.utf8)
    for round in 0..<10_000 {
      var bytes = round % 2 == 0 ? chance.bytes() : whole
      if round % 2 == 1 {
        for _ in 0...chance.below(6) {
          let place = chance.below(bytes.count)
          switch chance.below(3) {
          case 0: bytes[place] = UInt8(chance.below(256))
          case 1: bytes.remove(at: place)
          default: bytes.insert(contentsOf: whole.prefix(chance.below(60)), at: place)
          }
        }
      }
      let checked = checkScenario(
        SourceFile(name: "random", bytes: bytes), library: library.checking)
      #expect(checked.tree.bytes == bytes)
      #expect((checked.scenario == nil) == checked.diagnostics.hasErrors)
    }
  }
}
