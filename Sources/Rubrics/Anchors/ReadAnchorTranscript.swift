import Diagnostics
import Outline

extension AnchorReader {
  /// `4 Samuel: …` and `4 Trainee: …`: a turn is one or more lines of the patient and one answer.
  mutating func readTranscript(_ section: OutlineSection) {
    var open = OpenTurn(place: section.title)
    for line in section.statements {
      guard let (head, words) = line.split(at: ":"), let digits = head.words.first,
        let turn = digits.integer, turn > 0, head.words.count > 1, !words.trimmed.isEmpty
      else {
        complain(.lineUnreadable, at: line.lineStart)
        continue
      }
      let speaker = head.at(digits.span.end, head.span.end).oneLine
      let isTrainee = speaker.lowercased() == "trainee"
      check(turn, digits, isTrainee: isTrainee, &open)
      if !isTrainee {
        open.patient.append(AnchorTranscript.Line(speaker: speaker, text: words.oneLine))
      } else if open.isAnswered {
        complain(.traineeTwice(open.number), at: digits)
      } else {
        if open.patient.isEmpty { complain(.traineeFirst(open.number), at: digits) }
        anchor.turns.append(AnchorTranscript.Turn(patient: open.patient, trainee: words.oneLine))
        open.isAnswered = true
      }
    }
    if !open.isAnswered { anchor.lastWords = open.patient }
    if anchor.turns.isEmpty, !diagnostics.contains(where: { $0.code == "R706" }) {
      complain(.traineeMissing(max(1, open.number)), at: open.place)
    }
  }

  /// Moves on to the turn a line belongs to, by its number and by what has been said.
  private mutating func check(
    _ turn: Int, _ digits: Phrase, isTrainee: Bool, _ open: inout OpenTurn
  ) {
    // The patient speaks after an answer, or nothing was said yet: a new turn.
    let isNext = open.isAnswered && !(isTrainee && turn == open.number)
    let expected = isNext ? open.number + 1 : open.number
    if turn == open.number + 1, !isNext, !isTrainee, !open.wasLost {
      complain(.traineeMissing(open.number), at: open.place)
      open = OpenTurn(number: turn, place: digits)
      return
    }
    let isRight = turn == expected || open.wasLost
    if !isRight { complain(.turnSkipped(turn, expected: expected), at: digits) }
    if isNext {
      open = OpenTurn(number: isRight ? turn : expected, place: digits)
    } else if isRight {
      open.number = turn
    }
    // Either this number is a slip or all from here on are others; the next line is taken as it is.
    open.wasLost = !isRight
  }
}

/// A turn while it is read.
private struct OpenTurn {
  var number = 0
  var patient: [AnchorTranscript.Line] = []
  var isAnswered: Bool
  /// Whether the number of its last line was not the expected one.
  var wasLost = false
  var place: Phrase

  /// Before the first.
  init(place: Phrase) {
    self.place = place
    isAnswered = true
  }

  init(number: Int, place: Phrase) {
    self.number = number
    self.place = place
    isAnswered = false
  }
}

extension Phrase {
  /// The first words of a line, to point at.
  var lineStart: Phrase { words.first.map { at(span.start, $0.span.end) } ?? self }
}
