/// `.54`, `-.02`, `1.00`; a dash where the figure is not defined.
func hundredths(_ number: Double?) -> String {
  guard let number, number.isFinite, abs(number) < 1e6 else { return "—" }
  let count = Int((abs(number) * 100).rounded())
  let rest = count % 100
  let digits = (rest < 10 ? ".0" : ".") + String(rest)
  return (number < 0 && count > 0 ? "-" : "") + (count < 100 ? "" : String(count / 100)) + digits
}

/// `+.54`, `-.02`.
func signed(_ number: Double) -> String { (number < 0 ? "" : "+") + hundredths(number) }

/// `12,345`.
func grouped(_ number: Int) -> String {
  let digits = Array(String(number))
  var text = ""
  for (index, digit) in digits.enumerated() {
    if index > 0, (digits.count - index) % 3 == 0 { text += "," }
    text.append(digit)
  }
  return text
}
