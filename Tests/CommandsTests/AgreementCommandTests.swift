import Agreement
import Diagnostics
import Foundation
import Testing

@testable import Commands

private let header = "session_id,rater,role,round,dimension,score,evidence_turns,submitted\n"

/// Two supervisors, 24 sessions, one dimension; Moss gives one less in every third session.
private let ratings =
  header
  + (0..<24).map { number in
    let level = 2 + number % 4
    let day = "2026-\(number < 12 ? "03" : "04")-\(10 + number % 12)"
    return """
      s\(number),kaya,supervisor,blind,Validation,\(level),"2,5",\(day)T10:00:00Z
      s\(number),moss,supervisor,second,Validation,\(number % 3 == 0 ? level - 1 : level),7,\(day)
      s\(number),auto,,auto,Validation,\(level - 1).5,,
      s\(number),boss,lead,adjudicated,Validation,5,,\(day)

      """
  }.joined()

private let codes =
  "session_id,turn,attempt,unit,code,layer,source,conf,start,end,decision\n"
  + (0..<120).map { number in
    let place = "s\(number / 6),\(number % 6 + 1),1,0"
    let found = number % 2 == 0 ? "OQ" : "SR"
    let heard = number % 5 == 0 ? "SR" : found
    return """
      \(place),\(found),function,kaya,,0,3,none
      \(place),\(number % 7 == 0 ? "SR" : found),function,moss,,0,3,none
      \(place),\(heard),function,auto,.8,0,3,rejected

      """
  }.joined()

@Suite("attune agreement")
struct AgreementCommandTests {
  let desk: Desk

  init() throws { desk = try Desk() }

  @Test("two raters are compared in columns, with who is lenient and what the program made of it")
  func page() throws {
    let outcome = desk.attune(
      "agreement", try desk.write(ratings, to: "r.csv"), try desk.write(codes, to: "c.csv"))
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let rows = outcome.output.rows
    #expect(rows.first == "1 dimension, up to 24 sessions rated twice, 2 raters")
    // 16 of 24 are the same; 132 of 576 by chance.
    #expect(rows.contains { $0.hasPrefix("Validation           24   .67    .57") })
    #expect(rows.contains { $0.hasPrefix("• kaya: .33 higher than the others (95 %: .13 to .54)") })
    #expect(rows.contains("Raters and the program's estimate"))
    #expect(rows.contains { $0.hasPrefix("OQ") && $0.contains(" 120 ") })
    #expect(rows.allSatisfy { $0.count <= 80 })
  }

  @Test("a narrow page and a plain one tell the same in sentences")
  func sentences() throws {
    let files = [try desk.write(ratings, to: "r.csv"), try desk.write(codes, to: "c.csv")]
    let plain = desk.run(["agreement", "--plain"] + files, lines: [])
    #expect(plain.output.contains("- Validation: 24 sessions, same .67, within one level 1.00;"))
    #expect(plain.output.rows.allSatisfy { $0.count <= 80 })
    let narrow = desk.console(["agreement", "--color", "never"] + files, input: [], width: 40)
    #expect(narrow.output.contains("• Validation: 24 sessions, same .67,"))
    #expect(narrow.output.rows.allSatisfy { $0.count <= 40 })
  }

  @Test("a name with terminal escapes in it shows as text")
  func escapes() throws {
    let hostile = (ratings + "s99,one,,blind,Pace,3,,\ns99,two,,second,Pace,3,,\n")
      .replacing("kaya", with: "\u{1B}[31mkaya").replacing("Pace", with: "Pa\u{1B}[2Jce")
    for words in [[], ["--plain"]] {
      let outcome = desk.run(
        ["agreement", try desk.write(hostile, to: "r.csv")] + words, lines: [])
      #expect(outcome.status == 0 && !outcome.output.contains("\u{1B}"))
    }
  }

