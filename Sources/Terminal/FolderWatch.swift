import Glibc

/// Tells when a file in some folders was saved: the kernel says so, nobody looks again and again.
package final class FolderWatch {
  /// Becomes readable when something was saved.
  let descriptor: Int32

  /// Nil where the system refuses to watch one of them.
  package init?(folders: [String]) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK | IN_CLOEXEC))
    guard descriptor >= 0 else { return nil }
    // Some editors write the file, others put a new one in its place.
    let saved = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE)
    for folder in folders where inotify_add_watch(descriptor, folder, saved) < 0 { return nil }
  }

  deinit {
    if descriptor >= 0 { close(descriptor) }
  }

  /// Waits until something is saved; false where waiting failed.
  func wait() -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    while poll(&ready, 1, -1) < 0 {
      guard errno == EINTR else { return false }
    }
    return true
  }

  /// Takes the notices that have come, so that the next wait is for new ones.
  func clear() {
    var bytes = [UInt8](repeating: 0, count: 4096)
    while read(descriptor, &bytes, bytes.count) > 0 {}
  }
}
