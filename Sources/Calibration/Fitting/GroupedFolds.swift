/// Which fold each item is in, such that the items of a group are always together.
package struct GroupedFolds: Sendable, Hashable {
  /// Less than wished where there are fewer groups; 0 without items.
  package let count: Int
  /// By item.
  package let fold: [Int]

  /// Folds of nearly equal size and, for each label, nearly equal share of positives.
  ///
  /// Groups with the rarest labels are dealt out first, each to the fold that lacks its labels most
  /// (after Sechidis, Tsoumakas and Vlahavas 2011, "On the stratification of multi-label data") and
  /// is not yet full. The same groups, labels and seed always give the same folds, on any machine.
  ///
  /// - Parameters:
  ///   - groups: By item.
  ///   - labels: For each label, by item, whether the item has it; items beyond the end have not.
  ///   - seed: Another number gives other folds where several are as good.
  package init(_ groups: [String], labels: [[Bool]] = [], count wished: Int, seed: UInt64 = 0) {
    var numbers: [String: Int] = [:]
    var names: [String] = []
    var sizes: [Int] = []
    var groupOfItem: [Int] = []
    groupOfItem.reserveCapacity(groups.count)
    for name in groups {
      let number = numbers[name] ?? names.count
      if number == names.count {
        numbers[name] = number
        names.append(name)
        sizes.append(0)
      }
      sizes[number] += 1
      groupOfItem.append(number)
    }
    let folds = min(max(1, wished), names.count)

    let totals = labels.map { zip($0, groups).reduce(0) { $0 + ($1.0 ? 1 : 0) } }
    // By group: the labels it has, with the share of all their positives.
    var shares = [[(label: Int, share: Double)]](repeating: [], count: names.count)
    for (label, items) in labels.enumerated() where totals[label] > 0 {
      for (item, has) in zip(groupOfItem.indices, items) where has {
        let group = groupOfItem[item]
        let share = 1 / Double(totals[label])
        if let last = shares[group].last, last.label == label {
          shares[group][shares[group].count - 1].share += share
        } else {
          shares[group].append((label, share))
        }
      }
    }
    let size = sizes.map { Double($0) / Double(max(1, groups.count)) }
    let weight = names.indices.map { shares[$0].reduce(size[$0]) { $0 + $1.share } }
    let places = names.map { fnv1a($0, seed: seed) }
    let order = names.indices.sorted {
      (weight[$1], places[$0], names[$0]) < (weight[$0], places[$1], names[$1])
    }

    var filled = [Double](repeating: 0, count: folds)
    var held = [[Double]](repeating: [Double](repeating: 0, count: labels.count), count: folds)
    var foldOfGroup = [Int](repeating: 0, count: names.count)
    let full = folds == 0 ? 1 : 1.01 / Double(folds)
    // Size matters as much as all labels together.
    let sizeWeight = Double(max(1, labels.count))
    for group in order {
      func cost(_ fold: Int) -> Double {
        shares[group].reduce(sizeWeight * filled[fold] * size[group]) {
          $0 + held[fold][$1.label] * $1.share
        }
      }
      let least = filled.min() ?? 0
      let open = filled.indices.filter { filled[$0] + size[group] <= full || filled[$0] == least }
      let costs = open.map { (cost: cost($0), filled: filled[$0], fold: $0) }
      guard let chosen = costs.min(by: { $0 < $1 })?.fold else { continue }
      foldOfGroup[group] = chosen
      filled[chosen] += size[group]
      for (label, share) in shares[group] { held[chosen][label] += share }
    }
    count = folds
    fold = groupOfItem.map { foldOfGroup[$0] }
  }
}

/// Fowler, Noll and Vo's hash of the name's UTF-8, in which every bit then moves every other.
private func fnv1a(_ name: String, seed: UInt64) -> UInt64 {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
  for byte in name.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
  hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
  return hash ^ (hash >> 33)
}
