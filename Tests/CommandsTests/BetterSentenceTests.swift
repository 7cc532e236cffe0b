import Diagnostics
import Foundation
import ResponseCoding
import Rubrics
import ScenarioChecker
import ScenarioModel
import Testing
import TranscriptModel

@testable import Commands

/// A spoken line with the sentence its author says would have been better.
private struct BetterSentence {
  var file: String
  var spoken: SpokenLine
  var speaker: String
  var text: String
}

/// The shipped files, read as a session reads them.
private struct ShippedFiles {
  let codebook: Codebook
  let rubrics: [Rubric]
  let sentences: [BetterSentence]

  init() throws {
    let folder = repository.appending(path: "Rubrics")
    func source(_ url: URL) throws -> SourceFile {
      SourceFile(name: url.lastPathComponent, bytes: [UInt8](try Data(contentsOf: url)))
    }
    let book = try #require(
      readCodebook(
        try source(folder.appending(path: "ipt.codebook")), words: bundledLibrary.words
      ).codebook)
    codebook = book
    rubrics = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
      .filter { $0.hasSuffix(".rubric") }
      .compactMap { readRubric(try source(folder.appending(path: $0)), codebook: book).rubric }
    let library = CheckingLibrary(codebook: book, rubrics: rubrics.map(\.id))
    let scenarios = repository.appending(path: "Scenarios")
    let files = FileManager.default.enumerator(atPath: scenarios.path)?
      .compactMap { $0 as? String }.filter { $0.hasSuffix(".scenario") }.sorted()
    var sentences: [BetterSentence] = []
    for file in files ?? [] {
      let checked = checkScenario(
        try source(scenarios.appending(path: file)), library: library)
      let scenario = try #require(checked.scenario, "\(file) does not check")
      let speeches =
        scenario.beats.flatMap { $0.opening + $0.rules.flatMap(\.speeches) }
        + scenario.endings.flatMap(\.closing) + scenario.fallback
      for speech in speeches {
        for line in speech.alternatives {
          guard let better = line.better else { continue }
          sentences.append(
            BetterSentence(file: file, spoken: line, speaker: speech.speaker, text: better))
        }
      }
    }
    self.sentences = sentences
  }

  func code(_ sentence: BetterSentence, with coder: ResponseCoder) -> CodedResponse {
    let utterance = Utterance(
      speaker: sentence.speaker, text: sentence.spoken.text, cues: sentence.spoken.cues,
      gist: sentence.spoken.gist)
    return coder.code(sentence.text, after: CodingContext(patient: [utterance]))
  }

  /// Whether a shipped rubric counts the response, fully or half, for one of the line's cues.
  func answers(_ response: CodedResponse, _ cues: [String]) -> Bool {
    rubrics.contains { rubric in
      cues.contains { cue in
        let wanted = rubric.opportunities[cue, default: []] + rubric.halfAnswers[cue, default: []]
        return response.codes.contains { code in
          code.count > 0 && wanted.contains(where: code.matches)
        }
      }
    }
  }

  /// Whether any shipped rubric has an answer to one of the cues at all.
  func isRated(_ cues: [String]) -> Bool {
    rubrics.contains { rubric in cues.contains { rubric.opportunities[$0] != nil } }
  }
}

@Suite("The sentences a coach offers")
struct BetterSentenceTests {
  @Test("each better sentence of the shipped scenarios is heard as an answer, and as no harm")
  func betterSentences() throws {
    let files = try ShippedFiles()
    let coder = ResponseCoder(files.codebook)
    #expect(files.sentences.count > 40)
    var faults: [String] = []
    for sentence in files.sentences {
      let response = files.code(sentence, with: coder)
      let heard = response.codes.filter { $0.certainty > 0 }
      let harm = heard.filter { $0.matches("unhelpful") }.map { "\($0.code) (\($0.evidence))" }
      let isPlain = heard.allSatisfy { $0.code == files.codebook.plainStatement }
      let isMissed =
        files.isRated(sentence.spoken.cues) && !files.answers(response, sentence.spoken.cues)
      guard !harm.isEmpty || isPlain || isMissed else { continue }
      faults.append(
        "\(sentence.file):\(sentence.spoken.line) [\(sentence.spoken.cues.joined(separator: ", "))] "
          + "“\(sentence.text)” heard as \(heard.map(\.code)); harm: \(harm)")
    }
    #expect(faults == [])
  }

  @Test("every better sentence teaches the coder that it does no harm, and nothing else")
  func samples() throws {
    let samples = try shippedLibrary.get().authoredSamples.filter { $0.id.hasPrefix("better ") }
    #expect(samples.count == (try ShippedFiles()).sentences.count)
    #expect(samples.allSatisfy { $0.isDefinition && $0.given.all.isEmpty })
    let judged = Set(samples.map(\.judged))
    #expect(judged.count == 1 && judged.first?.isSuperset(of: ["ADV", "MIN", "SHIFT"]) == true)
    #expect(judged.first?.contains("OQ") == false)
  }

  @Test("a choice teaches the codes it is given, a good answer of a card that it does no harm")
  func otherSamples() throws {
    let samples = try shippedLibrary.get().authoredSamples
    let choices = samples.filter { $0.id.hasPrefix("choice ") }
    #expect(choices.count > 500)
    #expect(choices.allSatisfy { $0.isDefinition && $0.judged.isSuperset(of: $0.given.all) })
    let cards = samples.filter { $0.id.hasPrefix("card ") }
    let poor = cards.filter { !$0.judged.contains("JARG") }
    #expect(!poor.isEmpty && poor.count < cards.count)
    #expect(poor.allSatisfy { $0.judged == Set($0.given.all) })
  }
}
