import Diagnostics
import Outline

/// The lines that speak for a code or against it, set by hand or fitted.
extension CodebookReading {
  /// `+2 at the start: [so] what`, without the word `cue`.
  mutating func readCueLine(_ value: Phrase) -> CuePattern? {
    guard let (head, words) = value.split(at: ":") else {
      report(.unreadablePattern(.empty), at: value.span)
      return nil
    }
    guard let first = head.words.first else {
      report(.unreadableWeight(""), at: value.span)
      return nil
    }
    let weight = weight(first)
    var places: [CuePattern.Place] = []
    var rest = head.at(first.span.end, head.span.end).trimmed
    while !rest.isEmpty {
      let place = CuePattern.Place.allCases.first { rest.after($0.rawValue) != nil }
      guard let place, let after = rest.after(place.rawValue) else {
        let names = CuePattern.Place.allCases.map(\.rawValue)
        report(
          .unknownPlace(rest.text, nearest: nearestName(to: rest.text, in: names)), at: rest.span)
        break
      }
      places.append(place)
      rest = after.dropping(",").trimmed
    }
    let trimmed = words.trimmed
    let elements = trimmed.isEmpty ? empty(value) : pattern.read(trimmed)
    diagnostics += pattern.takeDiagnostics()
    if weight == 0 { report(.weightOfNothing, at: first.span) }
    guard let weight, let elements, rest.isEmpty else { return nil }
    return CuePattern(weight: weight, places: places, text: trimmed.text, elements: elements)
  }

  /// The pattern of a cue line.
  func words(of value: Phrase) -> Phrase { value.split(at: ":")?.1.trimmed ?? value }

  private mutating func empty(_ value: Phrase) -> [PatternElement]? {
    report(.unreadablePattern(.empty), at: value.span)
    return nil
  }

  /// `+1.5: question`, without the word `sign`.
  mutating func readSign(_ value: Phrase) -> SignWeight? {
    guard let (head, name) = value.split(at: ":") else {
      report(.unreadableWeight(value.text), at: value.span)
      return nil
    }
    let weight = weight(head.trimmed)
    let words = name.trimmed
    guard let sign = sign(words), let weight else { return nil }
    return SignWeight(sign: sign, weight: weight)
  }

  mutating func sign(_ words: Phrase) -> Sign? {
    if let sign = Sign(named: words.text) { return sign }
    let nearest = nearestName(to: words.text, in: Sign.names)
    report(.unknownSign(words.text, nearest: nearest), at: words.span)
    return nil
  }

  /// `kappa 0.91 of 384 responses`.
  mutating func reliability(_ value: Phrase) -> Reliability? {
    let words = value.words
    guard words.count == 5, words[0].equals("kappa"), words[2].equals("of"),
      words[4].equals("responses"), let kappa = words[1].decimal, (-1...1).contains(kappa),
      let count = words[3].integer, count > 0
    else {
      report(
        .unreadableValue(of: "reliability", expected: "the form 'kappa 0.91 of 384 responses'"),
        at: value.span)
      return nil
    }
    return Reliability(kappa: kappa, count: count)
  }
}
