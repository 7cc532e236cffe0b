import Glibc

/// Replaces a file so that a crash or power cut leaves the old or the new content, never half of one.
func replaceFile(_ path: String, with bytes: [UInt8]) throws(SystemError) {
  try replaceFile(path, with: bytes) { _ in }
}

/// Writes other content into a file of somebody's, whole or not at all.
///
/// Permissions and, where that is allowed, the owner stay. Where `path` is a symbolic link, the file
/// it leads to is rewritten. A file that may not be written is left, even where its folder would let
/// it be replaced.
package func rewriteFile(_ path: String, with bytes: [UInt8]) throws(SystemError) {
  guard let resolved = realpath(path, nil) else { throw SystemError(code: errno) }
  defer { free(resolved) }
  var status = stat()
  guard stat(resolved, &status) == 0, access(resolved, W_OK) == 0 else {
    throw SystemError(code: errno)
  }
  try replaceFile(String(cString: resolved), with: bytes) { file throws(SystemError) in
    // Before the permissions, because another owner takes some of them away.
    if fchown(file, status.st_uid, status.st_gid) != 0 { _ = fchown(file, ~0, status.st_gid) }
    guard fchmod(file, status.st_mode & 0o7777) == 0 else { throw SystemError(code: errno) }
  }
}

private func replaceFile(
  _ path: String, with bytes: [UInt8], prepare: (Int32) throws(SystemError) -> Void
) throws(SystemError) {
  let temporary = "\(path).\(getpid()).new"
  unlink(temporary)
  let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
  guard file >= 0 else { throw SystemError(code: errno) }
  do throws(SystemError) {
    do throws(SystemError) {
      try prepare(file)
      try writeAll(bytes, to: file)
      guard fsync(file) == 0 else { throw SystemError(code: errno) }
    } catch {
      close(file)
      throw error
    }
    guard close(file) == 0, rename(temporary, path) == 0 else { throw SystemError(code: errno) }
  } catch {
    unlink(temporary)
    throw error
  }
}
