import BundledLibrary
import Diagnostics
import FoundationEssentials

/// Where the scenarios, codebook and rubrics of this run come from, file by file.
struct LibraryFiles {
  /// In words, for `attune scenarios`.
  let origin: String
  /// Sorted by name within each folder.
  let scenarios: [SourceFile]
  let codebooks: [SourceFile]
  let rubrics: [SourceFile]
  /// Word lists of the codebook.
  var words: [SourceFile] = []
  /// What people answered and how it was coded.
  var responses: [SourceFile] = []
  /// Cards to read; those attune carries where there are none in the library itself.
  var lessons: [SourceFile] = []
  var carriesLessons = false
  /// The calibration kit; that which attune carries where there is none in the library itself.
  var anchors: [SourceFile] = []
  var carriesAnchors = false
  /// Files that scenarios use, where those do not lie on the disk.
  var parts: [SourceFile] = []
  /// Whether scenarios may use files from the disk too.
  var readsDisk = true

  /// A file named after `use:`, by its path beside the scenario.
  func part(at path: String) -> SourceFile? {
    (readsDisk ? try? readSource(path) : nil) ?? parts.first { $0.name == path }
  }
}

/// Why no library could be read.
struct LibraryError: Error {
  let message: String
  let help: String
}

/// Finds the library: the folder that was named, else `./Scenarios` and `./Rubrics`, else
/// `<program>/../share/attune`, else the files the program carries.
///
/// A folder that holds only one of the two is completed by what the program carries, so that an
/// instructor can write scenarios without copying the rubrics.
func findLibrary(named folder: String?, _ surroundings: Surroundings) throws -> LibraryFiles {
  if let folder = folder ?? surroundings.environment["ATTUNE_LIBRARY"].flatMap(nonEmpty) {
    guard isFolder(folder) else {
      throw LibraryError(
        message: "there is no folder '\(folder)'",
        help: "name a folder that holds Scenarios or Rubrics")
    }
    guard let files = try readLibrary(at: folder) else {
      throw LibraryError(
        message: "'\(folder)' holds neither Scenarios nor Rubrics",
        help: "name the folder above them")
    }
    return files
  }
  let here = surroundings.folder
  if let files = try readLibrary(at: here) { return files }
  if let program = surroundings.programFolder,
    let files = try readLibrary(at: program + "/../share/attune")
  {
    return files
  }
  return bundledLibrary
}

func readLibrary(at folder: String) throws -> LibraryFiles? {
  let (scenarios, rubrics) = (folder + "/Scenarios", folder + "/Rubrics")
  let has = (scenarios: isFolder(scenarios), rubrics: isFolder(rubrics))
  guard has.scenarios || has.rubrics else { return nil }
  let carried = bundledLibrary
  let own =
    has.rubrics
    ? try readFiles(
      in: rubrics, endings: [".codebook", ".words", ".rubric", ".responses", ".anchor"])
    : []
  // Responses to the lines of a scenario lie beside it.
  let played =
    has.scenarios
    ? try readFiles(in: scenarios, endings: [".scenario", ".responses", ".lesson"]) : []
  func ending(_ suffix: String) -> [SourceFile] {
    (own + played).filter { $0.name.hasSuffix(suffix) }
  }
  let (codebooks, ownRubrics) = (ending(".codebook"), ending(".rubric"))
  let (lessons, anchors) = (ending(".lesson"), ending(".anchor"))
  return LibraryFiles(
    origin: folder,
    scenarios: has.scenarios ? ending(".scenario") : carried.scenarios,
    codebooks: codebooks.isEmpty ? carried.codebooks : codebooks,
    rubrics: ownRubrics.isEmpty ? carried.rubrics : ownRubrics,
    words: completed(ending(".words"), by: carried.words),
    responses: ending(".responses"),
    lessons: lessons.isEmpty ? carried.lessons : lessons, carriesLessons: lessons.isEmpty,
    anchors: anchors.isEmpty ? carried.anchors : anchors, carriesAnchors: anchors.isEmpty)
}

/// The word lists the program carries, in which a file of one's own takes the place of the one with
/// its name; a list that stands in the codebook itself goes before any of them.
private func completed(_ own: [SourceFile], by carried: [SourceFile]) -> [SourceFile] {
  func stem(_ file: SourceFile) -> Substring? { file.name.split(separator: "/").last }
  let names = Set(own.map(stem))
  return carried.filter { !names.contains(stem($0)) } + own
}

/// Every file below a folder with one of these endings, sorted by name; hidden ones are left out.
func readFiles(in folder: String, endings: [String]) throws -> [SourceFile] {
  guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else {
    throw LibraryError(
      message: "the folder '\(folder)' cannot be read", help: "allow yourself to read it")
  }
  return
    try names
    .filter { name in
      endings.contains { name.hasSuffix($0) }
        && !name.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    .sorted()
    .map { folder + "/" + $0 }
    .filter { !isFolder($0) }
    .map(readSource)
}

/// One file as it lies on the disk.
func readSource(_ path: String) throws -> SourceFile {
  if isFolder(path) {
    throw LibraryError(message: "'\(path)' is a folder", help: "name a file in it")
  }
  guard let data = FileManager.default.contents(atPath: path) else {
    let exists = FileManager.default.fileExists(atPath: path)
    throw LibraryError(
      message: exists ? "'\(path)' cannot be read" : "there is no file '\(path)'",
      help: exists ? "allow yourself to read it" : "look at the name and the folder")
  }
  let name = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
  return SourceFile(name: name, bytes: [UInt8](data))
}

/// The files that were in Scenarios/ and Rubrics/ when the program was built.
var bundledLibrary: LibraryFiles {
  var count = 0
  let files: [SourceFile] = UnsafeBufferPointer(start: attune_bundled_files(&count), count: count)
    .map { file in
      SourceFile(
        name: String(cString: file.name),
        bytes: [UInt8](UnsafeBufferPointer(start: file.bytes, count: file.count)))
    }
  func ending(_ suffix: String) -> [SourceFile] { files.filter { $0.name.hasSuffix(suffix) } }
  return LibraryFiles(
    origin: "attune itself", scenarios: ending(".scenario"), codebooks: ending(".codebook"),
    rubrics: ending(".rubric"), words: ending(".words"), responses: ending(".responses"),
    lessons: ending(".lesson"), anchors: ending(".anchor"), parts: ending(".part"))
}

func isFolder(_ path: String) -> Bool {
  var isDirectory = false
  return FileManager.default.fileExists(atPath: path, isDirectory: &isDirectory) && isDirectory
}

/// The names in a folder, hidden ones left out; none where it cannot be read.
func namesInFolder(_ folder: String) -> [String] {
  let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
  return names.filter { !$0.hasPrefix(".") }
}

/// A folder and all below it; links are not followed.
func foldersBelow(_ folder: String) -> [String] {
  let below = (try? FileManager.default.subpathsOfDirectory(atPath: folder)) ?? []
  return [folder] + below.sorted().map { folder + "/" + $0 }.filter(isFolder)
}

func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

func nonEmpty(_ text: String) -> String? { text.isEmpty ? nil : text }
