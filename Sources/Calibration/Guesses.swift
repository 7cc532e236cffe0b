import Glibc

/// What is known of each code at each row, and what is likeliest where it was not said.
struct Guesses {
  /// Codes of which every row has one.
  let contests: [[Int]]
  /// By code, by row, as far as is known from models or from the lines written by hand.
  var odds: [[Double]]
  private let known: [[Bool?]]
  private let open: [LearningRows.OpenItem]

  init(
    labels: [[Bool?]], open: [LearningRows.OpenItem], contests: [[Int]], _ data: LearningRows
  ) {
    known = labels
    self.open = open
    self.contests = contests
    odds = labels.indices.map { code in
      var values = [Double](repeating: log(0.01), count: data.rows.count)
      for (row, value) in data.rows.rows(with: data.coder.heard(code)) {
        let probability = min(0.99, max(0.01, Double(value)))
        values[row] = log(probability) - log1p(-probability)
      }
      return values
    }
  }

  var isOpen: Bool { !open.isEmpty || contests.contains { !partly($0).isEmpty } }

  /// The codes whose odds decide something.
  var involved: [Int] {
    Set(open.flatMap(\.codes) + contests.filter { !partly($0).isEmpty }.joined()).sorted()
  }

  /// In each open item the likeliest code at the likeliest sentence is taken to be meant.
  var labels: [[Bool?]] {
    var result = known
    for item in open {
      var best: (code: Int, row: Int, odds: Double)?
      for code in item.codes {
        for row in item.rows where odds[code][row] > best?.odds ?? -.infinity {
          best = (code, row, odds[code][row])
        }
      }
      if let best { result[best.code][best.row] = true }
    }
    for contest in contests {
      let classes = classes(of: contest, result)
      for row in partly(contest) {
        for (number, code) in contest.enumerated() where result[code][row] == nil {
          result[code][row] = classes[row].map { $0 == number }
        }
      }
    }
    return result
  }

  /// By row, which of these codes it has, as a place among them; nil where nothing is known.
  func classes(of contest: [Int]) -> [Int?] { classes(of: contest, labels) }

  private func classes(of contest: [Int], _ labels: [[Bool?]]) -> [Int?] {
    let rows = labels.first?.indices ?? 0..<0
    return rows.map { row in
      let shown = contest.indices.filter { labels[contest[$0]][row] == true }
      if shown.count == 1 { return shown[0] }
      guard shown.isEmpty, contest.contains(where: { labels[$0][row] == false }) else {
        return nil
      }
      return contest.indices.filter { labels[contest[$0]][row] == nil }
        .max { odds[contest[$0]][row] < odds[contest[$1]][row] }
    }
  }

  /// Rows of which it is known that they have not some of these codes, and not which they have.
  private func partly(_ contest: [Int]) -> [Int] {
    (known.first?.indices ?? 0..<0).filter { row in
      let states = contest.map { known[$0][row] }
      return !states.contains(true) && states.contains(false) && states.contains(nil)
    }
  }
}
