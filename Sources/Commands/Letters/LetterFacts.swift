import DeliberatePractice
import Scoring
import Supervision
import TranscriptStore

extension LetterDraft {
  /// Nil while the ratings are not final.
  init?(of id: String, in store: TranscriptStore, _ run: Run) throws {
    let session = try store.load(id)
    let reviewed = try store.reviewed(id)
    guard let final = reviewed.final else { return nil }
    let pinned = try openPinned(session)
    let (exchanges, _) = Commands.exchanges(of: session)
    let score = Scoring.score(
      exchanges, rubrics: pinned.rubrics, codebook: pinned.library.codebook,
      isOver: session.record.state.ending != nil)
    // Words for what to practise are no reason to fail in a folder whose library is being written.
    let shelf = try? PracticeShelf(
      run.library(), of: session.record.trainee, in: store, now: run.surroundings.now())
    let point = oneThingToDo(score, exchanges)
    self.init(
      session: session, exchanges: exchanges, reviewed: reviewed, final: final, score: score,
      rubrics: pinned.rubrics,
      drills: drillLines(
        reviewed.comments.compactMap(\.drill), cue: point?.opportunity.cue, shelf),
      next: shelf?.nextSession().map { proposal in
        let aim = point.map { ", and look out for when the patient \($0.opportunity.coaching)" }
        return "Practise \(proposal.words)\(aim ?? "")."
      })
  }
}

/// What comments recommend, else what attune proposes for the cue that was missed.
private func drillLines(_ named: [String], cue: String?, _ shelf: PracticeShelf?) -> [String] {
  guard let shelf else { return named.map { "attune drill \($0)" } }
  if !named.isEmpty {
    var seen: Set<String> = []
    return named.filter { seen.insert($0).inserted }.map { name in
      let entry = try? shelf.library.scenario(named: name)
      return drillLine(entry?.stem ?? name, entry?.checked.scenario?.facts.title)
    }
  }
  let fitting = shelf.drills.filter { drill in cue.map(drill.cues.contains) ?? false }
  let proposal = nextDrill(
    of: fitting.isEmpty ? shelf.drills : fitting, after: shelf.history, today: shelf.today)
  return proposal.map { [drillLine($0.drill.names.first ?? $0.drill.id, $0.drill.title)] } ?? []
}

private func drillLine(_ name: String, _ title: String?) -> String {
  (title.map { "“\($0)”: " } ?? "") + "attune drill \(name)"
}
