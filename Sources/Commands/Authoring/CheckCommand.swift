import Diagnostics

/// So many problems of one file are shown; whoever has more mends the first ones first.
private let mostShown = 100

/// `attune check FILE…`: every independent problem, with place, caret and help; with `--fix` the
/// obvious repairs made before.
func checkFiles(_ run: Run) throws -> Int32 {
  let isFixing = run.command.isSet("fix")
  var files = try run.namedFiles(
    endings: readEndings + [".settings"], orElse: isFixing ? run.libraryOnDisk : run.libraryFiles)
  let folder = run.command.string("library")
  func check(_ files: [SourceFile]) throws -> [CheckedSource] {
    try FileChecker.check(files, isNamed: folder != nil || run.command.arguments.isEmpty) {
      try findLibrary(named: folder, run.surroundings)
    }
  }

  var repairs: [Repair] = []
  var isStuck = false
  if isFixing {
    for (index, file) in files.enumerated() {
      let repaired = try repair(file) { try check([$0]).first?.diagnostics ?? [] }
      guard !repaired.repairs.isEmpty else { continue }
      if file.name != "-", try !run.rewrite(file, with: repaired.file.bytes) {
        isStuck = true
        continue
      }
      files[index] = repaired.file
      repairs += repaired.repairs
    }
  }
  let found = try check(files)
  let all = found.flatMap(\.diagnostics)
  let isWrong =
    all.hasErrors || run.command.isSet("strict") && all.contains { $0.severity == .warning }
  let filtered = isFixing ? files.first { $0.name == "-" } : nil
  if run.wantsJSON {
    try run.writeJSON(
      CheckJSON(
        found, fixed: isFixing ? repairs : nil,
        text: filtered.map { String(decoding: $0.bytes, as: UTF8.self) }))
  } else {
    if let filtered { try run.output.write(String(decoding: filtered.bytes, as: UTF8.self)) }
    // Standard output then holds the file and nothing else.
    let page = filtered == nil ? run.output : run.errors
    for repair in repairs { try page.paragraph(repair.sentence(isNamed: files.count > 1)) }
    for item in found {
      try run.show(Array(item.diagnostics.prefix(mostShown)), in: item.file)
      let more = item.diagnostics.count - mostShown
      if more > 0 { try page.paragraph("\(more) more in \(item.file.name)") }
    }
    let made = isFixing ? ", \(count(repairs.count, "repair")) made" : ""
    try page.paragraph(verdict(all, files: found.count, made))
    try run.tellLibrary(of: files)
    if let first = all.first(where: { $0.severity == .error })
      ?? all.first(where: { $0.severity == .warning }) ?? all.first
    {
      try page.paragraph("'attune explain \(first.code)' says more about the first.")
    }
  }
  return isStuck ? 2 : isWrong ? 1 : 0
}

extension Run {
  /// Says at a terminal with which library files were checked, where it is not the one they lie in.
  fileprivate func tellLibrary(of files: [SourceFile]) throws {
    guard errors.output.isTerminal, command.string("library") == nil else { return }
    var owners = LibraryOwners()
    guard command.arguments.isEmpty || files.contains(where: { owners.folder(of: $0.name) == nil })
    else { return }
    let origin = try findLibrary(named: nil, surroundings).origin
    try errors.paragraph(
      "The library is \(isFolder(origin) ? "that in '\(origin)'" : "the one in \(origin)"); "
        + "--library names another.", as: .faint)
  }
}

private func verdict(_ diagnostics: [Diagnostic], files: Int, _ repairs: String) -> String {
  let checked = "\(count(files, "file")) checked\(repairs)"
  guard !diagnostics.isEmpty else { return "\(checked): nothing is wrong" }
  let parts = [(Severity.error, "error"), (.warning, "warning"), (.information, "remark")]
    .map { severity, name in (diagnostics.count { $0.severity == severity }, name) }
  return "\(checked): "
    + parts.filter { $0.0 > 0 }.map { count($0.0, $0.1) }.joined(separator: ", ")
}
