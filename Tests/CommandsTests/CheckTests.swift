import Foundation
import Testing

/// Ten mistakes of ten kinds, each marked with the code it should get.
private let tenMistakes = """
  ---
  title: The empty chair
  aera: grief
  difficulty: 2
  ---
  # Patient: Margaret
  68, retired teacher.
  # People
  Tom  husband; also: husband
  # State
  trust 0 to 100, starts 350
  hope 0 to 100, starts 40
  # Beat: arrival
  Margaret: I nearly didn't come.
    cue: hnit
  when reflecton about Tom
    hope +5
    go to the chair
  when advice, hpoe at least 30
    Margrat: Anyway.
  otherwise
    Margaret: The gutters want doing.
    at most 3 times, then go to closing pu
  # Beat: the chair
  Margaret: His chair is still there.
  otherwise
    Margaret: I dust it.
  # Beat: the chair
  Margaret: Again.
  otherwise
    go to together
  # Ending: together
  outcome: god. The loss is named.
  # Ending: closing up
  outcome: poor. She leaves early.
  """

@Suite("attune check")
struct CheckTests {
  @Test("reports ten planted mistakes and nothing else")
  func ten() throws {
    let desk = try Desk()
    let file = try desk.write(tenMistakes, to: "ten.scenario")
    let outcome = desk.attune("check", file)
    let found = outcome.errors.rows.filter { $0.contains(": error ") || $0.contains(": warning ") }
      .map { $0.replacing(desk.folder.path + "/", with: "") }
    #expect(
      found == [
        "ten.scenario:3:1: error S102: the header has no 'aera'",
        "ten.scenario:11:24: error S131: 'trust' starts at 350, outside its range of 0 to 100",
        "ten.scenario:15:8: error S194: 'hnit' is not a cue in the codebook",
        "ten.scenario:16:6: error S190: 'reflecton' is not a code in the codebook",
        "ten.scenario:19:14: error S132: there is no state called 'hpoe'",
        "ten.scenario:20:3: error S140: nobody called 'Margrat' is in this scenario",
        "ten.scenario:23:31: error S125: there is no beat or ending called 'closing pu'",
        "ten.scenario:26:1: error S122: this 'otherwise' can repeat 'the chair' for ever",
        "ten.scenario:28:9: error S120: 'the chair' is the name of another beat or ending, on line 24",
        "ten.scenario:33:10: error S150: 'god' is not a grade of an outcome",
      ])
    #expect(
      outcome.output == """
        1 file checked: 10 errors
        'attune explain S102' says more about the first.

        """)
    #expect(outcome.status == 1)
  }

  @Test("shows each with its line, carets and help")
  func picture() throws {
    let desk = try Desk()
    let file = try desk.write(
      tinyScenario.replacing("when reflection", with: "when reflecton"), to: "a.scenario")
    #expect(
      desk.attune("check", file).errors == """
        \(file):6:6: error S190: 'reflecton' is not a code in the codebook
          6 | when reflecton or validation
            |      ^^^^^^^^^
          help: 'reflection' is close

        """)
  }

  @Test("gives machines the same as JSON")
  func json() throws {
    let desk = try Desk()
    let outcome = desk.attune("check", "-", "--json", bytes: tenMistakes)
    let object = try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any]
    let diagnostics = object?["diagnostics"] as? [[String: Any]] ?? []
    #expect(object?["version"] as? Int == 1)
    #expect(diagnostics.count == 10)
    #expect(diagnostics.first?["replacement"] as? String == "area")
    #expect(diagnostics.first?["line"] as? Int == 3)
    #expect(outcome.errors.isEmpty)
  }

  @Test("does not count what is only worth knowing as wrong, however strict")
  func information() throws {
    let desk = try Desk()
    let text = tinyScenario.replacing("  gist:", with: "  cue: hint\n  gist:")
    let file = try desk.write(text, to: "a.scenario")
    let outcome = desk.attune("check", file, "--strict")
    #expect(outcome.errors.contains("information S207: "))
    #expect(
      outcome.output == """
        1 file checked: 1 remark
        'attune explain S207' says more about the first.

        """)
    #expect(outcome.status == 0)
  }

  @Test("finds nothing wrong with what is shipped")
  func shipped() throws {
    let outcome = try Desk().attune("check", "--strict")
    #expect(outcome.errors.isEmpty)
    #expect(outcome.status == 0)
  }

  @Test("says what it could not read")
  func unreadable() throws {
    let outcome = try Desk().attune("check", "nowhere.scenario")
    #expect(
      outcome
        == Outcome(
          status: 2, output: "",
          errors: """
            error: there is no file 'nowhere.scenario'
            help: look at the name and the folder

            """))
  }
}

@Suite("attune code")
struct CodeTests {
  @Test("codes JSON Lines, with places in characters")
  func lines() throws {
    let desk = try Desk()
    let outcome = desk.attune(
      "code", bytes: #"{"id":"r1","patient":"I'm fine.","text":"😀é What is that like for you?"}"#)
    let line = try #require(outcome.output.rows.first)
    let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
    let codes = object?["codes"] as? [[String: Any]] ?? []
    let open = try #require(codes.first { $0["code"] as? String == "OQ" })
    #expect(open["name"] as? String == "open question")
    #expect((open["families"] as? [String])?.contains("question") == true)
    let text = Array("😀é What is that like for you?")
    let (start, end) = (open["start"] as? Int ?? -1, open["end"] as? Int ?? -1)
    #expect(text.indices.contains(start) && end <= text.count && start < end)
    let evidence = open["evidence"] as? String ?? ""
    #expect(String(text[start..<end]).hasPrefix(evidence.components(separatedBy: "…")[0]))
    #expect(outcome.status == 0)
  }

  @Test("names a line that is no JSON by its number, without repeating it, and goes on")
  func wrongJSON() throws {
    let desk = try Desk()
    let outcome = desk.attune(
      "code",
      bytes: "{\"id\":1,\"text\":\"How so?\"}\n{\"secret\": \n{\"id\":3,\"text\":\"Why?\"}\n")
    #expect(outcome.output.rows.map { $0.value("id") } == ["1", "3"])
    #expect(outcome.errors.contains("line 2"))
    #expect(!outcome.errors.contains("secret"))
    #expect(outcome.status == 1)
  }

  @Test("a folder is not taken for a file, whatever its name")
  func folderNamedLikeAFile() throws {
    let desk = try Desk()
    let file = try desk.write(tinyScenario, to: "a/real.scenario")
    try FileManager.default.createDirectory(
      atPath: desk.folder.path + "/a/old.scenario", withIntermediateDirectories: true)
    let folder = String(file.dropLast("/real.scenario".count))
    #expect(desk.attune("check", folder).status == 0)
    #expect(
      desk.attune("explore", folder + "/old.scenario").errors
        == "error: '\(folder)/old.scenario' is a folder\nhelp: name a file in it\n")
  }
}
