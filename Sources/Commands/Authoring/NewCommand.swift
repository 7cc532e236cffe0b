import Arguments
import Diagnostics
import FoundationEssentials
import ScenarioSyntax

let newEntry = CommandEntry(
  path: ["new", "scenario"], group: "Writing",
  summary: "Begin a new scenario from a template.",
  discussion: """
    The template is a whole small patient of the problem area, who can be checked, tested and played \
    at once: six beats, three endings, cues, better sentences and two checks. Put your own patient \
    in its place, line by line. A file that exists is never overwritten.
    """,
  arguments: [
    Argument(
      "file", .file, count: .optional,
      help:
        "Where to write it; '-' is standard output. (default: named for its title, in Scenarios where there is such a folder)"
    )
  ],
  flags: [
    Flag(
      "area",
      value: FlagValue("area", .choice(["grief", "disputes", "transitions", "deficits"])),
      help: "The problem area.", default: "grief"),
    Flag(
      "phase", value: FlagValue("phase", .choice(["initial", "middle", "termination"])),
      help: "Where in the treatment the session stands.", default: "middle"),
    Flag("title", value: FlagValue("words"), help: "The title of the scenario."),
  ],
  examples: [
    "attune new scenario --area grief --phase middle",
    "attune new scenario --area disputes --title Bedroom bedroom.scenario",
  ],
  exitStatus: [
    ExitMeaning(0, "written"), ExitMeaning(2, "could not write it, or the file exists"),
    ExitMeaning(64, "wrong usage"),
  ])

/// `attune new scenario`: a file that checks clean, to be changed into one's own.
func writeNewFile(_ run: Run) throws -> Int32 {
  let area = run.command.string("area") ?? "grief"
  let template = ScenarioTemplate(
    area: area, phase: run.command.string("phase") ?? "middle",
    title: run.command.string("title")?.trimmingBlanks)
  guard template.title.contains(where: { $0.isLetter || $0.isNumber }),
    !template.title.contains(where: \.isNewline)
  else {
    return try run.fail("a title has letters, on one line", help: "write --title 'The empty chair'")
  }
  let file = SourceFile(name: "template", text: template.text)
  let text = String(decoding: formatScenario(file).bytes, as: UTF8.self)
  let path = run.command.argument(0) ?? defaultPath(template, run)
  if path == "-" {
    try run.output.write(text)
    return 0
  }
  guard path.hasSuffix(".scenario") else {
    return try run.fail(
      "the name of a scenario file ends in '.scenario'", help: "write '\(path).scenario'")
  }
  guard !FileManager.default.fileExists(atPath: path) else {
    return try run.fail(
      "'\(path)' exists, and is left as it is", help: "give another title, or name another file")
  }
  do {
    if let folder = parent(absolute(path)) {
      try FileManager.default.createDirectory(
        atPath: folder, withIntermediateDirectories: true)
    }
    try Data(text.utf8).write(to: URL(filePath: path), options: .withoutOverwriting)
  } catch {
    return try run.fail(
      "'\(path)' cannot be written", help: "name a file in a folder you may write to")
  }
  try run.output.paragraph("'\(path)' is written; 'attune watch \(path)' goes on from here")
  return 0
}

/// In `Scenarios` beside the others of its area, where the library has such a folder.
private func defaultPath(_ template: ScenarioTemplate, _ run: Run) -> String {
  let here = run.command.string("library") ?? run.surroundings.folder
  let inside = here == "." ? "" : here + "/"
  let folder = isFolder(here + "/Scenarios") ? inside + "Scenarios/\(template.areaFolder)/" : inside
  return folder + template.stem + ".scenario"
}
