import Agreement

/// Ratings of one dimension, or codes, and how well those who gave them agree.
struct AgreementReport {
  struct Dimension {
    var name: String
    /// Between people.
    var people: RatedDimension
    /// People, as the first of two, against the program's estimate; nil where there is none.
    var machine: RatedDimension?
    var leniency: [Leniency]
  }

  var dimensions: [Dimension] = []
  /// Over all dimensions.
  var leniency: [Leniency] = []
  /// Between people, by code.
  var codes: [CodeAgreement] = []
  /// People, as the first of two, against the program, by code.
  var machineCodes: [CodeAgreement] = []

  /// Ratings by dimension in the order given; only originals, never what was settled afterwards.
  init(
    dimensions: [(name: String, people: [RatedItem], machine: [RatedItem])],
    codedByPeople: [CodedPlace], codedByMachine: [CodedPlace], bootstrap: Bootstrap
  ) {
    self.dimensions = dimensions.map { name, people, machine in
      Dimension(
        name: name, people: RatedDimension(people, bootstrap: bootstrap),
        machine: machine.isEmpty ? nil : RatedDimension(machine, bootstrap: bootstrap),
        leniency: Agreement.leniency([people]))
    }
    leniency = Agreement.leniency(dimensions.map(\.people))
    func agreement(_ places: [CodedPlace]) -> [CodeAgreement] {
      let codes = places.reduce(into: Set<String>()) { codes, place in
        for given in place.given { codes.formUnion(given) }
      }
      return codes.sorted().map { CodeAgreement($0, places, bootstrap: bootstrap) }
    }
    codes = agreement(codedByPeople)
    machineCodes = agreement(codedByMachine)
  }

  init(_ read: ReadRatings, bootstrap: Bootstrap) {
    let (people, machine) = codedPlaces(read.codes)
    self.init(
      dimensions: ratedDimensions(read.ratings), codedByPeople: people, codedByMachine: machine,
      bootstrap: bootstrap)
  }

  /// Whether two have rated or coded anything.
  var isEmpty: Bool {
    dimensions.allSatisfy { $0.people.units == 0 && ($0.machine?.units ?? 0) == 0 }
      && codes.isEmpty && machineCodes.isEmpty
  }
}

/// Dimensions in the order of their first row: blind and second ratings, and beside the first of each
/// session what the program estimates; where the blind one is left out, beside the second.
func ratedDimensions(
  _ rows: [RatingRow]
) -> [(name: String, people: [RatedItem], machine: [RatedItem])] {
  var names: [String] = []
  var byName: [String: [RatingRow]] = [:]
  for row in rows {
    if byName[row.dimension] == nil { names.append(row.dimension) }
    byName[row.dimension, default: []].append(row)
  }
  return names.compactMap { name in
    let rows = byName[name] ?? []
    let people = rows.filter { $0.round == .blind || $0.round == .second }
    guard !people.isEmpty else { return nil }
    var estimates: [String: Double] = [:]
    for row in rows where row.round == .auto { estimates[row.session] = row.score }
    var machine: [RatedItem] = []
    for row in people.filter({ $0.round == .blind }) + people.filter({ $0.round == .second }) {
      guard let estimate = estimates.removeValue(forKey: row.session) else { continue }
      machine.append(RatedItem(unit: row.session, rater: "people", value: row.score, day: row.day))
      machine.append(
        RatedItem(unit: row.session, rater: "program", value: estimate, isSecond: true))
    }
    let items = people.map { row in
      RatedItem(
        unit: row.session, rater: row.rater, value: row.score, isSecond: row.round == .second,
        day: row.day)
    }
    return (name, items, machine)
  }
}

/// The places of each session that count, with what was found there; a place is a turn, or a sentence
/// where everybody coded sentences. Whoever marked anything in a session is one of its raters.
///
/// People stand beside each other where at least one of them heard something, and whoever marked nothing
/// there heard nothing. The program stands beside the first by name of those who marked something
/// there, if only that a code is not there.
private func codedPlaces(_ rows: [CodeRow]) -> (people: [CodedPlace], machine: [CodedPlace]) {
  struct Place: Hashable {
    let turn: Int
    let attempt: Int
    let unit: Int
  }
  struct Session {
    var places: [Place: Int] = [:]
    /// In the order of the places.
    var given: [[String: Set<String>]] = []
    var sources: Set<String> = []

    mutating func add(_ row: CodeRow, at place: Place) {
      let number = places[place] ?? given.count
      places[place] = number
      if number == given.count { given.append([:]) }
      if row.isHeard {
        given[number][row.source, default: []].insert(row.code)
      } else {
        given[number][row.source] = given[number][row.source] ?? []
      }
      sources.insert(row.source)
    }
  }
  var names: [String] = []
  var sessions: [String: Session] = [:]
  // Where one coded whole turns, the sentences of another say no more than their turn does.
  let byTurn = Set(rows.filter { $0.unit == nil }.map(\.session))
  for row in rows {
    if sessions[row.session] == nil { names.append(row.session) }
    let unit = byTurn.contains(row.session) ? 0 : row.unit ?? 0
    sessions[row.session, default: Session()]
      .add(row, at: Place(turn: row.turn, attempt: row.attempt, unit: unit))
  }
  let program = "auto"
  var (people, machine): ([CodedPlace], [CodedPlace]) = ([], [])
  for name in names {
    guard let session = sessions[name] else { continue }
    let raters = session.sources.subtracting([program]).sorted()
    for given in session.given {
      let heard = raters.map { given[$0] ?? [] }
      if raters.count > 1, heard.contains(where: { !$0.isEmpty }) {
        people.append(CodedPlace(session: name, given: heard))
      }
      if session.sources.contains(program), let first = raters.first(where: { given[$0] != nil }) {
        machine.append(
          CodedPlace(session: name, given: [given[first] ?? [], given[program] ?? []]))
      }
    }
  }
  return (people, machine)
}
