import Rubrics

/// A cue pattern, with every code it speaks for or against.
struct Cue: Sendable {
  var text: String
  /// As a reason names it: with where it must stand.
  var shown: String
  var elements: [PatternElement]
  var places: [CuePattern.Place]
  /// What the lines in the sections of the codes say.
  var byHand: [PullTable.Pull] = []
  var fitted: [PullTable.Pull] = []
  /// Whether some code minds how the words stand: negated, or the patient's own.
  var hasExceptions = false
}

/// Where the words of a cue must stand, as bits.
struct CueCondition: Sendable {
  private let bits: UInt8

  init(_ cue: Cue) {
    var bits: UInt8 = cue.hasExceptions ? 0x80 : 0
    for place in cue.places { bits |= Self.bit(place) }
    self.bits = bits
  }

  var hasPlaces: Bool { bits & 0x7F != 0 }
  var hasExceptions: Bool { bits & 0x80 != 0 }

  @inline(__always)
  func has(_ place: CuePattern.Place) -> Bool { bits & Self.bit(place) != 0 }

  @inline(__always)
  private static func bit(_ place: CuePattern.Place) -> UInt8 {
    switch place {
    case .atTheStartOfAClause: 1
    case .atTheStart: 2
    case .atTheEnd: 4
    case .inAQuestion: 8
    case .inAStatement: 16
    case .alone: 32
    case .inThePatientsWords: 64
    }
  }
}

/// The cues met so far; one that several codes have is found once.
struct CueCollection {
  private struct Key: Hashable {
    var elements: [PatternElement]
    var places: [CuePattern.Place]
  }

  var builder: CueAutomatonBuilder
  var cues: [Cue] = []
  private var numbers: [Key: Int] = [:]

  init(lists: [String: [String]]) {
    builder = CueAutomatonBuilder(lists: lists)
    for kind in GrammarClass.allCases { builder.addList(kind.listName, kind.words) }
  }

  mutating func add(_ cue: CuePattern, _ change: (inout Cue) -> Void) {
    let key = Key(elements: cue.elements, places: cue.places)
    let number = numbers[key] ?? cues.count
    if number == cues.count {
      numbers[key] = number
      builder.add(cue.elements, cue: number)
      cues.append(
        Cue(text: cue.text, shown: cue.shown, elements: cue.elements, places: cue.places))
    }
    change(&cues[number])
  }
}
