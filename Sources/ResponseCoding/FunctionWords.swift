/// Words without a content of their own: they make neither a copy of the patient's words nor a new
/// idea.
let functionWords: [String] = words(
  """
  a about above after again all almost along already also although always am an and another any
  anyway are around as at away back be because been before behind being below beside between both
  but by can come could 'd did do does doing done down during each either else enough even ever
  every few for from get gets getting go going got had has have having he her here hers herself
  him himself his how i if in inside into is it its itself just kind know less let like little lot
  lots many may maybe me mean might mine more most much must my myself near need never no nor not
  nothing now of off often oh ok okay on once one only onto or other our ours ourselves out over
  own part perhaps quite rather really right 's said say saying says seem seems shall she should
  so some somehow something sometimes somewhat sort sound sounding sounds still such than that the
  their them themselves then there these they thing things think this those though through thus
  till to together too toward towards two under until up upon us very want was way we well were
  what whatever when whenever where whether which while who whom whose why will with within
  without would yes yet you your yours yourself feel feeling feels felt mhm mm hmm hm yeah uh um
  er ah
  """)

/// Further everyday words, by which English is told from noise and from other languages.
let everydayWords: [String] = words(
  """
  able afraid anyone bad bed better big bit bring call change child children close cry day days
  dear different difficult doctor eat end evening everyone everything family father feelings find
  first friend friends give glad good great guess happen happened hard hear hello help hi home
  hope house hurt husband job keep kids last late leave life listen listening live lonely long
  look lose lost love mad make man many matter mind moment money mood morning mother mum name new
  next nice night old parents partner past people person place play please put sad same see share
  sister sleep sorry speak start stay stop story sure take talk tell thank thanks thank time times
  tired today tomorrow tonight treat true try understand use wait walk week weeks wife wish woman
  word words work world worry worse wrong year years yesterday young bye invisible nod nods
  silence pause waits
  """)

/// Words that take back what follows them.
let negations: [String] = words(
  "not never no nor nobody without hardly neither rather instead isnt")

/// Small words before a sentence really begins: "So, …", "Okay, and …".
let openers: Set<String> = [
  "so", "and", "but", "well", "okay", "ok", "oh", "ah", "um", "hmm", "hm", "mm", "mhm", "yes",
  "yeah", "right", "then", "now", "no", "alright", "actually", "because", "cause",
]

/// With these first a sentence asks, even where its question mark was left out.
let askingWords: [Spelling] = ["what", "how", "why", "who", "where", "when", "which", "whose"]
let askingVerbs: [Spelling] = [
  "is", "are", "was", "were", "do", "does", "did", "have", "has", "had", "can", "could", "will",
  "would", "should", "'s", "'d",
]
let askedPersons: [Spelling] = [
  "you", "he", "she", "it", "they", "we", "i", "that", "there", "this", "anyone", "your", "his",
  "her", "not",
]
/// "what happened", "how come", "what else": questions without a helping verb.
let askingVerbsAfterWhat: [Spelling] = [
  "happened", "happens", "made", "makes", "went", "goes", "brought", "brings", "comes", "came",
  "else", "kept", "keeps", "helps", "helped", "come", "about",
]

private func words(_ text: String) -> [String] {
  text.split(whereSeparator: \.isWhitespace).map(String.init)
}

/// Beginnings that announce a reflection without being one; the longer before the shorter.
let reflectionStems: [[Spelling]] = [
  "it sounds like", "that sounds like", "sounds like", "it seems like", "it seems that", "it seems",
  "what i am hearing is", "what i 'm hearing is", "i am hearing that", "i 'm hearing that",
  "what i hear is", "i hear that", "you are saying that", "you 're saying that", "you are saying",
  "you 're saying", "you are telling me that", "you 're telling me that", "you are telling me",
  "you 're telling me", "you say that", "you said that", "you said", "you say",
].map { $0.split(separator: " ").map { Spelling(String($0)) } }
