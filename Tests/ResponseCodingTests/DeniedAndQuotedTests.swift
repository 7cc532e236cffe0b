import Testing

@testable import ResponseCoding

@Suite("Words that are denied, quoted or the patient's own are not held against the trainee")
struct DeniedAndQuotedTests {
  private let harm: Set<String> = [
    "ADV", "CONF", "INTP", "JARG", "MIN", "OFFM", "REAS", "SDX", "SECR", "SHIFT", "STACK", "WHY",
  ]

  private func harm(in text: String, after patient: String) -> [String] {
    code(text, after: patient, cues: ["affect", "self-blame"]).counted.filter(harm.contains)
  }

  @Test(
    "a hard word the patient used of himself may be given back, denied and asked about",
    arguments: [
      "The word you reach for is lazy.", "You call yourself lazy.",
      "It makes sense that you'd be worn down, rather than lazy.", "It isn't laziness.",
      "What makes you say lazy?", "Is that the word, lazy, that you would use?",
      "lazy. thats a hard word to use on yourself", "Like it was somehow your fault.",
      "Nobody who beats three hundred people is lazy.", "How could you not feel that way?",
    ])
  func ownWords(text: String) {
    #expect(harm(in: text, after: "I'm just lazy. It's my fault.") == [])
  }

  @Test("the same words said by the trainee as a judgement are harm")
  func judgement() {
    #expect(harm(in: "You're just being lazy.", after: "I can't get up.") == ["CONF"])
    #expect(harm(in: "That's lazy of you, and it's your own fault.", after: "") == ["CONF"])
  }

  @Test(
    "frames that only look like harm",
    arguments: [
      "You must miss them badly.", "You must have felt so small.", "You must be worn out.",
      "Would it be alright if I told you how it looks from here?",
      "It's the first thing you brought in with you.", "That's just the sort of thing we do here.",
      "I wonder what you'd say if it was just your mum listening.",
      "I didn't mean you should manage it.", "You were at least two hours on your own with her.",
      "Your hands show me how mad and how tired you were.",
      "Can you take me through last night, from the start?", "Want to try saying it here?",
      "Take the time you want.", "Stay with that for a moment.", "Put it in your own words.",
      "You come home, put your coat on the chair, sit in the dark.",
    ])
  func frames(text: String) {
    #expect(harm(in: text, after: "I tell them it's great. Then I cry.") == [])
  }

  @Test("what stands in quotation marks is not the trainee's own question, advice or harm")
  func quotations() {
    let patient = "He said, 'You should get over it. Who are you?'"
    for text in [
      "'You should get over it.' That stayed with you.",
      "You heard “Who are you?” and “you should get over it”.",
      "\"Who are you?\" he said, and \"why don't you grow up?\"",
    ] {
      #expect(harm(in: text, after: patient) == [])
      #expect(code(text, after: patient).counted.allSatisfy { $0 != "CQ" && $0 != "OQ" })
    }
    // Apostrophes open no quotation, and a response all in quotation marks is the trainee's.
    #expect(harm(in: "You shouldn't let them, they're the neighbours' kids.", after: "") != [])
    #expect(code("\"What happened then?\"").counted.contains("OQ"))
    #expect(code("What did he mean by 'fine'?").counted.contains("OQ"))
  }

  @Test("a line handed back piece by piece is an echo, sentence by sentence")
  func pieces() {
    let patient = "I made some notes for you. They aren't very good. My mother says I try too hard."
    let echo = code("You made some notes for me. They aren't very good.", after: patient)
    #expect(echo.counted == ["ECHO", "ECHO"])
    let own = code(
      "You made some notes for me. They aren't very good. What would it be like to read me one?",
      after: patient)
    #expect(own.counted.starts(with: ["ECHO", "ECHO", "OQ"]))
    #expect(!code("You try too hard.", after: patient).counted.contains("ECHO"))
  }

  @Test(
    "one word that is no answer is not understood",
    arguments: ["banana", "pizza", "что", "lolololol", "qwertz uiop"])
  func nonsense(text: String) {
    #expect(code(text, after: "I just feel invisible at work.").counted == ["NA"])
  }

  @Test("a word of the patient's is understood, whatever it is")
  func patientsWord() {
    #expect(code("Banana.", after: "He threw a banana at me.").isUnderstood)
  }

  @Test(
    "a sentence that nothing speaks for is a plain statement, not perhaps a reflection",
    arguments: [
      "Good evening, Samuel.", "Cry me a river.", "The amygdala registers the word as a threat.",
    ])
  func plain(text: String) {
    let heard = code(text, after: "I just feel invisible at work.").counted
    #expect(!heard.contains("SR") && !heard.contains("CR"))
  }

  @Test("no code is shown by one small word alone")
  func evidence() {
    let text = "And yet you still went, and it was heavy to carry. I see. It went on all the time."
    let response = code(text, after: "I went to the party.")
    for applied in response.codes where applied.confidence >= 0.4 {
      #expect(!["and", "yet", "still", "it", "then"].contains(applied.evidence.lowercased()))
    }
  }

  @Test(
    "advice needs no 'you should'",
    arguments: [
      "Join a club.", "Maybe try a running group.", "What about joining a choir?",
      "How about a rota on the fridge?", "It helps to count to ten.",
      "The best thing is to call her.", "You could always ask your mother.", "Get a cleaner.",
      "Set an alarm for seven.", "Talk to him on Sunday.", "Write it down before you go to bed.",
      "When you get home, put your phone in a drawer.",
    ])
  func advice(text: String) {
    let heard = code(text, after: "We row every night.").counted
    #expect(heard.contains("ADV"))
    #expect(!heard.contains("SR") && !heard.contains("CR"))
  }
}
