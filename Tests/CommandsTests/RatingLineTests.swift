import Rubrics
import Supervision
import Testing

@testable import Commands

@Suite("What a rater types")
struct RatingLineTests {
  private func read(_ line: String, isGate: Bool = false) throws -> RatingLine {
    readRatingLine(line, isGate: isGate, turns: 9, try shippedLibrary.get().codebook)
  }

  @Test("is a score of the scale that is asked for")
  func scores() throws {
    #expect(try read("3") == .score(.level(3)))
    #expect(try read("NA") == .score(.notApplicable))
    #expect(try read("f", isGate: true) == .score(.fail))
    #expect(try read("pass", isGate: true) == .score(.pass))
    #expect(try read("3", isGate: true) == .unclear("Here it is pass, fail or na."))
    #expect(try read("pass") == .unclear("Here it is a number from 1 to 5, or na."))
    #expect(try read("6") == .unclear("h lists what there is."))
  }

  @Test("is a code by its name or id, heard or not, in a turn there is")
  func marks() throws {
    #expect(try read("+open question 4") == .mark(code: "OQ", turn: 4, isHeard: true))
    #expect(try read("- oq 9") == .mark(code: "OQ", turn: 9, isHeard: false))
    #expect(
      try read("+opne question 4")
        == .unclear("There is no code 'opne question'; 'open question' is close."))
    #expect(try read("+open question 10") == .unclear("The last turn is 9."))
    #expect(
      try read("+open question") == .unclear("Type a code and a turn: '+open question 4'."))
    guard case .unclear(let help) = try read("+validation 4") else {
      Issue.record("a family is no code")
      return
    }
    #expect(help.hasPrefix("'validation' stands for more than one; name one: "))
  }

  @Test("is a command by its letter or its word, with a slash or without")
  func commands() throws {
    #expect(try read("a") == .anchors)
    #expect(try read("/anchors") == .anchors)
    #expect(try read("t 7") == .transcript(7))
    #expect(try read("t") == .transcript(nil))
    #expect(try read("t 10") == .unclear("The last turn is 9."))
    #expect(try read("g safety") == .go("safety"))
    #expect(try read("sumbit") == .unclear("Do you mean 'submit'? h lists all."))
  }

  @Test("is turns with blanks, commas or a dash between them")
  func turns() {
    #expect(readTurns("4 7", upTo: 9) == [4, 7])
    #expect(readTurns("7,4, 4", upTo: 9) == [4, 7])
    #expect(readTurns("2-4 9", upTo: 9) == [2, 3, 4, 9])
    for text in ["", "0", "10", "4-", "-4", "4-2", "1-2-3", "four", "1-99999999999999999999"] {
      #expect(readTurns(text, upTo: 9) == nil, "\(text)")
    }
  }

  @Test("a trainee's own name is hidden where it stands as a name, and nowhere else")
  func names() {
    #expect(hiding("anna", in: "I'm Anna. Annas annal anna") == "I'm [name]. Annas annal [name]")
    #expect(hiding("Will", in: "I will, will you?") == "I will, will you?")
    #expect(hiding("trainee", in: "Trainee") == "Trainee")
    #expect(hiding("T-7Q4K", in: "(T-7Q4K)") == "([name])")
    #expect(
      hiding("anna", in: "Anna's, Anna- and Anna-Lena") == "[name]'s, [name]- and [name]-Lena")
    #expect(
      hiding("Anna Berg", in: "anna berg, Frau Berg, Anna. The berg, Bergen")
        == "[name], Frau [name], [name]. The berg, Bergen")
    #expect(
      hiding("O'Brien", in: "O’Brien, o'brien, Brien, O my") == "[name], [name], [name], O my")
    #expect(hiding("anna.b", in: "Anna B and anna_b or Anna, b") == "[name] and [name] or [name]")
    #expect(hiding("anna_b", in: "I am Anna.") == "I am [name].")
    #expect(hiding("Jo Li", in: "Jo li, Jo, Li") == "[name], [name]")
    #expect(hiding("trainee 7", in: "a Trainee, trainee 7") == "a Trainee, [name]")
    #expect(hiding("", in: "x") == "x" && hiding("--", in: "--") == "--")
  }
}
