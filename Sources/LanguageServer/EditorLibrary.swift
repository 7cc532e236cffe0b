import Diagnostics
import Rubrics
import ScenarioChecker
import ScenarioModel

/// What the server needs to know of the world outside its documents.
package struct EditorLibrary {
  /// The codebook and rubrics for a file of this path; nil for a document that is not on the disk.
  ///
  /// Asked for once a document; a library that cannot be read is an incomplete one.
  package var checking: (_ path: String?) -> CheckingLibrary
  /// The choices of a scenario without errors that the coder hears otherwise than declared.
  package var heardOtherwise: (Scenario, SourceFile) -> [Diagnostic]
  /// What is wrong with a codebook, its words or coded responses, which only the files beside them
  /// tell; nil for any other file.
  package var checkRubricsFile: (SourceFile) -> [Diagnostic]?
  /// A file that a scenario uses, by its path; nil where there is none.
  package var part: (_ path: String) -> SourceFile?
  /// The words to type at a terminal for a command.
  package var command: (EditorCommand) -> [String]
  /// Called when files of a library have changed, before anything is asked for again.
  package var forget: () -> Void

  package init(
    checking: @escaping (_ path: String?) -> CheckingLibrary,
    heardOtherwise: @escaping (Scenario, SourceFile) -> [Diagnostic] = { _, _ in [] },
    checkRubricsFile: @escaping (SourceFile) -> [Diagnostic]? = { _ in nil },
    part: @escaping (_ path: String) -> SourceFile? = { _ in nil },
    command: @escaping (EditorCommand) -> [String], forget: @escaping () -> Void = {}
  ) {
    self.checking = checking
    self.heardOtherwise = heardOtherwise
    self.checkRubricsFile = checkRubricsFile
    self.part = part
    self.command = command
    self.forget = forget
  }
}

/// What an editor can ask to be done in a terminal.
package enum EditorCommand: Sendable, Hashable {
  case playFrom(path: String, beat: String)
  case runCheck(path: String, check: String)
}
