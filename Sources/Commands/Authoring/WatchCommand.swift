import Arguments
import Diagnostics
import Terminal

let watchEntry = CommandEntry(
  path: ["watch"], group: "Writing",
  summary: "Check and test a file each time it is saved, and play from any place in it.",
  discussion: """
    The file is checked, and its checks are run, at once and after every save of it, of a part it \
    uses, or of the codebook and rubrics it is rated by. Between saves you can type:

      test                              check and test again
      play                              play from the beginning
      play the nights                   play from a beat on
      play the nights with trust=50     with these states
      quit                              leave

    Played sessions that begin elsewhere than at the beginning are not kept. Where input is no \
    terminal, nothing is read from it, and only Ctrl-C ends the watching.
    """,
  arguments: [Argument("file", .file, help: "A scenario, codebook or rubric file.")],
  examples: ["attune watch Scenarios/Grief/the-empty-chair.scenario"],
  exitStatus: [
    ExitMeaning(0, "you left"), ExitMeaning(2, "could not watch"), ExitMeaning(64, "wrong usage"),
    ExitMeaning(130, "interrupted"),
  ])

/// `attune watch`: what is wrong with a file, said again after every save.
func watchFile(_ run: Run) throws -> Int32 {
  let path = run.command.argument(0) ?? ""
  _ = try readSource(path)
  let folders = try watchedFolders(path, run)
  guard let watch = FolderWatch(folders: folders) else {
    return try run.fail(
      "'\(path)' cannot be watched", help: "use 'attune check' and 'attune test' after saving")
  }
  var known: [SourceFile] = []
  let input = run.surroundings.streams.input
  input.begin(Console(commands: []))
  while true {
    let files = folders.flatMap { readable(in: $0) }
    if files != known {
      known = files
      try look(at: path, run)
    }
    switch input.readLine(prompt: "play, test or quit: ", orChangeIn: watch) {
    case .saved: continue
    case .input(.endOfInput): return 0
    case .input(.cancelled): return 130
    case .input(.line(let line, _)):
      switch WatchRequest(line) {
      case .nothing: break
      case .leave: return 0
      case .test: try look(at: path, run)
      case .play(let beat, let states):
        var words = ["practice", path]
        if let beat { words += ["--start", beat] }
        for state in states { words += ["--with", state] }
        _ = run.again(words)
      case .unknown(let word, let nearest):
        try run.output.paragraph(
          "'\(word)' is not understood"
            + (nearest.map { "; '\($0)' is close" } ?? ": type play, test or quit"),
          as: .warning)
      }
    }
  }
}

/// Checks the file and, where nothing is wrong, runs its checks.
private func look(at path: String, _ run: Run) throws {
  try run.output.blank()
  let status = run.again(["check", path])
  if status == 0, isScenarioFile(path) { _ = run.again(["test", path]) }
}

/// Where files lie on which the result depends: the file's folder and those of its library.
private func watchedFolders(_ path: String, _ run: Run) throws -> [String] {
  var owners = LibraryOwners()
  let named = run.command.string("library") ?? owners.folder(of: path)
  let rubrics = (named ?? run.surroundings.folder) + "/Rubrics"
  let scenarios = (named ?? run.surroundings.folder) + "/Scenarios"
  var folders = [parent(absolute(path)) ?? "/"]
  for folder in [rubrics] + foldersBelow(scenarios) where isFolder(folder) {
    let whole = absolute(folder)
    if !folders.contains(whole) { folders.append(whole) }
  }
  return folders
}

/// The files of a folder that can be read just now; one that is being put in place is left out.
private func readable(in folder: String) -> [SourceFile] {
  namesInFolder(folder)
    .filter { name in
      [".scenario", ".part", ".codebook", ".rubric"].contains(where: name.hasSuffix)
    }
    .sorted().compactMap { try? readSource(folder + "/" + $0) }
}

/// What an author types between two saves.
enum WatchRequest: Equatable {
  case nothing
  case test
  case play(beat: String?, states: [String])
  case leave
  case unknown(String, nearest: String?)

  init(_ line: String) {
    let words = line.split(separator: " ").map(String.init)
    guard let first = words.first?.lowercased() else {
      self = .nothing
      return
    }
    switch first {
    case "test", "t": self = .test
    case "quit", "q", "exit": self = .leave
    case "play", "p":
      let rest = Array(words.dropFirst())
      let with = rest.firstIndex { $0.lowercased() == "with" } ?? rest.count
      let beat = rest[..<with].joined(separator: " ")
      // `trust=50, openness 20` as two settings.
      let states = rest.dropFirst(with + 1).joined(separator: " ").split(separator: ",")
        .map { $0.split { $0 == " " || $0 == "=" }.joined(separator: "=") }
      self = .play(beat: nonEmpty(beat), states: states.compactMap(nonEmpty))
    default: self = .unknown(first, nearest: nearestName(to: first, in: ["play", "test", "quit"]))
    }
  }
}
