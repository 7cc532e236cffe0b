import Rubrics

/// The signs of how a sentence takes up what the patient has just said, and of what went before.
extension ParsedResponse {
  /// `content` are the stems of the sentence's content words, `copied` those the patient has said.
  func addRelationSigns(
    _ sentence: Sentence, _ patient: PatientWords, content: Int, copied: Int,
    to signs: inout SignSet
  ) {
    guard !patient.sequences.isEmpty else {
      signs.insert(.noPatient)
      return
    }
    if copied >= 1 { signs.insert(.sharesOne) }
    if copied >= 2 { signs.insert(.sharesTwo) }
    if copied >= 3 { signs.insert(.sharesThree) }
    if copied >= 5 { signs.insert(.sharesFive) }
    if content > 0 {
      if copied * 5 >= content { signs.insert(.copiesAFifth) }
      if copied * 5 >= content * 2 { signs.insert(.copiesTwoFifths) }
      if copied * 5 >= content * 3 { signs.insert(.copiesThreeFifths) }
      if copied * 5 >= content * 4 { signs.insert(.copiesMost) }
    }
    let new = content - copied
    if new >= 2 { signs.insert(.hasTwoNew) }
    if new >= 4 { signs.insert(.hasFourNew) }
    if new >= 7 { signs.insert(.hasSevenNew) }
    if patient.asks { signs.insert(.patientAsks) }
    if patient.wordCount <= 3 { signs.insert(.patientSaysLittle) }
    if patient.wordCount >= 40 { signs.insert(.patientSaysMuch) }
    if !patient.feelings.isEmpty {
      signs.insert(.patientNamesFeeling)
    } else if signs.contains(.newFeeling) {
      signs.insert(.namesUnnamedFeeling)
    }
    addRuns(sentence, patient, to: &signs)
  }

  /// Pairs, triples and quadruples of words that stand in the patient's words in the same order.
  private func addRuns(_ sentence: Sentence, _ patient: PatientWords, to signs: inout SignSet) {
    var run = 0
    var previous: UInt64?
    for index in sentence.firstWord..<sentence.endWord {
      let word = alike[index]
      defer { previous = word }
      guard let before = previous, patient.pairs.contains(pair(before, word)) else {
        run = 0
        continue
      }
      run += 1
      signs.insert(.pairShared)
      if run >= 2 { signs.insert(.tripleShared) }
      if run >= 3 { signs.insert(.quadrupleShared) }
      if before == 1 || before == 2 { signs.insert(.flippedPair) }
    }
  }
}

/// Two words in this order as one number.
func pair(_ first: UInt64, _ second: UInt64) -> UInt64 {
  (first &* 0x9e37_79b9_7f4a_7c15) ^ second
}
