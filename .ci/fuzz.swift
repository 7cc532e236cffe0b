// What .ci/fuzz runs: every reader of files on any bytes. A trap, a hang or a lost byte is a find.
import Diagnostics
import Glibc
import Outline
import Rubrics
import ScenarioChecker
import ScenarioSyntax

/// Only so that conditions have codes to name; the shipped one costs too much to name in every round.
private let codebook =
  readCodebook(
    SourceFile(name: "ipt.codebook", bytes: bytes(of: "Rubrics/ipt.codebook")),
    words: [SourceFile(name: "feelings.words", bytes: bytes(of: "Rubrics/Words/feelings.words"))]
  ).codebook ?? Codebook()
private let library = CheckingLibrary(
  codebook: codebook, rubrics: ["validation", "active listening", "here and now", "safety"])

private func bytes(of path: String) -> [UInt8] {
  guard let file = fopen(path, "r") else { return [] }
  defer { fclose(file) }
  var result: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 65_536)
  while true {
    let count = fread(&chunk, 1, chunk.count, file)
    if count == 0 { return result }
    result += chunk[..<count]
  }
}

private func demand(_ holds: Bool, _ what: StaticString) {
  guard !holds else { return }
  perror("\(what)")
  abort()
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzOne(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
  let input = Array(UnsafeBufferPointer(start: data, count: size))
  // The first byte chooses the reader, so that one corpus serves all.
  let file = SourceFile(name: "fuzz", bytes: Array(input.dropFirst()))
  switch (input.first ?? 0) % 8 {
  case 0:
    for diagnostic in readCodebook(file).diagnostics { _ = render(diagnostic, in: file) }
  case 1:
    for diagnostic in readRubric(file, codebook: codebook).diagnostics {
      _ = render(diagnostic, in: file)
    }
  case 2:
    for diagnostic in readResponses(file, codebook: codebook).diagnostics {
      _ = render(diagnostic, in: file)
    }
  case 3:
    let checked = readCodebook(file, words: [file])
    for diagnostic in checked.inWords.joined() { _ = render(diagnostic, in: file) }
  default:
    let whole = SourceFile(name: "fuzz", bytes: input)
    demand(readScenario(whole).bytes == input, "the tree lost a byte")
    let formatted = formatScenario(whole)
    let again = formatScenario(SourceFile(name: "fuzz", bytes: formatted.bytes))
    demand(again.bytes == formatted.bytes, "formatting twice changes something")
    let checked = checkScenario(whole, library: library)
    demand(
      (checked.scenario == nil) == checked.diagnostics.hasErrors,
      "a scenario with errors, or none without")
    for diagnostic in checked.diagnostics {
      demand(
        diagnostic.span.start >= 0 && diagnostic.span.end <= input.count,
        "a problem outside the file")
      _ = render(diagnostic, in: whole)
    }
  }
  return 0
}
