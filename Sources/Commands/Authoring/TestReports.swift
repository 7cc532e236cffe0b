import Diagnostics
import FoundationEssentials
import Playtesting

/// What `attune test --json` prints; lines and columns count from 1, columns in characters.
struct TestJSON: Encodable {
  let version = 1
  /// Checks that were run, and those of them that differ.
  let checks: Int
  let differing: Int
  let scenarios: [Scenario]

  struct Scenario: Encodable {
    let file: String
    /// Why it cannot be played.
    let errors: [Failure]
    let checks: [Check]
  }

  struct Check: Encodable {
    let name: String
    let line: Int
    let holds: Bool
    let failures: [Failure]
  }

  struct Failure: Encodable {
    let file: String
    let line: Int
    let column: Int
    /// Of a problem with the file; nil for what is not as expected.
    let code: String?
    let message: String
    let help: String?
    /// What was said on a walk that shows it.
    var walk: [String]?

    init(_ diagnostic: Diagnostic, in file: SourceFile) {
      self.file = file.name
      let place = file.position(at: diagnostic.span.start)
      (line, column) = (place.line, place.column)
      code = nonEmpty(diagnostic.code)
      message = diagnostic.message
      help = diagnostic.help
    }
  }

  init(_ tested: [TestedFile]) {
    let results = tested.flatMap(\.checks)
    checks = results.count
    differing = results.count { !$0.holds }
    scenarios = tested.map { item in
      Scenario(
        file: item.file.name,
        errors: item.errors.map { Failure($0.diagnostic, in: $0.file) },
        checks: item.checks.map { check in
          Check(
            name: check.name, line: check.line, holds: check.holds,
            failures: check.failures.map { failure in
              var shown = Failure(item.diagnostic(for: failure), in: item.file)
              shown.walk = failure.path?.steps
              return shown
            })
        })
    }
  }
}

/// The results as JUnit's XML: a suite for each file, a case for each check.
func junitReport(_ tested: [TestedFile]) -> String {
  func testCase(
    _ name: String, in file: SourceFile, _ problems: [Diagnostic], _ details: [String]
  ) -> String {
    let start = "    <testcase classname=\"\(escaped(file.name))\" name=\"\(escaped(name))\""
    guard let first = problems.first else { return start + "/>\n" }
    return start + ">\n"
      + "      <failure type=\"\(first.code.isEmpty ? "expectation" : first.code)\" message=\"\(escaped(first.message))\">"
      + escaped(details.joined()) + "</failure>\n    </testcase>\n"
  }
  var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  let cases = tested.map { $0.hasErrors ? 1 : $0.checks.count }
  let failed = tested.map { $0.hasErrors ? 1 : $0.checks.count { !$0.holds } }
  text += "<testsuites tests=\"\(cases.reduce(0, +))\" failures=\"\(failed.reduce(0, +))\">\n"
  for (index, item) in tested.enumerated() {
    text += "  <testsuite name=\"\(escaped(item.file.name))\""
    text += " tests=\"\(cases[index])\" failures=\"\(failed[index])\">\n"
    if item.hasErrors {
      text += testCase(
        "the file can be played", in: item.file, item.errors.map(\.diagnostic),
        item.errors.map { render($0.diagnostic, in: $0.file) })
    }
    for check in item.checks {
      text += testCase(
        check.name, in: item.file, check.failures.map(item.diagnostic),
        check.failures.map(item.text))
    }
    text += "  </testsuite>\n"
  }
  return text + "</testsuites>\n"
}

/// For HTML and for XML 1.0, which knows no control characters but tab and line break.
func escaped(_ text: String) -> String {
  var result = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    case "\"": result += "&quot;"
    case "\n", "\t": result.unicodeScalars.append(scalar)
    case "\u{0}"..<" ", "\u{7F}"..<"\u{A0}", "\u{FFFE}"..."\u{FFFF}": continue
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result
}

func write(_ text: String, to path: String) throws {
  do {
    try Data(text.utf8).write(to: URL(filePath: path))
  } catch {
    throw LibraryError(
      message: "'\(path)' cannot be written", help: "name a file in a folder you may write to")
  }
}
