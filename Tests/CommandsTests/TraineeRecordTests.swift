import Foundation
import Testing

@testable import Commands
@testable import TranscriptStore

@Suite("The record of a trainee")
struct TraineeRecordTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  private func isInStore(_ word: String) throws -> Bool {
    let folder = URL(filePath: desk.store).deletingLastPathComponent()
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("transcripts.sqlite") }
      .contains { name in
        try Data(contentsOf: folder.appending(path: name)).range(of: Data(word.utf8)) != nil
      }
  }

  @Test("everything is in one folder: what she typed, what was said about it, who saw it")
  func export() throws {
    let id = try desk.recordSession()
    _ = desk.attune("trainee", "set", "anna", "--cohort", "spring", "--supervisor", "una")
    _ = desk.attune("review", "comment", id, "--as", "ruth", "--turn", "2", "Where is <b>she</b>?")
    _ = desk.attune("transcript", "show", id, "--as", "una")
    let outcome = desk.attune("trainee", "export", "anna", "--out", desk.path("anna"))
    #expect(outcome.status == 0)
    let (json, page) = (try desk.text("anna/record.json"), try desk.text("anna/record.html"))
    for word in ["Zebulon", "zymurgy", "zealously", "It shows.", "ruth", "una", "spring", id] {
      #expect(json.contains(word), "\(word)")
      #expect(page.contains(word), "\(word)")
    }
    #expect(page.contains("&lt;script&gt;") && !page.contains("<script>"))
    #expect(page.contains("Where is &lt;b&gt;she&lt;/b&gt;?"))
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])
    let tables = try #require(object["tables"] as? [String: Any])
    #expect(tables["turns"] != nil && tables["given_ratings"] != nil && tables["audit"] != nil)
    #expect(FileManager.default.fileExists(atPath: desk.path("anna/turns.csv")))
    #expect(desk.attune("trainee", "export", "nobody", "--out", desk.path("x")).status == 2)
  }

  @Test("erasing tells what was exported, leaves no word, and can be asked about afterwards")
  func erase() throws {
    let id = try desk.recordSession()
    let other = try desk.recordSession(as: "bo")
    _ = desk.attune("transcript", "export", "--out", desk.path("anna-tables"), "--as", "una")
    _ = desk.attune(
      "transcript", "export", "--format", "xapi", "--out", desk.path("lrs"), "--trainee", "anna")
    #expect(try isInStore("anna-tables"))
    let outcome = desk.console("trainee", "erase", "anna", input: [.line("anna")])
    #expect(outcome.status == 0)
    let shown = outcome.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(shown.contains("1 session with responses"))
    #expect(shown.contains("by una as csv to \(desk.path("anna-tables")): 1 session."))
    #expect(shown.contains("Statements that an LRS has taken can only be voided"))
    #expect(shown.hasSuffix("A tombstone stays: a hash of the name, the time and the reason."))
    #expect(desk.attune("transcript", "show", id).status == 2)
    for word in ["anna", "by anna"] { #expect(try !isInStore(word), "\(word)") }
    #expect(desk.attune("transcript", "show", other).status == 0)
    let again = desk.attune("trainee", "erase", "anna")
    #expect(again.status == 0)
    #expect(again.output.hasPrefix("Erased at 2026-03-01T09:"))
    #expect(desk.attune("trainee", "erase", "nobody").status == 2)
    _ = desk.attune("trainee", "erase", "bo", "--yes", "--reason", "withdrawal")
    for word in ["Zebulon", "zymurgy", "zax", "zealously", "It shows."] {
      #expect(try !isInStore(word), "\(word)")
    }
  }

  @Test("every file that left is listed before erasing: packet, transcript, letter, log, record")
  func written() throws {
    let id = try desk.ratedSession()
    let second = try desk.recordSession(as: "anna", mode: "exam")
    func run(_ words: String...) { #expect(desk.run(words, lines: []).status == 0, "\(words)") }
    run("review", "packet", second, "--as", "quentin", "--out", desk.path("packet.html"))
    run("transcript", "show", id, "--as", "una", "--out", desk.path("talk.md"))
    run("transcript", "show", id, "--json", "--out", desk.path("talk.json"))
    let letter = try desk.write("# Well\n\nBecause.\n", to: "own.md")
    run("review", "letter", id, "--as", "ruth", "--from", letter, "--release", "--yes")
    run("review", "letter", id, "--as", "ruth", "--out", desk.path("letter.html"))
    run("letter", id, "--as", "anna", "--html", desk.path("mine.html"))
    run(
      "supervision", "add", "--as", "una", "--trainee", "anna", "--minutes", "50", "--session", id,
      "--goals", "x", "--agreed", "y")
    run(
      "supervision", "add", "--as", "una", "--trainee", "anna", "--trainee", "bo", "--minutes",
      "50", "--session", id, "--goals", "x", "--agreed", "y")
    run("supervision", "export", "--as", "una", "--out", desk.path("hours.csv"))
    run("trainee", "set", "bo", "--cohort", "spring")
    run("trainee", "export", "bo", "--out", desk.path("bo"), "--as", "bo")
    #expect(
      desk.attune("transcript", "show", id, "--as", "una", "--out", desk.path("talk.md")).status
        == 2)
    let asked = desk.console("trainee", "erase", "anna", input: [.line("q")])
    let shown = asked.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    for line in [
      "by quentin as packet to \(desk.path("packet.html")): 1 session.",
      "by una as transcript to \(desk.path("talk.md")): 1 session.",
      "by somebody as transcript to \(desk.path("talk.json")): 1 session.",
      "by ruth as letter to \(desk.path("letter.html")): 1 session.",
      "by anna as letter to \(desk.path("mine.html")): 1 session.",
      "by una as log to \(desk.path("hours.csv")): 1 session.",
    ] { #expect(shown.contains(line), "\(line)") }
    #expect(shown.components(separatedBy: "as transcript").count == 3)
    let audit = desk.attune("review", "audit", id).output
    for detail in ["exported: markdown", "exported: letter 1", "exported: log"] {
      #expect(audit.contains(detail), "\(detail)")
    }
    let other = desk.console("trainee", "erase", "bo", input: [.line("q")]).output
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(other.contains("by bo as record to \(desk.path("bo")). Delete it there by hand."))
    #expect(other.contains("by una as log to \(desk.path("hours.csv"))."))
    _ = desk.attune("trainee", "erase", "bo", "--yes")
    #expect(try !isInStore(desk.path("bo")))
    #expect(try !isInStore("hours.csv"))
  }

  @Test("who rated others is told how many ratings stay under her name, before she is erased")
  func ratingsOfOthers() throws {
    _ = try desk.recordSession(as: "bo")
    _ = desk.run(["practice", "the-second-cup", "--as", "ruth"], lines: typedForRecords)
    let asked = desk.console("trainee", "erase", "ruth", input: [.line("q")])
    let shown = asked.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(shown.contains("1 rating given to others under this name will stay"))
    #expect(shown.contains("Nothing was erased."))
  }

  @Test("words taken out are listed where others wrote them, and go everywhere when asked")
  func redactEverywhere() throws {
    let id = try desk.recordSession()
    _ = desk.attune("review", "comment", id, "--as", "una", "--turn", "1", "Zebulon's cup?")
    let redact = ["trainee", "redact", id, "1", "18-25", "--as", "una"]
    let refused = desk.run(redact, lines: [])
    #expect(refused.status == 2 && refused.errors.contains("say --everywhere, or --here"))
    #expect(refused.output.contains("comment of una on turn 1"))
    let left = desk.console(redact, input: [.line("q")])
    #expect(left.status == 2 && left.output.hasSuffix("Nothing was taken out.\n"))
    #expect(desk.attune("transcript", "show", id).output.contains("Zebulon"))
    #expect(desk.run(redact + ["--here"], lines: []).status == 0)
    #expect(!desk.attune("transcript", "show", id).output.contains("Zebulon"))
    #expect(try isInStore("Zebulon"))
    _ = desk.attune("review", "comment", id, "--as", "una", "--turn", "3", "So Zealously.")
    let all = desk.attune(
      "trainee", "redact", id, "3", "38-47", "--everywhere", "--as", "una")
    #expect(all.output.contains("Taken out as well, in:"))
    #expect(all.output.contains("comment of una on turn 3"))
    _ = desk.attune("review", "comment", id, "--as", "una", "--turn", "2", "Zymurgy, again.")
    #expect(
      desk.console("trainee", "redact", id, "2", "5-12", "--as", "una", input: [.line("y")]).status
        == 0)
    #expect(try !isInStore("Zymurgy"))
    for word in ["zealously", "Zealously"] { #expect(try !isInStore(word)) }
    #expect(desk.attune("transcript", "show", id).status == 0)
  }

  @Test("nothing is erased unless the name is typed again, or --yes says so")
  func confirmation() throws {
    let id = try desk.recordSession()
    let silent = desk.attune("trainee", "erase", "anna")
    #expect(silent.status == 2)
    #expect(silent.errors.contains("erasing is not confirmed"))
    let left = desk.console("trainee", "erase", "anna", input: [.line("bo"), .line("q")])
    #expect(left.status == 2)
    #expect(left.output.contains("That is another name.") && left.output.contains("Nothing was"))
    #expect(desk.attune("transcript", "show", id).status == 0)
  }

  @Test("the file that voids names every statement that was exported, and no other")
  func voiding() throws {
    _ = try desk.recordSession()
    _ = desk.attune("transcript", "export", "--format", "xapi", "--out", desk.path("lrs"))
    let id = desk.newest
    _ = desk.attune("review", "comment", id, "--as", "ruth", "Written after the export.")
    let file = desk.path("void.json")
    #expect(desk.attune("trainee", "erase", "anna", "--yes", "--void", file).status == 64)
    let asked = desk.console("trainee", "erase", "anna", "--void", file, input: [])
    #expect(asked.status == 64 && asked.errors.contains("it is not said who you are"))
    _ = try desk.write("mine", to: "void.json")
    let taken = desk.console("trainee", "erase", "anna", "--void", file, "--as", "una", input: [])
    #expect(taken.status == 2 && taken.errors.contains("is there already"))
    try FileManager.default.removeItem(atPath: file)
    let outcome = desk.attune("trainee", "erase", "anna", "--yes", "--void", file, "--as", "una")
    #expect(outcome.status == 0)
    func list(_ name: String) throws -> [[String: Any]] {
      try #require(
        try JSONSerialization.jsonObject(with: Data(desk.text(name).utf8)) as? [[String: Any]])
    }
    let voided = try list("void.json").compactMap { ($0["object"] as? [String: Any])?["id"] }
    #expect(
      Set(voided.compactMap { $0 as? String })
        == Set(try list("lrs/statements.json").compactMap { $0["id"] as? String }))
    #expect(try !desk.text("void.json").contains("una"))
  }

  @Test("a span is taken out of what was typed, and replay and show go on working")
  func redact() throws {
    let id = try desk.recordSession()
    #expect(try isInStore("zymurgy"))
    let outcome = desk.attune("trainee", "redact", id, "2", "5-12", "--as", "una")
    #expect(outcome.status == 0)
    #expect(outcome.output == "Taken out: 7 characters of turn 2 of session \(id).\n")
    #expect(try !isInStore("zymurgy"))
    #expect(desk.attune("transcript", "show", id).output.contains("=SUM(▮▮▮▮▮▮▮) <script>"))
    #expect(
      desk.attune("review", "audit", id).output.rows.last?.hasSuffix(
        "una, redacted: turn 2, attempt 1") == true)
    #expect(desk.attune("trainee", "redact", id, "2", "5-900", "--as", "una").status == 2)
    #expect(desk.attune("trainee", "redact", id, "9", "0-1", "--as", "una").status == 2)
    for wrong in ["5", "a-b", "9-5", "-5"] {
      #expect(desk.attune("trainee", "redact", id, "2", wrong, "--as", "una").status == 64)
    }
  }

  @Test("practice goes after a year, rated sessions stay, and the institution says otherwise")
  func retention() throws {
    let rated = try desk.recordSession()
    _ = desk.run(["practice", "the-second-cup", "--as", "bo"], lines: typedForRecords)
    let practised = desk.newest
    #expect(desk.attune("retention").output.hasSuffix("Nothing is older than that.\n"))
    desk.date = "2027-03-02"
    let list = desk.attune("retention").output
    #expect(list.contains("practice: kept 1 year\n"))
    #expect(list.contains("\(practised) 2026-03-01T"))
    #expect(
      list.hasSuffix("Would go: 1 practice session. 'attune retention --run' removes them.\n"))
    #expect(desk.attune("retention", "--run").output.hasSuffix("Removed: 1 practice session.\n"))
    #expect(desk.newest == rated)
    desk.environment["ATTUNE_SETTINGS"] = try desk.write(
      "keep rated: 11 months\nkeep audit: 1 month\n", to: "our.settings")
    let json = desk.attune("retention", "--json").output
    #expect(json.contains("\"rated\":[\"\(rated)\"]"))
    #expect(desk.attune("retention", "--run").status == 0)
    #expect(desk.attune("transcript", "list", "--json").output.isEmpty)
    for word in ["Zebulon", "It shows."] { #expect(try !isInStore(word)) }
    #expect(desk.attune("review", "audit", rated).status == 2)
  }

  @Test(
    "a time for which records are kept is months, years or forever",
    arguments: ["soon", "0 months", "12", "2 weeks", "99999 years", "twelve months"])
  func periods(_ period: String) throws {
    desk.environment["ATTUNE_SETTINGS"] = try desk.write(
      "keep practice: \(period)\nkeep tombstones: forever\n", to: "our.settings")
    let outcome = desk.attune("retention")
    #expect(
      outcome.errors.contains("error R406: '\(period)' is no time for which records are kept"))
    #expect(outcome.output.contains("practice: kept 1 year\n"))
    #expect(outcome.output.contains("records of exports: kept forever\n"))
  }

  @Test("months are counted back over years, and a day its month does not have does no harm")
  func cutoffs() {
    let now = "2026-03-31T09:00:00Z"
    #expect(RetentionPeriod.months(1).cutoff(before: now) == "2026-02-31T09:00:00Z")
    #expect(RetentionPeriod.months(3).cutoff(before: now) == "2025-12-31T09:00:00Z")
    #expect(RetentionPeriod.months(72).cutoff(before: now) == "2020-03-31T09:00:00Z")
    #expect(RetentionPeriod.months(1200).cutoff(before: "0026-03-31T09:00:00Z") == nil)
    #expect(RetentionPeriod.forever.cutoff(before: now) == nil)
  }

  @Test("a new pseudonym is nobody's, and another each time")
  func pseudonyms() throws {
    let names = (1...5).map { _ in desk.attune("trainee", "name").output.trimmingBlanks }
    #expect(Set(names).count == 5)
    for name in names { #expect(name.wholeMatch(of: /T-[0-9A-HJKMNP-TV-Z]{4}/) != nil, "\(name)") }
    #expect(desk.attune("trainee", "list").output.rows.count == 5)
  }
}
