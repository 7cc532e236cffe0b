import Diagnostics
import FoundationEssentials

/// Which library a file on the disk lies in: the nearest folder above it whose `Rubrics` holds a
/// codebook.
struct LibraryOwners {
  /// By folder; empty where none was found.
  private var known: [String: String] = [:]

  /// Nil for a file outside every library, and for standard input.
  mutating func folder(of file: String) -> String? {
    if file == "-" { return nil }
    var passed: [String] = []
    var folder = parent(absolute(file))
    var found = ""
    while let here = folder {
      if let owner = known[here] {
        found = owner
        break
      }
      passed.append(here)
      if holdsCodebook(here + "/Rubrics") {
        found = here
        break
      }
      folder = parent(here)
    }
    for here in passed { known[here] = found }
    return nonEmpty(found)
  }
}

extension Run {
  /// The scenario a person means, with the library it is checked and played with: for a file the one
  /// it lies in, unless `--library` names another; for a name that of this run.
  func open(_ name: String) throws -> (library: Library, scenario: LibraryScenario) {
    var owners = LibraryOwners()
    if command.string("library") == nil, isScenarioFile(name),
      let folder = owners.folder(of: name), let files = try readLibrary(at: folder)
    {
      let library = try openLibrary(files)
      return (library, try library.scenario(named: name))
    }
    let library = try library()
    if name == "-" {
      let bytes = try surroundings.streams.input.readToEnd()
      return (library, library.check(SourceFile(name: name, bytes: bytes)))
    }
    return (library, try library.scenario(named: name))
  }
}

/// Whether a person means a file by this, and not the name of a scenario.
func isScenarioFile(_ name: String) -> Bool { name.hasSuffix(".scenario") || name.contains("/") }

private func holdsCodebook(_ folder: String) -> Bool {
  namesInFolder(folder).contains { $0.hasSuffix(".codebook") }
}

/// A path from the root, without `.` and empty parts.
func absolute(_ path: String) -> String {
  let whole = path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  var parts: [Substring] = []
  for part in whole.split(separator: "/") where part != "." {
    if part == ".." { _ = parts.popLast() } else { parts.append(part) }
  }
  return "/" + parts.joined(separator: "/")
}

/// The folder above; nil above the root.
func parent(_ path: String) -> String? {
  guard let slash = path.lastIndex(of: "/"), path != "/" else { return nil }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
