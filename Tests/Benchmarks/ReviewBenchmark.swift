import Foundation
import Supervision
import Terminal
import TranscriptModel

@testable import Commands
@testable import TranscriptStore

/// `attune-bench store FILE TRAINEES SESSIONS TURNS`: writes a store of generated sessions, for looking
/// at pages and for measuring by hand.
func writeGeneratedStore(_ words: [String]) throws {
  let numbers = words.dropFirst().compactMap { Int($0) }.filter { (1...1_000_000).contains($0) }
  guard let path = words.first, numbers.count == 3 else {
    return print("usage: attune-bench store FILE TRAINEES SESSIONS TURNS")
  }
  let bench = StoreBench(path: path)
  try bench.make(GeneratedStore(trainees: numbers[0], sessions: numbers[1], turns: numbers[2]))
}

/// `attune-bench reviews`: the queue, one transcript and a packet in a store of 100,000 sessions and
/// 2,000,000 turns, most of them rated. It takes gigabytes in the temporary folder, which are then
/// gone.
func benchmarkReviews() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID())")
  defer { try? FileManager.default.removeItem(at: folder) }
  let bench = StoreBench(path: folder.path + "/transcripts.sqlite")
  let ids = try bench.make(
    GeneratedStore(trainees: 1000, sessions: 100, turns: 20, scenarios: 30), whole: 50)
  let store = try TranscriptStore(path: bench.path)
  let filters: [(String, QueueFilter)] = [
    ("everything", QueueFilter()), ("released", QueueFilter(state: .released)),
    ("a cohort", QueueFilter(cohort: "cohort-3")),
    ("a patient", QueueFilter(scenario: "scenario-7")), ("a trainee", QueueFilter(trainee: "t77")),
    ("what a rater may take", QueueFilter(rater: "rater-3")),
    (
      "all of it at once",
      QueueFilter(
        state: .needsSecondRater, cohort: "cohort-3", scenario: "scenario-7", rater: "rater-4")
    ),
  ]
  for (name, filter) in filters {
    bench.report("queue, first page and counts, \(name), of 100 allowed") {
      let page = (try? store.queue(filter, limit: 20).count) ?? 0
      return page + ((try? store.queueCounts(filter).count) ?? 0)
    }
  }
  bench.report("opening the store and one transcript with its reviews, of 20 allowed") {
    guard let store = try? TranscriptStore(path: bench.path),
      let id = try? store.identifier(beginningWith: ids[0]),
      let session = try? store.load(id), let reviewed = try? store.reviewed(id)
    else { return 0 }
    return session.turns.count + reviewed.reviews.count
  }
  bench.report("opening one transcript with what it is rated by, of 20 allowed") {
    guard let session = try? store.load(ids[1]), let rated = try? openForRating(session) else {
      return 0
    }
    return session.turns.count + rated.dimensions.count
  }
  let out = folder.path + "/packet.html"
  bench.process("attune --version", ["--version"])
  bench.process("attune review list", ["review", "list"])
  bench.process("attune review list --as", ["review", "list", "--as", "rater-3"])
  bench.process(
    "attune review rate, up to the first question", ["review", "rate", ids[2], "--as", "una"])
  bench.process(
    "attune review packet of \(ids.count)", ["review", "packet"] + ids + ["--as", "una"], fresh: out
  )
}

/// `attune-bench cohort`: figures of 1,000 trainees with 10 sessions each, and agreement on 1,000
/// sessions that two people rated, each as a process of its own.
func benchmarkCohort() throws {
  let folder = FileManager.default.temporaryDirectory.appending(path: "attune-\(UUID())")
  defer { try? FileManager.default.removeItem(at: folder) }
  let page = folder.path + "/page.html"
  let many = StoreBench(path: folder.path + "/many/transcripts.sqlite")
  try many.make(GeneratedStore(trainees: 1000, sessions: 10, turns: 20))
  many.process("attune --version", ["--version"])
  many.process("attune cohort, 1,000 trainees, of 2,000 allowed", ["cohort"])
  many.process(
    "attune cohort --trainees --html", ["cohort", "--trainees", "--force", "--html", page])
  many.process("attune cohort, one of 40", ["cohort", "cohort-3"])
  many.process("attune agreement, 5,700 rated sessions, a tenth of them twice", ["agreement"])
  let twice = StoreBench(path: folder.path + "/twice/transcripts.sqlite")
  try twice.make(
    GeneratedStore(trainees: 100, sessions: 10, turns: 20, raters: 2, isRatedTwice: true))
  twice.process("attune agreement, 1,000 sessions rated twice, of 1,000 allowed", ["agreement"])
}

