/// A word without its ending, as a number: two forms of one word have the same stem.
///
/// Light on purpose: it joins "worried" and "worrying", and knows the common irregular verbs, but
/// does not join words of different meaning. Stems are compared, never shown.
func stem(_ letters: ArraySlice<UInt8>) -> UInt64 {
  if letters.count <= 9, let known = irregular[fingerprint(letters)] { return known }
  var word = letters
  if word.count > 4, ends(word, "ly") { word = word.dropLast(2) }
  if word.count > 6, ends(word, "ness") { word = word.dropLast(4) }
  if word.count > 4, ends(word, "ies") || ends(word, "ied") {
    return fingerprint(word.dropLast(3), then: UInt8(ascii: "i"))
  }
  if word.count > 3, ends(word, "s"), !ends(word, "ss"), !ends(word, "us"), !ends(word, "is") {
    word = word.dropLast()
  }
  if word.count > 4, ends(word, "ing") {
    word = undoubled(word.dropLast(3))
  } else if word.count > 4, ends(word, "ed") {
    word = undoubled(word.dropLast(2))
  }
  if word.count > 3, ends(word, "e") { word = word.dropLast() }
  if word.count > 2, ends(word, "y") {
    return fingerprint(word.dropLast(), then: UInt8(ascii: "i"))
  }
  return fingerprint(word)
}

private func ends(_ word: ArraySlice<UInt8>, _ ending: StaticString) -> Bool {
  let count = ending.utf8CodeUnitCount
  guard word.count >= count else { return false }
  let ending = UnsafeBufferPointer(start: ending.utf8Start, count: count)
  return word.suffix(count).elementsEqual(ending)
}

private func undoubled(_ word: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
  guard word.count > 3, let last = word.last, word.dropLast().last == last else { return word }
  return "aeioulsfz".utf8.contains(last) ? word : word.dropLast()
}

/// FNV-1a.
private func fingerprint(_ letters: ArraySlice<UInt8>, then extra: UInt8? = nil) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for letter in letters { hash = (hash ^ UInt64(letter)) &* 0x100_0000_01b3 }
  if let extra { hash = (hash ^ UInt64(extra)) &* 0x100_0000_01b3 }
  return hash
}

private let irregular: [UInt64: UInt64] = {
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
  var result: [UInt64: UInt64] = [:]
  for group in forms.split(separator: ";") {
    let words = group.split(whereSeparator: \.isWhitespace).map { ArraySlice($0.utf8) }
    guard let first = words.first else { continue }
    for word in words { result[fingerprint(word)] = fingerprint(first) }
  }
  return result
}()
