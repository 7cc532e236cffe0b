import Diagnostics
import Outline
import ScenarioSyntax

/// The files a scenario is put together from: its own, and those it names after `use:`.
struct UsedFiles {
  /// In the order in which they are used, each once.
  private(set) var trees: [ScenarioTree] = []
  private(set) var problems: [(problem: UsedFileProblem, phrase: Phrase)] = []
  /// Files that are not plain text, which are not read.
  private(set) var unreadable: [(file: SourceFile, problem: Diagnostic)] = []

  /// One file whose own uses are being followed.
  private struct Step {
    let path: String
    var waiting: ArraySlice<Phrase>
  }

  init(of tree: ScenarioTree, _ find: (String) -> SourceFile?) {
    let start = normalised(tree.file.name)
    var chain = [Step(path: start, waiting: tree.uses[...])]
    var above: Set = [start]
    var read: Set = [start]
    while let step = chain.last {
      guard let use = chain[chain.count - 1].waiting.popFirst() else {
        above.remove(step.path)
        chain.removeLast()
        continue
      }
      let isWhole = use.text.hasPrefix("/")
      let path = normalised(isWhole ? use.text : folder(of: step.path) + use.text)
      guard use.text.hasSuffix(".part") else {
        problems.append((.notAPart(use.text), use))
        continue
      }
      if above.contains(path) {
        problems.append((.circle(use.text), use))
        continue
      }
      guard read.insert(path).inserted else { continue }
      guard let file = find(path) else {
        problems.append((.missing(use.text, path: path), use))
        continue
      }
      if let problem = file.encodingProblem(code: "S106") {
        unreadable.append((file, problem))
        continue
      }
      let part = readScenario(file)
      trees.append(part)
      above.insert(path)
      chain.append(Step(path: path, waiting: part.uses[...]))
    }
  }
}

extension ScenarioTree {
  /// Names after `use:`, as they were written.
  fileprivate var uses: [Phrase] {
    header.filter { $0.name.equals("use") }.compactMap(\.value)
      .flatMap { $0.pieces(between: ",") }.map { $0.unquoted ?? $0 }.filter { !$0.isEmpty }
  }

  /// Whether the file is one that others use.
  var isPart: Bool { file.name.hasSuffix(".part") }
}

/// The path up to its last slash, with it.
private func folder(of path: String) -> String {
  path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
}

/// A path without `.` and, as far as they can be taken back, without `..`.
private func normalised(_ path: String) -> String {
  var parts: [Substring] = []
  for part in path.split(separator: "/") where part != "." {
    if part == "..", let last = parts.last, last != ".." {
      parts.removeLast()
    } else {
      parts.append(part)
    }
  }
  return (path.hasPrefix("/") ? "/" : "") + parts.joined(separator: "/")
}
