import Diagnostics
import Supervision
import TranscriptStore

/// `attune review letter`: a draft is made, edited by hand, and released.
func writeLetter(_ run: Run) throws -> Int32 {
  guard let who = try run.person("who writes the letter") else { return 64 }
  let (store, id) = try run.storeAndSession()
  return try LetterDesk(run: run, store: store, session: id, who: who).work()
}

/// One supervisor at the letter on one session.
private struct LetterDesk {
  let run: Run
  let store: TranscriptStore
  let session: String
  let who: String

  private var page: Page { run.output }
  private func isSet(_ flag: String) -> Bool { run.command.isSet(flag) }

  func work() throws -> Int32 {
    try store.checkLetter(on: session, by: who)
    if isSet("edit"), !run.canAsk {
      return try run.fail(
        "an editor needs a terminal",
        help: "write the letter to a file with --out, and take it back with --from")
    }
    let latest = try store.letters(of: session).last
    if let latest, latest.released != nil, !isSet("replace") {
      guard !isSet("edit"), !isSet("release"), run.command.string("from") == nil else {
        throw LetterRefusal.released(session: session)
      }
      return try hand(over: latest)
    }
    var letter = try draft(after: latest)
    if let path = run.command.string("from") {
      letter = try store.keepLetter(
        unescapedMarkup(try text(of: readSource(path).bytes)), on: session, by: who,
        at: run.surroundings.now())
      try run.errors.paragraph("Kept: the letter as it is in \(path).", as: .faint)
    }
    if isSet("edit") {
      guard let edited = try edit(letter) else { return 2 }
      letter = edited
    }
    if isSet("release") { return try release(letter) }
    if run.command.string("out") == nil, isSet("edit") || run.command.string("from") != nil {
      return 0
    }
    let status = try hand(over: letter)
    if run.command.string("out") == nil, run.command.string("format") == nil {
      try run.errors.paragraph(
        "A draft: --edit or --from changes it, --release hands it to the trainee.", as: .faint)
    }
    return status
  }

  /// The draft there is; else a new one, which begins as the letter it replaces where there is one.
  private func draft(after latest: Letter?) throws -> Letter {
    if let latest, latest.released == nil { return latest }
    let text: String
    if let latest {
      text = latest.text
    } else {
      guard let draft = try LetterDraft(of: session, in: store, run) else {
        throw ReviewRefusal.notReleased(session: session)
      }
      text = draft.text
    }
    return try store.draftLetter(
      on: session, by: who, text: text, replacing: latest != nil, at: run.surroundings.now())
  }

  private func sheet(_ letter: Letter) throws -> LetterSheet {
    LetterSheet(
      letter, among: try store.letters(of: session), title: try store.load(session).record.title)
  }

  /// Shows it, or writes it into a file.
  private func hand(over letter: Letter) throws -> Int32 {
    let path = run.command.string("out")
    let sheet = try sheet(letter)
    let (now, what) = (run.surroundings.now(), "letter \(letter.number)")
    if path == nil { try store.note(.read, by: who, on: session, what, at: now) }
    let text: String
    switch run.writtenFormat(to: path) {
    case .markdown: text = sheet.markdown
    case .html: text = sheet.html
    case .text where path == nil:
      try sheet.show(on: page)
      return 0
    case .text: text = try run.written(sheet.show(on:))
    }
    try run.put(text, into: path, told: "The letter") { place in
      try store.keep(
        KeptExport(at: now, who: who, kind: .letter, place: place, sessions: [session]),
        detail: what)
    }
    return 0
  }

  // MARK: - Editing

  private func text(of bytes: [UInt8]) throws -> String {
    // Bounded before it is looked at: four bytes a character, and room for escapes.
    guard bytes.count <= LetterRule.mostCharacters * 8 else {
      throw LetterRefusal.tooLong(count: bytes.count / 4)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LetterRefusal.notText
    }
    return text
  }

  /// The letter as it is afterwards; nil where it stayed as it was because the editor failed.
  private func edit(_ letter: Letter) throws -> Letter? {
    var (basis, text) = (letter.text, letter.text)
    while true {
      let bytes: [UInt8]
      do {
        bytes = try run.edit(text, named: "letter.md")
      } catch let failure as EditFailure {
        _ = try run.fail(failure.message, help: failure.help)
        return nil
      }
      do {
        if let typed = String(validating: bytes, as: UTF8.self) { text = typed }
        let edited = try store.keepLetter(
          self.text(of: bytes), on: session, by: who, basis: basis, at: run.surroundings.now())
        try run.errors.paragraph(
          edited.text == basis ? "Nothing was changed." : "Kept.", as: .faint)
        return edited
      } catch let refusal as LetterRefusal {
        _ = try run.fail(refusal.message, help: nil)
        let answer = try run.ask(
          "e edits it again, q drops what was changed: ", orElse: "Please type e or q."
        ) { $0 == "e" ? true : nil }
        guard answer.answer == true else { return nil }
        if case .changedMeanwhile = refusal {
          basis = try store.letters(of: session).last?.text ?? basis
        }
      }
    }
  }

  // MARK: - Releasing

  private func release(_ letter: Letter) throws -> Int32 {
    try LetterRule.checkRelease(of: letter.text)
    if !isSet("yes") {
      guard run.canAsk else {
        return try run.fail("releasing is not confirmed", help: "say --yes when you mean it")
      }
      try sheet(letter).show(on: page)
    }
    if speaksOfThePerson(letter.text) {
      try run.errors.paragraph(
        "The letter says “you are”. About what was said or done it is easier to read.",
        as: .warning)
    }
    if !isSet("yes") {
      let answer = try run.ask(
        "Release it to the trainee for good? [y/n] ", orElse: "Please type y or n."
      ) { ["y": true, "yes": true, "n": false, "no": false][$0] }
      guard answer.answer == true else {
        try run.errors.paragraph("It stays a draft.", as: .faint)
        return 1
      }
    }
    let released = try store.releaseLetter(
      letter.text, on: session, by: who, at: run.surroundings.now())
    try page.paragraph(
      "Letter \(released.number) on session \(session) is released. The trainee reads it with "
        + "'attune letter \(session)', with --as and her name.")
    if run.command.string("out") != nil { return try hand(over: released) }
    return 0
  }

  /// Whether our own words, not those quoted, are about the person.
  private func speaksOfThePerson(_ text: String) -> Bool {
    letterBlocks(text).contains { block in
      if case .quote = block { return false }
      let words = block.text.lowercased().replacing("’", with: "'")
        .split { !$0.isLetter && $0 != "'" }
      return words.contains("you're")
        || zip(words, words.dropFirst()).contains { $0 == "you" && $1 == "are" }
    }
  }
}

extension EditFailure {
  fileprivate var message: String {
    switch self {
    case .noFolder: "there is no place for a file to edit"
    case .editor(let status) where status == -1 || status == 127:
      "the editor could not be started; the letter is as it was"
    case .editor(let status): "the editor ended with \(status); the letter is as it was"
    case .unreadable: "the edited file is gone; the letter is as it was"
    }
  }

  fileprivate var help: String {
    switch self {
    case .noFolder: "name a folder of your own with TMPDIR"
    case .editor, .unreadable:
      "name an editor with VISUAL or EDITOR, or use --out and --from"
    }
  }
}
