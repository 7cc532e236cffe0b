import Arguments
import Calibration
import Diagnostics
import FoundationEssentials
import ResponseCoding
import Rubrics
import Terminal

let calibrateEntry = CommandEntry(
  path: ["calibrate"], group: "Writing",
  summary: "Fit the codebook to people's codes.",
  discussion: """
    The files hold responses with the codes that people gave them, as for 'attune evaluate'; \
    without a file the coded responses of the library are taken, but those set aside for testing. For \
    each code that was given often enough, the program learns which words and signs speak for it \
    and against it, and how sure they make it; the lines you wrote by hand stay, as evidence among \
    the rest. What it learned is written as '# Weights' sections, which you can read and change.

    Before anything is written, the codebook is fitted several times without a part of the groups \
    (conversations or patient lines) and measured on that part, beside the codebook as it is. A code \
    that would agree less with people than before keeps what it has; where nothing is gained on the \
    whole, nothing is written. If the codebook already holds weights that were learned from the same \
    responses, say --afresh: measured on what it knows, it would look better than it is.
    """,
  arguments: [
    Argument(
      "files", .file, count: .anyNumber,
      help: "Files or folders of coded responses; '-' is JSON on standard input.")
  ],
  flags: [
    partFlag(default: "rest"),
    Flag("output", value: FlagValue("file", .file), help: "Write the fitted codebook here."),
    Flag(
      "features", value: FlagValue("number", .number(0...100_000)),
      help: "About so many cues and signs for one code; 0 for all.", default: "300"),
    Flag(
      "strength", value: FlagValue("number"),
      help: "How dear large weights are, from 1 to 1000; of several, each code takes its best.",
      default: "10", mayRepeat: true),
    Flag(
      "balance", value: FlagValue("percent", .number(0...100)),
      help: "How far a rare code counts as much as its absence.", default: "50"),
    Flag(
      "folds", value: FlagValue("number", .number(2...20)),
      help: "Parts for measuring on what was not fitted.", default: "5"),
    Flag(
      "whole-codebook", help: "Where a line has no 'judged', take every code as looked for."),
    Flag(
      "afresh",
      help:
        "Compare with the lines written by hand, leaving weights aside that were learned before."),
    Flag(
      "heard", value: FlagValue("file", .file),
      help: "Write what was heard in each response by a codebook that had not seen it, as JSON."),
    Flag("json", help: "Print JSON, for other programs."),
  ],
  examples: [
    "attune calibrate",
    "attune calibrate coded.jsonl",
    "attune calibrate coded.jsonl --output Rubrics/ipt.codebook",
  ],
  exitStatus: [
    ExitMeaning(0, "fitted, and better than before"),
    ExitMeaning(1, "no better than before, or some lines could not be read"),
    ExitMeaning(2, "could not fit"), ExitMeaning(64, "wrong usage"),
  ])

/// `attune calibrate`: from people's codes to weights.
func calibrateCodebook(_ run: Run) throws -> Int32 {
  let library = try run.library()
  let part = run.command.string("part").flatMap(ResponseParts.init) ?? .rest
  let coded = try run.codedFiles(ResponseCoder(library.codebook), part: part)
  guard !coded.samples.isEmpty else {
    return try run.fail(
      "\(coded.name) holds no coded response that could be used",
      help: "'attune evaluate --help' says how a line reads")
  }
  let samples =
    coded.samples + exampleSamples(of: library.codebook) + library.authoredSamples
  var options = FittingOptions()
  if let features = run.command.int("features") { options.features = features > 0 ? features : nil }
  let strengths = (run.command.string("strength") ?? "10").split(separator: ",").map {
    Int($0.filter { $0 != " " }) ?? 0
  }
  guard !strengths.isEmpty, strengths.allSatisfy((1...1000).contains) else {
    return try run.fail(
      "a strength is a whole number from 1 to 1000", help: "such as --strength 10,40")
  }
  options.strengths = strengths.map(Double.init)
  options.balance = Double(run.command.int("balance") ?? 50) / 100
  options.folds = run.command.int("folds") ?? options.folds

  let before = run.command.isSet("afresh") ? library.codebook.byHand : library.codebook
  var fitting = CodebookFitting(before, to: samples, options: options)
  fitting.run()
  let report = CalibrationReport(
    name: coded.name, fitted: FittedCodebook(fitting), samples: coded.samples, options: options)
  if run.wantsJSON {
    try run.writeJSON(CalibrationJSON(report))
  } else {
    try CalibrationPage(report: report, page: run.output, isPlain: run.isPlain).show()
  }
  if let path = run.command.string("heard") {
    let lines = try zip(coded.samples, report.fitted.heard).map { sample, heard in
      try run.jsonText(HeardJSON(id: sample.id, group: sample.group, codes: heard.whole))
    }
    guard try run.write(Array(lines.joined().utf8), to: path) else { return 2 }
  }
  guard report.fitted.isBetter else {
    _ = try run.fail(
      "the fitted codebook agrees no better with people than before",
      help: "nothing was written; more responses, or more different ones, may help")
    return 1
  }
  if let output = run.command.string("output"), let file = library.files.codebooks.first {
    let note = "Fitted by 'attune calibrate' to \(count(coded.samples.count, "response"))."
    let bytes = withWeights(of: report.fitted.codebook, in: file, note: note)
    guard try run.write(bytes, to: output) else { return 2 }
  }
  return coded.isPartial ? 1 : 0
}

extension Run {
  /// Replaces a file whole or not at all, or writes a new one; false where that cannot be, with the
  /// reason said.
  fileprivate func write(_ bytes: [UInt8], to path: String) throws -> Bool {
    let files = FileManager.default
    do {
      let kind = try? files.attributesOfItem(atPath: path)[.type] as? FileAttributeType
      if kind == .typeRegular || kind == .typeSymbolicLink, files.fileExists(atPath: path) {
        try rewriteFile(path, with: bytes)
      } else {
        // A pipe or a device is nothing to replace.
        try Data(bytes).write(to: URL(filePath: path), options: kind == nil ? .atomic : [])
      }
      return true
    } catch {
      _ = try fail(
        "'\(path)' cannot be written\((error as? SystemError).map { ": \($0)" } ?? "")",
        help: "nothing was changed; see whether you may write it and whether the disk has room")
      return false
    }
  }
}
