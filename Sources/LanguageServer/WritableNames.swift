import Diagnostics
import ScenarioSyntax

extension NameTarget {
  /// Whether the name is read back wherever such a name can stand, tried on one line of each sort.
  func isWritable(_ name: String) -> Bool {
    let heading: String
    let lines: String
    let kinds: Set<NameUse.Kind>
    let asked: Int
    switch self {
    case .place:
      (kinds, asked) = ([.place], 8)
      heading = "# Beat: \(name)"
      lines = """
        must silence within 2 turns, or go to \(name)
        when not visited \(name) or silence, visited \(name)
          go to \(name)
        # Check: c
        start at \(name), with s 1
        expect beat \(name), ending \(name)
        """
    case .state:
      (kinds, asked) = ([.state], 8)
      heading = "# State\n\(name) 0 to 9, starts 1"
      lines = """
        # Beat: b
        \(name) +1, \(name) -1
        when \(name) at least 1 or \(name) at its lowest, not \(name) above 2
        # Variation: v
        \(name) starts 2
        # Check: c
        start at b, with \(name) 1
        """
    case .topic:
      (kinds, asked) = ([.topic, .speaker], 6)
      heading = "# People\n\(name)  somebody; also: them"
      lines = """
        # Topics
        \(name)  words
        # Beat: b
        \(name): (waits)
        when not clear question about \(name) at least 2 times here, question about \(name)
        choices
          "Sample" = question about \(name), question
        """
    case .variation:
      (kinds, asked) = ([.variation], 2)
      heading = "# Variation: \(name)"
      lines = "# Check: c\nvariation \(name)"
    case .patient, .code, .cue, .rubric, .risk: return false
    }
    let text = heading + "\n" + lines
    let uses = nameUses(readScenario(SourceFile(name: "", text: text)))
    return uses.count { kinds.contains($0.kind) && $0.phrase.text == name } == asked
  }
}
