import Foundation
import Lessons
import ResponseCoding
import Terminal
import Testing

@testable import Commands

private let cards = """
  ---
  title: Our cards
  id: ours
  order: 2
  ---
  # Card: Asking
  Ask openly.

  - who
  - what

  patient: "It was a long week."
    good: "What was the week like for you?"
      shows: open question
      because: the patient chooses where to begin
    poor: "You should just go to bed earlier."
      shows: advice without permission
      because: nobody has asked for it
  see: hint, sam, Silence

  # Card: Silence
  Waiting is work.

  # Card: Silence by telephone
  A pause may be a doorbell.

  """

@Suite("attune learn")
struct LearnTests {
  private func deskWithLessons() throws -> Desk {
    let desk = try Desk()
    _ = try desk.write(cards, to: "own/Scenarios/Lessons/ours.lesson")
    _ = try desk.write(
      "---\ntitle: First\nid: first\norder: 1\n---\n# Card: Only\nOne.\n",
      to: "own/Scenarios/Lessons/zz.lesson")
    _ = try desk.write("---\nid: sam\n---\n" + tinyScenario, to: "own/Scenarios/Deep/sam.scenario")
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/own"
    return desk
  }

  @Test("lists the lessons in their order, with their cards")
  func list() throws {
    #expect(
      try deskWithLessons().attune("learn")
        == Outcome(
          status: 0,
          output: """
            1. First
                Only
            2. Our cards
                Asking; Silence; Silence by telephone
            'attune learn' with the name of a lesson or card shows it.

            """, errors: ""))
  }

  @Test("shows a card with its examples, and what to type to go on")
  func card() throws {
    #expect(
      try deskWithLessons().attune("learn", "asking", "--plain")
        == Outcome(
          status: 0,
          output: """
            Asking

            Ask openly.

            - who
            - what

            The patient: “It was a long week.”
            Rather: “What was the week like for you?” (shows open question) — the patient
                    chooses where to begin
            Not: “You should just go to bed earlier.” (shows advice without permission) —
                 nobody has asked for it

            To go on:
            - attune explain hint
            - attune practice sam
            - attune learn "Silence"

            """, errors: ""))
  }

  @Test("a lesson that is piped comes whole, by its id or title")
  func lesson() throws {
    let desk = try deskWithLessons()
    let outcome = desk.attune("learn", "our", "cards")
    #expect(outcome == desk.attune("learn", "ours"))
    #expect(
      outcome.output.hasSuffix(
        "\nSilence\n\nWaiting is work.\n\nSilence by telephone\n\nA pause may be a doorbell.\n"))
  }

  @Test("a whole title goes before a part of others; several parts are listed; a code will do")
  func topics() throws {
    let desk = try deskWithLessons()
    #expect(desk.attune("learn", "silence").output == "Silence\n\nWaiting is work.\n")
    #expect(
      desk.attune("learn", "silen").output
        == "Several fit:\n1. Silence: attune learn \"ours#Silence\"\n"
        + "2. Silence by telephone: attune learn \"ours#Silence by telephone\"\n")
    #expect(desk.attune("learn", "ours#silence").output == "Silence\n\nWaiting is work.\n")
    #expect(desk.attune("learn", "open question").output.hasPrefix("Asking\n"))
    #expect(
      desk.attune("learn", "askin", "g").errors
        == "error: there is no lesson or card 'askin g'\nhelp: 'Asking' is close\n")
    #expect(desk.attune("learn", "zebra").errors.hasSuffix("help: 'attune learn' lists them\n"))
  }

  @Test("at a terminal the cards come one by one; n lists them, a number leaps, q leaves")
  func terminal() throws {
    let desk = try deskWithLessons()
    func lines(_ texts: String...) -> [ConsoleInput] { texts.map { .line($0) } }
    let all = desk.console("learn", "ours", "--plain", input: lines("", ""))
    #expect(all.status == 0)
    #expect(all.output.contains("A pause may be a doorbell."))
    let left = desk.console("learn", "--plain", input: lines("2", "n", "7", "3"))
    #expect(left.output.contains("1. Asking\n2. Silence\n3. Silence by telephone\n"))
    #expect(left.output.contains("Please type Enter, n, q or the number of a card.\n"))
    #expect(left.output.hasSuffix("A pause may be a doorbell.\n"))
    #expect(!left.output.contains("Waiting is work."))
    #expect(!desk.console("learn", "ours", input: lines("q")).output.contains("Waiting"))
  }

  @Test("other programs get lists and cards as JSON")
  func json() throws {
    let desk = try deskWithLessons()
    #expect(
      desk.attune("learn", "--json").output
        == #"{"lessons":[{"cards":["Only"],"id":"first","title":"First"},"#
        + #"{"cards":["Asking","Silence","Silence by telephone"],"id":"ours","title":"Our cards"}],"#
        + #""version":1}"# + "\n")
    #expect(
      desk.attune("learn", "only", "--json").output
        == #"{"cards":[{"commands":[],"lesson":"first","parts":[{"paragraph":"One."}],"#
        + #""title":"Only"}],"version":1}"# + "\n")
    #expect(desk.attune("learn", "asking", "--json").output.contains(#""shows":["open question"]"#))
  }

  @Test("a library without lessons has those attune carries, and is not checked for them")
  func carried() throws {
    let desk = try Desk()
    _ = try desk.write(tinyScenario, to: "own/Scenarios/sam.scenario")
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/own"
    #expect(desk.attune("learn", "ladder of validation").status == 0)
    #expect(!desk.attune("check").errors.contains(".lesson"))
  }

  @Test("a lesson with errors is shown as far as it can be read, and named")
  func broken() throws {
    let desk = try deskWithLessons()
    let file = try desk.write(
      "---\ntitle: Bad\nid: bad\n---\n# Card: Worse\nWords.\n# Crad: x\n",
      to: "own/Scenarios/Lessons/bad.lesson")
    let outcome = desk.attune("learn", "worse")
    #expect(outcome.output == "Worse\n\nWords.\n")
    #expect(outcome.errors.contains("has errors; 'attune check' shows them"))
    #expect(outcome.status == 1)
    #expect(desk.attune("check").errors.contains("\(file):7:3: error R506"))
  }

  @Test("after a session the card about what would have helped is named, but not in an exam")
  func afterSession() throws {
    let desk = try Desk()
    let lines = try responses("new-city-no-map.adviser")
    let coached = desk.attune("practice", "new-city-no-map", lines: lines).output
    let named = try #require(coached.rows.last { $0.hasPrefix("To read about it: attune learn ") })
    let title = named.split(separator: "\"").last.map(String.init) ?? ""
    #expect(desk.attune("learn", title).output.hasPrefix(title + "\n"))
    let exam = desk.attune("practice", "new-city-no-map", "--mode", "exam", lines: lines).output
    #expect(exam.contains("One thing to do differently"))
    #expect(!exam.contains("To read about it"))
  }
}

