import CPosix
import Foundation

/// A program running on a terminal of its own: a test types and sees what a person would.
///
/// Not for use by several threads. The program is killed when this goes away.
package final class PseudoTerminal {
  package struct Failure: Error, CustomStringConvertible {
    package let description: String
  }

  /// How a program ended.
  package enum Ending: Equatable { case status(Int32), signal(Int32) }

  private let master: Int32
  private let path: String
  private let process: pid_t
  private var ending: Ending?
  /// Everything written so far, as bytes: a character may come in two pieces.
  private var written: [UInt8] = []
  private var seen = 0

  /// Starts a program with the given environment over `TERM=xterm`, `LANG=C.UTF-8`, `PATH` and `HOME=/`.
  package init(
    _ program: String, _ arguments: [String] = [], environment: [String: String] = [:],
    rows: Int = 24, columns: Int = 80
  ) throws {
    var name = [CChar](repeating: 0, count: 128)
    master = attune_open_pseudo_terminal(&name, UInt(name.count))
    guard master >= 0 else { throw Failure(description: "no pseudo-terminal: errno \(errno)") }
    path = String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    _ = fcntl(master, F_SETFL, O_NONBLOCK)
    setSize(of: master, rows: rows, columns: columns)
    var all = ["TERM": "xterm", "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "HOME": "/"]
    all["SWIFT_BACKTRACE"] = "enable=no"
    all.merge(environment) { $1 }
    do {
      process = try spawn(program, arguments, environment: all, onTerminal: path)
    } catch {
      close(master)
      throw error
    }
  }

  deinit {
    if ending == nil {
      kill(process, SIGKILL)
      var status: Int32 = 0
      waitpid(process, &status, 0)
    }
    close(master)
  }

  /// What the program has written since the last match.
  package var unseen: String { String(decoding: written[seen...], as: UTF8.self) }

  /// Types as fast as the terminal takes it.
  package func type(_ text: String) { type(bytes: Array(text.utf8)) }

  package func type(bytes: [UInt8]) {
    var rest = bytes[...]
    while !rest.isEmpty {
      // What the program says meanwhile has to be read, or both sides would wait for each other.
      var ready = pollfd(fd: master, events: Int16(POLLIN | POLLOUT), revents: 0)
      poll(&ready, 1, -1)
      if ready.revents & Int16(POLLIN) != 0, !readMore(until: .now) { return }
      let count = rest.withUnsafeBytes { write(master, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EAGAIN, errno != EINTR {
        return
      }
    }
  }

  package func send(_ signal: Int32) { kill(process, signal) }

  /// Tells the program that its window has another size now.
  package func resize(rows: Int = 24, columns: Int) {
    setSize(of: master, rows: rows, columns: columns)
  }

  /// Reads until `text` has come after the last match, and gives what came before it.
  @discardableResult
  package func expect(_ text: String, within seconds: Double = 30) throws -> String {
    let deadline = ContinuousClock.now + .seconds(seconds)
    let wanted = Data(text.utf8)
    while true {
      let rest = Data(written[seen...])
      if let found = rest.range(of: wanted) {
        seen += found.upperBound
        return String(decoding: rest[..<found.lowerBound], as: UTF8.self)
      }
      guard ContinuousClock.now < deadline else {
        throw Failure(
          description: "\(text.debugDescription) never came, only \(unseen.debugDescription)")
      }
      if !readMore(until: deadline) {
        throw Failure(
          description: "ended before \(text.debugDescription), with \(unseen.debugDescription)")
      }
    }
  }

  /// Waits for the program to end by itself, reading what it still writes.
  package func end(within seconds: Double = 30) throws -> Ending {
    let deadline = ContinuousClock.now + .seconds(seconds)
    while ending == nil {
      var status: Int32 = 0
      if waitpid(process, &status, WNOHANG) == process {
        let signal = status & 0x7F
        ending = signal == 0 ? .status((status >> 8) & 0xFF) : .signal(signal)
      } else if ContinuousClock.now >= deadline {
        throw Failure(description: "still running after \(unseen.debugDescription)")
      } else {
        _ = readMore(until: min(deadline, .now + .milliseconds(20)))
      }
    }
    while readMore(until: .now) {}
    guard let ending else { throw Failure(description: "not ended") }
    return ending
  }

  /// Keeps the terminal open in `body`, so that its settings outlive the program.
  package func holdingOpen<Result>(_ body: (TerminalSettings) throws -> Result) throws -> Result {
    let slave = open(path, O_RDWR | O_NOCTTY | O_CLOEXEC)
    guard slave >= 0 else { throw Failure(description: "cannot open \(path)") }
    defer { close(slave) }
    return try body(TerminalSettings(descriptor: slave))
  }

  /// False when nothing more can come, or nothing came in time and time is over.
  private func readMore(until deadline: ContinuousClock.Instant) -> Bool {
    let left = max(.zero, ContinuousClock.now.duration(to: deadline))
    let milliseconds =
      left.components.seconds * 1000 + left.components.attoseconds / 1_000_000_000_000_000
    var ready = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
    // A deadline that has passed is for the caller to notice, when it still waits for something.
    guard poll(&ready, 1, Int32(milliseconds)) > 0 else { return milliseconds > 0 }
    var buffer = [UInt8](repeating: 0, count: 65536)
    let count = read(master, &buffer, buffer.count)
    if count > 0 { written += buffer[..<count] }
    return count > 0 || errno == EINTR || errno == EAGAIN
  }
}

/// How a terminal treats keys.
package struct TerminalSettings {
  fileprivate let descriptor: Int32

  /// Whether lines are echoed and edited by the system, as a shell expects to find them.
  package var isCooked: Bool {
    var settings = termios()
    guard tcgetattr(descriptor, &settings) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return settings.c_lflag & wanted == wanted
  }
}

/// The path of a program of this package: it is built beside the test bundle.
package func builtProgram(_ name: String) -> String {
  URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent().appending(path: name).path
}

private func setSize(of descriptor: Int32, rows: Int, columns: Int) {
  var size = winsize(
    ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
  _ = ioctl(descriptor, UInt(TIOCSWINSZ), &size)
}

/// Starts a program in a session of its own, whose controlling terminal is the one at `path`, so that Ctrl-C
/// typed there is a signal.
private func spawn(
  _ program: String, _ arguments: [String], environment: [String: String], onTerminal path: String
) throws -> pid_t {
  var actions = posix_spawn_file_actions_t()
  posix_spawn_file_actions_init(&actions)
  defer { posix_spawn_file_actions_destroy(&actions) }
  // After setsid the first terminal opened becomes the controlling one.
  posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
  posix_spawn_file_actions_adddup2(&actions, 0, 1)
  posix_spawn_file_actions_adddup2(&actions, 0, 2)
  var attributes = posix_spawnattr_t()
  posix_spawnattr_init(&attributes)
  defer { posix_spawnattr_destroy(&attributes) }
  var none = sigset_t()
  var all = sigset_t()
  sigemptyset(&none)
  sigfillset(&all)
  posix_spawnattr_setsigmask(&attributes, &none)
  posix_spawnattr_setsigdefault(&attributes, &all)
  let newSession: Int16 = 0x80  // POSIX_SPAWN_SETSID, which Swift's Glibc module lacks
  let flags = newSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF)
  posix_spawnattr_setflags(&attributes, flags)

  let words = ([program] + arguments).map { strdup($0) }
  let settings = environment.map { strdup("\($0)=\($1)") }
  defer { (words + settings).forEach { free($0) } }
  var process: pid_t = 0
  let problem = posix_spawn(
    &process, program, &actions, &attributes, words + [nil], settings + [nil])
  guard problem == 0 else {
    throw PseudoTerminal.Failure(
      description: "cannot start \(program): \(String(cString: strerror(problem)))")
  }
  return process
}
