/// How far the middle 95 % of the normal distribution reach on either side.
let normalQuantile = 1.959_963_984_540_054

/// The 95 % interval of a share of so many things, from 0 to 1; nil without any.
///
/// Source: Wilson, Journal of the American Statistical Association 22 (1927), 209; without continuity
/// correction.
package func wilsonInterval(_ share: Double, of count: Int) -> Interval? {
  guard count > 0 else { return nil }
  let (n, z, share) = (Double(count), normalQuantile, min(1, max(0, share)))
  let middle = share + z * z / (2 * n)
  let width = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
  let scale = 1 + z * z / n
  // At the ends rounding would leave a little.
  let low = share == 0 ? 0 : max(0, (middle - width) / scale)
  return Interval(low, share == 1 ? 1 : max(low, min(1, (middle + width) / scale)))
}
