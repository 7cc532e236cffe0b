/// Eight letters that can be said over a telephone and typed without looking: `bakotuli`.
///
/// Consonant and vowel take turns; letters that sound or look alike (c, q, w, x, y) are left out.
func sessionIdentifier(using generator: inout some RandomNumberGenerator) -> String {
  let consonants = Array("bdfghjklmnprstvz")
  let vowels = Array("aeiou")
  var identifier = ""
  for _ in 0..<4 {
    identifier.append(consonants[Int.random(in: consonants.indices, using: &generator)])
    identifier.append(vowels[Int.random(in: vowels.indices, using: &generator)])
  }
  return identifier
}
