import FoundationEssentials
import Glibc
import Terminal

/// Why a text was not edited.
enum EditFailure: Error, Equatable {
  case noFolder
  /// The editor could not be started, or said that it failed.
  case editor(status: Int32)
  case unreadable
}

extension Run {
  /// Lets somebody edit a text with `$VISUAL` or `$EDITOR`, else vi; gives the bytes as they are then.
  ///
  /// The text lies in a file that only she can read, in a folder of its own that is gone afterwards, with
  /// whatever the editor put beside it.
  func edit(_ text: String, named name: String) throws -> [UInt8] {
    let environment = surroundings.environment
    guard let folder = privateFolder(environment) else { throw EditFailure.noFolder }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let path = folder + "/" + name
    do {
      try ExportFile(name: path, text: text).writeAlone(mayReplace: false)
    } catch {
      throw EditFailure.noFolder
    }
    let editor =
      ["VISUAL", "EDITOR"].lazy.compactMap { environment[$0]?.trimmingBlanks.nonEmpty }.first
      ?? "vi"
    // An editor may be a word with options, as in EDITOR="code --wait".
    let status = runProgram(
      "/bin/sh", ["sh", "-c", editor + " \"$1\"", "sh", path], environment)
    guard status == 0 else { throw EditFailure.editor(status: status) }
    guard let data = FileManager.default.contents(atPath: path) else {
      throw EditFailure.unreadable
    }
    return [UInt8](data)
  }
}

/// A new folder for one person's eyes: in memory where there is such a place, else among temporary
/// files. Nil where none can be made.
private func privateFolder(_ environment: [String: String]) -> String? {
  let places = [environment["XDG_RUNTIME_DIR"], environment["TMPDIR"], "/tmp"]
  for place in places.compactMap(\.self) where place.hasPrefix("/") {
    if let made = newFolder(beginning: place + "/attune") { return made }
  }
  return nil
}

/// Runs a program on this terminal and waits for it; its exit status, 128 and more for a signal, -1
/// where it cannot be started.
private func runProgram(
  _ program: String, _ arguments: [String], _ environment: [String: String]
) -> Int32 {
  var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
  var values: [UnsafeMutablePointer<CChar>?] =
    environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
  defer { for word in words + values { free(word) } }
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var defaults = sigset_t()
  sigemptyset(&defaults)
  for signal in [SIGINT, SIGQUIT] { sigaddset(&defaults, signal) }
  posix_spawnattr_setsigdefault(&attributes, &defaults)
  posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
  // Ctrl-C belongs to the editor while it runs.
  var (ignored, interrupt, quit) = (sigaction(), sigaction(), sigaction())
  ignored.__sigaction_handler.sa_handler = SIG_IGN
  sigaction(SIGINT, &ignored, &interrupt)
  sigaction(SIGQUIT, &ignored, &quit)
  defer {
    sigaction(SIGINT, &interrupt, nil)
    sigaction(SIGQUIT, &quit, nil)
  }
  var child = pid_t()
  guard posix_spawn(&child, program, nil, &attributes, &words, &values) == 0 else { return -1 }
  var status: Int32 = 0
  while waitpid(child, &status, 0) < 0 {
    guard errno == EINTR else { return -1 }
  }
  let signal = status & 0x7f
  return signal == 0 ? (status >> 8) & 0xff : 128 + signal
}
