import Diagnostics
import TranscriptStore

/// What a scenario is put together from: its own file and the parts it uses.
extension LibraryScenario {
  /// To be kept with a session; a part is known again by the ending of its name.
  var pinned: [PinnedFile] {
    ([file] + checked.parts.map(\.file)).map {
      PinnedFile(kind: .scenario, name: $0.name, bytes: $0.bytes)
    }
  }
}

extension Run {
  /// Shows what is wrong with a scenario and with the parts it uses.
  func showProblems(of entry: LibraryScenario) throws {
    try show(entry.checked.diagnostics, in: entry.file)
    for part in entry.checked.parts { try show(part.diagnostics, in: part.file) }
  }
}

func isPart(_ name: String) -> Bool { name.hasSuffix(".part") }
