/// How often each part of a scenario was come to, for drawing coverage over its graph.
package struct GraphWeights: Sendable, Hashable {
  /// By index in the scenario.
  package var beats: [Int]
  package var endings: [Int]
  /// How often each rule was taken, by beat and rule, with the times its bound led on.
  package var rules: [[Int]]
  /// How often the bound of each rule was used up.
  package var bounds: [[Int]]
  /// How often missing each duty led away, by beat and duty.
  package var duties: [[Int]]

  package init(
    beats: [Int], endings: [Int], rules: [[Int]], bounds: [[Int]], duties: [[Int]]
  ) {
    self.beats = beats
    self.endings = endings
    self.rules = rules
    self.bounds = bounds
    self.duties = duties
  }
}
