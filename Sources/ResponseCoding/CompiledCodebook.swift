import Glibc
import Rubrics

/// What deciding takes of a codebook, with every cue, sign and code turned into a number.
final class CompiledCodebook: Sendable {
  let codebook: Codebook
  struct Code: Sendable {
    var layer: CodeDefinition.Layer
    var isNoneWhenNegated: Bool
    var isNoneInPatientsWords: Bool
    /// Positions of the codes that speak against this form.
    var notBeside: [Int]
    /// Positions of the codes of one kind with it.
    var kin: [Int]
    /// Where neither the code nor any of one kind has higher odds, it is not heard.
    var hopeless: Double
    var isFitted: Bool
    var rules: CodeRules
  }

  /// How fitted evidence becomes odds.
  struct Calibration: Sendable {
    var code: Int
    var slope: Double
    var shift: Double
  }

  /// Positions of the codes that are heard in a sentence, or in a whole response.
  struct Heard: Sendable {
    var functions: [Int]
    var forms: [Int]
  }

  let codes: [Code]
  let ofSentences: Heard
  let ofTurns: Heard
  let hasTurnCodes: Bool
  /// By code, log-odds before any evidence: by hand, what these alone come to from 0 to 1, fitted.
  let bases: [Double]
  let confidencesOfBases: [Double]
  let fittedBases: [Double]
  let calibrations: [Calibration]
  /// By the number of the cue, in this order those of the response and of the patient's words.
  let cues: [Cue]
  let automaton: CueAutomaton
  /// Of the cues, for quick reading.
  let conditions: [CueCondition]
  /// Cues that are looked for in what the patient has just said.
  let patientCues: [Cue]
  let patientAutomaton: CueAutomaton
  /// Position of a code in the codebook, by its id.
  let positions: [String: Int]
  let byHand: Evidence
  let fitted: Evidence
  /// By the code whose own cues are the evidence.
  let fittedHeard: PullTable
  /// The same by the code it speaks for.
  let ownHeard: [[OwnPull]]
  let reasons: ReasonTexts
  let names: [Name]

  struct Name: Sendable {
    var id: String
    var name: String
    var families: [String]
  }

  /// The pulls of all that can be found, by hand or fitted.
  struct Evidence: Sendable {
    var cues: PullTable
    var patientCues: PullTable
    var signs: PullTable
    /// The signs by code.
    var ownSigns: [[OwnPull]] = []
  }

  /// `candidates` are found like cues of the codebook, and speak for nothing.
  init(_ codebook: Codebook, candidates: [CuePattern] = []) {
    self.codebook = codebook
    var positions: [String: Int] = [:]
    for (position, code) in codebook.codes.enumerated() where positions[code.id] == nil {
      positions[code.id] = position
    }
    var cues = CueCollection(lists: codebook.wordLists)
    var patientCues = CueCollection(lists: codebook.wordLists)
    func add(_ cue: CuePattern, _ change: (inout Cue) -> Void) {
      if cue.places.contains(.inThePatientsWords) {
        patientCues.add(cue, change)
      } else {
        cues.add(cue, change)
      }
    }
    for candidate in candidates { add(candidate) { _ in } }
    var signs: [[PullTable.Pull]] = Array(repeating: [], count: Sign.names.count)
    var signsFitted = signs
    var fittedHeard: [[PullTable.Pull]] = Array(repeating: [], count: codebook.codes.count)
    for (position, code) in codebook.codes.enumerated() {
      for cue in code.cuePatterns {
        add(cue) {
          $0.byHand.append(PullTable.Pull(code: position, weight: cue.weight))
          if !code.exceptions.isEmpty { $0.hasExceptions = true }
        }
      }
      for sign in code.signs {
        signs[sign.sign.number].append(PullTable.Pull(code: position, weight: sign.weight))
      }
      guard let fitted = code.fitted else { continue }
      for cue in fitted.cues {
        add(cue) { $0.fitted.append(PullTable.Pull(code: position, weight: cue.weight)) }
      }
      for sign in fitted.signs {
        signsFitted[sign.sign.number].append(PullTable.Pull(code: position, weight: sign.weight))
      }
      for heard in fitted.heard {
        guard let source = positions[heard.code] else { continue }
        fittedHeard[source].append(PullTable.Pull(code: position, weight: heard.weight))
      }
    }
    let rules = RuleReader(codebook, positions)
    let codes = codebook.codes.map { code in
      let kin = code.kin.compactMap { positions[$0] }
      return Code(
        layer: code.layer, isNoneWhenNegated: code.exceptions.contains(.negated),
        isNoneInPatientsWords: code.exceptions.contains(.patientsWords),
        notBeside: rules.positions(of: code.notBeside), kin: kin,
        hopeless: Self.hopeless(among: kin.count + 1),
        isFitted: code.fitted != nil, rules: rules.read(code))
    }
    func heard(in unit: CodeDefinition.Unit) -> Heard {
      func positions(_ layer: CodeDefinition.Layer) -> [Int] {
        codebook.codes.indices.filter {
          codebook.codes[$0].unit == unit && codebook.codes[$0].layer == layer
        }
      }
      return Heard(functions: positions(.function), forms: positions(.form))
    }
    ofSentences = heard(in: .sentence)
    ofTurns = heard(in: .turn)
    hasTurnCodes = codebook.codes.contains { $0.unit == .turn }
    bases = codebook.codes.map(\.base)
    confidencesOfBases = bases.map(logistic)
    fittedBases = codebook.codes.map { $0.fitted?.base ?? 0 }
    calibrations = codebook.codes.enumerated().compactMap { position, code in
      code.fitted.map { Calibration(code: position, slope: $0.slope, shift: $0.shift) }
    }
    var byHand = Evidence(
      cues: PullTable(cues.cues.map(\.byHand)),
      patientCues: PullTable(patientCues.cues.map(\.byHand)), signs: PullTable(signs))
    var fitted = Evidence(
      cues: PullTable(cues.cues.map(\.fitted)),
      patientCues: PullTable(patientCues.cues.map(\.fitted)), signs: PullTable(signsFitted))
    reasons = ReasonTexts(cues.cues, patientCues.cues, codebook)
    reasons.rank(&byHand)
    reasons.rank(&fitted)
    byHand.ownSigns = byHand.signs.byCode(codes.count)
    fitted.ownSigns = fitted.signs.byCode(codes.count)
    ownHeard = PullTable(fittedHeard).byCode(codes.count)
    names = codebook.codes.map { Name(id: $0.id, name: $0.name, families: $0.families) }
    self.codes = codes
    self.positions = positions
    self.byHand = byHand
    self.fitted = fitted
    self.fittedHeard = PullTable(fittedHeard)
    self.cues = cues.cues
    conditions = cues.cues.map(CueCondition.init)
    automaton = cues.builder.finished()
    self.patientCues = patientCues.cues
    patientAutomaton = patientCues.builder.finished()
  }

  /// Odds below which even as many codes together stay short of being heard, with something to spare
  /// for rounding.
  private static func hopeless(among count: Int) -> Double {
    let share = (ResponseCoder.leastConfidence - 0.01) / Double(count)
    return log(share / (1 - share))
  }

  /// Which cues for the patient's words are found in them, rising.
  func cues(inThePatients words: Words, _ search: inout CueSearch) -> [Int] {
    guard !patientCues.isEmpty else { return [] }
    var found: [Int] = []
    search.run(WordSymbols(words, patientAutomaton.vocabulary), 0..<words.count) { hit in
      found.append(hit.cue)
      return true
    }
    return found.sorted()
  }
}