/// A store in a file, and how long attune takes with it.
struct StoreBench {
  let path: String

  private func attune(_ words: [String], lines: [String] = []) {
    let recorded = RecordedStreams(lines: lines)
    let surroundings = Surroundings(
      streams: recorded.streams, environment: ["HOME": "/nonexistent"], folder: "/",
      now: { "2026-03-01T09:30:00Z" }, chance: { 7 })
    _ = Program.run(words + ["--store", path], in: surroundings)
  }

  /// Plays a session and generates the store around it, with so many whole copies in a cohort of
  /// their own; their ids.
  @discardableResult
  func make(_ generated: GeneratedStore, whole: Int = 1) throws -> [String] {
    let lines = (1...30).map { "You look alone with that, I think. What was it like, \($0)?" }
    attune(["practice", "new-city-no-map", "--as", "whole"], lines: lines)
    attune(["trainee", "set", "whole", "--cohort", "whole"])
    let store = try TranscriptStore(path: path)
    guard let played = try store.sessions().first, played.state.ending != nil else {
      print("the session did not end")
      return []
    }
    let took = try ContinuousClock().measure { try generated.write(to: store, like: played.id) }
    let session = try store.load(played.id)
    let copies = try (1..<max(1, whole)).map { _ in
      try copy(session, to: generated.turns, in: store)
    }
    let size =
      try URL(filePath: path).resourceValues(forKeys: [.fileSizeKey]).fileSize ?? 0
    let count = generated.trainees * generated.sessions
    print(
      "a store of \(count) sessions and \(count * generated.turns) turns: \(size / 1_000_000) MB, "
        + "made in \(took)")
    return [played.id] + copies
  }

  /// In processor time, because the machine may be busy; what is read lies in memory by then.
  func report(_ name: String, _ body: () -> Int) {
    let tenths =
      (0..<7).map { _ in
        let before = clock()
        if body() == .min { print("") }
        return Int(clock() - before) * 10_000 / Int(CLOCKS_PER_SEC)
      }.min() ?? 0
    print("\(name): \(tenths / 10).\(tenths % 10) ms")
  }

  /// The shortest of some runs of the program beside this one, its start included; `fresh` is a file
  /// that must not be there.
  func process(_ name: String, _ words: [String], fresh: String? = nil) {
    let program = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
      .appending(path: "attune")
    guard FileManager.default.isExecutableFile(atPath: program.path) else {
      return print("\(name): build the product attune first")
    }
    var spent: [Int] = []
    var times: [Duration] = []
    for _ in 0..<5 {
      if let fresh { try? FileManager.default.removeItem(atPath: fresh) }
      let process = Process()
      process.executableURL = program
      process.arguments = words + (fresh.map { ["--out", $0] } ?? []) + ["--store", path]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = FileHandle.nullDevice
      let before = milliseconds
      // 'waitUntilExit' looks only every now and then.
      let isOver = DispatchSemaphore(value: 0)
      process.terminationHandler = { _ in isOver.signal() }
      let took = ContinuousClock().measure {
        if (try? process.run()) != nil { isOver.wait() }
      }
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        return print("\(name): failed with \(process.terminationStatus)")
      }
      spent.append(milliseconds - before)
      times.append(took)
    }
    let shortest = (times.min() ?? .zero).components
    print(
      "\(name): \(shortest.seconds * 1000 + shortest.attoseconds / 1_000_000_000_000_000) ms, "
        + "of the processor \(spent.min() ?? 0) ms")
  }

  /// What the processor spent on programs this one has started and waited for.
  private var milliseconds: Int {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_CHILDREN.rawValue), &usage)
    return (usage.ru_utime.tv_sec + usage.ru_stime.tv_sec) * 1000
      + (usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) / 1000
  }
}
