import Glibc

/// Makes sure that there is a file at `path`, private to its owner whatever the umask.
///
/// An existing file and existing folders keep the permissions their owner gave them. SQLite gives
/// the files it puts beside this one (`-wal`, `-shm`) the same permissions.
func makeStoreFile(at path: String) throws(StoreError) {
  guard access(path, F_OK) != 0 else { return }
  let folder = parentFolder(of: path)
  try makeFolders(folder, for: path)

  let descriptor = open(path, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
  guard descriptor >= 0 else {
    // Another attune was quicker.
    if errno == EEXIST { return }
    throw .lastCall(path)
  }
  let isPrivate = fchmod(descriptor, 0o600)
  close(descriptor)
  guard isPrivate == 0 else { throw .lastCall(path) }

  // The file's name, too, must outlive a power cut.
  let held = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  if held >= 0 {
    fsync(held)
    close(held)
  }
}

/// The part of `path` before its last slash, or `.`.
func parentFolder(of path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}

private func makeFolders(_ folder: String, for path: String) throws(StoreError) {
  var missing: [String] = []
  var next = folder
  while next != "/", next != ".", access(next, F_OK) != 0 {
    missing.append(next)
    next = parentFolder(of: next)
  }
  for folder in missing.reversed() {
    // Another attune may be making the same folder.
    guard mkdir(folder, 0o700) == 0 else {
      if errno == EEXIST { continue }
      throw .lastCall(path)
    }
    guard chmod(folder, 0o700) == 0 else { throw .lastCall(path) }
  }
}

extension StoreError {
  /// The error for a system call that has just failed on the way to the store at `path`.
  fileprivate static func lastCall(_ path: String) -> StoreError {
    switch errno {
    case EACCES, EPERM, EROFS: .readOnly(path: path)
    case ENOSPC, EDQUOT: .full(path: path)
    default: .cannotOpen(path: path)
    }
  }
}
