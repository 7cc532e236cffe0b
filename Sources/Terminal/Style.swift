/// What `--color` says.
package enum ColourChoice: String, Sendable, CaseIterable { case auto, always, never }

/// How one stream shows text: in colour or not, plain or not, and how wide.
package struct Style: Equatable, Sendable {
  /// What a piece of text is for; nothing is told by its look alone.
  package enum Role: Sendable { case speaker, gesture, coach, heading, warning, faint }

  package let usesColour: Bool
  /// For screen readers and logs: no drawing, no emoji, no columns.
  package let isPlain: Bool
  /// Columns.
  package let width: Int

  package init(usesColour: Bool = false, isPlain: Bool = false, width: Int = 80) {
    self.usesColour = usesColour
    self.isPlain = isPlain
    self.width = width
  }

  /// Colour is off for a stream that is no terminal, for `NO_COLOR`, `TERM=dumb` and `--plain`; asking
  /// for it outright wins.
  package init(
    for output: any TextOutput, colour: ColourChoice = .auto, isPlain: Bool = false,
    environment: [String: String]
  ) {
    let usesColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto:
        output.isTerminal && !isPlain && environment["NO_COLOR", default: ""].isEmpty
          && environment["TERM"] != "dumb"
      }
    self.init(usesColour: usesColour, isPlain: isPlain, width: output.width)
  }

  package func callAsFunction(_ text: String, as role: Role) -> String {
    usesColour && !text.isEmpty ? "\u{1B}[\(role.code)m\(text)\u{1B}[0m" : text
  }

  /// "Patient: I do not know." wrapped, neutralised and ended with a newline.
  package func labelled(
    _ label: String, as labelRole: Role, _ text: String, as textRole: Role? = nil
  ) -> String {
    let label = neutralised(label, lineBreaks: .asSpaces)
    let lines = wrapped(neutralised(text), width: width, label: label).enumerated()
    return lines.map { index, line in
      let head = index == 0 && line.hasPrefix(label) ? label : ""
      let rest = String(line.dropFirst(head.count))
      return self(head, as: labelRole) + (textRole.map { self(rest, as: $0) } ?? rest) + "\n"
    }.joined()
  }

  /// Text without a label, wrapped, neutralised and ended with a newline.
  package func paragraph(_ text: String, as role: Role? = nil) -> String {
    wrapped(neutralised(text), width: width)
      .map { line in (role.map { self(line, as: $0) } ?? line) + "\n" }.joined()
  }

  /// Before an item of a list.
  package var bullet: String { isPlain ? "-" : "•" }

  /// A line between two parts of a page, ended with a newline; an empty line when plain.
  package var rule: String {
    isPlain ? "\n" : self(String(repeating: "─", count: max(0, width)), as: .faint) + "\n"
  }
}

extension Style.Role {
  /// The number in "ESC [ … m".
  fileprivate var code: String {
    switch self {
    case .speaker: "1"
    case .gesture: "3"
    case .coach: "36"
    case .heading: "1;4"
    case .warning: "33"
    case .faint: "2"
    }
  }
}
