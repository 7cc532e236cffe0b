import Testing

@testable import Calibration

@Suite("Grouped folds")
struct GroupedFoldsTests {
  /// 700 items in 150 groups of 1 to 9; one label in three, one in twenty, one in a hundred.
  private let groups = (0..<700).map { "line \(($0 * $0 / 3 + $0) % 150)" }
  private var labels: [[Bool]] {
    [3, 20, 100].map { rare in (0..<700).map { ($0 * 7 + $0 / 11) % rare == 0 } }
  }

  @Test("no group is in two folds", arguments: [2, 3, 5, 10])
  func together(count: Int) {
    let folds = GroupedFolds(groups, labels: labels, count: count)
    let places = Set(zip(groups, folds.fold).map { "\($0)/\($1)" })
    #expect(places.count == Set(groups).count)
    #expect(folds.count == count)
    #expect(Set(folds.fold) == Set(0..<count))
  }

  @Test("folds are nearly alike in size and in each label")
  func alike() {
    let folds = GroupedFolds(groups, labels: labels, count: 5)
    for fold in 0..<5 {
      let items = folds.fold.indices.filter { folds.fold[$0] == fold }
      #expect((133...147).contains(items.count))
      for label in labels {
        let all = label.count { $0 }
        let here = items.count { label[$0] }
        #expect(abs(here * 5 - all) <= max(7, all / 5), "\(here) of \(all)")
      }
    }
  }

  @Test("these groups are always dealt out like this")
  func deterministic() {
    let names = ["ann", "bo", "cy", "di", "ed", "flo", "gus", "hal"]
    #expect(GroupedFolds(names, count: 4).fold == [3, 1, 0, 3, 2, 2, 1, 0])
    #expect(
      GroupedFolds(groups, labels: labels, count: 5)
        == GroupedFolds(groups, labels: labels, count: 5))
    #expect(
      GroupedFolds(groups, count: 5, seed: 1).fold != GroupedFolds(groups, count: 5, seed: 2).fold)
  }

  @Test("fewer groups than folds: a fold for each; nothing at all: none")
  func few() {
    #expect(GroupedFolds(["a", "b", "a"], count: 5).count == 2)
    #expect(GroupedFolds([], count: 5) == GroupedFolds([], labels: [[true]], count: 3))
    #expect(GroupedFolds(["a", "b"], labels: [[true]], count: 0).fold == [0, 0])
  }

  @Test("one group that is most of the items leaves the other folds to the rest")
  func giant() {
    let groups = [String](repeating: "all", count: 90) + (0..<10).map { "g\($0)" }
    let folds = GroupedFolds(groups, count: 3)
    #expect(Set(folds.fold[0..<90]).count == 1)
    #expect(Set(folds.fold) == [0, 1, 2])
  }
}
