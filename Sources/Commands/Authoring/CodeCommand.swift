import Arguments
import Calibration
import Diagnostics
import FoundationEssentials
import ResponseCoding
import TranscriptModel

let codeEntry = CommandEntry(
  path: ["code"], group: "Writing",
  summary: "Code responses: which behaviours are heard in them, and in which words.",
  discussion: """
    Input is one response a line, or JSON Lines such as those of 'attune evaluate': {"text": "You \
    miss him.", "patient": "His chair is still there."}. 'patient' is what the patient had just \
    said, one text or a list; 'before' is what the trainee said before that; 'id' is taken over; \
    other keys are passed over.

    Output is a line of JSON for each response, on a terminal or with --plain a list for reading \
    unless --json is given: \
    {"id","codes":[{"code","name","families","confidence","start","end","evidence"}]}. Places are \
    counted in characters.

    With --why you read what spoke for each code and against it, strongest first, with its weight \
    in log-odds: base and weights make the sum, and the sum makes the confidence. The strongest \
    code that was nearly given is explained too.
    """,
  arguments: [
    Argument(
      "file", .file, count: .optional, help: "A file; '-' is standard input.", default: "-")
  ],
  flags: [
    Flag("why", help: "Say what spoke for each code and against it."),
    Flag("all", help: "With --why, leave out nothing, however weak."),
    Flag("json", help: "Print JSON, for other programs."),
  ],
  examples: [
    "echo 'What is that like for you?' | attune code --why --plain",
    "attune code responses.jsonl > codes.jsonl",
  ],
  exitStatus: [
    ExitMeaning(0, "coded"), ExitMeaning(1, "coded without the lines that could not be read"),
    ExitMeaning(2, "could not code"), ExitMeaning(64, "wrong usage"),
  ])

/// `attune code`: lines or JSON Lines in, codes out, as JSON Lines or for reading.
///
/// A line that looks like JSON and cannot be used is left out and named by its number, never
/// repeated; 1.
func codeResponses(_ run: Run) throws -> Int32 {
  let coder = ResponseCoder(try run.library().codebook)
  let name = run.command.argument(0) ?? "-"
  let input: SourceFile
  if name == "-" {
    if run.surroundings.streams.input.isTerminal {
      return try run.fail(
        "there is nothing to code", help: "pipe responses in, or name a file")
    }
    input = SourceFile(name: "-", bytes: try run.surroundings.streams.input.readToEnd())
  } else {
    input = try readSource(name)
  }

  let isForReading = (run.output.output.isTerminal || run.isPlain) && !run.wantsJSON
  let explains = run.command.isSet("why")
  let page = CodedPage(page: run.output, showsAll: run.command.isSet("all"))
  let decoder = JSONDecoder()
  var complaints: [ReadSamples.Complaint] = []
  for line in input.lineStarts.indices {
    guard let (id, text, context) = response(input, line, coder, decoder, &complaints) else {
      continue
    }
    if explains {
      let explained = coder.explain(text, after: context)
      if isForReading {
        try page.show(explained, id: id)
      } else {
        try run.writeJSON(CodedLine(id: id, explained))
      }
    } else {
      let coded = coder.code(text, after: context)
      if isForReading {
        try page.show(coded, id: id)
      } else {
        try run.writeJSON(CodedLine(id: id, coded))
      }
    }
  }
  try run.complain(
    about: complaints, in: input,
    help: "a line reads {\"text\": \"…\", \"patient\": \"…\"}, or is a response as it stands")
  return complaints.isEmpty ? 0 : 1
}

/// Nil for a line, from 0, that is blank or cannot be used.
private func response(
  _ input: SourceFile, _ line: Int, _ coder: ResponseCoder, _ decoder: JSONDecoder,
  _ complaints: inout [ReadSamples.Complaint]
) -> (id: String, text: String, context: CodingContext)? {
  let text = input.textOfLine(line)
  guard let first = text.first(where: { !$0.isWhitespace }) else { return nil }
  let number = String(line + 1)
  guard first == "{" else { return (number, text, CodingContext()) }
  guard let response = try? decoder.decode(ResponseLine.self, from: Data(text.utf8)) else {
    complaints.append(.init(line: line + 1, problem: .notAnObject))
    return nil
  }
  guard response.problems.isEmpty else {
    complaints += response.problems.map { .init(line: line + 1, problem: $0) }
    return nil
  }
  let context = CodingContext(patient: response.patient, before: response.before, coder)
  return (response.id ?? number, response.text, context)
}
