import Testing

@testable import Progress

@Suite("What sessions show together")
struct TraineeProgressTests {
  @Test("of no session there is nothing to show")
  func none() {
    let nothing = progress(of: [])
    #expect(nothing.sessions == 0 && nothing.drillsDone == 0 && nothing.firstDay == nil)
    #expect(nothing.dimensions.isEmpty && nothing.cues.isEmpty && nothing.indices.isEmpty)
    #expect(nothing.competence.standing == .notEnoughObservations)
  }

  @Test("a dimension has its course, and what could not be assessed is no level")
  func course() throws {
    let dimension = try #require(progress(of: sessions([2, nil, 3, 4])).dimensions.first)
    #expect(dimension.course.map(\.level) == [2, 3, 4])
    #expect(dimension.notAssessable == 1)
    #expect(dimension.mean?.mean == 3)
    #expect(dimension.trend == nil)
  }

  @Test("figures count the last twenty whole sessions, and the best of all stays")
  func window() throws {
    let levels = [5] + Array(repeating: 2, count: 24)
    let all = progress(of: sessions(levels))
    let dimension = try #require(all.dimensions.first)
    #expect(all.sessions == 25 && all.counted.count == 20)
    #expect(dimension.course.count == 20 && dimension.mean?.mean == 2)
    #expect(dimension.best?.session == "s1" && dimension.best?.level == 5)
  }

  @Test("the personal best is where the highest level was first reached")
  func best() {
    #expect(progress(of: sessions([2, 4, 3, 4])).dimensions.first?.best?.session == "s2")
  }

  @Test("the gap of a trainee's own ratings is above the estimate or below it")
  func selfGap() throws {
    let own = [(2, 4), (3, 4), (2, 3)].enumerated().map {
      session($0.offset, validation: $0.element.0, self: $0.element.1)
    }
    let dimension = try #require(progress(of: own + sessions([4])).dimensions.first)
    #expect(dimension.selfRated == 3)
    #expect(abs((dimension.selfGap?.mean ?? 0) - 4.0 / 3) < 1e-9)
  }

  @Test("moments are counted by dimension and cue, the most missed cue first")
  func moments() throws {
    var one = session(1, validation: 3)
    one.tallies = [
      .init(dimension: "validation", cue: "anger", moments: MomentTally(met: 2, missed: 1)),
      .init(dimension: "validation", cue: "hint", moments: MomentTally(half: 1, harmed: 2)),
    ]
    var two = session(2, validation: 3)
    two.tallies = [
      .init(dimension: "validation", cue: "anger", moments: MomentTally(met: 1)),
      .init(dimension: "listening", cue: "anger", moments: MomentTally(met: 1)),
    ]
    let both = progress(of: [one, two])
    #expect(both.dimensions.first?.moments == MomentTally(met: 3, half: 1, missed: 1, harmed: 2))
    #expect(both.cues.map(\.cue) == ["hint", "anger"])
    #expect(both.cues.map(\.missed) == [2, 1])
    #expect(both.cues.last?.dimensions.map(\.title) == ["Validation", "Listening"])
  }

  @Test("a number stands beside its default target, and not where it is no criterion")
  func targets() throws {
    var three = sessions([3, 3, 3])
    for place in three.indices {
      three[place].indices = [
        .init(name: "reflections per question", value: 1.2, unit: ""),
        .init(name: "open questions", value: place == 0 ? nil : 60, unit: "%"),
        .init(name: "words per turn", value: 40, unit: ""),
        .init(name: "complex reflections", value: 20, unit: "%"),
      ]
    }
    let indices = progress(of: three).indices
    #expect(indices.map(\.standing) == [.step("competent"), nil, .above, nil])
    #expect(indices.map(\.course.count) == [3, 2, 3, 3])
    #expect(indices[1].target == .atLeast(50) && indices[3].target == nil)
  }

  @Test("gates are counted")
  func gates() {
    let all: [PastSession.Gate] = [.pass, .fail, .open, .notApplicable, .pass]
    let gates = progress(
      of: all.enumerated().map { session($0.offset, validation: 3, gate: $0.element) }
    ).gates
    #expect(gates == GateTally(passed: 2, failed: 1, open: 1, notApplicable: 1))
  }

  @Test("drills stand by themselves and are no sessions")
  func drills() {
    let all = progress(
      of: [drill("hint", day: 3, mark: 2), drill("anger", day: 4, mark: nil)] + sessions([3])
        + [drill("hint", day: 5, mark: 4)],
      nextRetest: { $0 == "hint" ? CalendarDay(number: 6) : nil })
    #expect(all.sessions == 1 && all.drillsDone == 3)
    #expect(all.drills.map(\.scenario) == ["hint", "anger"])
    #expect(all.drills.first?.attempts.map(\.mark) == [2, 4])
    #expect(all.drills.map(\.nextRetest) == [CalendarDay(number: 6), nil])
  }
}
