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

  /// The path from the top, by which it is found again.
  var place: String {
    path.hasPrefix("/") ? path : FileManager.default.currentDirectoryPath + "/" + path
  }

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

  /// Writes the files beside the folder's place, lets `beforeNaming` happen, and gives them the name.
  func write(_ files: [ExportFile], beforeNaming: () throws -> Void) throws {
    try check()
    let (partial, old) = (path + ".partial", path + ".old")
    for left in [partial, old] { try ExportFolder(left, mayReplace: true).remove() }
    do {
      try FileManager.default.createDirectory(
        atPath: partial, withIntermediateDirectories: true,
        attributes: [.posixPermissions: 0o700])
      for file in files { try writePrivately(file.text, to: partial + "/" + file.name) }
      try beforeNaming()
      let isReplaced = access(path, F_OK) == 0
      if isReplaced, rename(path, old) != 0 { throw ExportFailure() }
      guard rename(partial, path) == 0 else { throw ExportFailure() }
      if isReplaced { try ExportFolder(old, mayReplace: true).remove() }
    } catch let error where error is ExportFailure || error is CocoaError {
      try? ExportFolder(partial, mayReplace: true).remove()
      throw LibraryError(
        message: "'\(path)' cannot be written", help: "name a folder where you may write")
    } catch {
      try? ExportFolder(partial, mayReplace: true).remove()
      throw error
    }
  }

  /// Removes the folder with an export in it; one with other files is left alone.
  private func remove() throws {
    guard access(path, F_OK) == 0 else { return }
    try check()
    try FileManager.default.removeItem(atPath: path)
  }
}

private struct ExportFailure: Error {}

/// Writes a new file that only its owner can read, through to the disk.
private func writePrivately(_ text: String, to path: String) throws(ExportFailure) {
  let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else { throw ExportFailure() }
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
  /// Writes it at the path it is named by, whole or not at all, for its owner's eyes only.
  func writeAlone(mayReplace: Bool) throws(LibraryError) {
    guard mayReplace || access(name, F_OK) != 0 else {
      throw LibraryError(
        message: "'\(name)' is there already", help: "name another file, or replace it: --force")
    }
    let partial = name + ".partial"
    unlink(partial)
    do throws(ExportFailure) {
      try writePrivately(text, to: partial)
      guard rename(partial, name) == 0 else { throw ExportFailure() }
    } catch {
      unlink(partial)
      throw LibraryError(
        message: "'\(name)' cannot be written", help: "name a file in a folder you may write to")
    }
  }
}
