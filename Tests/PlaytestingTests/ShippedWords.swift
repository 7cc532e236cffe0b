import Diagnostics
import Foundation

/// The shipped word lists, which the codebook names.
func shippedWords() throws -> [SourceFile] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Rubrics/Words")
  return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().map { name in
    SourceFile(name: name, bytes: [UInt8](try Data(contentsOf: folder.appending(path: name))))
  }
}
