import Diagnostics

/// A repair that was made, and the line it was made on, as the file was numbered then.
struct Repair {
  let file: String
  let line: Int
  let code: String
  let title: String

  func sentence(isNamed: Bool) -> String {
    (isNamed ? "\(file), " : "") + "line \(line): \(title)"
  }
}

/// One repair often shows the next, seldom more than two.
private let mostRounds = 10

/// So many repairs of a round that went wrong are tried one by one.
private let mostTried = 100

/// Makes the obvious repairs of a file, checks it again, and so on until none is left.
///
/// A round after which something new is wrong is not taken; its repairs are then tried one by one.
func repair(
  _ file: SourceFile, check: (SourceFile) throws -> [Diagnostic]
) rethrows -> (file: SourceFile, repairs: [Repair]) {
  var file = file
  var repairs: [Repair] = []
  var found = try check(file)
  for _ in 0..<mostRounds {
    let wanted = found.filter { $0.fix != nil }
    var taken = try tryOut(wanted, on: file, found, check)
    if taken == nil {
      for diagnostic in wanted.prefix(mostTried) {
        taken = try tryOut([diagnostic], on: file, found, check)
        if taken != nil { break }
      }
    }
    guard let taken else { break }
    repairs += taken.repairs
    (file, found) = (taken.file, taken.found)
  }
  return (file, repairs)
}

private typealias Round = (file: SourceFile, found: [Diagnostic], repairs: [Repair])

/// The file after these repairs; nil where they change nothing or something new is wrong with it.
private func tryOut(
  _ diagnostics: [Diagnostic], on file: SourceFile, _ before: [Diagnostic],
  _ check: (SourceFile) throws -> [Diagnostic]
) rethrows -> Round? {
  let fixed = applyFixes(diagnostics, to: file)
  guard fixed.bytes != file.bytes else { return nil }
  let result = SourceFile(name: file.name, bytes: fixed.bytes)
  let after = try check(result)
  let (old, new) = (before.errors, after.errors)
  // One mended line may let another be understood; then what counts is that there are fewer errors.
  let isBetter = diagnostics.count == 1 && new.count < old.count
  guard isBetter || Set(new).isSubset(of: old) else { return nil }
  let repairs = fixed.applied.compactMap { diagnostic in
    diagnostic.fix.map { fix in
      Repair(
        file: file.name, line: file.line(at: fix.edits[0].span.start) + 1, code: diagnostic.code,
        title: fix.title)
    }
  }
  return (result, after, repairs)
}

extension [Diagnostic] {
  /// Code and sentence of each error, without the numbers of lines in it.
  fileprivate var errors: [String] {
    filter { $0.severity == .error }.map { "\($0.code) \($0.message.filter { !$0.isNumber })" }
  }
}
