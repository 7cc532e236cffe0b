import Diagnostics
import Outline

extension AnchorReader {
  /// `4 Samuel: …` and `4 Trainee: …`: a turn is one or more lines of the patient and one answer.
  mutating func readTranscript(_ section: OutlineSection) {
    /// The turn that is being read, its patient's lines so far, and whether it was answered.
    var (number, patient, isAnswered) = (0, [AnchorTranscript.Line](), true)
    var first: Phrase?
    for line in section.statements {
      guard let (head, words) = line.split(at: ":"), let digits = head.words.first,
        let turn = digits.integer, turn > 0, head.words.count > 1, !words.trimmed.isEmpty
      else {
        complain(.lineUnreadable, at: line.lineStart)
        continue
      }
      let speaker = head.at(digits.span.end, head.span.end).oneLine
      let expected = isAnswered && number > 0 ? [number, number + 1] : [max(1, number)]
      guard turn == number || turn == number + 1 && isAnswered else {
        if turn == number + 1 {
          complain(.traineeMissing(number), at: first ?? digits)
        } else {
          complain(.turnSkipped(turn, expected: Array(expected.suffix(1))), at: digits)
        }
        // On with what stands there, so that one slip is told once.
        (number, patient, isAnswered) = (turn, [], false)
        first = digits
        take(speaker, words, &patient, &isAnswered, turn, digits, isFirstKnown: false)
        continue
      }
      if turn > number { (number, patient, isAnswered, first) = (turn, [], false, digits) }
      take(speaker, words, &patient, &isAnswered, turn, digits, isFirstKnown: true)
    }
    if !isAnswered { anchor.lastWords = patient }
    if anchor.turns.isEmpty, !diagnostics.contains(where: { $0.code == "R706" }) {
      complain(.traineeMissing(max(1, number)), at: first ?? section.title)
    }
  }

  private mutating func take(
    _ speaker: String, _ words: Phrase, _ patient: inout [AnchorTranscript.Line],
    _ isAnswered: inout Bool, _ turn: Int, _ place: Phrase, isFirstKnown: Bool
  ) {
    guard speaker.lowercased() == "trainee" else {
      if isAnswered {
        // Words after the answer with its number belong to the next turn.
        complain(.turnSkipped(turn, expected: [turn + 1]), at: place)
      } else {
        patient.append(AnchorTranscript.Line(speaker: speaker, text: words.oneLine))
      }
      return
    }
    if isAnswered {
      complain(.traineeTwice(turn), at: place)
      return
    }
    if patient.isEmpty, isFirstKnown { complain(.traineeFirst(turn), at: place) }
    anchor.turns.append(AnchorTranscript.Turn(patient: patient, trainee: words.oneLine))
    isAnswered = true
  }
}

extension Phrase {
  /// The first words of a line, to point at.
  var lineStart: Phrase { words.first.map { at(span.start, $0.span.end) } ?? self }
}
