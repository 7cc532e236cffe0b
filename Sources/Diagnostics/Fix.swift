/// A repair of a file: what to write where, and how an editor's menu calls it.
package struct Fix: Sendable, Hashable {
  /// In the imperative: `write 'reflection'`, `add an 'otherwise'`.
  package let title: String
  /// In file order, none overlapping another.
  package let edits: [Edit]

  package init(title: String, edits: [Edit]) {
    self.title = title
    self.edits = edits
  }

  /// One word or phrase in place of another.
  package init(writing text: String, at span: Span) {
    self.init(title: "write '\(text)'", edits: [Edit(span: span, text: text)])
  }
}

/// Text in place of a span of a file; an empty span inserts.
package struct Edit: Sendable, Hashable {
  package let span: Span
  package let text: String

  package init(span: Span, text: String) {
    self.span = span
    self.text = text
  }
}
