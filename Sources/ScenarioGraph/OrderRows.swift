extension Layers {
  /// Puts each row into an order in which few edges cross: the mean place of a cell's neighbours, row
  /// by row, down and up, and of all orders seen the best.
  mutating func order() {
    var best = rows
    var fewest = crossings()
    for sweep in 0..<12 where fewest > 0 {
      let isDown = sweep % 2 == 0
      var places = positions()
      for row in isDown ? Array(rows.indices) : rows.indices.reversed() {
        let means = rows[row].map { cell -> Double in
          let neighbours = isDown ? cells[cell].above : cells[cell].below
          guard !neighbours.isEmpty else { return places[cell] }
          return neighbours.reduce(0) { $0 + places[$1] } / Double(neighbours.count)
        }
        rows[row] = zip(rows[row], means).enumerated()
          .sorted { ($0.element.1, $0.offset) < ($1.element.1, $1.offset) }.map(\.element.0)
        let count = Double(rows[row].count)
        for (place, cell) in rows[row].enumerated() {
          places[cell] = (Double(place) + 0.5) / count
        }
      }
      let now = crossings()
      if now < fewest { (best, fewest) = (rows, now) }
    }
    rows = best
  }

  /// Where each cell stands in its row, from 0 to 1.
  private func positions() -> [Double] {
    var result = Array(repeating: 0.0, count: cells.count)
    for row in rows {
      for (place, cell) in row.enumerated() {
        result[cell] = (Double(place) + 0.5) / Double(row.count)
      }
    }
    return result
  }

  /// Pairs of edges between neighbouring rows that cross.
  func crossings() -> Int {
    var place = Array(repeating: 0, count: cells.count)
    for row in rows {
      for (index, cell) in row.enumerated() { place[cell] = index }
    }
    return rows.reduce(0) { sum, row in
      // A crossing is an inversion; counted with a tree of sums.
      let ends = row.flatMap { cell in cells[cell].below.map { place[$0] }.sorted() }
      guard let last = ends.max() else { return sum }
      var tree = Array(repeating: 0, count: last + 2)
      var total = 0
      for (count, end) in ends.enumerated() {
        var index = end + 1
        var notAfter = 0
        while index > 0 {
          notAfter += tree[index]
          index -= index & -index
        }
        total += count - notAfter
        index = end + 1
        while index < tree.count {
          tree[index] += 1
          index += index & -index
        }
      }
      return sum + total
    }
  }
}
