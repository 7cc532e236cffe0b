/// A word without its ending, as a number: two forms of one word have the same stem.
///
/// Light on purpose: it joins "worried" and "worrying", and knows the common irregular verbs, but
/// does not join words of different meaning. Stems are compared, never shown.
func stem(_ letters: ArraySlice<UInt8>) -> UInt64 {
  let letters = Array(letters)
  return stem(letters, 0..<letters.count)
}

func stem(_ letters: [UInt8], _ range: Range<Int>) -> UInt64 {
  if range.count <= 9, let known = irregular[fingerprint(letters, range)] { return known }
  let start = range.lowerBound
  var end = range.upperBound
  var count: Int { end - start }
  func ends(_ a: Unicode.Scalar, _ b: Unicode.Scalar) -> Bool {
    letters[end - 1] == UInt8(ascii: b) && letters[end - 2] == UInt8(ascii: a)
  }
  func ends(_ letter: Unicode.Scalar, before: Int = 0) -> Bool {
    letters[end - 1 - before] == UInt8(ascii: letter)
  }
  if count > 4, ends("l", "y") { end -= 2 }
  if count > 6, ends("s", "s"), ends("e", before: 2), ends("n", before: 3) { end -= 4 }
  if count > 4, ends("e", "s") || ends("e", "d"), ends("i", before: 2) {
    return fingerprint(letters, start..<(end - 3), then: UInt8(ascii: "i"))
  }
  if count > 3, ends("s"), !ends("s", "s"), !ends("u", "s"), !ends("i", "s") { end -= 1 }
  if count > 4, ends("n", "g"), ends("i", before: 2) {
    end = undoubled(letters, start..<(end - 3))
  } else if count > 4, ends("e", "d") {
    end = undoubled(letters, start..<(end - 2))
  }
  if count > 3, ends("e") { end -= 1 }
  if count > 2, ends("y") {
    return fingerprint(letters, start..<(end - 1), then: UInt8(ascii: "i"))
  }
  return fingerprint(letters, start..<end)
}

/// The end of the word, before the second of two like letters: "runn" is "run", "call" stays.
private func undoubled(_ letters: [UInt8], _ range: Range<Int>) -> Int {
  let end = range.upperBound
  guard range.count > 3, letters[end - 1] == letters[end - 2] else { return end }
  switch Unicode.Scalar(letters[end - 1]) {
  case "a", "e", "i", "o", "u", "l", "s", "f", "z": return end
  default: return end - 1
  }
}

/// FNV-1a.
private func fingerprint(
  _ letters: [UInt8], _ range: Range<Int>, then extra: UInt8? = nil
) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for index in range { hash = (hash ^ UInt64(letters[index])) &* 0x100_0000_01b3 }
  if let extra { hash = (hash ^ UInt64(extra)) &* 0x100_0000_01b3 }
  return hash
}

private let irregular: NumberTable<UInt64> = {
  let forms = """
    sleep slept; tell told; go went gone goes; leave left; lose lost; say said says; think
    thought; come came; keep kept; know knew known; give gave given; take took taken; make made;
    see saw seen; meet met; hear heard; hold held; break broke broken; bring brought; run ran;
    fall fell fallen; hide hid hidden; hang hung; speak spoke spoken; write wrote written; wake
    woke woken; feel felt; find found; send sent; spend spent; stand stood; sit sat; eat ate
    eaten; drink drank drunk; drive drove driven; forget forgot forgotten; fight fought; cry cried
    cries; pay paid; buy bought; catch caught; teach taught; sell sold; choose chose chosen; ring
    rang rung; grow grew grown; throw threw thrown; wear wore worn; tear tore torn; bear bore
    borne; shake shook shaken; steal stole stolen; begin began begun; sing sang sung; sink sank
    sunk; swear swore sworn; bite bit bitten; freeze froze frozen; mean meant; build built; lie
    lying lied; die died dying dies dead death; child children; woman women; man men; life lives
    living live lived; friend friends friendship; mum mom mother mums; dad father dads; alone
    lonely loneliness; worry worried worrying; anger angry; sad sadness sadly; marry married
    marriage
    """
  var result: [(UInt64, UInt64)] = []
  for group in forms.split(separator: ";") {
    let words = group.split(whereSeparator: \.isWhitespace).map { word in
      let letters = Array(word.utf8)
      return fingerprint(letters, 0..<letters.count)
    }
    guard let first = words.first else { continue }
    for word in words { result.append((word, first)) }
  }
  return NumberTable(result)
}()

extension Words {
  var stems: [UInt64] { words.map { stem(letters, $0.start..<$0.end) } }

  /// The stems, with I and you, my and your, am and are made one.
  func alike(_ stems: [UInt64]) -> [UInt64] {
    var result = stems
    for index in stems.indices {
      if let likeness = likenesses[words[index].spelling.short] { result[index] = likeness }
    }
    return result
  }
}

private let likenesses: NumberTable<UInt64> = {
  let groups: [[Spelling]] = [
    ["i", "me", "we", "us", "you"],
    ["my", "mine", "our", "your", "yours", "ours"],
    ["myself", "yourself"],
    ["am", "are", "is", "was", "were", "'s", "be", "been"],
  ]
  return NumberTable(
    groups.enumerated().flatMap { number, words in words.map { ($0.short, UInt64(number + 1)) } })
}()
