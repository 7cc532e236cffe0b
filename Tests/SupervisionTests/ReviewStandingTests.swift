import Testing

@testable import Supervision

/// A session that is not drawn by lot, and one that is.
let (undrawn, drawn) = ("bakotuli", "gilotemi")

func rating(
  _ dimension: String, _ score: GivenScore?, evidence: String = "She hurries on.",
  turns: [Int] = [2]
) -> DimensionRating {
  DimensionRating(
    dimension: dimension, title: dimension, isGate: dimension == "safety",
    version: "0.1", hash: "", score: score, evidence: evidence, turns: turns)
}

func review(
  _ role: ReviewRole = .first, by rater: String = "ruth", _ validation: Int? = 3,
  listening: Int? = 3, safety: GivenScore = .notApplicable, isDraft: Bool = false
) -> Review {
  Review(
    session: undrawn, rater: rater, role: role, begun: "2026-03-01T09:30:00Z",
    submitted: isDraft ? nil : "2026-03-01T10:30:00Z",
    ratings: [
      rating("validation", validation.map { .level($0) } ?? .notApplicable),
      rating("listening", listening.map { .level($0) } ?? .notApplicable),
      rating("safety", safety),
    ])
}

func review(
  _ validation: Int?, listening: Int? = 3, safety: GivenScore = .notApplicable
) -> Review {
  review(.first, validation, listening: listening, safety: safety)
}

@Suite("Where the reviews of a session stand")
struct ReviewStandingTests {
  private let facts = ReviewFacts(session: undrawn, estimates: ["validation": 3])

