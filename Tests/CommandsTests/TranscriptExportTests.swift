import Foundation
import Testing

@testable import Commands
@testable import TranscriptStore

/// What a trainee types in tests of records; the words with a z stand nowhere else.
let typedForRecords = [
  "You set two cups, Zebulon would have said, and you miss her.",
  "=SUM(zymurgy) <script>alert('zax')</script>",
  "\"You\", she said, \"blame yourself\", so zealously.",
  "You should take the bell down.", "What is that like for you, right now?",
  "You feel alone with it. What is that like for you?", "What do you hope for?",
]

extension Desk {
  /// A desk with the small library, and a session of `trainee` that one person rated; its id.
  func recordSession(as trainee: String = "anna", mode: String = "coach") throws -> String {
    let library = folder.appending(path: "library")
    if !FileManager.default.fileExists(atPath: library.path) {
      try makeRatedLibrary(at: library)
      environment["ATTUNE_LIBRARY"] = library.path
    }
    let outcome = run(
      ["practice", "the-second-cup", "--as", trainee, "--mode", mode], lines: typedForRecords)
    #expect(outcome.output.contains("The end:"))
    let id = newest
    try pass("ruth", "sam")
    let given = Array(repeating: ["4", "It shows.", "1 2"], count: 3).flatMap(\.self)
    let rated = run(
      ["review", "rate", id, "--as", "ruth"], lines: given + ["pass", "It shows.", "1", "s", "y"])
    #expect(rated.status == 0)
    return id
  }

  func path(_ name: String) -> String { folder.path + "/" + name }

  func text(_ name: String) throws -> String {
    try String(contentsOfFile: path(name), encoding: .utf8)
  }
}

/// Whether a program is there and ends well.
private func runs(_ words: [String], in folder: URL? = nil) -> (isWell: Bool, output: String) {
  let process = Process()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = words
  if let folder { process.currentDirectoryURL = folder }
  let pipe = Pipe()
  (process.standardOutput, process.standardError) = (pipe, pipe)
  guard (try? process.run()) != nil else { return (false, "") }
  let output = pipe.fileHandleForReading.readDataToEndOfFile()
  process.waitUntilExit()
  return (process.terminationStatus == 0, String(decoding: output, as: UTF8.self))
}

/// The first Python here that has pandas.
private let python = ["python3", "/usr/bin/python3"].first {
  runs([$0, "-c", "import pandas"]).isWell
}

