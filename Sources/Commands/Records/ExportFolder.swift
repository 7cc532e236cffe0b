import FoundationEssentials
import Glibc

/// A file of an export.
struct ExportFile {
  var name: String
  var text: String
}

/// A folder that is written whole or not at all, for its owner's eyes only.
struct ExportFolder {
  let path: String
  let mayReplace: Bool

  init(_ path: String, mayReplace: Bool) {
    var path = path
    while path.count > 1, path.hasSuffix("/") { path.removeLast() }
    self.path = path
    self.mayReplace = mayReplace
  }

  /// By which it is found again.
  var place: String { pathFromTop(path) }

  /// Every name an export has ever given a file: what holds others is not ours to replace.
  private static let names: Set<String> = [
    "README.txt", "agreement.csv", "codebook.csv", "codes.csv", "dictionary.csv", "gates.csv",
    "import.R", "import.sps", "indices.csv", "ratings.csv", "record.html", "record.json",
    "sessions.csv", "sessions.jsonl", "statements.json", "turns.csv",
  ]

  /// Throws why nothing can be written there, before anything is done.
  func check() throws(LibraryError) {
    guard access(path, F_OK) == 0 else { return }
    guard let found = try? FileManager.default.contentsOfDirectory(atPath: path) else {
      throw LibraryError(message: "'\(path)' is no folder", help: "name a new folder with --out")
    }
    guard !found.isEmpty else { return }
    guard found.allSatisfy(Self.names.contains) else {
      throw LibraryError(
        message: "'\(path)' holds other files", help: "name a new folder with --out")
    }
    guard mayReplace else {
      throw LibraryError(
        message: "'\(path)' holds an export", help: "name another folder, or replace it: --force")
    }
  }

  /// Writes the files into a new folder beside this one, lets `beforeNaming` happen, and gives it the
  /// name.
  func write(_ files: [ExportFile], beforeNaming: () throws -> Void) throws {
    try check()
    do {
      try FileManager.default.createDirectory(
        atPath: String(place[..<(place.lastIndex(of: "/") ?? place.startIndex)]) + "/",
        withIntermediateDirectories: true)
      let partial = try newFolder()
      do {
        for file in files { try writePrivately(file.text, to: partial + "/" + file.name) }
        try beforeNaming()
        try swap(in: partial)
      } catch {
        try? FileManager.default.removeItem(atPath: partial)
        throw error
      }
    } catch let error where error is ExportFailure || error is CocoaError {
      throw LibraryError(
        message: "'\(path)' cannot be written", help: "name a folder where you may write")
    }
  }

  /// Gives a folder this one's name; what had it is removed where it is still an export.
  private func swap(in partial: String) throws {
    guard access(path, F_OK) == 0 else {
      guard rename(partial, path) == 0 else { throw ExportFailure() }
      return
    }
    let old = try newFolder()
    let earlier = old + "/earlier"
    guard rename(path, earlier) == 0 else {
      rmdir(old)
      throw ExportFailure()
    }
    guard rename(partial, path) == 0 else {
      rename(earlier, path)
      rmdir(old)
      throw ExportFailure()
    }
    try ExportFolder(earlier, mayReplace: true).check()
    try FileManager.default.removeItem(atPath: old)
  }

  /// An empty folder beside this one.
  private func newFolder() throws(ExportFailure) -> String {
    guard let folder = Commands.newFolder(beginning: path) else { throw ExportFailure() }
    return folder
  }
}

/// An empty folder for its owner's eyes only, of a name nothing had; nil where none can be made.
func newFolder(beginning path: String) -> String? {
  var template = Array((path + ".XXXXXX").utf8CString)
  return template.withUnsafeMutableBufferPointer { name in
    name.baseAddress.flatMap { mkdtemp($0) }.map { String(cString: $0) }
  }
}

/// The path from the top.
func pathFromTop(_ path: String) -> String {
  path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
}

private struct ExportFailure: Error {}

/// Writes a new file that only its owner can read, through to the disk.
private func writePrivately(_ text: String, to path: String) throws(ExportFailure) {
  let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw ExportFailure() }
  try write(text, andClose: descriptor)
}

private func write(_ text: String, andClose descriptor: Int32) throws(ExportFailure) {
  defer { close(descriptor) }
  var rest = Array(text.utf8)[...]
  while !rest.isEmpty {
    let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard count > 0 || errno == EINTR else { throw ExportFailure() }
    rest = rest.dropFirst(max(0, count))
  }
  guard fsync(descriptor) == 0 else { throw ExportFailure() }
}

extension ExportFile {
  /// Throws why a file of this name cannot be written, before anything is done.
  static func check(_ name: String, mayReplace: Bool) throws(LibraryError) {
    guard mayReplace || access(name, F_OK) != 0 else {
      throw LibraryError(
        message: "'\(name)' is there already", help: "name another file, or replace it: --force")
    }
  }

  /// Writes it at the path it is named by, whole or not at all, for its owner's eyes only; lets
  /// `beforeNaming` happen when it is on the disk and has no name yet.
  func writeAlone(mayReplace: Bool, beforeNaming: () throws -> Void = {}) throws {
    try Self.check(name, mayReplace: mayReplace)
    var template = Array((name + ".XXXXXX").utf8CString)
    let (descriptor, partial) = template.withUnsafeMutableBufferPointer { buffer in
      let descriptor = buffer.baseAddress.map { mkstemp($0) } ?? -1
      return (descriptor, buffer.baseAddress.map { String(cString: $0) } ?? "")
    }
    do {
      guard descriptor >= 0 else { throw ExportFailure() }
      do {
        try write(text, andClose: descriptor)
        try beforeNaming()
        guard rename(partial, name) == 0 else { throw ExportFailure() }
      } catch {
        unlink(partial)
        throw error
      }
    } catch is ExportFailure {
      throw LibraryError(
        message: "'\(name)' cannot be written", help: "name a file in a folder you may write to")
    }
  }
}
