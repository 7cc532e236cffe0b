/// By fold, and last for all, the place of the strength that agrees best on rows of other folds.
///
/// Each row is judged by the model that was fitted without its fold. Of strengths that are as good
/// the first.
///
/// - Parameters:
///   - tried: By fold, by strength, the models of all codes that are fitted together.
///   - mark: Higher is better; of odds by code and row, and of the rows that are judged.
func bestStrengths(
  of tried: [[[LogisticModel]]], _ foldOfRow: [Int?], _ rows: SparseRows,
  mark: ([[Double]], [Int]) -> Double
) -> [Int] {
  let strengths = tried.first?.count ?? 0
  guard strengths > 1 else { return tried.map { _ in 0 } }
  let codes = tried.first?.first?.count ?? 0
  // By strength, by code, by row.
  var odds = [[[Double]]](
    repeating: Array(repeating: Array(repeating: 0, count: rows.count), count: codes),
    count: strengths)
  for (fold, models) in tried.dropLast().enumerated() {
    let its = foldOfRow.indices.filter { foldOfRow[$0] == fold }
    for strength in 0..<strengths {
      for code in 0..<codes {
        let all = models[strength][code].odds(rows)
        for row in its { odds[strength][code][row] = all[row] }
      }
    }
  }
  return tried.indices.map { fold in
    let judged = foldOfRow.indices.filter { foldOfRow[$0].map { $0 != fold } ?? false }
    let marks = odds.map { mark($0, judged) }
    return marks.indices.reduce(0) { marks[$1] > marks[$0] ? $1 : $0 }
  }
}

/// The mean F1 of classes where the one with the highest odds is taken.
func macroF1(of odds: [[Double]], _ classes: [Int?], _ rows: [Int]) -> Double {
  var hits = [Int](repeating: 0, count: odds.count)
  var named = hits
  for row in rows {
    guard let its = classes[row], odds.indices.contains(its) else { continue }
    let best = odds.indices.reduce(0) { odds[$1][row] > odds[$0][row] ? $1 : $0 }
    named[its] += 1
    named[best] += 1
    if best == its { hits[its] += 1 }
  }
  let marks = odds.indices.filter { named[$0] > 0 }
    .map { 2 * Double(hits[$0]) / Double(named[$0]) }
  return marks.isEmpty ? 0 : marks.reduce(0, +) / Double(marks.count)
}
