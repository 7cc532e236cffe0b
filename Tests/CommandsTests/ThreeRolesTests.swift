import Foundation
import Supervision
import Terminal
import Testing
import TranscriptStore

@testable import Commands

private let said = [
  "Zebulon, you set two cups, and you miss her.",
  "Of course an ordinary morning hurts now. You blame yourself.",
  "=HYPERLINK(\"x\") You should take the bell down.", "What is that like for you, right now?",
  "You feel alone with it. What is that like for you?", "What do you hope for?",
]

/// What a rater types who gives every dimension the same level.
private func given(_ level: Int, _ evidence: String, marks: [String] = []) -> [String] {
  marks + Array(repeating: ["\(level)", evidence, "1 2"], count: 3).flatMap(\.self)
    + ["pass", evidence, "1", "s", "y"]
}

/// Trainees practise, supervisors rate in the console and in a browser, somebody keeps the records.
@Suite("Trainees, supervisors and whoever keeps the records", .serialized)
struct ThreeRolesTests {
  let desk: Desk

  init() throws {
    desk = try Desk()
    try makeRatedLibrary(at: desk.folder.appending(path: "library"))
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/library"
  }

  private var store: TranscriptStore { get throws { try TranscriptStore(path: desk.store) } }

  private func review(_ words: String..., lines: [String] = []) -> Outcome {
    desk.run(["review"] + words, lines: lines)
  }

  private func practise(as trainee: String, mode: String = "coach") -> String {
    let outcome = desk.run(
      ["practice", "the-second-cup", "--as", trainee, "--mode", mode], lines: said)
    #expect(outcome.output.contains("The end:"))
    return desk.newest
  }

  /// The ids in a state, as `review list` tells them.
  private func sessions(_ state: String) -> Set<String> {
    Set(review("list", "--state", state, "--json").output.rows.compactMap { $0.value("id") })
  }

