import Testing

@testable import Calibration

@Suite("Sparse rows")
struct SparseRowsTests {
  @Test("rows are read by rising feature, the same feature added up, zeros left out")
  func tidied() {
    let rows = SparseRows([[.init(4, 2), .init(1), .init(4, 0.5), .init(2, 0)], [], [.init(1, 3)]])
    #expect(rows.count == 3)
    #expect(rows.featureCount == 5)
    #expect(Array(rows[0]) == [.init(1), .init(4, 2.5)])
    #expect(rows[1].isEmpty)
  }

  @Test("columns are read by rising row")
  func columns() {
    let rows = SparseRows([[.init(4, 2), .init(1)], [], [.init(1, 3)]], featureCount: 7)
    #expect(rows.rows(with: 1).map(\.row) == [0, 2])
    #expect(rows.rows(with: 1).map(\.value) == [1, 3])
    #expect(rows.rows(with: 6).isEmpty)
  }
}
