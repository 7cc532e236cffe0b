import Agreement
import Rubrics
import Testing

@testable import Calibration

/// Two questions, two reflections, a plain statement and a function.
let smallCodebook: Codebook = {
  var book = Codebook()
  func code(
    _ id: String, _ name: String, _ layer: CodeDefinition.Layer, _ families: [String]
  ) -> CodeDefinition {
    var code = CodeDefinition(id: id, name: name, layer: layer)
    code.families = families
    return code
  }
  book.codes = [
    code("OQ", "open question", .form, ["question", "open question"]),
    code("CQ", "closed question", .form, ["question"]),
    code("SR", "simple reflection", .form, ["reflection"]),
    code("CR", "complex reflection", .form, ["reflection"]),
    code("STATE", "plain statement", .form, []),
    code("ADV", "advice without permission", .function, ["advice"]),
  ]
  book.plainStatement = "STATE"
  return book
}()

func sample(
  _ given: Set<String>, judged: Set<String> = ["OQ", "CQ", "SR", "CR", "STATE", "ADV"],
  group: String = "g", conversation: String = "c", quality: String = ""
) -> CodedSample {
  CodedSample(
    id: "1", group: group, conversation: conversation, patient: [], before: "", text: "x",
    given: .response(given), judged: judged, quality: quality)
}

func heard(_ codes: [String: Double]) -> HeardCodes { HeardCodes(sentences: [codes]) }

private func measure(
  _ pairs: [(CodedSample, HeardCodes)], _ change: (inout EvaluationOptions) -> Void = { _ in }
) -> Evaluation {
  var options = EvaluationOptions()
  options.bootstrap.draws = 50
  change(&options)
  return evaluate(pairs.map(\.0), heard: pairs.map(\.1), by: smallCodebook, options: options)
}

@Suite("Evaluation")
struct EvaluationTests {
  @Test("a family is there where one of its codes is, given or heard")
  func families() throws {
    let evaluation = measure([
      (sample(["OQ"]), heard(["CQ": 0.9])), (sample(["question"]), heard(["STATE": 0.9])),
      (sample(["SR", "ADV"]), heard(["OQ": 0.5, "ADV": 0.3])),
    ])
    let question = try #require(evaluation["question"])
    #expect(question.table == AgreementTable(both: 1, firstOnly: 1, secondOnly: 1, neither: 0))
    #expect(evaluation["OQ"]?.table.counts == [0, 1, 1, 1])
    // Confidence under .40 is not heard.
    #expect(evaluation["ADV"]?.heard == 0)
    #expect(
      evaluation.names.map(\.name.name) == [
        "question", "reflection", "open question", "closed question", "simple reflection",
        "complex reflection", "plain statement", "advice without permission",
      ])
  }

  @Test("a name is measured only where it, or all it stands for, was looked for")
  func judged() {
    let evaluation = measure([
      (sample(["OQ"], judged: ["OQ"]), heard(["OQ": 0.9])),
      (sample([], judged: ["question", "ADV"]), heard(["STATE": 0.9])),
      (sample(["CQ"], judged: ["OQ", "CQ"]), heard(["CQ": 0.9])),
    ])
    #expect(evaluation["question"]?.n == 2)
    #expect(evaluation["open question"]?.n == 2)
    #expect(evaluation["CQ"]?.n == 1)
    #expect(evaluation["ADV"]?.n == 1)
    #expect(evaluation["reflection"] == nil)
    #expect(measure([(sample(["SR"], judged: ["SR"]), heard([:]))]).partlyJudged == ["reflection"])
  }

  @Test("what was heard instead, the most frequent first, without what else was given")
  func mistakes() throws {
    let evaluation = measure([
      (sample(["OQ"]), heard(["CQ": 0.9, "ADV": 0.9])),
      (sample(["OQ", "SR"]), heard(["CQ": 0.9, "SR": 0.9])),
      (sample(["OQ", "question"]), heard(["CQ": 0.9])),
      (sample(["OQ"]), heard(["OQ": 0.9, "ADV": 0.9])),
    ])
    let open = try #require(evaluation["OQ"])
    #expect(
      open.mistakenFor == [
        .init(name: "closed question", count: 3),
        .init(name: "advice without permission", count: 1),
      ])
  }

  @Test("forms: each given one once, as itself or as the surest other, plain only for want of one")
  func forms() throws {
    let forms = try #require(
      measure([
        (sample(["OQ"]), heard(["OQ": 0.5, "CQ": 0.9])),
        (sample(["OQ"]), heard(["STATE": 0.9, "CQ": 0.5])),
        (sample(["SR"]), heard(["STATE": 0.9])), (sample(["SR"]), heard(["ADV": 0.9])),
        (sample(["reflection", "ADV"]), heard(["OQ": 0.9])),
      ]).forms)
    #expect(forms.forms.map(\.id) == ["OQ", "CQ", "SR", "CR", "STATE"])
    #expect(forms.counts[0] == [1, 1, 0, 0, 0, 0])
    #expect(forms.counts[2] == [0, 0, 0, 0, 1, 1])
    #expect(forms.total == 4)
  }

  @Test("forms of sentences are compared sentence by sentence where both have as many")
  func sentences() throws {
    var coded = sample([])
    coded.given = .sentences([["OQ"], ["SR"]])
    let split = HeardCodes(sentences: [["SR": 0.9], ["OQ": 0.9]])
    let apart = try #require(measure([(coded, split)]).forms)
    #expect(apart.counts[0][2] == 1 && apart.counts[2][0] == 1)
    let whole = try #require(measure([(coded, heard(["OQ": 0.9, "SR": 0.9]))]).forms)
    #expect(whole.counts[0][0] == 1 && whole.counts[2][2] == 1)
  }

  @Test("confidence is judged by the narrowest name that was looked for")
  func calibration() {
    let evaluation = measure([
      (sample(["question"], judged: ["question", "OQ"]), heard(["CQ": 0.8])),
      (sample(["question"], judged: ["question", "OQ"]), heard(["OQ": 0.8])),
      (sample(["question"], judged: ["question", "OQ"]), heard(["ADV": 0.8])),
    ])
    #expect(evaluation.calibration.count == 2)
    #expect(evaluation.calibration.sure.right == 1)
    // A name is as sure as the surest of its codes.
    let both = measure([(sample(["SR"]), heard(["OQ": 0.5, "CQ": 0.9]))])
    #expect(both["question"]?.calibration.sure.count == 1)
    #expect(both["question"]?.calibration.count == 1)
  }

  @Test("intervals draw groups, and under ten given ones are too few")
  func intervals() throws {
    // Groups that agree within themselves: by group the interval is wide.
    var pairs: [(CodedSample, HeardCodes)] = []
    for number in 0..<200 {
      let isGiven = number % 4 == 0
      let isRight = number < 150
      pairs.append(
        (
          sample(isGiven ? ["ADV"] : [], group: "\(number / 25)"),
          heard(isGiven == isRight ? ["ADV": 0.9] : [:])
        ))
    }
    let byGroup = try #require(measure(pairs) { $0.bootstrap.draws = 400 }["ADV"])
    let single = pairs.enumerated().map { index, pair in
      var sample = pair.0
      sample.group = "\(index)"
      return (sample, pair.1)
    }
    let bySample = try #require(measure(single) { $0.bootstrap.draws = 400 }["ADV"])
    let wide = try #require(byGroup.kappaInterval)
    let narrow = try #require(bySample.kappaInterval)
    #expect(byGroup.kappa == bySample.kappa)
    #expect(wide.high - wide.low > 1.5 * (narrow.high - narrow.low))
    let kappa = try #require(byGroup.kappa)
    #expect(narrow.low < kappa && kappa < narrow.high)
    #expect(!byGroup.isTooFew)
    #expect(measure(pairs)["OQ"]?.isTooFew == true)
  }

  @Test("chosen names alone are measured, and so many examples kept as were asked for")
  func chosen() throws {
    let pairs = Array(repeating: (sample(["OQ"]), heard(["ADV": 0.9])), count: 5)
    let evaluation = measure(pairs) {
      $0.only = ["question", "ADV", "nothing"]
      $0.examples = 2
    }
    #expect(evaluation.names.map(\.name.name) == ["question", "ADV"])
    #expect(evaluation["question"]?.missed == [0, 1])
    #expect(evaluation["ADV"]?.falseAlarms == [0, 1])
    #expect(measure(pairs)["ADV"]?.falseAlarms == [])
  }

  @Test("nothing to measure is an empty evaluation")
  func nothing() {
    #expect(measure([]).names.isEmpty)
    #expect(measure([(sample([], judged: []), heard(["OQ": 1]))]).names.isEmpty)
    #expect(measure([]).meanKappa(of: ["question"]) == nil)
  }
}

