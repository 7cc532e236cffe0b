import Agreement
import Arguments
import Calibration
import Diagnostics
import ResponseCoding
import Rubrics
import Terminal

let evaluateEntry = CommandEntry(
  path: ["evaluate"], group: "Writing",
  summary: "Measure how well the codebook agrees with people's codes.",
  discussion: """
    Each line of the file is a response as JSON: {"text": "You miss him.", "patient": "His chair is \
    still there.", "codes": ["simple reflection"]}. Names are ids, plain names or families of the \
    codebook; a list of lists gives the codes of each sentence. A line may also say 'before' (what \
    the trainee said before that), 'conversation' and 'group' (what belongs together), 'judged' \
    (the names that were looked for), 'quality' (of the session) and 'id'. Files that end in \
    '.responses', and folders of them, are read as the handbook says; without a file the coded \
    responses of the library are taken.

    You read for each name how often it was given and heard, precision, recall, F1, Cohen's kappa \
    with its interval by group, and Gwet's AC1; what each was mistaken for; and whether confidence \
    means something. A line that cannot be read is named by its number, and the others are used.

    With --readers nothing is heard: you read how well the two people agree who coded the \
    responses, before they settled where they differed.
    """,
  arguments: [
    Argument(
      "files", .file, count: .anyNumber,
      help: "Files or folders of coded responses; '-' is JSON on standard input.")
  ],
  flags: [
    partFlag(default: "all"),
    Flag("readers", help: "Measure the two readers of '.responses' files against each other."),
    Flag(
      "only", value: FlagValue("name"), help: "Only this code or family; may be repeated.",
      mayRepeat: true),
    Flag(
      "by", value: FlagValue("what", .choice(["response", "conversation"])),
      help: "With 'conversation', also compare whole conversations.", default: "response"),
    Flag(
      "whole-codebook",
      help: "Where a line has no 'judged', take every code as looked for."),
    Flag(
      "examples", value: FlagValue("number", .number(1...1000)),
      help: "Show so many wrong responses of each name, in their words."),
    Flag(
      "draws", value: FlagValue("number", .number(0...100_000)),
      help: "Draws of the bootstrap for intervals; 0 for none.", default: "1000"),
    Flag(
      "html", value: FlagValue("file", .file), help: "Also write a page with pictures."),
    Flag("force", help: "Replace that file."),
    Flag("json", help: "Print JSON, for other programs."),
  ],
  examples: [
    "attune evaluate --part test",
    "attune evaluate Rubrics/Responses --readers",
    "attune evaluate coded.jsonl",
    "attune evaluate coded.jsonl --only reflection --only OQ --examples 5",
    "attune evaluate sessions.jsonl --by conversation --html agreement.html",
  ],
  exitStatus: [
    ExitMeaning(0, "measured"), ExitMeaning(1, "measured without the lines that could not be read"),
    ExitMeaning(2, "could not measure"), ExitMeaning(64, "wrong usage"),
  ])

/// `attune evaluate`: people's codes beside those that are heard.
func evaluateCoder(_ run: Run) throws -> Int32 {
  let codebook = try run.library().codebook
  var options = EvaluationOptions()
  options.bootstrap.draws = run.command.int("draws") ?? 1000
  options.examples = run.command.int("examples") ?? 0
  for name in pieces(of: run.command.string("only")) {
    guard let known = codebook.names.first(where: { $0.lowercased() == name.lowercased() }) else {
      return try run.fail(
        "'\(name)' is neither a code nor a family of the codebook",
        help: nearestName(to: name, in: codebook.names).map { "'\($0)' is close" }
          ?? "'attune explain NAME' says what a name means")
    }
    if !options.only.contains(known) { options.only.append(known) }
  }

  let coder = ResponseCoder(codebook)
  let part = run.command.string("part").flatMap(ResponseParts.init) ?? .all
  let coded = try run.codedFiles(coder, part: part)
  if run.command.isSet("readers") {
    return try compareReaders(coded, codebook, options, run)
  }
  guard !coded.samples.isEmpty else {
    return try run.fail(
      "\(coded.name) holds no coded response that could be used",
      help: "'attune evaluate --help' says how a line reads")
  }
  let heard = hear(coded.samples, with: coder)
  let report = EvaluationReport(
    file: coded.name, codebook: codebook, samples: coded.samples,
    evaluation: evaluate(coded.samples, heard: heard, by: codebook, options: options),
    sessions: run.command.string("by") == "conversation"
      ? evaluateSessions(coded.samples, heard: heard, by: codebook, options: options) : nil)
  guard !report.evaluation.names.isEmpty || report.sessions?.names.isEmpty == false else {
    return try run.fail(
      "there is nothing to measure in \(coded.name)",
      help: options.only.isEmpty
        ? "no line gives a code, and none says what was looked for"
        : "none of these names was looked for; --whole-codebook takes all as looked for")
  }
  if run.wantsJSON {
    try run.writeJSON(EvaluationJSON(report))
  } else {
    try EvaluationPage(report: report, page: run.output, isPlain: run.isPlain).show()
  }
  if let path = run.command.string("html") {
    try run.keep(EvaluateHTML(report: report).text, at: path)
  }
  return coded.isPartial ? 1 : 0
}

/// `attune evaluate --readers`: one person's codes beside the other's.
private func compareReaders(
  _ coded: CodedFiles, _ codebook: Codebook, _ options: EvaluationOptions, _ run: Run
) throws -> Int32 {
  guard !coded.firstReader.isEmpty else {
    return try run.fail(
      "\(coded.name) holds no response that two people coded",
      help: "'first reader' and 'second reader' lines in a .responses file say how they differed")
  }
  let agreement = ReadersAgreement(
    codebook: codebook,
    evaluation: evaluate(
      coded.firstReader, heard: heardCodes(coded.secondReader), by: codebook, options: options))
  if run.wantsJSON {
    try run.writeJSON(ReadersJSON(agreement))
  } else {
    try agreement.show(on: run.output, isPlain: run.isPlain)
  }
  return coded.isPartial ? 1 : 0
}

/// What an evaluation found, as the text, the JSON and the page tell it.
struct EvaluationReport {
  let file: String
  let codebook: Codebook
  let samples: [CodedSample]
  let evaluation: Evaluation
  /// Where conversations were asked for.
  let sessions: SessionFigures?

  var families: [NameFigures] { told.filter(\.name.isFamily) }
  var codes: [NameFigures] { told.filter { !$0.name.isFamily } }
  /// Given too seldom to tell, but given.
  var tooFew: [NameFigures] { evaluation.names.filter { $0.isTooFew && $0.given > 0 } }
  private var told: [NameFigures] { evaluation.names.filter { !$0.isTooFew } }
}

extension MeasuredName {
  /// `open question (OQ)`; a family has only the name.
  var label: String {
    guard let id, id != name else { return name }
    return "\(name) (\(id))"
  }

  /// With the id first, so that it is not what is cut in a narrow column.
  var shortLabel: String {
    guard let id, id != name else { return name }
    return "\(id) \(name)"
  }
}

extension Interval {
  /// `.41 to .52`.
  var words: String { "\(hundredths(low)) to \(hundredths(high))" }
}

private func pieces(of list: String?) -> [String] {
  (list ?? "").split(separator: ",").map { piece in
    String(piece.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }.filter { !$0.isEmpty }
}
