import ScenarioChecker

/// The libraries of the files open in an editor, each read once until something in one changes.
struct EditorLibraries {
  private let run: Run
  private var owners = LibraryOwners()
  private var known: [String: CheckingLibrary] = [:]

  init(_ run: Run) { self.run = run }

  /// The library a file lies in, else that of this run; `--library` names one for every file.
  mutating func checking(_ path: String?) -> CheckingLibrary {
    let named = run.command.string("library")
    let folder = named == nil ? path.flatMap { owners.folder(of: $0) } ?? "" : ""
    if let library = known[folder] { return library }
    // Whatever cannot be read keeps nobody from writing: no name is called unknown then.
    let own = folder.isEmpty ? nil : try? readLibrary(at: folder)
    let files = own ?? (try? findLibrary(named: named, run.surroundings)) ?? bundledLibrary
    let library = OpenedLibrary(files).checking
    known[folder] = library
    return library
  }
}
