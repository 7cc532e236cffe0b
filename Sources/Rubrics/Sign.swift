/// What the coder can notice beyond cue words; the number is its place among all of them.
///
/// After the single ones come families, made here: lengths, and the tense of the main clause with
/// its subject and whether it asks.
package struct Sign: Sendable, Hashable {
  package let number: Int

  private init(_ number: Int) { self.number = number }

  package init?(number: Int) {
    guard Self.names.indices.contains(number) else { return nil }
    self.number = number
  }

  package init?(named name: String) {
    guard let number = Self.names.firstIndex(of: name) else { return nil }
    self.number = number
  }

  /// As a codebook writes it.
  package var name: String { Self.names[number] }

  /// The sentence ends with a question mark, or has no mark at its end and begins as questions do.
  package static let question = Sign(0)
  /// It is no question.
  package static let statement = Sign(1)
  /// Something done instead of said: `(nods)`, `…`.
  package static let gesture = Sign(2)
  /// `you` or `your` occurs.
  package static let speaksOfYou = Sign(3)
  /// The subject comes first and is `you` (after so, and, but, well …).
  package static let startsWithYou = Sign(4)
  package static let startsWithI = Sign(5)
  /// Most of the words of a gist phrase of the patient's last words occur.
  package static let gist = Sign(6)
  /// Neither `you` nor a word or gist of the patient's last words occurs.
  package static let nothingOfThePatient = Sign(7)
  /// Every content word is on the word list `stock`: it could be said to anybody about anything.
  package static let stockWords = Sign(8)
  /// It stands in quotation marks from beginning to end.
  package static let quoted = Sign(9)
  /// A content word of the patient's last words occurs.
  package static let patientsWords = Sign(10)
  /// At least half of its content words are the patient's.
  package static let mostlyPatientsWords = Sign(11)
  /// A content word occurs that is neither in the patient's last words nor in their gist.
  package static let newWords = Sign(12)
  /// Content words of at least two earlier patient turns occur.
  package static let earlierTurns = Sign(13)
  /// A feeling word (list `feeling`) that the patient has not just said.
  package static let newFeeling = Sign(14)
  /// A feeling word that the patient has just said.
  package static let patientsFeeling = Sign(15)
  /// The whole response has at most four words.
  package static let fewWords = Sign(16)
  /// The whole response has more than 60 words and no question.
  package static let manyWords = Sign(17)
  /// The whole response has more than 90 words.
  package static let tooManyWords = Sign(18)
  /// Two or more question marks in the response.
  package static let severalQuestions = Sign(19)
  /// "what" or "how" stands before the verb.
  package static let asksOpenly = Sign(20)
  /// "when", "who", "how many" …
  package static let asksForAFact = Sign(21)
  /// "why" or "how come".
  package static let asksWhy = Sign(22)
  /// A helping verb stands before the person.
  package static let asksYesOrNo = Sign(23)
  /// "tell me", "say more" …
  package static let invites = Sign(24)
  /// "…, right?", "…, isn't it?"
  package static let endsInATag = Sign(25)
  /// Nothing but the question mark asks.
  package static let onlyMarked = Sign(26)
  /// At least four words stand before the asking ones.
  package static let asksFarIn = Sign(27)
  /// An earlier sentence of the response asks.
  package static let questionBefore = Sign(28)
  /// A later sentence of the response asks.
  package static let questionAfter = Sign(29)
  package static let firstSentence = Sign(30)
  package static let lastSentence = Sign(31)
  package static let onlySentence = Sign(32)
  package static let noMark = Sign(33)
  package static let exclaims = Sign(34)
  /// It ends in "…".
  package static let trailsOff = Sign(35)
  /// A comma, dash or colon stands inside.
  package static let comma = Sign(36)
  package static let severalCommas = Sign(37)
  package static let speaksOfI = Sign(38)
  package static let speaksOfWe = Sign(39)
  /// "he", "she", "they" …
  package static let speaksOfThem = Sign(40)
  package static let speaksOfYouTwice = Sign(41)
  package static let speaksOfITwice = Sign(42)
  /// "not", "never" …
  package static let negates = Sign(43)
  /// Small words only.
  package static let noContent = Sign(44)
  /// "yes", "okay", "well" … come first.
  package static let beginsLikeAnAnswer = Sign(45)
  /// A content word.
  package static let sharesOne = Sign(46)
  package static let sharesTwo = Sign(47)
  package static let sharesThree = Sign(48)
  package static let sharesFive = Sign(49)
  /// Of its content words, at least.
  package static let copiesAFifth = Sign(50)
  package static let copiesTwoFifths = Sign(51)
  package static let copiesThreeFifths = Sign(52)
  package static let copiesMost = Sign(53)
  /// Content words the patient has not just said.
  package static let hasTwoNew = Sign(54)
  package static let hasFourNew = Sign(55)
  package static let hasSevenNew = Sign(56)
  /// With I and you made one.
  package static let pairShared = Sign(57)
  package static let tripleShared = Sign(58)
  package static let quadrupleShared = Sign(59)
  /// A pair such as "I feel" comes back as "you feel".
  package static let flippedPair = Sign(60)
  package static let namesUnnamedFeeling = Sign(61)
  package static let patientNamesFeeling = Sign(62)
  package static let patientAsks = Sign(63)
  /// At most three words.
  package static let patientSaysLittle = Sign(64)
  /// At least 40 words.
  package static let patientSaysMuch = Sign(65)
  package static let noPatient = Sign(66)
  /// The trainee did.
  package static let askedBefore = Sign(67)
  /// The trainee did, without asking.
  package static let statedYouBefore = Sign(68)
  /// At most four words, and no question.
  package static let briefBefore = Sign(69)
  /// Nothing was said by the trainee before.
  package static let nothingBefore = Sign(70)

  /// Numbers of words from which a sentence has a sign of its own.
  package static let lengths = [2, 3, 4, 5, 7, 9, 12, 15, 19, 24, 30, 40, 60, 90]

  /// The sentence has at least so many words: a place in `lengths`.
  package static func length(_ place: Int) -> Sign { Sign(singles.count + place) }

  /// Of the main clause.
  package enum Tense: Int, CaseIterable, Sendable {
    case present, past, perfect, future, modal, imperative, none

    var name: String {
      switch self {
      case .modal: "could or should"
      case .imperative: "an order"
      case .none: "no verb"
      default: "\(self)"
      }
    }
  }

  /// Of the main clause.
  package enum Subject: Int, CaseIterable, Sendable {
    case i, you, we, they, it, there, none

    var name: String {
      switch self {
      case .i: "I"
      case .none: "another subject"
      default: "\(self)"
      }
    }
  }

  package static func tense(_ tense: Tense) -> Sign {
    Sign(singles.count + lengths.count + tense.rawValue)
  }

  package static func subject(_ subject: Subject) -> Sign {
    Sign(singles.count + lengths.count + Tense.allCases.count + subject.rawValue)
  }

  package static func clause(_ subject: Subject, _ tense: Tense) -> Sign {
    let families = Tense.allCases.count + Subject.allCases.count
    return Sign(
      singles.count + lengths.count + families + subject.rawValue * Tense.allCases.count
        + tense.rawValue)
  }

  /// In the order of their numbers.
  package static let names: [String] =
    singles + lengths.map { "at least \($0) words" }
    + Tense.allCases.map { "main clause: \($0.name)" }
    + Subject.allCases.map { "main clause: \($0.name)" }
    + Subject.allCases.flatMap { subject in
      Tense.allCases.map { "main clause: \(subject.name), \($0.name)" }
    }

  private static let singles = [
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
    "asks openly",
    "asks for a fact",
    "asks why",
    "asks for yes or no",
    "invites to tell",
    "ends in a tag",
    "asks by its mark alone",
    "asks after a beginning",
    "a question before",
    "a question after",
    "first of several sentences",
    "last of several sentences",
    "the only sentence",
    "no mark at the end",
    "exclamation mark",
    "trails off",
    "comma",
    "several commas",
    "speaks of I",
    "speaks of we",
    "speaks of others",
    "speaks of you twice",
    "speaks of I twice",
    "negates",
    "no word of its own",
    "begins like an answer",
    "shares a word with the patient",
    "shares two words with the patient",
    "shares three words with the patient",
    "shares five words with the patient",
    "a fifth is the patient's",
    "two fifths are the patient's",
    "three fifths are the patient's",
    "four fifths are the patient's",
    "two new words",
    "four new words",
    "seven new words",
    "two words in a row are the patient's",
    "three words in a row are the patient's",
    "four words in a row are the patient's",
    "turns her I into you",
    "names a feeling where the patient named none",
    "the patient names a feeling",
    "the patient asks",
    "the patient says little",
    "the patient says much",
    "nothing said by the patient",
    "asked in the turn before",
    "spoke of you in the turn before",
    "was brief in the turn before",
    "first response",
  ]
}
