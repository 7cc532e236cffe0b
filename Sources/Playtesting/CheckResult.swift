import Diagnostics

/// How a check of an author came out.
package struct CheckResult: Sendable, Hashable {
  package var name: String
  /// The line of its heading.
  package var line: Int
  /// In the order of the file; none where everything is as expected.
  package var failures: [CheckFailure]

  package init(name: String, line: Int, failures: [CheckFailure] = []) {
    self.name = name
    self.line = line
    self.failures = failures
  }

  package var holds: Bool { failures.isEmpty }
}

/// One thing that came out differently from what an author expected, at its line.
package struct CheckFailure: Problem, Hashable {
  package enum Kind: Sendable, Hashable {
    /// The expectation as written, and what is the case instead.
    case notAsExpected(String, found: String)
    /// The session has ended, so nothing can be said any more.
    case saidAfterEnding(String)
    /// So many more things differ after the line from which on the conversation went another way.
    case wentAnotherWay(since: Int, more: Int)
  }

  package var line: Int
  package var kind: Kind
  /// How it came to that; nil where there is nothing to add.
  package var help: String?
  /// A walk that shows it.
  package var path: WalkPath?

  package init(line: Int, kind: Kind, help: String? = nil, path: WalkPath? = nil) {
    self.line = line
    self.kind = kind
    self.help = help
    self.path = path
  }

  package var severity: Severity { .error }

  /// None: what differs is an author's own sentence, and there is nothing to explain about it.
  package var code: String { "" }

  package var message: String {
    switch kind {
    case .notAsExpected(let expectation, let found): "expected \(expectation); \(found)"
    case .saidAfterEnding(let ending):
      "the session has ended with '\(ending)', so nothing more can be said"
    case .wentAnotherWay(let since, let more):
      (more == 1 ? "this differs too" : "this and \(more - 1) more differ too")
        + ": the conversation had gone another way since line \(since)"
    }
  }

  /// The words of the file it is about; nil for the whole line.
  package var words: String? {
    if case .notAsExpected(let expectation, _) = kind { expectation } else { nil }
  }
}
