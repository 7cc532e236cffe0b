/// What the coder can notice beyond cue words; the number is its place among all of them.
package enum Sign: Int, Sendable, Hashable, CaseIterable {
  /// The sentence ends with a question mark, or has no mark at its end and begins as questions do.
  case question
  /// It is no question.
  case statement
  /// Something done instead of said: `(nods)`, `…`.
  case gesture
  /// `you` or `your` occurs.
  case speaksOfYou
  /// The subject comes first and is `you` (after so, and, but, well …).
  case startsWithYou
  case startsWithI
  /// Most of the words of a gist phrase of the patient's last words occur.
  case gist
  /// Neither `you` nor a word or gist of the patient's last words occurs.
  case nothingOfThePatient
  /// Every content word is on the word list `stock`: it could be said to anybody about anything.
  case stockWords
  /// It stands in quotation marks from beginning to end.
  case quoted
  /// A content word of the patient's last words occurs.
  case patientsWords
  /// At least half of its content words are the patient's.
  case mostlyPatientsWords
  /// A content word occurs that is neither in the patient's last words nor in their gist.
  case newWords
  /// Content words of at least two earlier patient turns occur.
  case earlierTurns
  /// A feeling word (list `feeling`) that the patient has not just said.
  case newFeeling
  /// A feeling word that the patient has just said.
  case patientsFeeling
  /// The whole response has at most four words.
  case fewWords
  /// The whole response has more than 60 words and no question.
  case manyWords
  /// The whole response has more than 90 words.
  case tooManyWords
  /// Two or more question marks in the response.
  case severalQuestions

  /// As a codebook writes it.
  package var name: String { Self.names[rawValue] }

  /// In the order of the cases.
  package static let names = [
    "question",
    "statement",
    "gesture",
    "speaks of you",
    "starts with you",
    "starts with I",
    "gist of the patient's words",
    "nothing of the patient",
    "nothing but stock words",
    "quoted",
    "patient's words",
    "mostly the patient's words",
    "new words",
    "earlier turns",
    "new feeling",
    "patient's feeling",
    "few words",
    "many words",
    "too many words",
    "several questions",
  ]

  package init?(named name: String) {
    guard let number = Self.names.firstIndex(of: name) else { return nil }
    self.init(rawValue: number)
  }
}
