/// The small classes of English words by which forms and tenses are told.
enum GrammarClass: Int, CaseIterable, Sendable {
  case function, everyday, opener, negation
  /// "what", "how" …
  case asking
  /// Verbs that stand before the person in a question.
  case helping
  case modal
  /// Who can stand after a helping verb in a question.
  case asked
  /// What can be the subject of a clause by itself.
  case subject
  case youWord, iWord, weWord, theyWord, itWord
  /// Past forms that do not end in "-ed".
  case past
  /// Plain forms of verbs often met in the present.
  case plain
  /// Words in "-ed" that are no past: "tired", "worried".
  case state
  /// Words that begin a clause beside the main one.
  case joining
  /// Words between a helping verb and what it helps: "not", "really".
  case between
  /// After these no verb comes.
  case before
  /// Second parts of "have seen".
  case participle
  case inviting

  /// A name no word list of a codebook can have.
  var listName: String { "\u{0}\(rawValue)" }

  var words: [String] {
    switch self {
    case .function: functionWords
    case .everyday: everydayWords
    case .opener: openers.sorted()
    case .negation: negations
    case .asking: list("what how why who where when which whose whom")
    case .helping:
      list(
        """
        is are was were am do does did have has had can could will would should shall may might 's
        'd must
        """)
    case .modal: list("can could would should may might must ought")
    case .asked:
      list(
        """
        i you he she it they we that there this anyone someone anybody somebody your his her my
        their these those any not
        """)
    case .subject: list("i you he she it they we this that there")
    case .youWord: list("you your yours yourself")
    case .iWord: list("i me my mine myself")
    case .weWord: list("we us our ours let")
    case .theyWord: list("he she they him her them his hers their")
    case .itWord: list("it this that")
    case .past:
      list(
        """
        was were did had said went got made knew thought took saw came found gave told felt left
        called kept began seemed helped showed heard played ran moved lived believed brought
        happened wrote sat stood lost paid met led understood spoke spent grew won bought died sent
        built fell reached killed raised passed sold decided chose caught drove broke wore fought
        threw drew held forgot slept ate drank woke hung rang sang became meant dealt stuck
        """)
    case .plain:
      list(
        """
        feel think want need know see like love hate believe hope guess seem sound look get make say
        tell hear wonder understand mean wish worry try keep live work come take give find use call
        enjoy care miss fear struggle agree appreciate
        """)
    case .state:
      list(
        """
        need indeed bed red feed speed seed bleed breed weed shed hundred naked sacred tired scared
        worried stressed depressed interested overwhelmed concerned frustrated confused excited
        married disappointed used supposed exhausted embarrassed ashamed
        """)
    case .joining:
      list(
        """
        if when while although because since after before once as until though unless whenever
        """)
    case .between:
      list(
        """
        not never always just really also still probably definitely already all now only actually
        """)
    case .before:
      list("to the a an my your his her their our of in for with on at and")
    case .participle:
      list(
        """
        been had got gone seen done known taken given come become heard shown gotten written spoken
        lost made told felt found left kept said thought met
        """)
    case .inviting:
      list("please describe tell explain help walk talk take say share")
    }
  }

  private func list(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
