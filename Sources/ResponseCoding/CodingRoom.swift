import Synchronization
import TranscriptModel

/// Room to work in while a response is coded, and what the patient said last, taken apart.
struct CodingRoom: Sendable {
  var search: CueSearch
  var patientSearch: CueSearch
  private var said: [Utterance] = []
  private var words = PatientWords(latest: [])

  init(_ book: CompiledCodebook) {
    search = CueSearch(book.automaton)
    patientSearch = CueSearch(book.patientAutomaton)
  }

  /// What the patient said; the same words several times running are taken apart once.
  mutating func patient(_ context: CodingContext, _ book: CompiledCodebook) -> PatientWords {
    if said != context.patient {
      words = PatientWords(latest: context.patient.map { UtteranceWords($0, book, &self) })
      said = context.patient
    }
    var result = words
    result.cuesAreUnknown = context.cuesAreUnknown
    if !context.earlierPatient.isEmpty { result.addEarlier(context.earlierPatient, book) }
    return result
  }
}

/// The rooms that nobody works in at the moment: as many as there were threads at a time.
final class CodingRooms: Sendable {
  private let book: CompiledCodebook
  private let idle = Mutex<[CodingRoom]>([])

  init(_ book: CompiledCodebook) { self.book = book }

  func use<Result>(_ body: (inout CodingRoom) -> Result) -> Result {
    var room = idle.withLock { $0.popLast() } ?? CodingRoom(book)
    defer { idle.withLock { $0.append(room) } }
    return body(&room)
  }
}