@Suite("Figures by conversation")
struct SessionTests {
  private func conversations(_ rows: [(given: Int, heard: Int, quality: String)])
    -> SessionFigures
  {
    var samples: [CodedSample] = []
    var codes: [HeardCodes] = []
    for (index, row) in rows.enumerated() {
      for number in 0..<4 {
        samples.append(
          sample(
            number < row.given ? ["ADV"] : [], judged: ["ADV"], conversation: "\(index)",
            quality: row.quality))
        codes.append(heard(number < row.heard ? ["ADV": 0.9] : ["OQ": 0.9]))
      }
    }
    var options = EvaluationOptions()
    options.bootstrap.draws = 100
    return evaluateSessions(samples, heard: codes, by: smallCodebook, options: options)
  }

  @Test("shares of responses given and heard go together or not")
  func correlations() throws {
    let figures = conversations([(0, 1, ""), (1, 2, ""), (4, 3, "")])
    let advice = try #require(figures.names.first { $0.name.id == "ADV" })
    #expect(advice.n == 3 && advice.given == 5 && advice.heard == 6)
    #expect(fourDigits(advice.pearson) == 0.9608)
    #expect(fourDigits(advice.spearman) == 1)
    #expect(figures.qualities == nil && advice.area == nil)
    // Nobody looked for questions.
    #expect(figures.names.count == 1)
  }

  @Test("two kinds of session are told apart, seen from the good ones")
  func quality() throws {
    let figures = conversations([
      (0, 0, "high"), (1, 1, "high"), (3, 3, "low"), (4, 1, "low"), (4, 4, "low"),
    ])
    #expect(figures.qualities?.better == "high")
    #expect(figures.qualities?.other == "low")
    let advice = try #require(figures.names.first { $0.name.id == "ADV" })
    // Of six pairs one is equal, the others are lost.
    #expect(fourDigits(advice.area) == 0.0833)
    #expect(advice.givenArea == 0)
    let interval = try #require(advice.areaInterval)
    #expect(interval.low <= 0.0833 && interval.high >= 0.0833)
    // What nobody looked for tells something, too.
    let open = try #require(figures.names.first { $0.name.id == "OQ" })
    #expect(open.n == 0 && fourDigits(open.area) == 0.9167)
  }
}
