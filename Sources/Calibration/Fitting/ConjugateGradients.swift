/// The moves to the least of a quadratic model, nearly: what is left of its slope is a tenth.
///
/// Hsia, Chiang and Lin 2018, "Preconditioned conjugate gradient methods in truncated Newton
/// frameworks for large-scale linear classification" (ACML): a step of Newton's method needs no
/// more. Each direction is measured in its own curvature.
///
/// - Parameters:
///   - slopes: Of the model where there is no move.
///   - own: The curvature of each direction by itself.
///   - bend: Fills its second argument with the curvatures times the first.
func movesToLeast(
  slopes: [Double], own: [Double], bend: (_ direction: [Double], _ image: inout [Double]) -> Void
) -> [Double] {
  let size = slopes.count
  let scale = own.map { 1 / max($0, 1e-12) }
  var left = slopes.map { -$0 }
  var moves = [Double](repeating: 0, count: size)
  var image = moves
  var direction = zip(left, scale).map { $0 * $1 }
  var error = dot(left, direction)
  let enough = error * 0.01
  for _ in 0..<200 where error > enough {
    bend(direction, &image)
    let curvature = dot(direction, image)
    guard curvature > 0, curvature.isFinite else { break }
    let length = error / curvature
    let last = error
    error = 0
    for place in 0..<size {
      moves[place] += length * direction[place]
      left[place] -= length * image[place]
      error += left[place] * left[place] * scale[place]
    }
    let share = error / last
    for place in 0..<size {
      direction[place] = left[place] * scale[place] + share * direction[place]
    }
  }
  return moves
}

func dot(_ one: [Double], _ other: [Double]) -> Double {
  zip(one, other).reduce(0) { $0 + $1.0 * $1.1 }
}
