import Testing

@testable import DeliberatePractice

private let all = ["easy", "hard", "again"]

private func drill(
  _ id: String, _ difficulty: Int = 2, cues: [String] = [], skills: [String] = [],
  dimensions: [String] = [], variations: [String] = all
) -> Drill {
  Drill(
    id: id, title: "Title of \(id)", difficulty: difficulty, skills: skills, cues: cues,
    dimensions: dimensions, variations: variations)
}

private func session(_ misses: [String: Int]) -> PastSession {
  PastSession(
    scenario: "s", area: "grief", difficulty: 2, levels: [3],
    misses: misses.map { .init(cue: $0.key, missed: $0.value) })
}

@Suite("The next drill")
struct NextDrillTests {
  private func next(
    _ drills: [Drill], _ done: [PastDrill] = [], _ sessions: [PastSession] = [], today: Int = 10
  ) -> DrillProposal? {
    nextDrill(of: drills, after: .init(drills: done, sessions: sessions), today: today)
  }

  @Test("is none where there are none")
  func none() { #expect(next([]) == nil) }

  @Test("is the easiest of those never done, for a beginner")
  func beginner() {
    let proposal = next([drill("a", 3), drill("b", 1), drill("c", 1)])
    #expect(proposal?.drill.id == "b")
    #expect(proposal?.ground == .new)
    #expect(proposal?.variation == nil)
  }

  @Test("is a re-test that is due before what was missed, the one longest due first")
  func due() {
    let done = [
      PastDrill(drill: "b", mark: 4, day: 5), PastDrill(drill: "a", mark: 5, day: 3),
    ]
    let proposal = next(
      [drill("a"), drill("b"), drill("c", cues: ["hint"])], done, [session(["hint": 3])])
    #expect(proposal?.drill.id == "a")
    #expect(proposal?.ground == .due(after: 1))
    #expect(
      proposal?.reason().hasPrefix("It went well, and a re-test is due after a day.") == true)
  }

  @Test("answers what was missed most in the last five sessions, and says so in words")
  func missed() {
    let sessions =
      [session(["hint": 50])] + Array(repeating: session(["anger": 1, "hint": 2]), count: 2)
      + Array(repeating: session(["anger": 2]), count: 3)
    let proposal = next(
      [drill("a", 1, cues: ["hint"]), drill("b", 4, cues: ["anger"])], [], sessions)
    #expect(proposal?.drill.id == "b")
    #expect(proposal?.ground == .missed(cue: "anger", times: 8, sessions: 5))
    #expect(
      proposal?.reason(cueWords: ["anger": "is angry"])
        == "When the patient is angry, it was missed or passed over 8 times in your last 5 sessions."
    )
  }

  @Test("counts a moment that several ratings saw once, and passed over as missed")
  func views() {
    var one = session([:])
    one.misses = [
      .init(cue: "hint", missed: 1), .init(cue: "hint", missed: 1),
      .init(cue: "anger", missed: 1, harmed: 1),
    ]
    let proposal = next([drill("a", cues: ["hint"]), drill("b", cues: ["anger"])], [], [one])
    #expect(proposal?.ground == .missed(cue: "anger", times: 2, sessions: 1))
  }

  @Test("puts a moment on which safety hung before any other")
  func safety() {
    var one = session(["hint": 9])
    one.misses.append(.init(cue: "risk", missed: 1, isSafety: true))
    let proposal = next([drill("a", cues: ["hint"]), drill("b", 5, cues: ["risk"])], [], [one])
    #expect(proposal?.ground == .missed(cue: "risk", times: 1, sessions: 1))
  }

  @Test("leaves what went well in peace until its re-test, however much was missed")
  func rests() {
    let drills = [drill("a", cues: ["hint"]), drill("b", 5)]
    let well = PastDrill(drill: "a", mark: 5, day: 10)
    #expect(next(drills, [well], [session(["hint": 9])])?.drill.id == "b")
    let badly = PastDrill(drill: "a", mark: 2, day: 9)
    #expect(next(drills, [badly], [session(["hint": 9])])?.drill.id == "a")
  }

  @Test("goes on to what was missed next most, once the drills for the first were done today")
  func rotates() {
    let drills = [drill("a", cues: ["hint"]), drill("b", cues: ["anger"]), drill("c", 1)]
    let sessions = [session(["hint": 9, "anger": 1])]
    func after(_ ids: String...) -> String? {
      next(drills, ids.map { PastDrill(drill: $0, mark: 1, day: 10) }, sessions)?.drill.id
    }
    #expect([after(), after("a"), after("a", "b"), after("a", "b", "c")] == ["a", "b", "c", "a"])
  }

  @Test("is what went badly before what went well, once all were done, and not the last one again")
  func allDone() {
    let drills = [drill("a"), drill("b"), drill("c")]
    let done = [
      PastDrill(drill: "a", mark: 2, day: 8), PastDrill(drill: "b", mark: 3, day: 9),
      PastDrill(drill: "c", mark: 5, day: 10),
    ]
    #expect(next(drills, done)?.drill.id == "a")
    #expect(next(drills, done)?.ground == .notWell)
    let today = done + [PastDrill(drill: "a", mark: 1, day: 10)]
    #expect(next(drills, today)?.drill.id == "b")
    #expect(next([drills[0]], today)?.drill.id == "a")
    #expect(next([drills[0]], today)?.ground == .only)
  }
}

