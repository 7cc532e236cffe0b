import Diagnostics
import Outline
import ScenarioSyntax

/// Indentation that does not show what belongs to what.
enum IndentationProblem: Problem {
  /// `misread` where the lines were not understood as they look.
  case tabAmongBlanks(misread: Bool)
  case singleBlank

  var code: String { "S198" }

  var severity: Severity {
    if case .tabAmongBlanks(misread: true) = self { .error } else { .warning }
  }

  var message: String {
    switch self {
    case .tabAmongBlanks: "a tab stands before this line, and blanks before others around it"
    case .singleBlank: "a single blank stands before this line"
    }
  }

  var help: String? {
    switch self {
    case .tabAmongBlanks: "put blanks in place of every tab here, two for each step inwards"
    case .singleBlank: "write two blanks if it belongs to the line above, and none if it does not"
    }
  }
}

/// Problems that lines in the wrong place bring with them.
private let consequences: Set<String> = [
  "S121", "S122", "S124", "S128", "S129", "S140", "S142", "S143", "S146", "S149", "S151", "S160",
  "S161", "S199",
]

extension ScenarioCheck {
  /// Checks a beat, an ending or a fallback; where tabs and blanks are mixed in it, that is said
  /// and not what follows from it.
  mutating func checkingIndentation<Checked>(
    of section: ScenarioSection, _ check: (inout ScenarioCheck) -> Checked
  ) -> Checked {
    let file = section.outline.heading.phrase.file
    let earlier = problemCount(in: file)
    let result = check(&self)
    var found = Indentation()
    found.add(section.outline.lines)
    if let tab = found.tab, found.hasBlanks {
      let isMisread = removeConsequences(after: earlier, in: file)
      report(IndentationProblem.tabAmongBlanks(misread: isMisread), at: tab)
    } else if let single = found.singleBlank {
      report(IndentationProblem.singleBlank, at: single)
    }
    return result
  }

  private func problemCount(in file: SourceFile) -> Int {
    file === tree.file
      ? diagnostics.count : partDiagnostics[ObjectIdentifier(file)]?.count ?? 0
  }

  private mutating func removeConsequences(after earlier: Int, in file: SourceFile) -> Bool {
    func remove(_ found: inout [Diagnostic]) -> Bool {
      let kept = found[earlier...].filter { !consequences.contains($0.code) }
      let isMisread = kept.count < found.count - earlier
      found.replaceSubrange(earlier..., with: kept)
      return isMisread
    }
    return file === tree.file
      ? remove(&diagnostics) : remove(&partDiagnostics[ObjectIdentifier(file), default: []])
  }
}

/// How the lines of a section are indented: the first of each kind.
private struct Indentation {
  var tab: Phrase?
  var singleBlank: Phrase?
  var hasBlanks = false

  mutating func add(_ lines: [OutlineLine]) {
    for line in lines where line.kind == .content {
      if line.indent > 0 {
        let blanks = line.phrase.file.bytes[line.whole.start..<line.phrase.span.start]
        if tab == nil, blanks.contains(UInt8(ascii: "\t")) { tab = line.phrase }
        if !hasBlanks { hasBlanks = blanks.contains(UInt8(ascii: " ")) }
        if line.indent == 1, singleBlank == nil { singleBlank = line.phrase }
      }
      add(line.children)
    }
  }
}
