import Diagnostics
import ScenarioChecker
import ScenarioModel
import Testing

@Suite("A variation")
struct VariationTests {
  private func scenario(_ lines: String, _ changes: [String: String] = [:]) throws -> Scenario {
    let text = goodScenario(changes) + "\n# Variation: other\n" + lines
    expectMarked(text)
    let file = SourceFile(name: "t", text: text)
    return try #require(checkScenario(file, library: smallLibrary).scenario)
  }

  @Test("puts whole words in place of others, wherever a trainee may see or say them")
  func words() throws {
    let plain = try scenario(
      """
      Tom = Henry
      husband = wife
      Margaret Hale = Ruth Hale
      Margaret = Ruth
      his chair = the garden bench
      gutters want = roof wants
      "So many jobs." = "So much to do."
      retired teacher = retired “nurse”
      leaves early = goes home
      Hm = Mm-hm
      coat = hat
      house is so quiet = garden is so still
      trust starts 20
      """,
      [
        "when reflection about Tom, not advice":
          "when reflection about Tom or said \"my Tom’s chair\"",
        "  gist: too many jobs | the house is empty":
          "  thinks: Tom would know about the gutters want.",
      ])
    let varied = plain.varied(by: plain.variations[0])
    #expect(varied.patient.name == "Ruth Hale")
    #expect(varied.patient.description == ["68, retired “nurse”."])
    #expect(
      varied.people == [
        Person(
          name: "Henry", description: "wife, died nine months ago", otherNames: ["wife", "him"])
      ])
    #expect(varied.topics.map(\.name) == ["Tom", "house"])
    #expect(varied.topics[0].words == ["Henry", "wife", "him"])
    #expect(varied.beats[0].opening[0].speaker == "Ruth")
    #expect(varied.beats[0].opening[0].alternatives[0].text == "(hat on) I nearly didn't come.")
    #expect(varied.beats[0].opening[0].alternatives[0].better == "So much to do.")
    #expect(
      varied.beats[0].opening[0].alternatives[0].thought == "Henry would know about the roof wants."
    )
    #expect(
      varied.beats[0].rules[2].speeches[0].alternatives.map(\.text)
        == ["Anyway.", "The roof wants doing."])
    #expect(varied.beats[0].supervisorNotes == ["Hat on means ready to leave."])
    #expect(varied.beats[1].opening[0].alternatives[0].text == "The garden bench is still there.")
    #expect(varied.beats[0].choices[0].text == "The garden is so still.")
    #expect(varied.endings[1].debrief == "She goes home.")
    #expect(varied.beats.map(\.name) == plain.beats.map(\.name))
    #expect(varied.facts.title == "The empty chair")
    #expect(varied.states[0].start == 20)
    guard case .said(let words) = varied.beats[0].rules[0].condition?.clauses[0][1].fact else {
      Issue.record("no words")
      return
    }
    // "Tom's" is Tom and an ending.
    #expect(words == ["my", "henry's", "chair"])
  }

  @Test("takes the longest words that stand there, and replaces nothing twice")
  func longest() {
    var rewording = Rewording([
      .init(old: "Tom", new: "Ann"), .init(old: "Tom Hale", new: "Tom"),
      .init(old: "Ann", new: "Bea"), .init(old: "the  house", new: "a flat"),
    ])
    #expect(rewording.apply(to: "Tom, Tom Hale, Tomas and Ann") == "Ann, Tom, Tomas and Bea")
    #expect(rewording.apply(to: "The house. THE HOUSE. Tom’s.") == "A flat. THE HOUSE. Ann’s.")
    #expect(rewording.used == [0, 1, 2, 3])
  }

  @Test("tells words apart by their capitals, where both are to be replaced")
  func capitals() {
    var rewording = Rewording([.init(old: "Hm", new: "Oh"), .init(old: "hm", new: "well")])
    #expect(rewording.apply(to: "Hm, hm. HM.") == "Oh, well. HM.")
    #expect(rewording.apply(to: "HM", ignoringCase: true) == "Oh")
  }

  @Test("reads a long text full of beginnings and apostrophes in no time")
  func long() {
    let text = String(repeating: "a’ a ", count: 20_000)
    var rewording = Rewording([.init(old: "a a a b", new: "c"), .init(old: "''", new: "")])
    #expect(rewording.apply(to: text) == text)
    #expect(rewording.apply(to: "x" + String(repeating: "'", count: 50_001)).count == 2)
  }

  @Test("without any words changes nothing but numbers")
  func same() throws {
    let plain = try scenario("trust starts 35")
    #expect(plain.varied(by: plain.variations[0]) == plain)
  }

  @Test("says what is never replaced, what is replaced twice, and what cannot be read")
  func problems() {
    expectMarked(
      goodScenario() + "\n"
        + """
        # Variation: one
        Tim = Jim
        //@1-3 S186: 'Tim' occurs nowhere in this scenario
        """)
    expectMarked(
      goodScenario() + "\n"
        + """
        # Variation: two
        Tom = Jim
        Tom = John
        //@1-3 S187: 'Tom' is replaced already, on line 43
        Tom =
        //@1-5 S188: the words to put in their place are missing
        = Tom
        //@1-5 S188: the words to be replaced are missing
        Jim for Tom
        //@1-11 S188: this line does not say which words take the place of which
        trust starts 200
        //           ^^^ S131: 'trust' starts at 200, outside its range of 0 to 100
        hope starts 2
        //@1-4 S132: there is no state called 'hope'
        # Variation: two
        //           ^^^ S135: the variation 'two' is declared already, on line 42
        //           ^^^ S188: the variation 'two' changes nothing
        """)
  }
}
