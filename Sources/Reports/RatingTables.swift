import Rubrics
import Scoring
import Supervision

private let session = DataColumn("session_id", .words(width: 8), "the session, as attune names it")
private let role = DataColumn(
  "role",
  .choice([
    .init(value: "rater", label: "somebody who rated without seeing another rating"),
    .init(value: "adjudicator", label: "somebody who settled what two raters differed on"),
    .init(value: "trainee", label: "the trainee, of her own session"),
    .init(value: "program", label: "attune; an estimate that grades nobody"),
  ]), "as whom")
private let round = DataColumn(
  "round",
  .choice([
    .init(value: "blind", label: "first rating, blind"),
    .init(value: "second", label: "second rating, blind"),
    .init(value: "adjudicated", label: "settled where two differed"),
    .init(value: "self", label: "by the trainee before she saw any"),
    .init(value: "auto", label: "estimated by the program"),
  ]), "when it was made; agreement is told from blind and second alone")
private let rater = DataColumn("rater", .words(width: 60), "who rated; auto is the program")
private let evidence = DataColumn(
  "evidence_turns", .words(width: 200), "the turns that show it, with blanks between")
private let submitted = DataColumn("submitted", .time, "when it was handed in")
let counts = DataColumn(
  "counts",
  .choice([
    .init(value: "yes", label: "by a rater who had passed calibration"),
    .init(value: "no", label: "practice: by a rater who had not"),
  ]), "whether a person's rating counts; NA for the program and the trainee")

/// `ratings.csv`: levels by people, the trainee and the program.
package func ratingsTable(_ sessions: [ExportedSession]) -> DataTable {
  DataTable(
    name: "ratings", meaning: "a row for each rating of a dimension that has levels",
    columns: [
      session, rater, role, round,
      DataColumn("dimension", .words(width: 60), "the rubric"),
      DataColumn("score", .whole, "the level, from 1 to 5; NA where it could not be judged"),
      evidence, submitted, counts,
    ], rows: sessions.flatMap(ratingRows))
}

private func ratingRows(_ session: ExportedSession) -> [[DataCell]] {
  func row(
    _ rater: String, _ role: String, _ round: String, _ dimension: String, _ level: Int?,
    _ turns: [Int], _ time: String?, _ counts: DataCell = .missing
  ) -> [DataCell] {
    [
      .words(session.id), .words(rater), .words(role), .words(round), .words(dimension),
      .whole(level), cell(turns), .words(time), counts,
    ]
  }
  var rows: [[DataCell]] = []
  if let finished = session.finished {
    rows += session.score.dimensions.map {
      row("auto", "program", "auto", $0.id, $0.estimate.level, [], finished)
    }
  }
  rows += session.selfRatings.sorted { $0.key < $1.key }.map {
    row(session.trainee, "trainee", "self", $0.key, $0.value, [], session.finished)
  }
  for review in session.reviews {
    rows += review.ratings.filter { !$0.isGate }.map {
      row(
        review.rater, review.role.person, review.role.round, $0.dimension, $0.score?.level,
        $0.turns, review.submitted, review.counts)
    }
  }
  return rows
}

/// `gates.csv`: what is passed or failed, which has no level.
package func gatesTable(_ sessions: [ExportedSession]) -> DataTable {
  DataTable(
    name: "gates", meaning: "a row for each judgement of a gate, such as safety",
    columns: [
      session, rater, role, round,
      DataColumn("gate", .words(width: 60), "the rubric"),
      DataColumn(
        "result",
        .choice([
          .init(value: "pass", label: "passed"), .init(value: "fail", label: "failed"),
          .init(value: "na", label: "nothing called for it"),
        ]), "what it came to"),
      evidence, submitted, counts,
    ],
    rows: sessions.flatMap { session -> [[DataCell]] in
      var rows: [[DataCell]] = []
      if let finished = session.finished {
        rows += session.score.gates.map { gate in
          let result = gate.result == .pass ? "pass" : gate.result == .fail ? "fail" : "na"
          return [
            .words(session.id), .words("auto"), .words("program"), .words("auto"),
            .words(gate.id), .words(result), .missing, .words(finished), .missing,
          ]
        }
      }
      for review in session.reviews {
        rows += review.ratings.filter(\.isGate).map { rating in
          [
            .words(session.id), .words(review.rater), .words(review.role.person),
            .words(review.role.round), .words(rating.dimension), .words(rating.score?.rawValue),
            cell(rating.turns), .words(review.submitted), review.counts,
          ]
        }
      }
      return rows
    })
}

extension Review {
  var counts: DataCell { .words(isPractice ? "no" : "yes") }
}

