import Glibc

/// The value that a share of an F distribution lies below.
///
/// Degrees of freedom need not be whole numbers, as those by Satterthwaite are not. Nil where the
/// share is not between 0 and 1 or a degree is not positive.
package func fQuantile(_ share: Double, _ above: Double, _ below: Double) -> Double? {
  guard share > 0, share < 1, above > 0, below > 0, above.isFinite, below.isFinite else {
    return nil
  }
  var (low, high) = (0.0, 1.0)
  for _ in 0..<200 {
    let middle = (low + high) / 2
    guard middle > low, middle < high else { break }
    if incompleteBeta(middle, above / 2, below / 2) < share { low = middle } else { high = middle }
  }
  let x = (low + high) / 2
  guard x < 1 else { return nil }
  return below * x / (above * (1 - x))
}

/// How far the middle 95 % of Student's t reach on either side; nil without a degree of freedom.
package func studentT(_ freedom: Int) -> Double? {
  fQuantile(0.95, 1, Double(freedom))?.squareRoot()
}

/// The regularised incomplete beta function: the share of a beta distribution below `x`.
///
/// By its continued fraction after Lentz. Source: Press et al., Numerical Recipes (3rd edition,
/// 2007), section 6.4.
func incompleteBeta(_ x: Double, _ a: Double, _ b: Double) -> Double {
  guard x > 0 else { return 0 }
  guard x < 1 else { return 1 }
  // The fraction converges fast on one side of the mean only.
  guard x <= (a + 1) / (a + b + 2) else { return 1 - incompleteBeta(1 - x, b, a) }
  let factor = exp(
    logGamma(a + b) - logGamma(a) - logGamma(b) + a * log(x) + b * log1p(-x))
  return factor * betaFraction(x, a, b) / a
}

private func betaFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
  func kept(_ value: Double) -> Double { abs(value) < 1e-300 ? 1e-300 : value }
  var c = 1.0
  var d = 1 / kept(1 - (a + b) * x / (a + 1))
  var fraction = d
  for step in 1...5000 {
    let m = Double(step)
    let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
    d = 1 / kept(1 + even * d)
    c = kept(1 + even / c)
    fraction *= d * c
    let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
    d = 1 / kept(1 + odd * d)
    c = kept(1 + odd / c)
    fraction *= d * c
    if abs(d * c - 1) < 1e-15 { break }
  }
  return fraction
}

/// `lgamma` writes a global; this does not.
private func logGamma(_ x: Double) -> Double {
  var sign: Int32 = 0
  return lgamma_r(x, &sign)
}
