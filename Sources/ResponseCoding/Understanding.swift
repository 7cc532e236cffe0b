/// Whether a response can be coded at all: words of the scenario's language, not symbols or noise.
func isUnderstandable(
  _ response: ParsedResponse, _ patient: PatientWords
) -> Bool {
  if response.sentences.contains(where: \.isGesture) { return true }
  let words = response.words
  let letters = words.words.reduce(0) { $0 + $1.end - $1.start }
  guard letters >= 2 else { return false }
  let known = (0..<words.count).count { index in
    !response.symbols.range(of: index).isEmpty
      || patient.haveSaid(response.stems[index])
      || patient.gistContent.contains(response.stems[index])
  }
  // In any English sentence more than a quarter of the words are everyday words.
  if words.count >= 3 { return known * 4 > words.count }
  // One or two words are an answer only where they are known ones or the patient's.
  return known > 0
}
