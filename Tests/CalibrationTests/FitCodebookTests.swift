import ResponseCoding
import Rubrics
import Testing

@testable import Calibration

/// Sixty conversations in which form and advice can be told by a word.
private let talks: [CodedSample] = (0..<240).map { number in
  let nouns = ["garden", "river", "kitchen", "train", "winter", "letter", "window"]
  let noun = nouns[number % nouns.count]
  let (text, codes): (String, Set<String>) =
    switch number % 4 {
    case 0: ("what does the \(noun) mean to you?", ["OQ"])
    case 1: ("is the \(noun) far away?", ["CQ"])
    case 2: ("you are missing the \(noun).", ["SR"])
    default: ("you should visit the \(noun).", ["STATE", "ADV"])
    }
  return CodedSample(
    id: "\(number)", group: "g\(number / 4)", conversation: "", patient: ["The \(noun) again."],
    before: "", text: text, given: .sentences([codes]),
    judged: ["OQ", "CQ", "SR", "CR", "STATE", "ADV"])
}

private func fit(
  _ samples: [CodedSample], _ codebook: Codebook = smallCodebook,
  _ change: (inout FittingOptions) -> Void = { _ in }
) -> FittedCodebook {
  var options = FittingOptions()
  options.folds = 3
  change(&options)
  var fitting = CodebookFitting(codebook, to: samples, options: options)
  fitting.run()
  return FittedCodebook(fitting)
}

@Suite("Fitting a codebook")
struct FitCodebookTests {
  @Test("what people heard is heard in responses that were not fitted to")
  func learns() throws {
    let fitted = fit(talks)
    #expect(fitted.isBetter)
    for name in ["OQ", "CQ", "SR", "ADV"] { #expect(fitted.after[name]?.kappa == 1, "\(name)") }
    #expect(fitted["CR"]?.fate == .tooFew)
    let coder = ResponseCoder(fitted.codebook)
    let heard = coder.code("you should visit the harbour.", after: CodingContext())
    #expect(heard.codes.map(\.code) == ["STATE", "ADV"])
  }

  @Test("what defines a code outweighs six samples that say otherwise, and is not measured")
  func definitions() {
    /// Advice by a word that is called a statement in six responses.
    func sample(_ number: Int, _ codes: Set<String>, isDefinition: Bool) -> CodedSample {
      CodedSample(
        id: "d\(number)", group: "d\(number)", conversation: "", patient: ["Well."], before: "",
        text: "you could mend the fence.", given: .sentences([codes]), judged: ["ADV"],
        isDefinition: isDefinition)
    }
    let others = (0..<6).map { sample($0, [], isDefinition: false) }
    func pull(_ fitted: FittedCodebook) -> Double {
      (fitted["ADV"]?.weights?.cues ?? []).filter { $0.text.contains("fence") }.map(\.weight)
        .reduce(0, +)
    }
    let fitted = fit(talks + others + [sample(6, ["ADV"], isDefinition: true)]) {
      $0.features = nil
    }
    #expect(pull(fitted) > 0)
    let asked = fit(talks + others + [sample(6, ["ADV"], isDefinition: false)]) {
      $0.features = nil
    }
    #expect(pull(asked) < 0)
    #expect(fitted.after["ADV"]?.n == talks.count + others.count)
  }

  @Test("the same samples give the same codebook")
  func deterministic() {
    #expect(fit(talks).codebook == fit(talks).codebook)
  }

  @Test("forms are fitted against each other or alone, with all cues or a few")
  func recipes() {
    #expect(fit(talks) { $0.together = false }.after["OQ"]?.kappa == 1)
    let all = fit(talks) { $0.features = nil }
    let few = fit(talks) { $0.features = 10 }
    let pulls = { (fitted: FittedCodebook) in fitted["OQ"]?.weights?.cues.count ?? 0 }
    #expect(pulls(few) <= 10 && pulls(all) > 30)
    #expect(all.after["OQ"]?.kappa == 1)
  }

  @Test("of several strengths the one that agrees best is taken")
  func strengths() {
    let strong = fit(talks) { $0.strengths = [1000] }.after["OQ"]?.kappa ?? 0
    let weak = fit(talks) { $0.strengths = [1] }
    let either = fit(talks) { $0.strengths = [1, 1000] }
    #expect(strong <= 1 && weak.after["OQ"]?.kappa == 1 && either.after["OQ"]?.kappa == 1)
    #expect(either.codebook.codes[0].fitted == weak.codebook.codes[0].fitted)
  }

  @Test("a code that would agree less with people keeps what it had")
  func keeps() throws {
    // Advice by a line written by hand, which is right; what people gave here follows nothing.
    var book = smallCodebook
    let position = try #require(book.codes.firstIndex { $0.id == "ADV" })
    book.codes[position].base = -3
    book.codes[position].cuePatterns = [
      CuePattern(weight: 6, places: [], text: "zebra", elements: [.word("zebra")])
    ]
    let odd = talks.enumerated().map { number, sample in
      var sample = sample
      var given = sample.given.all.subtracting(["ADV"])
      // A word seen once in each fold at most tells it, and the line knows the word.
      if number % 12 == 0 {
        given.insert("ADV")
        sample.text = "zebra, " + sample.text
      }
      sample.given = .sentences([given])
      return sample
    }
    let fitted = fit(odd, book) { $0.leastPositives = 100 }
    #expect(fitted["ADV"]?.fate == .tooFew)
    #expect(fitted.codebook.codes[position].fitted == nil)
    #expect(fitted.before["ADV"]?.kappa == fitted.after["ADV"]?.kappa)

    var worse = CodebookFitting(book, to: odd, options: FittingOptions())
    worse.run()
    let result = FittedCodebook(worse)
    #expect(
      try #require(result.after["ADV"]?.kappa) >= #require(result.before["ADV"]?.kappa) - 0.001)
  }

  @Test("nothing is better where codes were given by chance")
  func chance() {
    var state: UInt64 = 1
    let order = talks.map { _ in
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % talks.count
    }
    let shuffled = talks.indices.map { number in
      var sample = talks[number]
      sample.given = talks[order[number]].given
      return sample
    }
    let fitted = fit(shuffled)
    let mean = fitted.meanKappas?.after ?? 0
    #expect(mean < 0.2)
  }

  @Test("a family is learned as the code by which it is likeliest meant")
  func families() throws {
    let broad = talks.map { sample in
      var sample = sample
      let given = sample.given.all
      sample.given = .response(
        given.isDisjoint(with: ["OQ", "CQ"]) ? given.intersection(["ADV"]) : ["question"])
      sample.judged = ["question", "ADV"]
      return sample
    }
    let fitted = fit(broad + talks.prefix(120))
    #expect(fitted.after["question"]?.kappa == 1)
  }

  @Test("few samples, one group, or none at all are no trouble")
  func few() {
    #expect(!fit([]).isBetter)
    #expect(!fit(Array(talks.prefix(3))).isBetter)
    let one = talks.map { sample in
      var sample = sample
      sample.group = "g"
      return sample
    }
    #expect(!fit(one).isBetter)
  }
}