@Suite("The cards attune carries")
struct ShippedLessonTests {
  @Test("are read without a problem, and every example is heard as it says")
  func heard() throws {
    let codebook = try shippedLibrary.get().codebook
    let coder = ResponseCoder(codebook)
    #expect(bundledLibrary.lessons.count >= 16)
    for file in bundledLibrary.lessons {
      let checked = readLesson(file, codebook: codebook)
      let lesson = try #require(checked.lesson, "\(file.name)")
      let found = checked.diagnostics + exampleProblems(of: lesson, coder: coder)
      #expect(
        found.map { "\(file.line(at: $0.span.start) + 1): \($0.message)" } == [], "\(file.name)")
    }
  }

  @Test("each has a title, an id and a place of its own")
  func titles() throws {
    let shelf = LessonShelf(bundledLibrary, try shippedLibrary.get().codebook)
    let titles = shelf.cards.map { $0.card.title.lowercased() }
    #expect(Set(titles).count == titles.count)
    #expect(Set(shelf.lessons.map(\.id)).count == shelf.lessons.count)
    #expect(shelf.lessons.map(\.order) == (1...shelf.lessons.count).map(Optional.init))
  }

  @Test("what to go on with is there")
  func references() throws {
    let shelf = LessonShelf(bundledLibrary, try shippedLibrary.get().codebook)
    for found in shelf.cards {
      for reference in found.card.see {
        #expect(
          shelf.references.command(for: reference.name) != nil,
          "\(found.card.title): \(reference.name)")
      }
    }
  }

  @Test("every card about a technique has a good and a poor answer")
  func techniques() throws {
    let shelf = LessonShelf(bundledLibrary, try shippedLibrary.get().codebook)
    let lesson = try #require(shelf.lessons.first { $0.id == "techniques" })
    for card in lesson.cards {
      #expect(card.examples.contains { $0.answers.contains { $0.kind == .good } }, "\(card.title)")
      #expect(card.examples.contains { $0.answers.contains { $0.kind == .poor } }, "\(card.title)")
    }
  }
}
