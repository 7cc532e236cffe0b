/// The middle of each cell, in pixels.
struct Places {
  var x: [Double]
  var y: [Double]
  /// Where each row begins and ends; between two rows nothing stands but lines.
  var tops: [Double]
  var bottoms: [Double]
  var width: Double
  var height: Double
}

extension Layers {
  private static let gap = 22.0
  private static let margin = 24.0

  /// Gives every cell its place: rows below one another, and within a row as near to its neighbours
  /// above and below as the others leave room for.
  func place() -> Places {
    var x = Array(repeating: 0.0, count: cells.count)
    for row in rows {
      var edge = 0.0
      for cell in row {
        x[cell] = edge + cells[cell].width / 2
        edge += cells[cell].width + Self.gap
      }
      // Rows begin centred over one another.
      for cell in row { x[cell] -= edge / 2 }
    }
    for sweep in 0..<16 {
      let order = sweep % 2 == 0 ? Array(rows.indices) : rows.indices.reversed()
      for row in order { settle(rows[row], sweep: sweep, &x) }
    }
    let left = cells.indices.map { x[$0] - cells[$0].width / 2 }.min() ?? 0
    let right = cells.indices.map { x[$0] + cells[$0].width / 2 }.max() ?? 0
    for cell in cells.indices { x[cell] += Self.margin - left }

    var y = Array(repeating: 0.0, count: cells.count)
    var (tops, bottoms) = ([Double](), [Double]())
    var top = Self.margin
    for row in rows {
      let height = row.map { cells[$0].height }.max() ?? 0
      for cell in row { y[cell] = top + height / 2 }
      tops.append(top)
      bottoms.append(top + height)
      // Lines that go far aside need room to be told apart.
      let aside = row.flatMap { cell in cells[cell].below.map { abs(x[$0] - x[cell]) } }.max() ?? 0
      top += height + Self.gap + min(aside / 12, 28)
    }
    return Places(
      x: x, y: y, tops: tops, bottoms: bottoms, width: right - left + 2 * Self.margin,
      height: (bottoms.last ?? 0) + Self.margin)
  }

  /// The places nearest to where the neighbours pull, in order and with room between them: the exact
  /// least squares under these limits, by pooling those that collide.
  private func settle(_ row: [Int], sweep: Int, _ x: inout [Double]) {
    struct Pool {
      var sum: Double
      var weight: Double
      var count: Int
      var place: Double { sum / weight }
    }
    // Subtracting the room taken so far turns "far enough apart" into "not before the one before".
    var room: [Double] = []
    var taken = 0.0
    for (index, cell) in row.enumerated() {
      if index > 0 {
        taken += (cells[row[index - 1]].width + cells[cell].width) / 2 + Self.gap
      }
      room.append(taken)
    }
    var pools: [Pool] = []
    for (index, cell) in row.enumerated() {
      let above = cells[cell].above
      let below = cells[cell].below
      var neighbours = sweep < 12 ? (sweep % 2 == 0 ? above : below) : above + below
      let isSpine = cells[cell].isOnSpine
      if isSpine { neighbours = neighbours.filter { cells[$0].isOnSpine } }
      // What nothing leads to or from stands close beside the one before it.
      let beside = above.isEmpty && below.isEmpty ? pools.last?.place : nil
      let wish =
        neighbours.isEmpty
        ? beside.map { $0 + room[index] } ?? x[cell]
        : neighbours.reduce(0) { $0 + x[$1] } / Double(neighbours.count)
      // Long lines should be straight, and the longest way straightest of all.
      let weight =
        isSpine ? 50 : cells[cell].kind == .bend ? 4 : neighbours.isEmpty ? 0.2 : 1.0
      var pool = Pool(sum: (wish - room[index]) * weight, weight: weight, count: 1)
      while let last = pools.last, last.place > pool.place {
        pools.removeLast()
        pool = Pool(
          sum: pool.sum + last.sum, weight: pool.weight + last.weight,
          count: pool.count + last.count)
      }
      pools.append(pool)
    }
    var index = 0
    for pool in pools {
      for _ in 0..<pool.count {
        x[row[index]] = pool.place + room[index]
        index += 1
      }
    }
  }
}
