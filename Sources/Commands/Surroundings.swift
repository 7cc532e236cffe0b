import FoundationEssentials
import Terminal

/// Everything a run takes from outside: streams, environment, folder, clock and chance.
///
/// All of it is handed in, so that a whole run can happen inside a test.
package struct Surroundings {
  package var streams: Streams
  package var environment: [String: String]
  /// The folder in which `Scenarios` and `Rubrics` are looked for.
  package var folder: String
  /// The folder of the program itself; nil where it cannot be known.
  package var programFolder: String?
  /// The time in UTC as `2026-03-01T09:30:00Z`.
  package var now: () -> String
  /// A number by chance, for seeds and session ids.
  package var chance: () -> UInt64

  package init(
    streams: Streams, environment: [String: String], folder: String = ".",
    programFolder: String? = nil, now: @escaping () -> String, chance: @escaping () -> UInt64
  ) {
    self.streams = streams
    self.environment = environment
    self.folder = folder
    self.programFolder = programFolder
    self.now = now
    self.chance = chance
  }

  /// Those of this process.
  static var real: Surroundings {
    let environment = ProcessInfo.processInfo.environment
    return Surroundings(
      streams: .standard(program: "attune", environment: environment), environment: environment,
      programFolder: programFolder(), now: { Date.now.formatted(.iso8601) },
      chance: {
        var generator = SystemRandomNumberGenerator()
        return generator.next()
      })
  }

  private static func programFolder() -> String? {
    guard let path = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"),
      let slash = path.lastIndex(of: "/")
    else { return nil }
    return String(path[..<slash])
  }
}

/// Chance as a generator, for what draws more than one number.
struct ChanceGenerator: RandomNumberGenerator {
  let chance: () -> UInt64
  mutating func next() -> UInt64 { chance() }
}
