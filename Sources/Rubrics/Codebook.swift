/// A checked codebook: the behaviour codes, how they are heard, and what they do to a patient.
package struct Codebook: Sendable, Hashable {
  package var id = ""
  package var title = ""
  package var version = ""
  package var codes: [CodeDefinition] = []
  package var cues: [CueDefinition] = []
  /// Words that a cue pattern names as `<feeling>`; the key has no brackets, the words are lower
  /// case.
  package var wordLists: [String: [String]] = [:]
  /// Gain factors for difficulty 1 to 5.
  package var damping: [Double] = [1, 1, 1, 1, 1]
  /// The farthest one state may move in one turn by default effects.
  package var turnLimit = 12
  /// Factor for a code used this turn and in the two before.
  package var routine = 1.0
  /// The ids of the codes with a task of their own: nothing else heard, a copy of the patient's
  /// words, and a response that cannot be coded.
  package var plainStatement = ""
  package var echo = ""
  package var notUnderstood = ""

  package init() {}

  /// The same as people wrote it, without the weights that were learned.
  package var byHand: Codebook {
    var book = self
    for position in book.codes.indices { book.codes[position].fitted = nil }
    return book
  }

  /// The code with this id.
  package func code(_ id: String) -> CodeDefinition? { codes.first { $0.id == id } }

  /// The ids that an id, a plain name or a family stands for; empty for an unknown name.
  package func codes(named name: String) -> [String] {
    codes.filter { $0.id == name || $0.name == name || $0.families.contains(name) }.map(\.id)
  }

  /// The ids, with those that people do not tell from one of them: kin of a code on which they agree
  /// badly.
  package func withIndistinct(_ ids: [String]) -> [String] {
    let further = ids.flatMap { id -> [String] in
      guard let code = code(id), let reliability = code.reliability,
        reliability.kappa < Reliability.weak
      else { return [] }
      return code.kin
    }
    return ids + further.filter { !ids.contains($0) }
  }

  /// Everything a condition or a rubric may name: ids, plain names and families, each once, sorted.
  package var names: [String] {
    Set(codes.flatMap { [$0.id, $0.name] + $0.families }).sorted()
  }
}

/// One behaviour code.
package struct CodeDefinition: Sendable, Hashable {
  package enum Layer: String, Sendable, Hashable {
    /// Every sentence gets exactly one of these.
    case form
    /// A sentence may have any number of these.
    case function
    /// Given by the engine or by a context rule, never by cues.
    case derived
  }

  package enum Unit: String, Sendable, Hashable { case sentence, turn }

  package var id: String
  package var name: String
  package var layer: Layer
  package var unit: Unit = .sentence
  package var group = ""
  package var families: [String] = []
  package var definition = ""
  package var useWhen: [String] = []
  package var notWhen: [String] = []
  package var examples: [CodeExample] = []
  /// Each names the code that is right instead.
  package var counterExamples: [CodeExample] = []
  /// Log-odds before any evidence.
  package var base: Double = 0
  package var cuePatterns: [CuePattern] = []
  package var signs: [SignWeight] = []
  /// Default movement of patient states.
  package var effects: [StateEffect] = []
  /// Heard only after a patient line that offers one of these cues; always where empty.
  package var onlyAfter: [String] = []
  /// The code it turns into where one of `permittedBy` stands in this turn or the one before,
  /// or where the patient's line offers one of `requestedBy`.
  package var becomes: String?
  package var permittedBy: [String] = []
  package var requestedBy: [String] = []
  /// Families whose codes in the same sentence count for nothing beside this one.
  package var voids: [String] = []
  /// Where its cues are no evidence.
  package var exceptions: Set<CueException> = []
  /// A form only: codes or families whose presence in the sentence speaks against it.
  package var notBeside: [String] = []
  /// Ids of codes that people hardly tell from this one: confidence is that one of them is right.
  package var kin: [String] = []
  /// Signs with which the code counts half, however plainly it is heard.
  package var halfWhen: [Sign] = []
  /// Void where the same response was already given in this session.
  package var voidWhenRepeated = false
  package var note = ""
  /// Set where a `# Weights` section is there for the code; then `base`, `cuePatterns` and `signs`
  /// are one piece of evidence among others.
  package var fitted: FittedWeights?
  /// How well people agree on the code, where the codebook says so.
  package var reliability: Reliability?

  package init(id: String, name: String, layer: Layer) {
    self.id = id
    self.name = name
    self.layer = layer
  }
}

