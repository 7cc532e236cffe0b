import Glibc

/// The end of a pipe that the signal handler writes to: it may do nothing else safely.
///
/// Handlers carry no context, so this has to be global; it is set before any handler is installed.
nonisolated(unsafe) private var writingEnd: Int32 = -1

/// Signals turned into bytes on a pipe while a line is being edited.
///
/// At other times they do what they did before, so a long calculation can be interrupted.
final class SignalWatch {
  /// Becomes readable when a signal has come.
  let descriptor: Int32
  private var previous: [(signal: Int32, action: sigaction)] = []

  static let ending = [SIGTERM, SIGHUP, SIGQUIT]
  private static let all = ending + [SIGINT, SIGWINCH, SIGTSTP]

  init() {
    var ends: [Int32] = [-1, -1]
    if pipe(&ends) == 0 {
      for end in ends {
        _ = fcntl(end, F_SETFL, O_NONBLOCK)
        _ = fcntl(end, F_SETFD, FD_CLOEXEC)
      }
    }
    descriptor = ends[0]
    writingEnd = ends[1]
  }

  func start() {
    for signal in Self.all {
      var old = sigaction()
      sigaction(signal, nil, &old)
      // A signal that the starter of this program wants ignored (nohup) stays ignored.
      if unsafeBitCast(old.__sigaction_handler.sa_handler, to: Int.self) == 1 { continue }
      previous.append((signal, old))
      catchSignal(signal)
    }
  }

  /// The next signal that has come, if any.
  func next() -> Int32? {
    var byte: UInt8 = 0
    return read(descriptor, &byte, 1) == 1 ? Int32(byte) : nil
  }

  /// Hands signals back; one that came too late to be looked at, and would end the program, ends it now.
  func stop() {
    for (signal, action) in previous {
      var action = action
      sigaction(signal, &action, nil)
    }
    previous = []
    while let signal = next() {
      if Self.ending.contains(signal) { raise(signal) }
    }
  }

  /// Lets the signal do what it does without this program, once.
  func letThrough(_ signal: Int32) {
    guard var action = previous.first(where: { $0.signal == signal })?.action else { return }
    sigaction(signal, &action, nil)
    raise(signal)
    catchSignal(signal)
  }

  private func catchSignal(_ signal: Int32) {
    var action = sigaction()
    action.__sigaction_handler.sa_handler = { signal in
      let saved = errno
      var byte = UInt8(truncatingIfNeeded: signal)
      _ = write(writingEnd, &byte, 1)
      errno = saved
    }
    action.sa_flags = SA_RESTART
    sigaction(signal, &action, nil)
  }
}
