import Scoring
import TranscriptStore

/// What a kept session's worksheets hold, as far as it called for them; nil where it was played
/// with rubrics that knew none.
func worksheets(of session: StoredSession, _ pinned: PinnedLibrary) -> KeptWorksheets? {
  let isAsked = pinned.library.rubrics.contains { rubric in
    rubric.checklist.tasks.contains { $0.worksheet != nil }
  }
  guard isAsked || !session.notes.isEmpty else { return nil }
  let (sheets, called) = (session.worksheets, pinned.scenario.facts.worksheets)
  let people = PeopleOfPatient(pinned.scenario.people)
  return KeptWorksheets(
    inventory: called.contains(.inventory) ? sheets.inventory : nil,
    focus: called.contains(.focus) ? sheets.focus : nil,
    known: Set(sheets.inventory.map(\.name).filter(people.contains)))
}
