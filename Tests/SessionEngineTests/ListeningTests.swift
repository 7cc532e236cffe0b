import ScenarioModel
import SessionEngine
import Testing
import TranscriptModel

private let stays = when(80, nil, says: [speech(81, ["Well."])])

@Suite("What a condition hears")
struct ListeningTests {
  private func session(_ rules: [Rule], opening: String = "Hello.") -> Session {
    var one = scenario(rules + [stays])
    one.beats[0].opening = [speech(1, [opening])]
    one.cueAnswers = ["hint": ["SR", "family VAL"], "risk": ["ASK"]]
    return .begun(one)
  }

  private let cueRules = [
    when(2, .cue(met: true), says: [speech(3, ["Met."])]),
    when(4, .cue(met: false), says: [speech(5, ["Missed. <risk>"])]),
  ]

  @Test("a cue is met by a code or family that answers it, missed by others, and then is past")
  func cues() {
    var session = session(cueRules, opening: "It's fine. <hint>")
    let snapshot = session
    #expect(session.after("SR", "SR").map(\.last) == ["Met.", "Well."])
    session = snapshot
    #expect(session.after("VAL").map(\.last) == ["Met."])
    session = snapshot
    #expect(
      session.after("CQ", "SR", "ASK", "ASK").map(\.last)
        == ["Missed.", "Missed.", "Met.", "Well."])
  }

  @Test("a cue wants a code that counts half, and waits while the patient asks again")
  func cueStrength() {
    var session = session(cueRules, opening: "It's fine. <hint>")
    let snapshot = session
    #expect(short(session.respond(to: response(["SR"], confidence: 0.5))).last == "Met.")
    session = snapshot
    let worn = response(["SR"], confidence: 0.5, weight: 0.5)
    #expect(short(session.respond(to: worn)).last == "Missed.")
    session = snapshot
    #expect(session.after("?", "SR").map(\.last)[1] == "Met.")
  }

  @Test("any of several cues is enough; one that nothing answers is missed")
  func severalCues() {
    var session = session(cueRules, opening: "It's fine. <hint> <risk>")
    #expect(session.after("ASK").map(\.last) == ["Met."])
    var unknown = self.session(cueRules, opening: "It's fine. <other>")
    #expect(unknown.after("ASK").map(\.last) == ["Missed."])
  }

  @Test(
    "silence is dots or a word or two in brackets, and is understood",
    arguments: [
      ("…", true), ("...", true), (" . ", true), ("(waits)", true), ("[silence]", true),
      ("(says nothing)", true), ("(nods) …", true), ("(leaves)", false),
      ("(waits for him to go)", false),
      ("Mm.", false), ("", false), ("   ", false), ("(", false), ("()", false), ("((waits)", true),
      ("… I see", false), ("(waits", false),
    ])
  func silence(_ text: String, _ isSilence: Bool) {
    var session = session([when(2, .silence, says: [speech(3, ["(looks up)"])])])
    let events = session.respond(to: response([], understood: false, text: text))
    #expect(response([], text: text).isSilence == isSilence)
    #expect((short(events).last == "(looks up)") == isSilence)
    #expect(events.contains(.notUnderstood) == !isSilence)
  }

  @Test(
    "words are said in a row, case, marks and kinds of apostrophe aside",
    arguments: [
      ("Do you THINK of dying?", true), ("You don’t think … of dying", true),
      ("you think it of dying", false), ("You think of", false), ("unthink of dying", false),
      ("", false),
    ])
  func said(_ text: String, _ isSaid: Bool) {
    var session = session([
      when(2, .said(["think", "of", "dying"]), says: [speech(3, ["Yes."])])
    ])
    #expect((short(session.respond(to: response(["CQ"], text: text))).last == "Yes.") == isSaid)
  }

  @Test("words with an apostrophe are said however it is typed")
  func apostrophe() {
    for text in ["I don't know.", "I don’t know."] {
      var session = session([when(2, .said(["don't", "know"]), says: [speech(3, ["No?"])])])
      #expect(short(session.respond(to: response(["CQ"], text: text))).last == "No?")
    }
  }

  @Test("a fact can be asked that no rule asks")
  func otherFacts() {
    var session = session([])
    _ = session.after("SR", "CQ", "SR")
    #expect(session.fits(.code(CodeTerm(name: "SR", times: 2))))
    #expect(!session.fits(.code(CodeTerm(name: "SR", times: 2, window: .last(turns: 2)))))
    #expect(session.fits(.code(CodeTerm(name: "family SR", isClear: true))))
    #expect(session.fits(.state("trust", .atLeast, 40)) && !session.fits(.riskOpen))
    #expect(session.fits(.said(["sr"])) && !session.fits(.code(CodeTerm(name: "CQ"))))
  }
}

@Suite("What the patient says")
struct SpeakingTests {
  @Test("lines in turn come in file order, the last again and again")
  func inTurn() {
    for seed in UInt64(0)..<5 {
      var session = Session.begun(
        scenario([when(80, nil, says: [speech(81, ["a", "b", "c"], isInTurn: true)])]), seed: seed)
      #expect(
        session.after("SR", "SR", "SR", "SR", "SR").map(\.last) == ["a", "b", "c", "c", "c"])
    }
  }

  @Test("lines in turn that are said once are over after the last")
  func inTurnOnce() {
    var session = Session.begun(
      scenario([
        when(
          2, .code(CodeTerm(name: "SR")),
          says: [speech(3, ["a", "b"], once: true, isInTurn: true)]),
        when(80, nil, says: [speech(81, ["Well."])]),
      ]))
    #expect(session.after("SR", "SR", "SR").map(\.last) == ["a", "b", "Well."])
  }

  @Test("speeches on the same line of two files keep apart what they have said")
  func sameLine() {
    var session = Session.begun(
      scenario([
        when(2, .code(CodeTerm(name: "SR")), says: [speech(3, ["One."], once: true)]),
        when(4, .code(CodeTerm(name: "CQ")), says: [speech(3, ["Two."], once: true)]),
        when(80, nil, says: [speech(81, ["Well."])]),
      ]))
    #expect(session.after("SR", "CQ", "SR").map(\.last) == ["One.", "Two.", "Well."])
  }
}
