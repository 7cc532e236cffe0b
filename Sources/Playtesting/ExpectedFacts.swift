import ScenarioModel
import Scoring
import TranscriptModel

/// Whether what an author expects is the case.
extension CheckRun {
  func holds(_ fact: ExpectedFact) -> Bool {
    switch fact {
    case .fact(let fact): session.engine.fits(fact)
    case .rating(let rubric, let comparison, let number):
      rating(by: rubric).level.map { comparison.holds($0, number) } ?? false
    case .beat(let index): session.ending == nil && session.engine.beat == index
    case .ending(let index):
      scenario.endings.indices.contains(index)
        && session.ending?.name == scenario.endings[index].name
    case .outcome(let grade): session.ending?.grade == grade
    case .hears(let words): plain(answer).contains(plain(words))
    case .note(let words): notesLeft.contains { plain($0).contains(plain(words)) }
    case .everyBeatVisited: report.map { !$0.beatVisits.contains(0) } ?? false
    case .everyRuleTaken: report.map { !$0.ruleTaken.joined().contains(0) } ?? false
    case .everyEndingReached: report.map { !$0.endingVisits.contains(0) } ?? false
    case .noWalkOver(let turns): report.map { $0.longestWalk <= turns } ?? false
    case .noGoodEndingWithRiskOpen: report.map { $0.goodEndingWithRiskOpen == nil } ?? false
    }
  }

  /// What the patient has said since the trainee's last words.
  var answer: String { session.latest.map(\.text).joined(separator: " ") }

  /// The notes for the supervisor on what was not done in time, so far.
  var notesLeft: [String] {
    session.events.compactMap { event in
      if case .dutyMissed(_, _, _, let note) = event { note } else { nil }
    }
  }

  /// What the patient had shown before the latest response, each once.
  var offeredCues: [String] {
    var cues: [String] = []
    for cue in session.exchanges.last?.patient.flatMap(\.cues) ?? [] where !cues.contains(cue) {
      cues.append(cue)
    }
    return cues
  }

  /// As if the session were over where it has ended, else as it stands.
  func rating(by id: String) -> Estimate {
    let isOver = session.ending != nil
    let score = score(
      session.exchanges, rubrics: rubrics.filter { $0.id == id }, codebook: codebook,
      isOver: isOver)
    return score.dimensions.first?.estimate ?? .notAssessable("it gives no levels")
  }

  /// Case, kinds of apostrophe and widths of blanks aside.
  private func plain(_ text: String) -> String {
    text.lowercased().map { $0 == "’" ? "'" : $0 }.split(whereSeparator: \.isWhitespace)
      .map { String($0) }.joined(separator: " ")
  }
}
