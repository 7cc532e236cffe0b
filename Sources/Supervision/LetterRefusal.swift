/// Why a letter is not written or released; nothing was changed.
package enum LetterRefusal: Error, Hashable, Sendable {
  /// Nobody whose session it is to judge.
  case notTheWriter(session: String)
  case noDraft(session: String)
  /// The latest letter is sealed.
  case released(session: String)
  /// Somebody else changed the draft while it was being edited.
  case changedMeanwhile(session: String)
  case empty
  case tooLong(count: Int)
  case controlCharacter(line: Int)
  case notText
  /// Lines with a place to fill in, from 1.
  case placesLeft(lines: [Int])
}

extension LetterRefusal: CustomStringConvertible {
  package var description: String { "\(message); \(help)" }

  package var message: String {
    switch self {
    case .notTheWriter(let session):
      "the letter on session '\(session)' is for others to write"
    case .noDraft(let session): "there is no draft of a letter on session '\(session)'"
    case .released(let session): "the letter on session '\(session)' is released"
    case .changedMeanwhile(let session):
      "somebody else changed the letter on session '\(session)' meanwhile"
    case .empty: "the letter is empty"
    case .tooLong(let count): "the letter has \(count) characters"
    case .controlCharacter(let line): "line \(line) of the letter has a control character"
    case .notText: "the letter is no text in UTF-8"
    case .placesLeft(let lines):
      "the letter still has something to fill in, in line "
        + lines.map(String.init).joined(separator: ", ")
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .notTheWriter:
      "who submitted a rating of it or settled it writes it, or the trainee's supervisor"
    case .noDraft(let session): "'attune review letter \(session)' drafts one"
    case .released(let session):
      "'attune review letter \(session) --replace' begins one that replaces it"
    case .changedMeanwhile: "look at what stands there now, then edit it again"
    case .empty: "write something to the trainee"
    case .tooLong: "a letter has \(LetterRule.mostCharacters) at most, and is best on one page"
    case .controlCharacter: "take it out"
    case .notText: "save it as UTF-8"
    case .placesLeft: "put words in place of '\(LetterRule.place)]', or take the line out"
    }
  }
}
