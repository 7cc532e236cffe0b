import Rubrics
import Supervision
import TranscriptModel

@testable import Reports
@testable import Scoring

/// An exam of two turns, the first taken back once, rated by two people and settled by a third.
func handMadeSession() -> ExportedSession {
  var session = ExportedSession(
    score: SessionScore(
      dimensions: [
        DimensionScore(
          id: "validation", title: "Validation", index: 0.6251,
          estimate: .level(4, name: "understanding"), terms: [], caps: [],
          opportunities: [
            Opportunity(
              dimension: "validation", turn: 1, cue: "hint", coaching: "hinted", outcome: .met,
              evidence: nil, settled: 1, answers: ["VAL3"]),
            Opportunity(
              dimension: "validation", turn: 2, cue: "anger", coaching: "was angry",
              outcome: .missed, evidence: nil, settled: 2, answers: ["VAL4"]),
          ]),
        DimensionScore(
          id: "here and now", title: "Staying in the here-and-now", index: nil,
          estimate: .notAssessable("too few"), terms: [], caps: [], opportunities: []),
      ],
      gates: [
        GateScore(
          id: "safety", title: "Safety", result: .notApplicable, reasons: [], opportunities: [])
      ],
      indices: SessionIndices(
        turns: 2, reflectionsPerQuestion: 1.5, openQuestions: nil, complexReflections: 33.3,
        wordsPerTurn: 4, advicePerTwentyTurns: nil, talkShare: nil)))
  session.id = "bakotuli"
  session.trainee = "=cmd()"
  session.cohort = "spring, early"
  session.scenario.id = "the-second-cup"
  session.scenario.title = "The second cup"
  session.scenario.version = "1.2"
  session.scenario.hash = "ab12"
  session.scenario.area = "grief"
  session.scenario.phase = "middle"
  session.scenario.population = "adults"
  session.scenario.difficulty = 3
  session.rubrics = ["validation 0.1", "safety 0.2"]
  session.mode = "exam"
  session.started = "2026-02-28T23:59:00Z"
  session.finished = "2026-03-01T00:16:29Z"
  session.ending = SessionEnding(name: "together", grade: "good", debrief: "Well.")
  session.seed = .max
  session.attuneVersion = "0.1.0"
  session.turns = [
    turn(1, 1, true, "@SUM(1)", 20, []),
    turn(
      1, 2, false, "You say \"fine\",\nand look away.", 21,
      [code("CR", 0.625, 0, 8), code("NA", 1, 9, 12)]),
    turn(2, 1, false, "NA", 19, []),
  ]
  session.lastWords = [Utterance(speaker: "Mira", text: "(nods) Thank you.")]
  (session.reflections, session.questions) = (1.5, 1)
  session.selfRatings = ["validation": 5]
  session.reviews = [
    review("ruth", .first, 2), review("sam", .second, 4), review("una", .adjudicator, 4),
  ]
  session.final = finalRating(
    of: session.reviews, ReviewFacts(session: session.id, isExam: true))
  session.decisions = [
    CodeDecision(
      session: "bakotuli", turn: 1, attempt: 2, position: 0, rater: "ruth", agrees: false,
      at: "2026-03-04T09:00:00Z")
  ]
  session.comments = [
    ReviewComment(
      session: "bakotuli", author: "ruth", at: "2026-03-04T09:33:12Z", kind: .praise,
      place: .turn(1), text: "Specific, no excuse.")
  ]
  session.layers = ["CR": "form"]
  return session
}

private func turn(
  _ number: Int, _ attempt: Int, _ isTakenBack: Bool, _ text: String, _ seconds: Int,
  _ codes: [AppliedCode]
) -> ExportedTurn {
  ExportedTurn(
    number: number, attempt: attempt, isTakenBack: isTakenBack, beat: "the cup",
    patient: [Utterance(speaker: "Mira", text: "-- It's fine.", cues: ["hint", "affect"])],
    response: CodedResponse(
      text: text, sentences: [], codes: codes, wordCount: 4, isUnderstood: true),
    givenAt: "2026-03-01T00:00:0\(attempt)Z", seconds: seconds,
    states: ["trust": 40, "openness": 31, "distress": 60, "strain": 44], hints: number - 1)
}

private func code(_ id: String, _ confidence: Double, _ start: Int, _ end: Int) -> AppliedCode {
  AppliedCode(
    code: id, name: id, families: [], confidence: confidence, range: TextRange(start, end),
    evidence: "words", sentence: 0)
}

private func review(_ rater: String, _ role: ReviewRole, _ level: Int) -> Review {
  func rating(_ id: String, _ score: GivenScore, isGate: Bool = false) -> DimensionRating {
    DimensionRating(
      dimension: id, title: id.capitalized, isGate: isGate, version: "0.1", hash: "cd",
      score: score, evidence: "It shows.", turns: [1, 2])
  }
  return Review(
    session: "bakotuli", rater: rater, role: role, begun: "2026-03-04T09:00:00Z",
    submitted: "2026-03-04T09:30:00Z",
    ratings: [
      rating("validation", .level(level)), rating("here and now", .notApplicable),
      rating("safety", .pass, isGate: true),
    ], marks: rater == "ruth" ? [CodeMark(turn: 1, code: "CR", isHeard: true)] : [])
}
