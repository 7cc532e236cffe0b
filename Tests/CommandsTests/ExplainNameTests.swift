import Testing

@Suite("Explaining a cue or a code by its name")
struct ExplainNameTests {
  @Test("a cue tells its meaning, its answers by each rubric and what does harm")
  func cue() throws {
    let outcome = try Desk().attune("explain", "Hint", "--plain")
    #expect(outcome.status == 0)
    let rows = outcome.output.rows
    #expect(rows.first == "hint (cue)")
    #expect(rows.contains("The coach says: the patient leaves something unsaid."))
    #expect(rows.contains("It can be answered in the next response."))
    let answers = try #require(rows.firstIndex(of: "What answers it"))
    let harm = try #require(rows.firstIndex(of: "What does harm"))
    let listening = rows[answers..<harm].joined(separator: " ")
    #expect(
      listening.contains("- Active listening: complex reflection, reflection of feeling, open"))
    #expect(listening.contains("- Validation: "))
    #expect(rows.contains("- topic shift"))
  }

  @Test("a code of several words needs no quotes, and its short name will do")
  func code() throws {
    let desk = try Desk()
    let named = desk.attune("explain", "open", "question")
    #expect(named.output.rows.first == "open question (code OQ)")
    #expect(named.output.contains("\nExamples\n"))
    #expect(desk.attune("explain", "oq") == named)
  }

  @Test("a family tells its codes")
  func family() throws {
    let rows = try Desk().attune("explain", "reflection", "--plain").output.rows
    #expect(rows.first == "reflection (family)")
    for code in ["simple reflection", "complex reflection", "summary"] {
      #expect(rows.contains { $0.hasPrefix("- \(code): ") }, "\(code)")
    }
  }

  @Test("other programs get the same as JSON")
  func json() throws {
    let output = try Desk().attune("explain", "hint", "--json").output
    #expect(output.value("version") == "1")
    #expect(output.contains(#""kind":"cue""#))
    #expect(output.contains(#""rubric":"Active listening""#))
  }

  @Test("a bare number is a scenario's problem first, and the other is named")
  func number() throws {
    let rows = try Desk().attune("explain", "121").output.rows
    #expect(rows.first?.hasPrefix("S121: ") == true)
    #expect(rows.last?.hasPrefix("There is R121 too: ") == true)
  }

  @Test("another word lists the problems that have it in their titles")
  func titles() throws {
    let rows = try Desk().attune("explain", "otherwise").output.rows
    #expect(rows.contains("S121 a beat without 'otherwise'"))
    #expect(!rows.contains { $0.hasPrefix("S120") })
  }

  @Test("a misspelt name names the nearest one")
  func unknown() throws {
    #expect(
      try Desk().attune("explain", "validaton")
        == Outcome(
          status: 2, output: "",
          errors: """
            error: no problem, cue or code is called 'validaton'
            help: 'validation' is close; 'attune explain' lists all codes

            """))
  }
}
