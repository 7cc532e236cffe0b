import Terminal

/// How far a long run has come: one line of standard error, on a terminal only, gone at the end.
struct ProgressLine {
  private let page: Page
  private var shown = -1

  init(_ page: Page) { self.page = page }

  /// Written again with every further per cent.
  mutating func show(_ done: Int, of whole: Int, _ noun: String) {
    let step = done / max(1, whole / 100)
    guard page.output.isTerminal, !page.isPlain, step != shown else { return }
    shown = step
    // Whoever cannot read this needs no progress either.
    try? page.write("\r\(done) of \(whole) \(noun)\u{1B}[K")
  }

  /// What is done before anything can be counted.
  mutating func say(_ text: String) {
    guard page.output.isTerminal, !page.isPlain else { return }
    shown = 0
    try? page.write("\r\(text)\u{1B}[K")
  }

  mutating func erase() {
    if shown >= 0 { try? page.write("\r\u{1B}[K") }
    shown = -1
  }
}
