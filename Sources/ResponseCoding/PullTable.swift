/// What speaks for codes and against them, by the number of a cue, sign or code, side by side.
struct PullTable: Sendable {
  /// What speaks, in log-odds, for the code at a position of the codebook.
  struct Pull: Sendable {
    var code: Int32
    /// The place among the reasons for the code, strongest first; equal for reasons that look alike.
    var rank: Int32 = 0
    var weight: Double

    init(code: Int, weight: Double) {
      self.code = Int32(code)
      self.weight = weight
    }
  }

  private(set) var pulls: [Pull] = []
  private var starts: [Int32] = [0]

  init(_ rows: [[Pull]]) {
    for row in rows {
      pulls += row
      starts.append(Int32(pulls.count))
    }
  }

  var rows: Range<Int> { 0..<(starts.count - 1) }

  @inline(__always)
  func range(_ row: Int) -> Range<Int> { Int(starts[row])..<Int(starts[row + 1]) }

  @inline(__always)
  func forEach(of row: Int, _ body: (Pull) -> Void) {
    for index in range(row) { body(pulls[index]) }
  }

  /// Adds the weights of a row to the sums of the codes.
  @inline(__always)
  func add(_ row: Int, to sums: inout [Double]) {
    for index in range(row) { sums[Int(pulls[index].code)] += pulls[index].weight }
  }

  /// The same by code: of each the rows and their pulls, in order.
  func byCode(_ count: Int) -> [[OwnPull]] {
    var result: [[OwnPull]] = Array(repeating: [], count: count)
    for row in rows {
      forEach(of: row) {
        result[Int($0.code)].append(OwnPull(row: row, rank: $0.rank, weight: $0.weight))
      }
    }
    return result
  }

  mutating func rank(_ index: Int, _ rank: Int32) { pulls[index].rank = rank }
}

/// What a sign or another code's evidence does for one code.
struct OwnPull: Sendable {
  var row: Int
  var rank: Int32
  var weight: Double
}
