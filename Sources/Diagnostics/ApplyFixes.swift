/// What became of a file's repairs.
package struct FixedFile: Sendable {
  package let bytes: [UInt8]
  /// Those whose repair was made, in file order.
  package let applied: [Diagnostic]
  /// Those whose repair would touch one that was made; a next round may find them still.
  package let left: [Diagnostic]
}

/// Makes the repairs of these problems in file order; of two that touch the same place the first
/// wins.
///
/// Problems without a repair are passed over. A repair whose edits lie outside the file or overlap
/// each other is left.
package func applyFixes(_ diagnostics: [Diagnostic], to file: SourceFile) -> FixedFile {
  var taken: [Edit] = []
  var applied: [Diagnostic] = []
  var left: [Diagnostic] = []
  for diagnostic in diagnostics.inFileOrder().sorted(by: { $0.firstEdit < $1.firstEdit }) {
    guard let fix = diagnostic.fix, !fix.edits.isEmpty else { continue }
    let edits = fix.edits.sorted { ($0.span.start, $0.span.end) < ($1.span.start, $1.span.end) }
    let areApart = zip(edits, edits.dropFirst()).allSatisfy { !$0.touches($1) }
    guard areApart, edits.allSatisfy({ file.holds($0.span) }),
      taken.last.map({ !$0.touches(edits[0]) }) ?? true
    else {
      left.append(diagnostic)
      continue
    }
    taken += edits
    applied.append(diagnostic)
  }

  var bytes: [UInt8] = []
  var offset = 0
  for edit in taken {
    bytes += file.bytes[offset..<edit.span.start]
    bytes += edit.text.utf8
    offset = edit.span.end
  }
  bytes += file.bytes[offset...]
  return FixedFile(bytes: bytes, applied: applied, left: left)
}

extension Edit {
  /// Whether both change the same place; two insertions at one place do.
  fileprivate func touches(_ later: Edit) -> Bool {
    later.span.start < span.end || later.span.start == span.start
  }
}

extension Diagnostic {
  fileprivate var firstEdit: Int {
    fix?.edits.map(\.span.start).min() ?? span.start
  }
}

extension SourceFile {
  fileprivate func holds(_ span: Span) -> Bool {
    span.start >= 0 && span.start <= span.end && span.end <= bytes.count
  }
}