  @Test("new until somebody begins, in review until she submits, and then released")
  func plain() {
    #expect(standing(of: [], facts).state == .new)
    #expect(standing(of: [review(isDraft: true)], facts).state == .inReview)
    let done = standing(of: [review()], facts)
    #expect(
      done
        == ReviewStanding(state: .released, hasSafetyFlag: false, disagreement: 0, reasons: []))
  }

  @Test("one of five sessions needs a second rater by lot, the same ones each time")
  func lot() {
    var facts = facts
    facts.session = drawn
    #expect(standing(of: [review()], facts).reasons == [.lot])
    #expect(standing(of: [review()], facts).state == .needsSecondRater)
    var generator = SystemRandomNumberGenerator()
    let letters = Array("abdefghiklmnoprstuvz")
    let ids = (0..<10_000).map { _ in
      String((0..<8).map { _ in letters[Int.random(in: letters.indices, using: &generator)] })
    }
    #expect((1_700...2_300).contains(ids.count(where: isDrawnByLot)))
    #expect(ids.allSatisfy { isDrawnByLot($0) == isDrawnByLot($0) })
  }

  @Test("a safety flag needs a second rater, whoever raised it")
  func safety() {
    var flagged = facts
    flagged.hasSafetyFlag = true
    #expect(standing(of: [], flagged).hasSafetyFlag)
    #expect(standing(of: [review(safety: .pass)], flagged).reasons == [.safety])
    let failed = standing(of: [review(safety: .fail)], facts)
    #expect(failed.reasons == [.safety])
    #expect(failed.hasSafetyFlag)
    #expect(standing(of: [review(safety: .pass)], facts).reasons == [])
  }

  @Test(
    "an exam below 3 anywhere or below 3.5 in the mean is failed",
    arguments: [(3, 3, true), (3, 4, false), (2, 5, true), (4, 4, false)])
  func exam(validation: Int, listening: Int, isFailed: Bool) {
    let given = review(validation, listening: listening)
    let exam = ReviewFacts(session: undrawn, isExam: true)
    #expect(standing(of: [given], exam).reasons == (isFailed ? [.failedExam] : []))
    #expect(standing(of: [given], ReviewFacts(session: undrawn)).reasons == [])
  }

  @Test("an exam with nothing but N/A needs a second rater, and is neither passed nor failed")
  func emptyExam() {
    let exam = ReviewFacts(session: undrawn, isExam: true)
    let empty = review(nil, listening: nil)
    #expect(standing(of: [empty], exam).reasons == [.emptyExam])
    #expect(standing(of: [empty], exam).state == .needsSecondRater)
    #expect(standing(of: [empty], facts).reasons == [])
    let both = [empty, review(.second, by: "sam", nil, listening: nil, safety: .pass)]
    var agreed = both
    agreed[1].ratings = empty.ratings
    #expect(standing(of: both, exam).state == .adjudication)
    #expect(finalRating(of: agreed, exam)?.examVerdict == .notAssessable)
    let unsafe = review(nil, listening: nil, safety: .fail)
    #expect(standing(of: [unsafe], exam).reasons == [.safety, .failedExam])
  }

  @Test(
    "what an exam comes to follows from its gate, its least level and its mean",
    arguments: [
      (3, 3.5, ExamVerdict.passed), (2, 4, .failed), (3, 3.4, .failed), (nil, nil, .notAssessable),
    ] as [(Int?, Double?, ExamVerdict)])
  func verdict(least: Int?, mean: Double?, verdict: ExamVerdict) {
    #expect(examVerdict(hasFailedGate: false, least: least, mean: mean) == verdict)
    #expect(examVerdict(hasFailedGate: true, least: least, mean: mean) == .failed)
  }

  @Test("two levels from the machine need a second rater; one does not")
  func gap() {
    #expect(standing(of: [review(5)], facts).reasons == [.gap])
    #expect(standing(of: [review(5)], facts).disagreement == 2)
    #expect(standing(of: [review(2)], facts).reasons == [])
    #expect(standing(of: [review(2)], facts).disagreement == 1)
    #expect(standing(of: [review(nil)], facts).reasons == [])
  }

  @Test("two raters who differ by 2 anywhere or on the gate wait for adjudication")
  func adjudication() {
    func state(_ second: Review) -> ReviewState {
      standing(of: [review(5), second], facts).state
    }
    #expect(state(review(.second, by: "sam", 4)) == .released)
    #expect(state(review(.second, by: "sam", 3)) == .adjudication)
    #expect(state(review(.second, by: "sam", 5, listening: 5)) == .adjudication)
    #expect(state(review(.second, by: "sam", 5, safety: .fail)) == .adjudication)
    #expect(state(review(.second, by: "sam", 3, isDraft: true)) == .needsSecondRater)
    let settled = [review(5), review(.second, by: "sam", 3), review(.adjudicator, by: "una", 4)]
    #expect(standing(of: settled, facts).state == .released)
    #expect(standing(of: settled, facts).disagreement == 2)
  }

  @Test("the adjudicated values are final, else the first rater's, and never a mean")
  func final() {
    let two = [review(5), review(.second, by: "sam", 4)]
    #expect(finalRating(of: two, facts)?.levels == ["validation": 5, "listening": 3])
    #expect(finalRating(of: two, facts)?.raters == ["ruth", "sam"])
    let apart = [review(5), review(.second, by: "sam", 2)]
    #expect(finalRating(of: apart, facts) == nil)
    let settled = finalRating(of: apart + [review(.adjudicator, by: "una", 3)], facts)
    #expect(settled?.levels == ["validation": 3, "listening": 3])
    #expect(settled?.raters == ["ruth", "sam"])
    #expect(settled?.passedSafety == nil)
  }

  @Test("a score needs a sentence and turns that show it; what could not be judged needs neither")
  func evidence() {
    #expect(rating("a", .level(3)).isComplete)
    #expect(!rating("a", .level(3), evidence: "").isComplete)
    #expect(!rating("a", .level(3), turns: []).isComplete)
    #expect(rating("a", .notApplicable, evidence: "", turns: []).isComplete)
    #expect(!rating("a", nil).isComplete)
  }

  @Test("a score reads as it is written, and nothing else does")
  func scores() {
    for text in ["1", "2", "3", "4", "5", "pass", "fail", "na"] {
      #expect(GivenScore(rawValue: text)?.rawValue == text)
    }
    for text in ["0", "6", "03", "+3", "", "3.5", "NA", "٣"] {
      #expect(GivenScore(rawValue: text) == nil)
    }
  }
}
