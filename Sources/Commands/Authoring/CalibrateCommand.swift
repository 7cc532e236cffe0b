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
    (conversations or patient lines) and measured on that part, beside the codebook as it is. Where \
    it would agree less with people than before, nothing is written.
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
      "features", value: FlagValue("number", .number(10...5000)),
      help: "Cues and signs for one code, at most.", default: "300"),
    Flag(
      "strength", value: FlagValue("number", .number(1...1000)),
      help: "How dear large weights are.", default: "10"),
    Flag(
      "balance", value: FlagValue("percent", .number(0...100)),
      help: "How far a rare code counts as much as its absence.", default: "50"),
    Flag(
      "folds", value: FlagValue("number", .number(2...20)),
      help: "Parts for measuring on what was not fitted.", default: "5"),
    Flag(
      "whole-codebook", help: "Where a line has no 'judged', take every code as looked for."),
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
  let samples = coded.samples
  guard !samples.isEmpty else {
    return try run.fail(
      "\(coded.name) holds no coded response that could be used",
      help: "'attune evaluate --help' says how a line reads")
  }
  var options = FittingOptions()
  options.features = run.command.int("features") ?? options.features
  options.strength = Double(run.command.int("strength") ?? 10)
  options.balance = Double(run.command.int("balance") ?? 50) / 100
  options.folds = run.command.int("folds") ?? options.folds

  var fitting = CodebookFitting(library.codebook, to: samples, options: options)
  fitting.run()
  let report = CalibrationReport(fitting, from: library.codebook, samples: samples)
  try report.show(on: run.output)
  guard report.isBetter else {
    _ = try run.fail(
      "the fitted codebook agrees no better with people than before",
      help: "nothing was written; more responses, or more different ones, may help")
    return 1
  }
  if let output = run.command.string("output"), let file = library.files.codebooks.first {
    let note = "Fitted by 'attune calibrate' to \(samples.count) responses."
    let bytes = withWeights(of: fitting.fitted, in: file, note: note)
    try write(bytes, to: output)
  }
  return coded.isPartial ? 1 : 0
}

private func write(_ bytes: [UInt8], to path: String) throws {
  try Data(bytes).write(to: URL(filePath: path), options: .atomic)
}

/// A codebook before and after fitting, on responses that the fit had not seen.
struct CalibrationReport {
  let codes: [CodeOutcome]
  let before: Evaluation
  let after: Evaluation

  init(_ fitting: CodebookFitting, from codebook: Codebook, samples: [CodedSample]) {
    codes = fitting.codes
    var options = EvaluationOptions()
    options.bootstrap.draws = 0
    before = evaluate(samples, ResponseCoder(codebook), options: options)
    after = evaluate(samples, heard: fitting.heldOut(), by: codebook, options: options)
  }

  private var names: [String] { before.names.filter { !$0.isTooFew }.map(\.name.name) }
  var isBetter: Bool {
    guard let before = before.meanKappa(of: names), let after = after.meanKappa(of: names) else {
      return false
    }
    return after > before
  }

  func show(on page: Page) throws {
    try page.heading("Kappa before and after, on responses that were not fitted to")
    for figures in before.names where !figures.isTooFew {
      let new = after[figures.name.name]?.kappa
      try page.write(
        "\(figures.name.name): n \(figures.n), given \(figures.given): "
          + "\(two(figures.kappa)) to \(two(new)) (F1 \(two(figures.f1)) to \(two(after[figures.name.name]?.f1)))\n"
      )
    }
    try page.write(
      "mean: \(two(before.meanKappa(of: names))) to \(two(after.meanKappa(of: names)))\n")
  }
}

private func two(_ number: Double?) -> String {
  guard let number else { return "-" }
  let hundredths = Int((number * 1000).rounded())
  return "\(Double(hundredths) / 1000)"
}
