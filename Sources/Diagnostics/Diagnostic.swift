/// How much a problem matters: an error stops a file from being used, the others do not.
package enum Severity: String, Sendable, Hashable, Codable {
  case error, warning, information
}

/// What can be wrong with a file, as facts; each stage has an enum of its problems that conforms.
///
/// `message` states in one lower-case sentence what is wrong, in the author's words;
/// `help` states what to do, where there is one thing to do.
package protocol Problem: Sendable {
  var code: String { get }
  var severity: Severity { get }
  var message: String { get }
  var help: String? { get }
}

/// A problem at its place in somebody's file: data, not yet a text.
package struct Diagnostic: Sendable, Hashable {
  package let code: String
  package let severity: Severity
  package let span: Span
  package let message: String
  package let help: String?
  /// The repair, where there is exactly one obvious.
  package let fix: Fix?

  package init(_ problem: some Problem, at span: Span, fix: Fix? = nil) {
    code = problem.code
    severity = problem.severity
    message = problem.message
    help = problem.help
    self.span = span
    self.fix = fix
  }

  /// A problem whose repair is to write something else in its place.
  package init(_ problem: some Problem, at span: Span, replacement: String?) {
    self.init(problem, at: span, fix: replacement.map { Fix(writing: $0, at: span) })
  }
}

extension Sequence where Element == Diagnostic {
  /// In the order of the file, the graver first at one place, each said once.
  package func inFileOrder() -> [Diagnostic] {
    var seen: Set<Diagnostic> = []
    return filter { seen.insert($0).inserted }
      .sorted {
        ($0.span.start, $0.span.end, $0.code, $0.message)
          < ($1.span.start, $1.span.end, $1.code, $1.message)
      }
  }

  package var hasErrors: Bool { contains { $0.severity == .error } }
}
