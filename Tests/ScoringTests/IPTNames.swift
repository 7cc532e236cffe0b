import Rubrics

/// The names, families, windows and counter-codes of the shipped codebook, without its cue words.
func iptNames() -> Codebook {
  var codebook = Codebook()
  codebook.id = "ipt"
  for line in codeLines.split(separator: "\n") {
    let parts = line.split(separator: "=", maxSplits: 1).map(trimmed)
    guard parts.count == 2 else { continue }
    let layer: CodeDefinition.Layer = formCodes.contains(parts[0]) ? .form : .function
    codebook.codes.append(CodeDefinition(id: parts[0], name: parts[1], layer: layer))
  }
  for line in familyLines.split(separator: "\n") {
    let parts = line.split(separator: ":", maxSplits: 1).map(trimmed)
    let members = parts[1].split(separator: " ").map(String.init)
    for index in codebook.codes.indices where members.contains(codebook.codes[index].id) {
      codebook.codes[index].families.append(parts[0])
    }
  }
  for line in cueLines.split(separator: "\n") {
    let parts = line.split(separator: ":", maxSplits: 1).map(trimmed)
    let words = parts[1].split(separator: " ").map(String.init)
    codebook.cues.append(
      CueDefinition(
        name: parts[0], meaning: "", window: Int(words[0]) ?? 1,
        harmedBy: Array(words.dropFirst()), coaching: "did this: \(parts[0])"))
  }
  return codebook
}

private func trimmed(_ text: Substring) -> String {
  text.split(separator: " ").joined(separator: " ")
}

private let formCodes: Set = ["CLAR", "CQ", "CR", "ENC", "OQ", "SR", "STATE", "SUM"]

private let codeLines = """
  OQ = open question
  CQ = closed question
  SR = simple reflection
  CR = complex reflection
  RF = reflection of feeling
  SUM = summary
  ENC = encourager
  CLAR = understanding check
  VAL3 = voicing the unspoken
  VAL4 = makes sense given the history
  VAL5 = makes sense in the situation
  VAL6 = genuine response
  NORM = normalising
  AFF = affirmation
  EMP = empathic statement
  IMM = immediacy
  FEEL = feeling check
  RUPT = rupture repair
  CUR = current events
  LINK = link mood to event
  INV = interpersonal inventory
  CA = communication analysis
  EXP = expectations and roles
  OPT = exploring options
  RP = role-play
  AFX = encouragement of affect
  ILL = illness model
  REIN = reinforcing success
  HW = between-session step
  TERM = termination talk
  FOC = focus and goals
  SUPP = social support
  GRF = facilitating mourning
  TRN = working the transition
  PERM = permission
  RISK = risk inquiry
  SAFE = safety response
  SD = selective self-disclosure
  SDX = unhelpful self-disclosure
  ADV = advice without permission
  REAS = premature reassurance
  MIN = minimising
  CONF = confrontation
  INTP = interpretation
  SHIFT = topic shift
  STACK = stacked questions
  WHY = accusing why
  JARG = jargon
  LECT = lecture
  OFFM = off-model technique
  IGN = ignoring risk
  SECR = unsafe promise
  STATE = plain statement
  ECHO = echo
  SUGG = suggestion with permission
  NA = not understood
  """

private let familyLines = """
  validation: AFF EMP NORM VAL3 VAL4 VAL5 VAL6
    question: CQ OQ
    open question: OQ
    reflection: CR RF SR SUM
    complex reflection: CR
    advice: ADV SUGG
    unhelpful any: ADV CONF IGN INTP JARG LECT MIN OFFM REAS SDX SECR SHIFT STACK WHY
    unhelpful: ADV CONF IGN INTP JARG LECT MIN OFFM REAS SDX SECR SHIFT STACK WHY
    helpful: AFF AFX CR EMP FEEL IMM NORM OQ RF RUPT SR SUM VAL3 VAL4 VAL5 VAL6
  """

/// Window, then the codes that do harm.
private let cueLines = """
  affect: 1 SHIFT MIN REAS ADV LECT
  hint: 1 SHIFT CQ
  self-blame: 2 CONF REAS MIN WHY
  anger: 1 CONF MIN INTP
  rupture-confront: 1 CONF REAS SHIFT LECT SDX
  rupture-withdraw: 2 ADV CQ SHIFT REAS
  risk: 2 IGN SECR MIN REAS SHIFT
  risk-disclosed: 1 SECR CONF SHIFT LECT
  mood-shift: 2 ADV OFFM
  exchange: 2 CONF ADV
  expectation: 2 CONF ADV
  stuck: 2 ADV REAS
  ready-to-practise: 2 ADV LECT
  success: 1 SHIFT MIN CQ
  failure: 2 WHY CONF ADV
  isolation: 2 ADV REAS MIN
  loss-story: 1 REAS MIN SHIFT
  past-drift: 2 INTP
  ambivalence: 1 CONF ADV LECT
  asks-advice: 1 ADV
  personal-question: 1 SDX SHIFT CONF
  ending: 2 SHIFT REAS
  silence: 1 STACK LECT SHIFT ADV
  close: 2 STACK
  """