/// What can make a found cue no evidence, beside standing in quotation marks, which always does.
package enum CueException: String, Sendable, Hashable, CaseIterable {
  /// "not", "never", "rather than" … stands up to four words before it in the same clause.
  case negated
  /// All its words with a meaning of their own are words the patient has used.
  case patientsWords = "the patient's own words"
}

/// A response that shows a code, or one that seems to and does not.
package struct CodeExample: Sendable, Hashable {
  package var patient: String?
  package var trainee: String
  /// For a counter-example the code that is right; else the code itself.
  package var code: String

  package init(patient: String?, trainee: String, code: String) {
    self.patient = patient
    self.trainee = trainee
    self.code = code
  }
}

/// Words that speak for a code, with their pull in log-odds (negative: against it).
package struct CuePattern: Sendable, Hashable {
  /// Where in the response the words must stand.
  package enum Place: String, Sendable, Hashable, CaseIterable {
    /// At the start of the sentence, or after a comma, dash or colon where nothing before tells what
    /// somebody does; small words may go before.
    case atTheStartOfAClause = "at the start of a clause"
    case atTheStart = "at the start"
    case atTheEnd = "at the end"
    case inAQuestion = "in a question"
    case inAStatement = "in a statement"
    /// Nothing else is in the sentence.
    case alone
    /// Not in the response: in what the patient said just before it.
    case inThePatientsWords = "in the patient's words"
  }

  package var weight: Double
  package var places: [Place]
  /// As written, for showing.
  package var text: String
  package var elements: [PatternElement]

  package init(weight: Double, places: [Place], text: String, elements: [PatternElement]) {
    self.weight = weight
    self.places = places
    self.text = text
    self.elements = elements
  }
}

/// A piece of a cue pattern.
package indirect enum PatternElement: Sendable, Hashable {
  /// One word, lower case.
  case word(String)
  /// A word that begins so: `overwhelm*`.
  case prefix(String)
  /// A word of a list: `<feeling>`.
  case list(String)
  /// One of several: `(a | b c)`.
  case anyOf([[PatternElement]])
  /// There or not: `[really]`.
  case optional([PatternElement])
  /// Up to six other words of the same sentence: `...`.
  case gap
}

/// A fact about a sentence that no list of words can state, with its pull in log-odds.
package struct SignWeight: Sendable, Hashable {
  package var sign: Sign
  package var weight: Double

  package init(sign: Sign, weight: Double) {
    self.sign = sign
    self.weight = weight
  }
}

/// What a patient line can offer (`self-blame`, `hint` …), and how long the chance lasts.
package struct CueDefinition: Sendable, Hashable {
  package var name: String
  package var meaning: String
  /// Trainee turns within which it can be met, from 1.
  package var window: Int
  /// Codes or families that do harm here.
  package var harmedBy: [String]
  /// What to try instead, for the coach: `She blamed herself.`
  package var coaching: String

  package init(name: String, meaning: String, window: Int, harmedBy: [String], coaching: String) {
    self.name = name
    self.meaning = meaning
    self.window = window
    self.harmedBy = harmedBy
    self.coaching = coaching
  }
}

/// A default movement of a patient state.
package struct StateEffect: Sendable, Hashable {
  package var state: String
  package var amount: Int

  package init(state: String, amount: Int) {
    self.state = state
    self.amount = amount
  }
}
