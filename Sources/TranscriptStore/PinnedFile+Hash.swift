extension PinnedFile {
  /// SHA-256 in hexadecimal: by it the store knows a content, and a transcript what it was played with.
  package var sha256: String { contentHash(bytes) }
}
