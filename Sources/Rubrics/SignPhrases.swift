/// What signs mean to people who have never read a codebook.
extension Sign {
  /// Completes "it was heard because …": `it asks with “what” or “how”`.
  package var phrase: String { Self.phrases[number] }

  /// Whether the sign compares the sentence with what the patient said, or is about that alone.
  package var isAboutThePatient: Bool {
    let compared = Sign.sharesOne.number...Sign.noPatient.number
    return compared.contains(number) || Self.ofThePatient.contains(number)
  }

  /// Whether it says how long the sentence is.
  package var isLength: Bool {
    (Self.singlePhrases.count..<Self.singlePhrases.count + Self.lengths.count).contains(number)
  }

  private static let ofThePatient: Set<Int> = Set(
    [
      gist, nothingOfThePatient, patientsWords, mostlyPatientsWords, newWords, earlierTurns,
      newFeeling, patientsFeeling,
    ].map(\.number))

  /// In the order of their numbers.
  private static let phrases: [String] =
    singlePhrases + lengths.map { "it has at least \($0) words" }
    + Tense.allCases.map { "its main clause \(words($0))" }
    + Subject.allCases.map { "its main clause is about \(words($0))" }
    + Subject.allCases.flatMap { subject in
      Tense.allCases.map { "its main clause is about \(words(subject)) and \(words($0))" }
    }

  private static func words(_ tense: Tense) -> String {
    switch tense {
    case .present: "is in the present"
    case .past: "is in the past"
    case .perfect: "tells what has been"
    case .future: "is about what will be"
    case .modal: "tells what could or should be"
    case .imperative: "tells the patient to do something"
    case .none: "has no verb"
    }
  }

  private static func words(_ subject: Subject) -> String {
    switch subject {
    case .i: "you, who are speaking"
    case .you: "the patient"
    case .we: "the two of you"
    case .they: "other people"
    case .it: "a thing (“it”, “that”)"
    case .there: "what there is"
    case .none: "somebody or something that is named"
    }
  }

  private static let singlePhrases = [
    "it is a question",
    "it is no question",
    "it is done, not said",
    "it speaks to the patient as “you”",
    "it begins with “you”",
    "it begins with “I”",
    "it gives back the gist of what the patient said",
    "it takes up nothing of what the patient said",
    "it could be said to anybody about anything",
    "it is somebody else's words in quotation marks",
    "it takes up a word of the patient's",
    "most of its words are the patient's",
    "it brings in a word of your own",
    "it joins what the patient said at different times",
    "it names a feeling the patient did not name",
    "it names a feeling the patient named",
    "it is only a few words",
    "you said a lot and asked nothing",
    "you said very much at once",
    "you asked several questions at once",
    "it asks with “what” or “how”",
    "it asks for one fact",
    "it asks why",
    "it can be answered with yes or no",
    "it invites the patient to tell",
    "it ends with “right?” or the like",
    "only the question mark makes it a question",
    "the question comes after a beginning",
    "you asked something before it",
    "you asked something after it",
    "more follows it",
    "it comes last",
    "it is all you said",
    "it ends without a mark",
    "it ends with an exclamation mark",
    "it trails off",
    "it has two parts",
    "it has several parts",
    "it speaks of yourself",
    "it says “we”",
    "it speaks of somebody else",
    "it says “you” more than once",
    "it says “I” more than once",
    "it says that something is not so",
    "it is made of small words only",
    "it begins as answers do",
    "it shares a word with what the patient said",
    "it shares two words with what the patient said",
    "it shares three words with what the patient said",
    "it shares five words with what the patient said",
    "a fifth of it is the patient's words",
    "two fifths of it are the patient's words",
    "three fifths of it are the patient's words",
    "nearly all of it is the patient's words",
    "it brings in two words of your own",
    "it brings in four words of your own",
    "it brings in seven words of your own",
    "two words in a row are the patient's",
    "three words in a row are the patient's",
    "four words in a row are the patient's",
    "it turns the patient's “I” into “you”",
    "it names a feeling where the patient named none",
    "the patient had named a feeling",
    "the patient had asked something",
    "the patient had said little",
    "the patient had said much",
    "the patient had said nothing",
    "you had asked something before",
    "you had spoken of the patient before",
    "you had said only a few words before",
    "it is the first thing you said",
  ]
}
