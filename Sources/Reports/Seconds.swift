/// Seconds from one time of a store to a later one; nil where either is no `2026-03-01T09:30:00Z`.
package func seconds(from start: String, to end: String) -> Int? {
  guard let start = secondsOfEra(start), let end = secondsOfEra(end), end >= start else {
    return nil
  }
  return end - start
}

private func secondsOfEra(_ time: String) -> Int? {
  let bytes = Array(time.utf8)
  guard bytes.count == 20 else { return nil }
  func number(_ range: Range<Int>) -> Int? {
    Int(String(decoding: bytes[range], as: UTF8.self)).flatMap { $0 >= 0 ? $0 : nil }
  }
  guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10),
    let hour = number(11..<13), let minute = number(14..<16), let second = number(17..<19)
  else { return nil }
  // Days of the Gregorian calendar with the year beginning in March (Hinnant 2013).
  let shifted = month > 2 ? year : year - 1
  let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day
  let days = 365 * shifted + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear
  return ((days * 24 + hour) * 60 + minute) * 60 + second
}
