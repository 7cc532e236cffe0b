import ResponseCoding
import TranscriptModel

/// A session as scoring sees it: what was heard in which turn, and how long a moment lasts.
struct HeardSession {
  let exchanges: [Exchange]
  /// False while the trainee may still answer.
  let isOver: Bool
  /// The positions of responses that could be understood: others do not use up anybody's time.
  private let understood: [Int]
  /// For each exchange, how many understood ones come before it.
  private let understoodBefore: [Int]
  /// For each exchange the codes that count, without their words.
  private let heard: [[HeardCode]]

  private let offered: [[String]]

  /// What counting takes of a code; copying it costs nothing.
  private struct HeardCode {
    let code: String
    let count: Double
    let sentence: Int
    /// Its place among the codes of the response.
    let place: Int
  }

  /// For each exchange whether it takes up what the patient said; nil where that cannot be told.
  let takesUp: [Bool?]

  init(_ exchanges: [Exchange], isOver: Bool, uptake: Uptake? = nil) {
    self.exchanges = exchanges
    self.isOver = isOver
    takesUp = exchanges.map { exchange in uptake.flatMap { $0.takesUp(exchange) } }
    understood = exchanges.indices.filter { exchanges[$0].response.isUnderstood }
    var before: [Int] = []
    var count = 0
    for exchange in exchanges {
      before.append(count)
      if exchange.response.isUnderstood { count += 1 }
    }
    understoodBefore = before
    offered = exchanges.map { exchange in
      var cues: [String] = []
      for utterance in exchange.patient {
        for cue in utterance.cues where !cues.contains(cue) { cues.append(cue) }
      }
      return cues
    }
    heard = exchanges.map { exchange in
      let codes = exchange.response.codes
      return codes.indices.filter { codes[$0].isHeard }.map {
        HeardCode(
          code: codes[$0].code, count: codes[$0].count, sentence: codes[$0].sentence, place: $0)
      }
    }
  }

  var turns: Double { Double(exchanges.count) }

  /// The positions within which a moment at `index` can be answered, and whether that time is over.
  func window(from index: Int, turns: Int) -> (positions: ArraySlice<Int>, isPast: Bool) {
    let positions = understood[understoodBefore[index]...].prefix(max(1, turns))
    return (positions, isOver || positions.count == max(1, turns))
  }

  /// The cues offered just before the response at `index`, each once.
  func cues(at index: Int) -> [String] { offered[index] }

  /// How many different codes a response shows for certain.
  func codeCount(at index: Int) -> Int {
    Set(heard[index].filter { $0.count >= 1 }.map(\.code)).count
  }

  /// Of these codes the one that counts most in a turn, the first among equals.
  func strongest(of codes: [String], at index: Int) -> AppliedCode? {
    var best: HeardCode?
    for code in heard[index] where codes.contains(code.code) {
      if best.map({ $0.count < code.count }) ?? true { best = code }
    }
    return best.map { exchanges[index].response.codes[$0.place] }
  }

  /// The turns that show one of the codes: a turn counts once, by its strongest.
  func turns(with codes: [String]) -> Tally {
    var tally = Tally()
    for index in exchanges.indices {
      guard let code = strongest(of: codes, at: index) else { continue }
      tally.add(code, turn: exchanges[index].turn)
    }
    return tally
  }

  /// The sentences that show one of the codes and none of `notBeside`; each counts once.
  func sentences(with codes: [String], notBeside: [String] = []) -> Tally {
    var tally = Tally()
    for (index, exchange) in exchanges.enumerated() {
      var best: [Int: HeardCode] = [:]
      var left: Set<Int> = []
      for code in heard[index] {
        if notBeside.contains(code.code) { left.insert(code.sentence) }
        guard codes.contains(code.code) else { continue }
        if best[code.sentence].map({ $0.count < code.count }) ?? true { best[code.sentence] = code }
      }
      guard !best.isEmpty else { continue }
      for (_, code) in best.filter({ !left.contains($0.key) }).sorted(by: { $0.key < $1.key }) {
        tally.add(exchange.response.codes[code.place], turn: exchange.turn)
      }
    }
    return tally
  }
}

/// How much some codes count, with the words that show them.
struct Tally {
  private(set) var count = 0.0
  private(set) var evidence: [Evidence] = []

  mutating func add(_ code: AppliedCode, turn: Int) {
    count += code.count
    evidence.append(Evidence(code, turn: turn))
  }
}

extension AppliedCode {
  /// Whether it counts at least half: what is both doubtful and worn out is not heard.
  var isHeard: Bool { count >= 0.5 }
}
