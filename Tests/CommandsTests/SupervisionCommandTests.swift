import Foundation
import Terminal
import Testing

@testable import Commands
@testable import TranscriptStore

@Suite("The supervision log at the console")
struct SupervisionCommandTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func add(_ words: String..., input: [ConsoleInput]? = nil) -> Outcome {
    let all = ["supervision", "add", "--as", "una"] + words
    return input.map { desk.console(all, input: $0) } ?? desk.run(all, lines: [])
  }

  @Test("a name with a comma is one name, and sessions may stand apart by commas")
  func commas() throws {
    let outcome = add("--trainee", "Berg, Anna", "--trainee", "bo", "--minutes", "50")
    #expect(outcome.status == 0)
    #expect(
      try TranscriptStore(path: desk.store).supervisions().map(\.trainees)
        == [["Berg, Anna", "bo"]])
  }

  @Test("asks at a terminal for what is missing, and says elsewhere what it needs")
  func asks() throws {
    let outcome = add(
      input: [
        .line("anna, bo"), .line("an hour"), .line("60"), .line("Silence."), .line(""),
      ])
    #expect(outcome.status == 0)
    #expect(outcome.output.contains("Entry 1 of una: 2026-03-01, 1 h, anna, bo.\n"))
    #expect(add("--minutes", "50").status == 64)
    #expect(add("--trainee", "anna").status == 64)
    #expect(add("--trainee", "una", "--minutes", "50").errors.hasPrefix("error: nobody supervises"))
    for (day, message) in [
      ("2026-02-29", "'2026-02-29' is no day"), ("yesterday", "'yesterday' is no day"),
      ("2026-03-02", "'2026-03-02' has not come yet"),
    ] {
      let wrong = add("--trainee", "anna", "--minutes", "50", "--on", day)
      #expect(wrong.status == 2 && wrong.errors.hasPrefix("error: \(message)"), "\(wrong.errors)")
    }
    #expect(desk.attune("supervision", "list", "--json").output.rows.count == 1)
  }

  @Test("sums hours, puts corrections in place, and filters")
  func list() throws {
    _ = add("--trainee", "anna", "--trainee", "bo", "--minutes", "90", "--on", "2026-01-05")
    _ = add("--trainee", "anna", "--minutes", "500", "--goals", "Silence.", "--on", "2026-02-05")
    _ = add("--corrects", "2", "--minutes", "50")
    let shown = desk.attune("supervision", "list", "--as", "una")
    #expect(shown.status == 0)
    #expect(shown.output.contains("una with anna: 2 h 20 min in 2 meetings\n"))
    #expect(shown.output.contains("una with bo: 1 h 30 min in 1 meeting\n"))
    #expect(
      shown.output.contains(
        "2026-02-05 una 2: 8 h 20 min, anna, does not count: entry 3 stands in its"))
    let lines = desk.attune(
      "supervision", "list", "--trainee", "anna", "--since", "2026-02-01", "--json"
    ).output.rows
    #expect(lines.compactMap { $0.value("minutes") } == ["500", "50"])
    #expect(lines[1].value("goals") == "Silence.")
    #expect(
      desk.attune("supervision", "list", "--as", "sam").errors == "no meeting is in the log\n")
  }

  @Test("is exported in four ways, in which nothing that was written can run")
  func export() throws {
    let hostile = "=HYPERLINK(\"x\") <script>alert(1)</script> \u{202E}x"
    _ = add("--trainee", "@anna", "--minutes", "50", "--goals", hostile)
    for name in ["log.csv", "log.html", "log.md", "log.txt"] {
      let outcome = desk.attune("supervision", "export", "--out", desk.path(name))
      #expect(outcome.status == 0, "\(outcome.errors)")
      #expect(outcome.output.hasPrefix("1 meeting exported to "))
    }
    let csv = try desk.text("log.csv")
    #expect(csv.contains(",'@anna,NA,\"'=HYPERLINK(\"\"x\"\") <script>"))
    #expect(csv.hasPrefix("supervisor,number,date,minutes,trainees,"))
    let html = try desk.text("log.html")
    #expect(!html.contains("<script") && !html.contains("\u{202E}"))
    #expect(html.contains("Every entry is as it was signed"))
    #expect(try desk.text("log.md").contains("\\<script\\>"))
    #expect(try !desk.text("log.txt").contains("\u{202E}"))
    #expect(desk.attune("supervision", "export", "--out", desk.path("log.md")).status == 2)
    #expect(desk.attune("supervision", "export").status == 64)
  }

  @Test("says at every listing that an entry is not as it was signed")
  func broken() throws {
    _ = add("--trainee", "anna", "--minutes", "50")
    let store = try TranscriptStore(path: desk.store)
    try store.database.executeAll(
      "DROP TRIGGER supervisions_stay; UPDATE supervisions SET minutes = 500")
    let outcome = desk.attune("supervision", "list", "--as", "una")
    #expect(outcome.status == 1)
    #expect(outcome.output.contains("8 h 20 min, anna, not as it was signed"))
    #expect(outcome.errors.contains("Not as it was signed, or not following upon the one before"))
    #expect(desk.attune("supervision", "export", "--out", desk.path("log.html")).status == 1)
  }
}

@Suite("A transcript to read")
struct TranscriptSheetTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("has numbered turns with codes in words, and the final ratings once they are final")
  func sheet() throws {
    let id = try desk.recordSession()
    let plain = desk.attune("transcript", "show", id)
    #expect(desk.attune("transcript", "show", id, "--format", "text") == plain)
    #expect(desk.attune("transcript", "show", id, "--out", desk.path("t.txt")).status == 0)
    #expect(try desk.text("t.txt") == plain.output)
    let store = try TranscriptStore(path: desk.store)
    let isFinal = try store.reviewed(id).final != nil
    for name in ["t.html", "t.md"] {
      #expect(desk.attune("transcript", "show", id, "--out", desk.path(name)).status == 0)
      let text = try desk.text(name)
      #expect(text.contains("complex reflection, perhaps reflection of feeling"))
      #expect(text.contains("Ratings (practice estimates)"))
      #expect(text.contains("Final ratings") == isFinal)
      #expect(!text.replacing("\\<", with: "").contains("<script"))
    }
    let lines = Array(repeating: ["4", "It shows.", "1 2"], count: 3).flatMap(\.self)
    _ = desk.run(
      ["review", "rate", id, "--as", "sam"], lines: lines + ["pass", "It shows.", "1", "s", "y"])
    #expect(try store.reviewed(id).final != nil)
    let html = desk.attune("transcript", "show", id, "--format", "html").output
    #expect(html.contains("Final ratings") && html.contains("4 of 5, "))
    #expect(html.contains("<p class=\"codes\">["))
    #expect(html.contains("&lt;script&gt;") && html.contains("default-src 'none'"))
    #expect(!html.contains("For the supervisor"))
  }
}
