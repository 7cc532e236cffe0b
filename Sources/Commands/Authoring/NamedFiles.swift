import Diagnostics
import Terminal

/// How the files end that attune reads.
let readEndings = [
  ".scenario", ".part", ".codebook", ".words", ".rubric", ".responses", ".lesson", ".anchor",
]

extension Run {
  /// The files and folders named on the command line, each file once; others where none is named.
  ///
  /// Of a folder those with these endings.
  func namedFiles(
    endings: [String] = readEndings, orElse others: () throws -> [SourceFile]
  ) throws -> [SourceFile] {
    let named = command.arguments
    guard !named.isEmpty else { return try others() }
    var seen: Set<String> = []
    return try named.flatMap { name -> [SourceFile] in
      if name == "-" {
        return [SourceFile(name: "-", bytes: try surroundings.streams.input.readToEnd())]
      }
      if isFolder(name) {
        let files = try readFiles(in: name, endings: endings)
        guard !files.isEmpty else {
          throw LibraryError(
            message: "'\(name)' holds no file that could be read here",
            help: "their names end in \(endings.joined(separator: ", "))")
        }
        return files
      }
      return [try readSource(name)]
    }.filter { seen.insert($0.name).inserted }
  }

  /// Everything that lies in the library of this run.
  func libraryFiles() throws -> [SourceFile] {
    let files = try findLibrary(named: command.string("library"), surroundings)
    return files.codebooks + files.words + files.rubrics + files.responses + files.scenarios
      + (files.carriesLessons ? [] : files.lessons) + (files.carriesAnchors ? [] : files.anchors)
  }

  /// The same, without what attune itself carries: that cannot be rewritten.
  func libraryOnDisk() throws -> [SourceFile] {
    let origin = try findLibrary(named: command.string("library"), surroundings).origin
    guard isFolder(origin) else {
      throw LibraryError(
        message: "there is no library here whose files could be rewritten",
        help: "name files or folders, or go to the folder above Scenarios and Rubrics")
    }
    return try ["Rubrics", "Scenarios"].map { origin + "/" + $0 }.filter(isFolder)
      .flatMap { try readFiles(in: $0, endings: readEndings) }
  }

  /// Rewrites a file whole or not at all; false where that cannot be, with the reason said.
  func rewrite(_ file: SourceFile, with bytes: [UInt8]) throws -> Bool {
    do {
      try rewriteFile(file.name, with: bytes)
      return true
    } catch {
      _ = try fail(
        "'\(file.name)' cannot be written: \(error)",
        help: "it is as it was; see whether you may write it and whether the disk has room")
      return false
    }
  }
}
