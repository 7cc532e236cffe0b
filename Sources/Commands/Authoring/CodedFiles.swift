import Arguments
import Calibration
import Diagnostics
import ResponseCoding
import Rubrics
import Terminal

/// How files of coded responses end; any other file holds JSON Lines.
let codedEndings = [".responses"]

/// Which patient lines of `.responses` files are taken; JSON Lines are always taken whole.
func partFlag(default part: String) -> Flag {
  Flag(
    "part", value: FlagValue("part", .choice(ResponseParts.allCases.map(\.rawValue))),
    help: "Of '.responses' files only the lines set aside for testing, or the rest.",
    default: part)
}

/// The coded responses that a command was given.
struct CodedFiles {
  /// In words: the one file, or how many there are, for `… holds no …`.
  var name = ""
  var samples: [CodedSample] = []
  /// What two people gave, before they settled it; only of files that two people coded.
  var firstReader: [CodedSample] = []
  var secondReader: [CodedSample] = []
  /// Whether some lines could not be read.
  var isPartial = false
}

extension Run {
  /// Reads the named files and folders, else the responses of the library, and complains about what
  /// is wrong in them.
  func codedFiles(_ coder: ResponseCoder, part: ResponseParts) throws -> CodedFiles {
    let library = try findLibrary(named: command.string("library"), surroundings)
    let files = try namedFiles(endings: codedEndings) { library.responses }
    var coded = CodedFiles()
    coded.name =
      files.count == 1
      ? "'\(files[0].name)'" : files.isEmpty ? "the library" : "\(files.count) files together"
    for file in files {
      if file.name.hasSuffix(".responses") {
        guard let read = try codedResponses(file, coder) else {
          coded.isPartial = true
          continue
        }
        let book = coder.codebook
        coded.samples += read.responses.samples(part, by: book)
        if read.responses.hasTwoReaders {
          coded.firstReader += read.responses.samples(part, codes: .firstReader, by: book)
          coded.secondReader += read.responses.samples(part, codes: .secondReader, by: book)
        }
        coded.isPartial = coded.isPartial || read.diagnostics.hasErrors
      } else {
        let read = readCodedSamples(
          file, codebook: coder.codebook, wholeCodebook: command.isSet("whole-codebook"))
        try complain(about: read.complaints, in: file)
        coded.samples += read.samples
        coded.isPartial = coded.isPartial || !read.complaints.isEmpty
      }
    }
    return coded
  }

  /// Nil for what is no text.
  private func codedResponses(
    _ file: SourceFile, _ coder: ResponseCoder
  ) throws -> CheckedResponses? {
    if let problem = file.encodingProblem(code: LibraryProblem.encoding) {
      try show([problem], in: file)
      return nil
    }
    let read = readCodedResponses(file, coder: coder)
    let wrong = read.diagnostics.count { $0.severity == .error }
    if wrong > 0 {
      // Not the errors themselves: they are shown with words of the file.
      let text = "error: \(count(wrong, "fault")) in '\(file.name)'; what is faulty is left out"
      try errors.write(
        errors.style(neutralised(text, lineBreaks: .asSpaces), as: .warning) + "\n")
      try errors.write(
        neutralised("help: 'attune check \(file.name)' shows where", lineBreaks: .asSpaces) + "\n")
    }
    return read
  }

  /// Says what is wrong with which line, each sort of problem once, never in the words of the line.
  ///
  /// `help` says how a line reads, where that differs.
  func complain(
    about complaints: [ReadSamples.Complaint], in file: SourceFile, help lineReads: String? = nil
  ) throws {
    var order: [SampleProblem] = []
    var lines: [SampleProblem: [Int]] = [:]
    for complaint in complaints {
      if lines[complaint.problem] == nil { order.append(complaint.problem) }
      lines[complaint.problem, default: []].append(complaint.line)
    }
    for problem in order.prefix(20) {
      let found = lines[problem] ?? []
      let further = Set(found).count - 1
      let more = further > 0 ? " (and \(count(further, "further line")))" : ""
      let text = "error: line \(found.first ?? 0) of '\(file.name)': \(problem.message)\(more)"
      try errors.write(
        errors.style(neutralised(text, lineBreaks: .asSpaces), as: .warning) + "\n")
      if let help = problem.help.map({ lineReads ?? $0 }) {
        try errors.write("help: \(neutralised(help, lineBreaks: .asSpaces))\n")
      }
    }
    if order.count > 20 {
      try errors.write("\(count(order.count - 20, "further problem"))\n")
    }
  }
}