@Suite("attune transcript export")
struct TranscriptExportTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("tables with their dictionary and import scripts lie in a folder only the owner can read")
  func tables() throws {
    let id = try desk.recordSession()
    let outcome = desk.attune("transcript", "export", "--out", desk.path("out"), "--as", "una")
    #expect(outcome.status == 0)
    let files = FileManager.default
    #expect(
      try files.contentsOfDirectory(atPath: desk.path("out")).sorted() == [
        "README.txt", "agreement.csv", "codebook.csv", "codes.csv", "dictionary.csv", "gates.csv",
        "import.R", "import.sps", "indices.csv", "ratings.csv", "sessions.csv", "turns.csv",
      ])
    for (name, mode) in [("out", 0o700), ("out/turns.csv", 0o600), ("out/README.txt", 0o600)] {
      #expect(
        try files.attributesOfItem(atPath: desk.path(name))[.posixPermissions] as? Int == mode)
    }
    let turns = try desk.text("out/turns.csv")
    #expect(turns.contains(",'=SUM(zymurgy) <script>alert('zax')</script>,"))
    #expect(turns.contains(",\"\"\"You\"\", she said, \"\"blame yourself\"\", so zealously.\","))
    #expect(try desk.text("out/sessions.csv").contains("\r\n\(id),anna,NA,the-second-cup,"))
    #expect(try desk.text("out/ratings.csv").contains(",ruth,rater,blind,"))
    #expect(try desk.text("out/gates.csv").contains(",ruth,rater,blind,safety,pass,1,"))
    #expect(
      desk.attune("review", "audit", id).output.rows.last?.hasSuffix("una, exported: csv") == true)
  }

  @Test("nothing is overwritten without being asked, and never a folder with other files")
  func folders() throws {
    _ = try desk.recordSession()
    func export(_ more: String...) -> Outcome {
      desk.run(["transcript", "export", "--out", desk.path("out")] + more, lines: [])
    }
    #expect(export().status == 0)
    let again = export()
    #expect(again.status == 2)
    #expect(again.errors.contains("holds an export"))
    #expect(export("--force", "--excel").status == 0)
    let turns = try Data(contentsOf: URL(filePath: desk.path("out/turns.csv")))
    #expect(turns.starts(with: [0xEF, 0xBB, 0xBF]))
    _ = try desk.write("mine", to: "out/thesis.txt")
    #expect(export("--force").errors.contains("holds other files"))
    #expect(try desk.text("out/thesis.txt") == "mine")
    let missing = desk.attune("transcript", "export")
    #expect(missing.status == 64)
    #expect(
      desk.attune("transcript", "export", "--out", desk.path("new"), "--trainee", "nobody").status
        == 2)
    #expect(!FileManager.default.fileExists(atPath: desk.path("new")))
    let closed = desk.attune("transcript", "export", "--out", "/proc/nowhere/x")
    #expect(closed.status == 2)
    #expect(closed.errors.contains("'/proc/nowhere/x' cannot be written"))
  }

  @Test("what stands beside an export under another name is left alone")
  func neighbours() throws {
    _ = try desk.recordSession()
    func export(_ name: String, _ more: String...) -> Int32 {
      desk.run(["transcript", "export", "--out", desk.path(name)] + more, lines: []).status
    }
    #expect(export("out/spring.old") == 0)
    #expect(export("out/spring.partial") == 0)
    #expect(export("out/spring") == 0)
    #expect(export("out/spring", "--force") == 0)
    let files = FileManager.default
    #expect(
      try files.contentsOfDirectory(atPath: desk.path("out")).sorted() == [
        "spring", "spring.old", "spring.partial",
      ])
    for name in ["spring", "spring.old", "spring.partial"] {
      #expect(try files.contentsOfDirectory(atPath: desk.path("out/\(name)")).count == 12)
    }
    _ = try desk.write("mine", to: "talk.md.partial")
    #expect(
      desk.attune("transcript", "show", desk.newest, "--out", desk.path("talk.md")).status == 0)
    #expect(try desk.text("talk.md.partial") == "mine")
    #expect(
      try files.contentsOfDirectory(atPath: desk.folder.path).filter { $0.hasPrefix("talk") }
        .sorted() == ["talk.md", "talk.md.partial"])
  }

  @Test("filters leave what was asked for")
  func filters() throws {
    let first = try desk.recordSession(as: "anna")
    desk.date = "2026-04-01"
    let second = try desk.recordSession(as: "bo")
    _ = desk.attune("trainee", "set", "bo", "--cohort", "spring")
    func ids(_ more: String...) throws -> [String] {
      _ = desk.run(
        ["transcript", "export", "--force", "--out", desk.path("out")] + more, lines: [])
      return try desk.text("out/sessions.csv").split(separator: "\r\n").dropFirst()
        .map { String($0.prefix(8)) }
    }
    #expect(try ids() == [first, second])
    #expect(try ids("--trainee", "anna") == [first])
    #expect(try ids("--cohort", "spring") == [second])
    #expect(try ids("--since", "2026-04-01") == [second])
    #expect(try ids("--before", "2026-04-01") == [first])
    #expect(try ids(second, first, second) == [second, first])
  }

  @Test("a rater who codes whole turns is compared with the program turn by turn")
  func agreement() throws {
    let id = try desk.recordSession()
    let marks = (1...6).map { "+OQ \($0)" }
    _ = desk.run(
      ["review", "rate", id, "--as", "sam"],
      lines: marks + Array(repeating: ["4", "It shows.", "1 2"], count: 3).flatMap(\.self)
        + ["pass", "It shows.", "1", "s", "y"])
    _ = desk.attune("transcript", "export", "--out", desk.path("out"))
    let outcome = desk.attune("agreement", desk.path("out/codes.csv"), "--json")
    #expect(outcome.status == 0)
    let json = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    #expect(!json.isEmpty)
    #expect(desk.attune("agreement", desk.path("out/ratings.csv")).errors.contains("R60") == false)
  }

  @Test("JSON Lines have a session a line, with everything people made of it")
  func lines() throws {
    let id = try desk.recordSession()
    #expect(
      desk.attune("transcript", "export", id, "--format", "jsonl", "--out", desk.path("out"))
        .status == 0)
    let lines = try desk.text("out/sessions.jsonl").rows
    #expect(lines.count == 1)
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(lines[0].utf8)) as? [String: Any])
    #expect(object["version"] as? Int == 1)
    #expect((object["session"] as? [String: Any])?["id"] as? String == id)
    #expect((object["session"] as? [String: Any])?["takenBack"] is [Any])
    let reviews = try #require(object["reviews"] as? [[String: Any]])
    #expect(reviews.map { $0["rater"] as? String } == ["ruth"])
  }

  @Test("statements hold no name and no words, and are the same when exported again")
  func statements() throws {
    _ = try desk.recordSession(mode: "exam")
    func export(_ more: String...) throws -> String {
      let outcome = desk.run(
        ["transcript", "export", "--force", "--format", "xapi", "--out", desk.path("out")] + more,
        lines: [])
      #expect(outcome.status == 0)
      return try desk.text("out/statements.json")
    }
    let first = try export()
    #expect(try export() == first)
    let list = try #require(
      try JSONSerialization.jsonObject(with: Data(first.utf8)) as? [[String: Any]])
    #expect(list.count > 10)
    #expect(Set(list.compactMap { $0["id"] as? String }).count == list.count)
    for word in ["anna", "ruth", "zymurgy", "Zebulon"] { #expect(!first.contains(word)) }
    #expect(try export("--include-text").contains("zymurgy"))
    let wrong = desk.attune(
      "transcript", "export", "--format", "xapi", "--base-iri", "my school", "--out",
      desk.path("other"))
    #expect(wrong.status == 64)
    #expect(wrong.errors.contains("'my school' cannot begin the addresses of statements"))
  }

  @Test(
    "pandas reads the tables with their types",
    .enabled(if: python != nil, "python3-pandas is not there"))
  func pandas() throws {
    let id = try desk.recordSession()
    let turns = try TranscriptStore(path: desk.store).load(id).turns.count
    _ = desk.attune("transcript", "export", "--out", desk.path("out"))
    let script = """
      import pandas
      def read(name):
          return pandas.read_csv(name + ".csv", na_values=["NA"], keep_default_na=False)
      for row in read("dictionary").itertuples():
          table = read(row.table)
          kind = table[row.column].dtype.kind
          empty = table[row.column].isna().all()
          wanted = {"whole": "if", "number": "if", "text": "O", "time": "O", "choice": "O"}
          assert empty or row.column == "seed" or row.column == "evidence_turns" \\
              or row.column.endswith("_version") or kind in wanted[row.type], (row, kind)
      turns = read("turns")
      assert len(turns) == \(turns), len(turns)
      assert turns.trainee_text[1] == "'=SUM(zymurgy) <script>alert('zax')</script>"
      assert turns.trainee_text[2] == '"You", she said, "blame yourself", so zealously.'
      assert set(turns.session_id) == {"\(id)"}
      pandas.to_datetime(read("sessions").started, format="%Y-%m-%dT%H:%M:%SZ")
      """
    let (isWell, output) = runs(
      [python ?? "", "-c", script], in: desk.folder.appending(path: "out"))
    #expect(isWell, "\(output)")
  }

  @Test(
    "R reads the tables with their types by the script beside them",
    .enabled(if: runs(["Rscript", "--version"]).isWell, "R is not there"))
  func statisticsInR() throws {
    let id = try desk.recordSession()
    let turns = try TranscriptStore(path: desk.store).load(id).turns.count
    _ = desk.attune("transcript", "export", "--excel", "--out", desk.path("out"))
    let script = """
      source("import.R")
      stopifnot(nrow(turns) == \(turns), is.integer(turns$turn),
        is.numeric(codes$conf), is.factor(sessions$mode), inherits(sessions$started, "POSIXct"),
        !is.na(sessions$started), is.character(sessions$seed), sessions$session_id == "\(id)",
        is.integer(ratings$score), !anyNA(ratings$round), is.na(sessions$cohort),
        startsWith(turns$trainee_text[2], "'=SUM"), nrow(codebook) > 40)
      """
    let (isWell, output) = runs(["Rscript", "-e", script], in: desk.folder.appending(path: "out"))
    #expect(isWell, "\(output)")
  }
}