@Suite("The level of the next drill")
struct DrillLevelTests {
  private func level(
    _ done: [(mark: Int, variation: String?)], strain: PastDrill.Strain? = nil,
    wish: LevelWish? = nil
  ) -> DrillLevel {
    var drills = done.map { PastDrill(drill: "x", variation: $0.variation, mark: $0.mark, day: 1) }
    if !drills.isEmpty { drills[drills.count - 1].strain = strain }
    return nextLevel(after: drills, wish: wish).level
  }

  @Test("goes up after a mean of 4 over two, down at 2, and stays between")
  func means() {
    #expect(level([]) == .asWritten)
    #expect(level([(5, nil)]) == .asWritten)
    #expect(level([(3, nil), (5, nil)]) == .hard)
    #expect(level([(3, nil), (4, nil)]) == .asWritten)
    #expect(level([(2, nil), (2, nil)]) == .easy)
    #expect(level([(2, nil), (3, nil)]) == .asWritten)
  }

  @Test("takes two at each level, and goes no further than the words there are")
  func twoEach() {
    #expect(level([(5, nil), (5, nil), (3, "hard")]) == .hard)
    #expect(level([(5, "easy"), (5, "easy"), (3, nil)]) == .asWritten)
    #expect(level([(5, nil), (1, "hard"), (1, "hard")]) == .asWritten)
    #expect(level([(5, "hard"), (5, "hard")]) == .hard)
    #expect(level([(1, "easy"), (1, "easy")]) == .easy)
    #expect(level([(5, "hard"), (3, "again")]) == .hard)
  }

  @Test("goes by the trainee's word before any mark")
  func words() {
    #expect(level([(5, nil), (5, nil)], strain: .tooMuch) == .easy)
    #expect(level([(3, nil)], strain: .tooEasy) == .hard)
    #expect(level([(2, nil)], strain: .tooEasy) == .asWritten)
    #expect(level([(5, nil), (5, nil)], strain: .useful) == .hard)
    #expect(level([(5, nil), (5, nil)], wish: .easier) == .easy)
    #expect(level([(1, "hard")], wish: .harder) == .hard)
    #expect(nextLevel(after: [], wish: .harder).ground == .wish(.harder))
    let hard = PastDrill(drill: "x", variation: "hard", mark: 3, day: 1)
    #expect(nextLevel(after: [hard], wish: .harder).ground == .noStep(.harder))
  }

  @Test("is played in other words where the last time had just these, by turns")
  func again() {
    func words(_ variations: [String?], at level: DrillLevel, has: [String] = all) -> String? {
      variation(
        of: drill("a", variations: has), at: level,
        after: variations.map { PastDrill(drill: "a", variation: $0, mark: 3, day: 1) })
    }
    #expect(words([], at: .asWritten) == nil)
    #expect(words([nil], at: .asWritten) == "again")
    #expect(words([nil, "again"], at: .asWritten) == nil)
    #expect(words([nil], at: .hard) == "hard")
    #expect(words(["hard"], at: .hard) == "again")
    #expect(words([nil], at: .hard, has: []) == nil)
  }
}

@Suite("A word for a skill")
struct AskedSkillTests {
  private let shelf = [
    drill("a", cues: ["hint"], skills: ["SR", "simple reflection", "reflection"]),
    drill("b", cues: ["anger"], skills: ["FEEL", "feeling check"], dimensions: ["here and now"]),
  ]

  @Test(
    "stands for a drill, a code, a family, a cue or a rating, in this order, in capitals or not",
    arguments: [
      ("A", ["a"]), ("title of b", ["b"]), ("Reflection", ["a"]), ("feel", ["b"]),
      ("anger", ["b"]), ("here and now", ["b"]),
    ])
  func found(word: String, ids: [String]) {
    guard case .drills(let found) = drills(for: word, among: shelf) else {
      Issue.record("nothing found")
      return
    }
    #expect(found.map(\.id) == ids)
  }

  @Test("an unknown one names the nearest")
  func unknown() {
    #expect(
      drills(for: "feeling chek", among: shelf) == .unknown(nearest: "feeling check"))
    #expect(drills(for: "zebra crossing", among: shelf) == .unknown(nearest: nil))
  }
}
