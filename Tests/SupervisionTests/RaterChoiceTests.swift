import Testing

@testable import Supervision

@Suite("Who may rate")
struct RaterChoiceTests {
  private func session(
    _ state: ReviewState, _ reviews: [Review] = [], isExam: Bool = false,
    assigned: [ReviewRole: String] = [:]
  ) -> SessionToRate {
    SessionToRate(
      session: undrawn, trainee: "anna", supervisor: "ruth", isExam: isExam, state: state,
      reviews: reviews, assigned: assigned)
  }

  private func refusal(_ session: SessionToRate, _ rater: String) -> ReviewRefusal? {
    #expect(throws: ReviewRefusal.self) { try session.blindRole(of: rater) }
  }

  @Test("anybody but the trainee may begin, and goes on with her own draft")
  func first() throws {
    #expect(try session(.new).blindRole(of: "ruth") == .first)
    #expect(refusal(session(.new), "anna") == .ownSession(session: undrawn))
    let begun = session(.inReview, [review(by: "ruth", isDraft: true)])
    #expect(try begun.blindRole(of: "ruth") == .first)
    #expect(refusal(begun, "sam") == .somebodyElseRates(session: undrawn))
  }

  @Test("the second rater is never the first")
  func second() throws {
    let waiting = session(.needsSecondRater, [review(by: "ruth")])
    #expect(try waiting.blindRole(of: "sam") == .second)
    #expect(refusal(waiting, "ruth") == .ratedAlready(session: undrawn))
    #expect(
      refusal(session(.needsSecondRater, [review(by: "sam")], assigned: [.second: "una"]), "vera")
        == .somebodyElseRates(session: undrawn))
  }

  @Test("the second rater of an exam is never the trainee's own supervisor")
  func supervisor() throws {
    let exam = session(.needsSecondRater, [review(by: "sam")], isExam: true)
    #expect(refusal(exam, "ruth") == .ownSupervisor(session: undrawn))
    #expect(
      try session(.needsSecondRater, [review(by: "sam")]).blindRole(of: "ruth") == .second)
  }

  @Test("who settles a difference is a third person, unless both have talked it over")
  func adjudicator() throws {
    let apart = session(.adjudication, [review(by: "ruth"), review(.second, by: "sam")])
    #expect(throws: ReviewRefusal.raterAdjudicates(session: undrawn)) {
      try apart.check("sam", as: .adjudicator)
    }
    try apart.check("una", as: .adjudicator)
    try apart.check("sam", as: .adjudicator, isJoint: true)
    #expect(refusal(apart, "una") == .waitsForAdjudication(session: undrawn))
  }

  @Test("where one of two ratings does not count, neither rater settles it, not even together")
  func practice() throws {
    var practice = review(.second, by: "new")
    practice.isPractice = true
    let waiting = session(.adjudication, [review(by: "ruth"), practice])
    for rater in ["ruth", "new"] {
      #expect(throws: ReviewRefusal.raterAdjudicates(session: undrawn)) {
        try waiting.check(rater, as: .adjudicator, isJoint: true)
      }
    }
    try waiting.check("una", as: .adjudicator, isJoint: true)
  }

  @Test("a rater is drawn among those who may, the same from the same names in any order")
  func drawnByLot() {
    let exam = session(.needsSecondRater, [review(by: "sam")], isExam: true)
    let names = ["sam", "ruth", "una", "anna", "vera"]
    let drawn = exam.drawn(from: names, for: .second)
    #expect(["una", "vera"].contains(drawn))
    #expect(exam.drawn(from: names.reversed(), for: .second) == drawn)
    #expect(exam.drawn(from: ["ruth", "sam", "anna"], for: .second) == nil)
  }
}

@Suite("How far the machine is trusted with a code here")
struct CodePrecisionTests {
  private func precision(_ agreed: Int, of count: Int) -> CodePrecision {
    CodePrecision(code: "ADV", name: "advice", agreed: agreed, count: count)
  }

  @Test("the interval is Wilson's")
  func wilson() throws {
    // Newcombe 1998, table I: 81 of 263 and 15 of 148.
    let many = try #require(precision(81, of: 263).interval)
    #expect(abs(many.low - 0.2553) < 0.00005)
    #expect(abs(many.high - 0.3662) < 0.00005)
    let few = try #require(precision(15, of: 148).interval)
    #expect(abs(few.low - 0.0624) < 0.00005)
    #expect(abs(few.high - 0.1605) < 0.00005)
    #expect(precision(0, of: 0).interval == nil)
    #expect(precision(20, of: 20).interval?.high == 1)
  }

  @Test("a code is demoted when even the upper end is too low, and never on fewer than 20 words")
  func demoted() {
    #expect(precision(9, of: 20).isDemoted(reliability: nil))
    #expect(!precision(12, of: 20).isDemoted(reliability: nil))
    #expect(!precision(0, of: 19).isDemoted(reliability: nil))
    #expect(!precision(9, of: 20).isDemoted(reliability: 0.5))
  }
}