  @Test("what was settled together, and what a person thinks of herself, does not count")
  func originals() throws {
    let others = ratings.replacing(",second,", with: ",self,")
    let outcome = desk.attune("agreement", try desk.write(others, to: "r.csv"))
    #expect(!outcome.output.contains("Between raters"))
    let alone = others.rows.filter { !$0.contains(",auto,") }.joined(separator: "\n")
    #expect(
      desk.attune("agreement", try desk.write(alone, to: "a.csv"))
        == Outcome(
          status: 2, output: "",
          errors: """
            error: nothing here was rated or coded twice
            help: agreement takes two ratings of a session, in the rounds 'blind' and 'second'

            """))
  }

  @Test("under 15 sessions there is no figure but how many are missing")
  func tooFew() throws {
    let few = ratings.rows.prefix(1 + 4 * 9).joined(separator: "\n")
    let file = try desk.write(few, to: "r.csv")
    let outcome = desk.attune("agreement", file, "--output", desk.folder.path + "/o.csv")
    #expect(
      outcome.output.contains("• Validation: too few; 9 of the 15 sessions it takes to tell\n"))
    #expect(outcome.output.contains("• kaya: too few; 9 sessions of the 15 it takes to tell"))
    let table = try String(contentsOfFile: desk.folder.path + "/o.csv", encoding: .utf8)
    #expect(table.contains("Validation,9,NA,NA,NA,NA,NA,NA,NA,NA\r\n"))
  }

  @Test("practice is left out of tables that say so, unless it is asked for")
  func practice() throws {
    let marked = ratings.rows.enumerated().map { number, row in
      number == 0 ? row + ",counts" : row + (row.contains(",moss,") ? ",no" : ",yes")
    }.joined(separator: "\n")
    let file = try desk.write(marked, to: "r.csv")
    let without = desk.attune("agreement", file)
    #expect(without.status == 0 && !without.output.contains("Between raters"))
    let with = desk.attune("agreement", file, "--practice")
    #expect(with.output == desk.attune("agreement", try desk.write(ratings, to: "o.csv")).output)
    let codes = desk.attune(
      "agreement",
      try desk.write(
        "session_id,turn,code,source,counts\ns1,1,OQ,kaya,yes\ns1,1,OQ,moss,no\n", to: "c.csv"))
    #expect(codes.errors.contains("nothing here was rated or coded twice"))
    let wrong = try desk.write(
      "session_id,turn,code,source,counts\ns1,1,OQ,kaya,perhaps\n", to: "w.csv")
    #expect(desk.attune("agreement", wrong).errors.contains("R604: this cannot be a yes or a no"))
  }

  @Test("where the first rating is practice, the second stands beside the program")
  func secondBesideProgram() throws {
    let rows = ratings.rows.enumerated().map { number, row in
      number == 0 ? row + ",counts" : row + (row.contains(",kaya,") ? ",no" : ",")
    }.joined(separator: "\n")
    let outcome = desk.attune("agreement", try desk.write(rows, to: "r.csv"), "--json")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let dimensions = (object as? [String: Any])?["dimensions"] as? [[String: Any]]
    #expect((dimensions?.first?["machine"] as? [String: Any])?["n"] as? Int == 24)
    #expect((dimensions?.first?["people"] as? [String: Any])?["n"] as? Int == 0)
  }

  @Test(
    "turns count that somebody marked: heard between raters, or said not to be there beside auto")
  func places() throws {
    var read = ReadRatings()
    let table = """
      session_id,turn,code,source,heard
      s,1,OQ,auto,yes
      s,1,OQ,kaya,yes
      s,2,SR,auto,yes
      s,2,SR,moss,no
      s,3,ADV,auto,yes
      s,4,SR,moss,
      t,1,OQ,auto,yes
      t,1,OQ,kaya,yes

      """
    #expect(read.read(SourceFile(name: "c.csv", text: table)) == [])
    let report = AgreementReport(read, bootstrap: Bootstrap(draws: 0))
    // Between the two: turn 1, which Kaya heard something in, and turn 4, in which Moss did.
    #expect(report.codes.map(\.code) == ["OQ", "SR"])
    #expect(report.codes.map(\.table.counts) == [[0, 1, 0, 1], [0, 0, 1, 1]])
    // Beside the program also turn 2, where Moss says no; turn 3 was marked by nobody.
    #expect(report.machineCodes.map(\.code) == ["OQ", "SR"])
    #expect(report.machineCodes.map(\.table.counts) == [[2, 0, 0, 2], [0, 1, 1, 2]])
  }

  @Test("ratings that do not vary have a dash")
  func dash() throws {
    let flat = (0..<20).map { "s\($0),kaya,blind,Pace,3\ns\($0),moss,second,Pace,3\n" }.joined()
    let file = try desk.write("session_id,rater,round,dimension,score\n" + flat, to: "r.csv")
    let row = desk.attune("agreement", file).output.rows.first { $0.hasPrefix("Pace") }
    #expect(row?.split(separator: " ") == ["Pace", "20", "1.00", "—", "—", "1.00", "—", "—", "—"])
  }

  @Test("other programs get version 1, every figure, and which rest on too little")
  func json() throws {
    let outcome = desk.attune("agreement", try desk.write(ratings, to: "r.csv"), "--json")
    #expect(outcome.output.value("version") == "1")
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8))
    let dimensions = (object as? [String: Any])?["dimensions"] as? [[String: Any]]
    let people = try #require(dimensions?.first?["people"] as? [String: Any])
    #expect(people["raters"] as? [String] == ["kaya", "moss"])
    #expect(people["n"] as? Int == 24 && people["completeBlock"] as? Int == 24)
    #expect(people["agreement"] as? Double == 0.6667 && people["tooFew"] as? [String] == [])
    for name in ["icc11", "icc21", "icc31", "icc2k", "alphaNominal", "alphaInterval"] {
      let figure = try #require(people[name] as? [String: Double])
      let (low, value, high) = (figure["low"], figure["value"], figure["high"])
      #expect(try #require(low) < #require(value) && #require(value) < #require(high), "\(name)")
    }
    #expect((people["table"] as? [[Int]])?[3] == [0, 0, 2, 4, 0])
  }

  @Test("the page needs nothing else, runs nothing, and has every name escaped")
  func html() throws {
    let bad = "<b>\\\"Anna\\\"</b> & <script>alert(1)</script>".replacing("\\\"", with: "\"\"")
    let hostile = ratings.replacing(",Validation,", with: ",\"\(bad)\",")
      .replacing(",kaya,", with: ",<i>kaya,")
    let path = desk.folder.path + "/page.html"
    let outcome = desk.attune("agreement", try desk.write(hostile, to: "r.csv"), "--html", path)
    #expect(outcome.status == 0)
    let page = try String(contentsOfFile: path, encoding: .utf8)
    #expect(!page.contains("<b>") && !page.contains("<script") && !page.contains("<i>"))
    #expect(page.contains("&lt;b&gt;&quot;Anna&quot;&lt;/b&gt; &amp; "))
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    #expect(page.components(separatedBy: "<svg").count - 1 == 4)
    for name in ["svg", "title", "desc", "table", "tr", "td", "figure", "ul", "li", "h2", "p"] {
      let opened =
        page.components(separatedBy: "<\(name)>").count
        + page.components(separatedBy: "<\(name) ").count - 2
      #expect(opened == page.components(separatedBy: "</\(name)>").count - 1, "\(name)")
    }
  }

  @Test("what is wrong with a table is shown in its place, and the other rows are used")
  func wrong() throws {
    let file = try desk.write(
      ratings + "s90,kaya,supervisor,blnd,Validation,4,,\ns91,moss,,second,Validation,6,,\n",
      to: "r.csv")
    let outcome = desk.attune("agreement", file)
    #expect(outcome.status == 1 && outcome.output.contains("up to 24 sessions"))
    #expect(
      outcome.errors == """
        \(file):98:21: error R604: this cannot be a round
          98 | s90,kaya,supervisor,blnd,Validation,4,,
             |                     ^^^^
          help: write blind, second, adjudicated, self or auto
        \(file):99:29: error R604: this cannot be a score
          99 | s91,moss,,second,Validation,6,,
             |                             ^
          help: write a level from 1 to 5, or leave the cell empty for 'not applicable'

        """)
  }

  @Test("a file with semicolons, and one that is something else, say so once for each column")
  func columns() throws {
    let file = try desk.write(
      "session_id;rater;round;dimension;score\ns1;a;blind;V;3\n", to: "r.csv")
    let outcome = desk.attune("agreement", file)
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("error R602: there is no column 'session_id'"))
    #expect(outcome.errors.contains("help: save the table with commas between its cells"))
    #expect(desk.attune("agreement", try desk.write("", to: "e.csv")).status == 2)
    let turns = try desk.write("session_id,turn,trainee_text\ns1,1,I \"hear\" you\n", to: "t.csv")
    let other = desk.attune("agreement", turns)
    #expect(other.status == 2 && !other.errors.contains("hear"))
  }
}

