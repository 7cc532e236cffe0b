import Rubrics

/// What deciding takes of a codebook, with every cue, sign and code turned into a number.
struct CompiledCodebook: Sendable {
  /// A cue pattern, with every code it speaks for or against.
  struct Cue: Sendable {
    var text: String
    /// As a reason names it: with where it must stand.
    var shown: String
    var elements: [PatternElement]
    var places: [CuePattern.Place]
    /// What the lines in the sections of the codes say.
    var byHand: [Pull] = []
    var fitted: [Pull] = []
    /// Whether some code minds how the words stand: negated, or the patient's own.
    var hasExceptions = false
  }

  /// What speaks, in log-odds, for the code at a position of the codebook.
  struct Pull: Sendable, Hashable {
    var code: Int
    var weight: Double
  }

  struct Code: Sendable {
    var layer: CodeDefinition.Layer
    var unit: CodeDefinition.Unit
    /// Log-odds before any evidence, by hand.
    var base: Double
    var exceptions: Set<CueException>
    /// Positions of the codes that speak against this form.
    var notBeside: Set<Int>
    /// Positions of the codes of one kind with it.
    var kin: [Int]
    var fitted: Fitted?
  }

  struct Fitted: Sendable {
    var base: Double
    var slope: Double
    var shift: Double
  }

  let codes: [Code]
  let cues: [Cue]
  let automaton: CueAutomaton
  /// Cues that are looked for in what the patient has just said.
  let patientCues: [Cue]
  let patientAutomaton: CueAutomaton
  /// Position of a code in the codebook, by its id.
  let positions: [String: Int]
  /// By the number of the sign.
  let signs: [[Pull]]
  let fittedSigns: [[Pull]]
  /// By the code whose own cues are the evidence.
  let fittedHeard: [[Pull]]

  /// `candidates` are found like cues of the codebook, and speak for nothing.
  init(_ codebook: Codebook, candidates: [CuePattern] = []) {
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
    var signs: [[Pull]] = Array(repeating: [], count: Sign.names.count)
    var fittedSigns = signs
    var fittedHeard: [[Pull]] = Array(repeating: [], count: codebook.codes.count)
    for (position, code) in codebook.codes.enumerated() {
      for cue in code.cuePatterns {
        add(cue) {
          $0.byHand.append(Pull(code: position, weight: cue.weight))
          if !code.exceptions.isEmpty { $0.hasExceptions = true }
        }
      }
      for sign in code.signs {
        signs[sign.sign.number].append(Pull(code: position, weight: sign.weight))
      }
      guard let fitted = code.fitted else { continue }
      for cue in fitted.cues {
        add(cue) { $0.fitted.append(Pull(code: position, weight: cue.weight)) }
      }
      for sign in fitted.signs {
        fittedSigns[sign.sign.number].append(Pull(code: position, weight: sign.weight))
      }
      for heard in fitted.heard {
        guard let source = positions[heard.code] else { continue }
        fittedHeard[source].append(Pull(code: position, weight: heard.weight))
      }
    }
    self.positions = positions
    self.signs = signs
    self.fittedSigns = fittedSigns
    self.fittedHeard = fittedHeard
    self.cues = cues.cues
    automaton = cues.builder.finished()
    self.patientCues = patientCues.cues
    patientAutomaton = patientCues.builder.finished()
    codes = codebook.codes.map { code in
      Code(
        layer: code.layer, unit: code.unit, base: code.base, exceptions: code.exceptions,
        notBeside: Self.positions(of: code.notBeside, in: codebook),
        kin: code.kin.compactMap { positions[$0] },
        fitted: code.fitted.map { Fitted(base: $0.base, slope: $0.slope, shift: $0.shift) })
    }
  }

  /// Which cues for the patient's words are found in an utterance, rising.
  func cues(inThePatients text: String) -> [Int] {
    guard !patientCues.isEmpty else { return [] }
    let words = Words(text)
    var search = CueSearch(patientAutomaton)
    var found: [Int] = []
    search.run(WordSymbols(words, patientAutomaton.vocabulary), 0..<words.count) { hit in
      found.append(hit.cue)
      return true
    }
    return found.sorted()
  }

  private static func positions(of names: [String], in codebook: Codebook) -> Set<Int> {
    guard !names.isEmpty else { return [] }
    return Set(
      codebook.codes.indices.filter { position in
        let code = codebook.codes[position]
        return names.contains { $0 == code.id || $0 == code.name || code.families.contains($0) }
      })
  }
}

/// The cues met so far; one that several codes have is found once.
private struct CueCollection {
  private struct Key: Hashable {
    var elements: [PatternElement]
    var places: [CuePattern.Place]
  }

  var builder: CueAutomatonBuilder
  var cues: [CompiledCodebook.Cue] = []
  private var numbers: [Key: Int] = [:]

  init(lists: [String: [String]]) {
    builder = CueAutomatonBuilder(lists: lists)
    for kind in GrammarClass.allCases { builder.addList(kind.listName, kind.words) }
  }

  mutating func add(_ cue: CuePattern, _ change: (inout CompiledCodebook.Cue) -> Void) {
    let key = Key(elements: cue.elements, places: cue.places)
    let number = numbers[key] ?? cues.count
    if number == cues.count {
      numbers[key] = number
      builder.add(cue.elements, cue: number)
      cues.append(
        CompiledCodebook.Cue(
          text: cue.text, shown: cue.shown, elements: cue.elements, places: cue.places))
    }
    change(&cues[number])
  }
}
