import Agreement

@testable import Commands

/// All figures of 1,000 sessions that two people rated on five dimensions, with 1,000 draws; and of
/// their codes.
func benchmarkAgreement() {
  let dimensions = (0..<5).map { dimension in
    let items = (0..<2000).map { number in
      let (session, place) = (number / 2, number % 2)
      let difference = session % 3 == 0 ? place : 0
      return RatedItem(
        unit: "s\(session)", rater: place == 0 ? "kaya" : "moss",
        value: Double((session * (dimension + 7) + difference) % 5 + 1), isSecond: place == 1,
        day: session)
    }
    return (name: "dimension \(dimension)", people: items, machine: [RatedItem]())
  }
  let names = (0..<40).map { "C\($0)" }
  let places = (0..<20_000).map { number in
    let (first, second) = (number * 7 % 40, number % 9 == 0 ? number % 40 : number * 7 % 40)
    return CodedPlace(session: "s\(number / 20)", given: [[names[first]], [names[second]]])
  }
  func milliseconds(_ places: [CodedPlace], _ count: Int) -> Int {
    Int(
      Benchmarks.best(of: 5) {
        AgreementReport(
          dimensions: Array(dimensions.prefix(count)), codedByPeople: places, codedByMachine: [],
          bootstrap: Bootstrap()
        ).leniency.count
      } / 1_000_000)
  }
  print("agreement on 5 dimensions of 1,000 double-rated sessions, 1,000 draws:", terminator: " ")
  print("\(milliseconds([], 5)) ms; 1000 are allowed")
  print("on 40 codes in 20,000 turns of these, 1,000 draws: \(milliseconds(places, 0)) ms")
}