@Suite("Tables with commas")
struct ReadCSVTests {
  private func rows(_ text: String) -> [[String]] {
    readCSV(SourceFile(name: "t.csv", text: text)).rows.map { $0.map(\.text) }
  }

  private func codes(_ bytes: [UInt8]) -> [String] {
    readCSV(SourceFile(name: "t.csv", bytes: bytes)).diagnostics.map(\.code)
  }

  @Test("quotes hold commas, line breaks and quotes; lines end in any way; a mark is passed over")
  func reading() {
    let wanted = [["a", "b,\"c\"\nd", ""], ["1", "", "2"]]
    #expect(rows("a,\"b,\"\"c\"\"\nd\",\n\n1,,2") == wanted)
    #expect(rows("\u{FEFF}a,\"b,\"\"c\"\"\nd\",\r\n1,,2\r\n") == wanted)
    #expect(rows("a,\"b,\"\"c\"\"\nd\",\r1,,2\r") == wanted)
    #expect(rows("\"\"\n") == [[""]])
    #expect(rows("") == [])
  }

  @Test("a row with a quote out of place is left out, and the next is read")
  func quotes() {
    #expect(rows("a\"b,c\nd,e\n\"f\"g,h\ni") == [["d", "e"], ["i"]])
    #expect(codes(Array("a\"b\n\"f\"g,\n\"open\nx\n".utf8)) == ["R601", "R601", "R601"])
    #expect(rows("a\n\"open\nx\n") == [["a"]])
  }

  @Test("any bytes are read or complained of, and a file of Word says how to save it")
  func anyBytes() {
    #expect(codes([0xFF, 0xFE, 0x61, 0]) == ["R100"])
    var state: UInt64 = 7
    for length in 0..<400 {
      let bytes = (0..<length).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Array("\",\r\nab1;".utf8)[Int(state >> 60) % 8]
      }
      var read = ReadRatings()
      let header = Array("session_id,rater,round,dimension,score\n".utf8)
      _ = read.read(SourceFile(name: "t.csv", bytes: header + bytes))
      _ = read.read(SourceFile(name: "t.csv", bytes: bytes))
    }
  }
}
