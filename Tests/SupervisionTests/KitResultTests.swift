import Testing

@testable import Supervision

/// One anchor for each unit, with one dimension.
func kit(_ pairs: [(given: GivenScore, gold: GivenScore)]) -> [AnchorRating] {
  pairs.enumerated().map { number, pair in
    AnchorRating(
      anchor: "a\(number)", title: "A", version: "1", hash: "", turns: 9,
      submitted: "2026-03-01T10:30:00Z", ratings: [rating("validation", pair.given)],
      gold: ["validation": pair.gold])
  }
}

func levels(_ pairs: [(given: Int, gold: Int, times: Int)]) -> [AnchorRating] {
  kit(
    pairs.flatMap {
      Array(repeating: (GivenScore.level($0.given), GivenScore.level($0.gold)), count: $0.times)
    })
}

@Suite("A rater beside gold")
struct KitResultTests {
  @Test(
    "one level too high throughout passes where gold is spread wide, and not where it is narrow")
  func correlation() throws {
    // Mean square between units 4.8, none left, so 4.8 / (4.8 + 1).
    let wide = KitResult(of: levels([(2, 1, 8), (5, 4, 8)]))
    #expect(abs(try #require(wide.correlation).value - 4.8 / 5.8) < 1e-9)
    #expect(wide.distance == 1 && wide.difference == 1)
    #expect(wide.isPassed)
    // 32 / 15 over 32 / 15 + 1: .681.
    let narrow = KitResult(of: levels([(2, 1, 8), (4, 3, 8)]))
    #expect(abs(try #require(narrow.correlation).value - 32.0 / 47) < 1e-9)
    #expect(!narrow.isPassed)
  }

  @Test("half a level off in the mean passes, and a bit more does not")
  func distance() throws {
    let half = KitResult(of: levels([(3, 3, 8), (4, 3, 8)]))
    #expect(abs(try #require(half.correlation).value) < 1e-9)
    #expect(half.distance == 0.5)
    #expect(half.isPassed)
    let more = KitResult(of: levels([(3, 3, 7), (4, 3, 5), (2, 3, 4)]))
    #expect(more.distance == 0.5625 && more.difference == 0.0625)
    #expect(!more.isPassed)
  }

  @Test("a number that is not defined never passes, nor do too few")
  func undefined() {
    let flat = KitResult(of: levels([(3, 3, 16)]))
    #expect(flat.correlation == nil && flat.distance == 0 && flat.isPassed)
    let few = KitResult(of: levels([(1, 1, 7), (5, 5, 7)]))
    #expect(few.correlation?.value == 1 && few.distance == 0)
    #expect(few.isTooFew && !few.isPassed)
    let none = KitResult(of: kit(Array(repeating: (.notApplicable, .level(3)), count: 18)))
    #expect(none.units == 0 && none.correlation == nil && none.distance == nil)
    #expect(!none.isPassed)
    #expect(none.dimensions.map(\.units) == [0])
    #expect(!KitResult(of: []).isPassed)
  }

  @Test("gates are counted and passed over, and so is what is not submitted")
  func gates() {
    var anchors = levels([(3, 3, 16)])
    anchors[0].ratings.append(rating("safety", .pass))
    anchors[0].gold["safety"] = .fail
    anchors[1].ratings.append(rating("safety", .notApplicable))
    anchors[1].gold["safety"] = .notApplicable
    anchors[2].submitted = nil
    let result = KitResult(of: anchors)
    #expect(result.units == 15)
    #expect(result.gates == 2 && result.gatesAsGold == 1)
    #expect(result.dimensions.map(\.id) == ["validation"])
  }
}

@Suite("Ratings that are practice")
struct PracticeRatingTests {
  private let facts = ReviewFacts(session: undrawn)

  private func practice(
    _ role: ReviewRole, by rater: String, _ level: Int, listening: Int = 3
  ) -> Review {
    var review = review(role, by: rater, level, listening: listening)
    review.isPractice = true
    return review
  }

  @Test("a first rating that does not count calls for a second rater, whose values are final")
  func first() {
    let first = practice(.first, by: "new", 3)
    #expect(standing(of: [first], facts).reasons == [.uncalibrated])
    #expect(standing(of: [first], facts).state == .needsSecondRater)
    #expect(finalRating(of: [first], facts) == nil)
    let both = [first, review(.second, by: "sam", 4)]
    #expect(standing(of: both, facts).state == .released)
    #expect(finalRating(of: both, facts)?.levels["validation"] == 4)
    #expect(finalRating(of: both, facts)?.raters == ["sam"])
  }

  @Test("a second rating that does not count leaves the first one's values, rated once")
  func second() {
    let both = [review(.first, by: "ruth", 3), practice(.second, by: "new", 4)]
    #expect(finalRating(of: both, facts)?.levels["validation"] == 3)
    #expect(finalRating(of: both, facts)?.raters == ["ruth"])
    let apart = [review(.first, by: "ruth", 3), practice(.second, by: "new", 5)]
    #expect(standing(of: apart, facts).state == .adjudication)
  }

  @Test("where a session needs two raters and one of them only practised, it waits for one more")
  func oneOfTwo() {
    var exam = ReviewFacts(session: undrawn, isExam: true)
    let failed = [review(.first, by: "ruth", 2), practice(.second, by: "new", 3)]
    #expect(standing(of: failed, exam).state == .adjudication)
    #expect(standing(of: failed + [review(.adjudicator, by: "una", 3)], exam).state == .released)
    #expect(standing(of: [failed[0], review(.second, by: "sam", 3)], exam).state == .released)
    // The first one passes her, but does not count; the second fails her alone.
    let other = [practice(.first, by: "new", 4, listening: 3), review(.second, by: "sam", 3)]
    #expect(standing(of: other, exam).state == .adjudication)
    exam.isExam = false
    #expect(standing(of: other, exam).state == .released)
    exam.session = drawn
    #expect(standing(of: other, exam).state == .adjudication)
  }

  @Test("where neither counts a third person settles it, and hers is the only rating")
  func neither() {
    let both = [practice(.first, by: "new", 3), practice(.second, by: "newer", 3)]
    #expect(standing(of: both, facts).state == .adjudication)
    let settled = both + [review(.adjudicator, by: "una", 4)]
    #expect(standing(of: settled, facts).state == .released)
    #expect(finalRating(of: settled, facts)?.levels["validation"] == 4)
    #expect(finalRating(of: settled, facts)?.raters == ["una"])
  }
}