extension ReviewRole {
  fileprivate var person: String { self == .adjudicator ? "adjudicator" : "rater" }

  /// The round of ratings as tables and statements name it.
  var round: String {
    switch self {
    case .first: "blind"
    case .second: "second"
    case .adjudicator: "adjudicated"
    }
  }
}

private func cell(_ turns: [Int]) -> DataCell {
  turns.isEmpty ? .missing : .words(turns.map(String.init).joined(separator: " "))
}

/// `indices.csv`: plain numbers about each session, by the program.
package func indicesTable(_ sessions: [ExportedSession]) -> DataTable {
  DataTable(
    name: "indices", meaning: "a row for each session that ended: what the program counts in it",
    columns: [
      session,
      DataColumn("R", .number, "sentences that reflect; what is half certain counts half"),
      DataColumn("Q", .number, "sentences that ask"),
      DataColumn("rq", .number, "R to Q; NA below four of both"),
      DataColumn("pct_open", .number, "per cent of questions that are open; NA below four"),
      DataColumn("pct_complex", .number, "per cent of reflections that are complex"),
      DataColumn("words_per_turn", .number, "the trainee's words in a turn"),
      DataColumn("opp_V", .whole, "moments the patient offered for validation"),
      DataColumn("opp_A", .whole, "moments offered for active listening"),
      DataColumn("opp_H", .whole, "moments offered for the here-and-now"),
      DataColumn("V", .number, "index of validation, 0 to 1; NA where not assessable"),
      DataColumn("A", .number, "index of active listening, 0 to 1"),
      DataColumn("H", .number, "index of the here-and-now, 0 to 1"),
      DataColumn("T", .number, "points of the IPT checklist over possible points, 0 to 1"),
      DataColumn("adv_per20", .number, "turns with advice nobody asked for, of twenty"),
    ],
    rows: sessions.filter { $0.finished != nil }.map { session in
      let (score, indices) = (session.score, session.score.indices)
      let dimensions = ["validation", "active listening", "here and now"].map { id in
        score.dimensions.first { $0.id == id }
      }
      let offered = dimensions.map { dimension -> DataCell in
        .whole(dimension.map { $0.opportunities.count { $0.outcome != .open } })
      }
      let plain: [DataCell] = [
        .words(session.id), .number(session.reflections), .number(session.questions),
        .number(indices.reflectionsPerQuestion), .number(indices.openQuestions),
        .number(indices.complexReflections), .number(indices.wordsPerTurn),
      ]
      return plain + offered + dimensions.map { .number($0?.index) }
        + [
          .number(score.checklists.first?.index), .number(indices.advicePerTwentyTurns),
        ]
    })
}

/// `codebook.csv`: what the codes mean; of several codebooks each code once, the first that has it.
package func codebookTable(_ codebooks: [Codebook]) -> DataTable {
  var seen: Set<String> = []
  let codes = codebooks.flatMap(\.codes).filter { seen.insert($0.id).inserted }
    .sorted { $0.id < $1.id }
  return DataTable(
    name: "codebook", meaning: "a row for each code of the codebooks the sessions were played with",
    columns: [
      DataColumn("code", .words(width: 12), "the code"),
      DataColumn("name", .words(width: 80), "in plain words"),
      DataColumn("layer", .words(width: 10), "form, function or derived"),
      DataColumn("group", .words(width: 40), "the part of the codebook it stands in"),
      DataColumn("definition", .words(width: 1000), "what it means"),
    ],
    rows: codes.map {
      [
        .words($0.id), .words($0.name), .words($0.layer.rawValue),
        $0.group.isEmpty ? .missing : .words($0.group), .words($0.definition),
      ]
    })
}

/// The columns of `agreement.csv`, whose rows are measured elsewhere.
package let agreementColumns: [DataColumn] = [
  DataColumn("code_or_dimension", .words(width: 60), "what was rated or coded twice"),
  DataColumn("n", .whole, "how often, by two people"),
  DataColumn("pct", .number, "share of equal ones, 0 to 1"),
  DataColumn("kappa", .number, "Cohen's kappa"),
  DataColumn("kappa_w", .number, "kappa weighted by squares; of codes the plain one"),
  DataColumn("ac1", .number, "Gwet's AC1"),
  DataColumn("icc21", .number, "ICC(2,1), absolute agreement"),
  DataColumn("icc_lo", .number, "lower end of its 95 % interval"),
  DataColumn("icc_hi", .number, "upper end"),
  DataColumn("alpha", .number, "Krippendorff's alpha; levels ordinal, codes nominal"),
]
