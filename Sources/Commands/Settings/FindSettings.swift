import Diagnostics
import FoundationEssentials
import Terminal

extension Run {
  /// What is set for everybody at this computer, and over it what this person set.
  ///
  /// Where a file has mistakes they are shown, and what can be read of it holds: nobody is kept from
  /// practising by a slip in a settings file, and no slip goes unsaid.
  func settings() throws -> Settings {
    var settings = Settings()
    for path in settingsPaths {
      let file: SourceFile
      do {
        file = try readSource(path)
      } catch let error as LibraryError {
        try errors.paragraph("\(error.message); \(error.help)", as: .warning)
        continue
      }
      let read = readSettings(file)
      try show(read.diagnostics, in: file)
      settings = settings.overridden(by: read.settings)
    }
    return settings
  }

  /// The files there are, the one that overrides the others last; `ATTUNE_SETTINGS` names the only one.
  private var settingsPaths: [String] {
    let environment = surroundings.environment
    if let named = environment["ATTUNE_SETTINGS"].flatMap(nonEmpty) { return [named] }
    let folders = BaseFolders(environment: environment)
    let all = folders.sharedConfig.reversed() + [folders.configHome].compactMap(\.self)
    return all.map { $0 + "/attune/attune.settings" }
      .filter { FileManager.default.fileExists(atPath: $0) }
  }
}