  private func isInStore(_ word: String) throws -> Bool {
    let folder = URL(filePath: desk.store).deletingLastPathComponent()
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasPrefix("transcripts.sqlite") }
      .contains { name in
        try Data(contentsOf: folder.appending(path: name)).range(of: Data(word.utf8)) != nil
      }
  }

  @Test(
    "go from five sessions through ratings in console and browser to letters, exports and an erasure",
    .enabled(if: Browser.isInstalled, Browser.missing))
  func wholeWay() throws {
    try desk.pass("ruth", "sam", "una", "wren")
    for trainee in ["anna", "bo", "cleo"] {
      _ = desk.attune("trainee", "set", trainee, "--cohort", "spring", "--supervisor", "olga")
    }
    let exam = practise(as: "anna", mode: "exam")
    let ofRuth = [exam, practise(as: "anna"), practise(as: "bo")]
    let ofWren = [practise(as: "bo"), practise(as: "cleo")]
    #expect(sessions("new") == Set(ofRuth + ofWren))

    // Ruth rates three in the console, Wren two in a page that knows no network.
    #expect(review("rate", exam, "--as", "ruth", lines: given(1, "Advice.")).status == 0)
    for id in ofRuth.dropFirst() {
      #expect(review("rate", id, "--as", "ruth", lines: given(3, "Hears her.")).status == 0)
    }
    try rateInBrowser(ofWren)
    #expect(sessions("new").isEmpty)

    // Sam comes second where two are needed; he is far from Ruth in the exam.
    let second = sessions("needs-second-rater")
    #expect(second.contains(exam))
    for id in second.sorted() {
      let level = id == exam ? 4 : 3
      #expect(
        review(
          "rate", id, "--as", "sam", lines: given(level, "He waits.", marks: ["+open question 4"])
        ).status == 0)
    }
    #expect(sessions("needs-second-rater").isEmpty)
    #expect(sessions("adjudication") == [exam])
    let settled = review(
      "adjudicate", exam, "--as", "una",
      lines: ["3", "A part.", "2", "3", "A part.", "2", "2", "A part.", "2", "Both saw a part."])
    #expect(settled.output.hasSuffix("both originals are kept.\n"))
    #expect(sessions("released") == Set(ofRuth + ofWren))

    // What the program heard is shown and judged.
    let words = ["a", "d", "q"].map { ConsoleInput.line($0) }
    #expect(desk.console("review", "reveal", exam, "--as", "ruth", input: words).status == 0)
    #expect(try store.reviewed(exam).decisions.map(\.agrees) == [true, false])

    try letter(about: exam)
    try figures(ofRuth + ofWren, double: second.count)
    try exportsAndErasure(exam)
  }

  /// Wren opens one page without a network, rates by keys, and sends a file back.
  private func rateInBrowser(_ ids: [String]) throws {
    let page = desk.path("packet.html")
    #expect(
      desk.run(["review", "packet"] + ids + ["--as", "wren", "--out", page], lines: []).status == 0)
    let browser = try Browser.begin(in: desk.folder)
    defer { browser.close() }
    try browser.open(page)
    for number in 1...ids.count {
      for _ in 0..<3 {
        try browser.press("3e")
        try browser.press("She hears her.\u{E00C}tg")
      }
      try browser.press("pe")
      try browser.press("Nothing was in danger.\u{E00C}t")
      try browser.press("s")
      try browser.press("\u{E007}")
      let shown = "document.querySelectorAll('.heard li').length > 0"
      #expect(try browser.text(shown) == "true", "session \(number)")
      try browser.press("a.")
    }
    try browser.press("w")
    #expect(try browser.complaints() == [])
    let file = try browser.download()
    let taken = desk.attune("review", "import", file.path, "--as", "ruth")
    #expect(taken.status == 0)
    for id in ids {
      let review = try #require(try store.reviewed(id).reviews.first)
      #expect(review.rater == "wren" && review.submitted != nil && !review.isPractice)
      #expect(review.ratings.map(\.score?.rawValue) == ["3", "3", "3", "pass"])
    }
  }

  /// Ruth writes, Anna reads, and answers once.
  private func letter(about id: String) throws {
    _ = review("comment", id, "--as", "ruth", "--turn", "2", "You said why it hurts.")
    _ = review(
      "comment", id, "--as", "ruth", "--kind", "correction", "--turn", "3", "--drill", "hands-full",
      "Ask her whose wish it is.")
    #expect(desk.attune("letter", "--as", "anna").output.contains(id))
    let path = desk.path("letter.md")
    #expect(review("letter", id, "--as", "ruth", "--out", path).status == 0)
    var text = try desk.text("letter.md")
    for part in ["You said why it hurts.", "Ask her whose wish it is.", "attune drill"] {
      #expect(text.contains(part), "\(part)")
    }
    text = text.replacing(/\[…[^\]]*\]/, with: "Wait.") + "\nStay with the silence.\n"
    try text.write(toFile: path, atomically: true, encoding: .utf8)
    #expect(desk.attune("letter", id, "--as", "anna").output.contains("Validation: 3 of 5"))
    #expect(!desk.attune("letter", id, "--as", "anna").output.contains("things that helped"))
    #expect(
      review("letter", id, "--as", "ruth", "--from", path, "--release", "--yes").status == 0)
    let read = desk.attune("letter", id, "--as", "anna", "--html", desk.path("result.html"))
    #expect(read.output.contains("Two things that helped"))
    #expect(read.output.contains("Stay with the silence."))
    // Neither who rated nor what each of them had given.
    #expect(!read.output.contains("sam") && !read.output.contains("1 of 5"))
    #expect(review("reply", id, "--as", "anna", "I see zinnias now.").status == 0)
    #expect(
      review("contest", id, "--as", "anna", "--turn", "4", "--code", "OQ", "I asked.").status == 0)
    #expect(
      desk.attune(
        "supervision", "add", "--as", "olga", "--trainee", "anna", "--minutes", "50", "--goals",
        "Zephyrs", "--agreed", "One drill a day"
      ).status == 0)
  }

  /// Agreement and the cohort are told from the store, and their pages ask nothing of a network.
  private func figures(_ ids: [String], double: Int) throws {
    let agreement = desk.attune("agreement", "--html", desk.path("agreement.html"))
    #expect(agreement.status == 0)
    let originals = try ids.flatMap { try store.reviewed($0).reviews }.map(\.rater)
    #expect(originals.count(where: { $0 == "sam" }) == double)
    let cohort = desk.attune("cohort", "spring", "--html", desk.path("cohort.html"))
    #expect(cohort.status == 0 && cohort.output.contains("3 trainees"))
    let browser = try Browser.begin(in: desk.folder)
    defer { browser.close() }
    for page in ["agreement.html", "cohort.html", "result.html"] {
      try browser.open(desk.path(page))
      for width in [400, 1600] {
        try browser.show(width: width, dark: width == 400)
        let fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
        #expect(try browser.text(fits) == "true", "\(page) at \(width)")
      }
      #expect(try browser.complaints() == [], "\(page)")
    }
  }

  /// What is known goes out as tables, statements and a record; then Anna goes, and nobody else.
  private func exportsAndErasure(_ exam: String) throws {
    for format in ["csv", "jsonl", "xapi"] {
      #expect(
        desk.attune(
          "transcript", "export", "--format", format, "--out", desk.path(format), "--as", "olga"
        ).status == 0)
    }
    #expect(try desk.text("csv/turns.csv").contains("'=HYPERLINK"))
    let rounds = try desk.text("csv/ratings.csv")
    for round in ["blind", "second", "adjudicated"] {
      let isThere = rounds.split(separator: "\r\n").contains {
        $0.hasPrefix("\(exam),") && $0.contains(",\(round),")
      }
      #expect(isThere, "\(round)")
    }
    #expect(desk.attune("trainee", "export", "anna", "--out", desk.path("anna")).status == 0)
    let record = try desk.text("anna/record.json")
    for word in ["Zebulon", "zinnias", "Zephyrs", "Stay with the silence."] {
      #expect(record.contains(word), "\(word)")
    }
    let erased = desk.attune("trainee", "erase", "anna", "--yes", "--reason", "request")
    #expect(erased.status == 0)
    for word in [
      "anna", "zinnias", "Zephyrs", "whose wish it is", "said why it hurts", "Stay with the",
    ] {
      #expect(try !isInStore(word), "\(word)")
    }
    #expect(sessions("released").count == 3)
    #expect(desk.attune("supervision", "list").output.contains("50 min"))
    #expect(desk.attune("letter", "--as", "bo").status == 0)
    #expect(try store.tombstones(of: "anna").count == 1)
  }
}
