import Diagnostics
import Outline

/// Slips in names that nothing declares: families, groups, and the code a "not when" line ends with.
extension CodebookReading {
  /// A family or group that one code alone has and that is nearly another's was meant to be that.
  mutating func checkNamesUsedOnce() {
    var uses: [String: [String: Int]] = ["family": [:], "group": [:]]
    for code in book.codes {
      for family in code.families { uses["family", default: [:]][family, default: 0] += 1 }
      if !code.group.isEmpty { uses["group", default: [:]][code.group, default: 0] += 1 }
    }
    for section in outline.sections where section.kind.equals("code") {
      for line in section.lines.contents {
        if let families = value(line.phrase, "families") {
          for family in families.pieces(between: ",") {
            check(family, "family", uses["family"] ?? [:])
          }
        } else if let group = value(line.phrase, "group") {
          check(group, "group", uses["group"] ?? [:])
        }
      }
    }
  }

  private mutating func check(_ name: Phrase, _ what: String, _ uses: [String: Int]) {
    guard uses[name.text] == 1 else { return }
    let others = uses.filter { $0.value > 1 }.map(\.key).sorted()
    guard let nearest = nearestName(to: name.text, in: others), nearest != name.text else { return }
    report(.nameUsedOnce(name.text, of: what, nearest: nearest), at: name.span)
  }

  /// `when, who, how many: CQ`: a last word in capitals alone after a colon is the id of a code.
  mutating func checkCodeNamedLast(_ value: Phrase) {
    guard let last = value.words.last, last.text.count > 1,
      last.text.allSatisfy({ $0.isUppercase || $0.isNumber }),
      value.at(value.span.start, last.span.start).trimmed.text.hasSuffix(":")
    else { return }
    _ = code(last)
  }
}
