/// A line of a file before or after a change, without its line feed.
package struct DiffLine: Sendable, Hashable {
  package enum Change: Sendable, Hashable { case kept, removed, added }

  package let change: Change
  package let text: String
  /// False for the last line of a file that ends in the middle of it.
  package let hasLineFeed: Bool

  package init(_ change: Change, _ text: String, hasLineFeed: Bool = true) {
    self.change = change
    self.text = text
    self.hasLineFeed = hasLineFeed
  }
}

/// The changes of a file as `diff -u` shows them, with three lines around each; empty without any.
package func unifiedDiff(_ lines: [DiffLine], from old: String, to new: String) -> String {
  let around = 3
  let changed = lines.indices.filter { lines[$0].change != .kept }
  guard !changed.isEmpty else { return "" }
  var text = "--- \(old)\n+++ \(new)\n"
  // How many lines of either file stand above the part that comes next.
  var (oldLine, newLine, next) = (0, 0, 0)
  var rest = changed[...]
  while let first = rest.popFirst() {
    var last = first
    while let following = rest.first, following - last <= 2 * around {
      last = following
      rest.removeFirst()
    }
    let part = lines[max(next, first - around)..<min(lines.count, last + around + 1)]
    oldLine += part.startIndex - next
    newLine += part.startIndex - next
    let (oldCount, newCount) = (
      part.count { $0.change != .added }, part.count { $0.change != .removed }
    )
    text += "@@ -\(place(oldLine, oldCount)) +\(place(newLine, newCount)) @@\n"
    for line in part { text += line.picture }
    oldLine += oldCount
    newLine += newCount
    next = part.endIndex
  }
  return text
}

/// Of no lines, the place is the line above them.
private func place(_ above: Int, _ count: Int) -> String {
  count == 1 ? String(above + 1) : "\(count == 0 ? above : above + 1),\(count)"
}

extension DiffLine {
  fileprivate var picture: String {
    let mark =
      switch change {
      case .kept: " "
      case .removed: "-"
      case .added: "+"
      }
    return mark + text + "\n" + (hasLineFeed ? "" : "\\ No newline at end of file\n")
  }
}
