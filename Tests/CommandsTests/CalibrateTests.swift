import Foundation
import Testing

@testable import Commands

private func coded(_ question: String, _ other: String) -> String {
  let nouns = ["garden", "river", "kitchen", "train", "winter", "letter", "window"]
  return (0..<90).map { number in
    let noun = nouns[number % nouns.count]
    let isFirst = number % 2 == 0
    return """
      {"text": "\(isFirst ? "blimey, the \(noun)" : "there is the \(noun)").", \
      "codes": ["\(isFirst ? question : other)"], "judged": ["ADV", "REAS"], \
      "group": \(number / 4)}
      """
  }.joined(separator: "\n") + "\n"
}

@Suite("attune calibrate")
struct CalibrateTests {
  private var desk: Desk
  private let file: String

  init() throws {
    desk = try Desk()
    _ = try desk.write(codebookByHand(), to: "own/Rubrics/ipt.codebook")
    desk.environment["ATTUNE_LIBRARY"] = desk.folder.path + "/own"
    file = try desk.write(coded("ADV", "REAS"), to: "coded.jsonl")
  }

  @Test("says what each code gained, within 80 columns")
  func text() {
    let outcome = desk.attune("calibrate", file, "--folds", "3")
    #expect(outcome.status == 0 && outcome.errors.isEmpty)
    let rows = outcome.output.rows
    #expect(rows.allSatisfy { $0.count <= 80 })
    #expect(rows.contains { $0.hasPrefix("ADV advice without permis") && $0.contains(" 1.00 ") })
    #expect(!outcome.output.contains("blimey"))
  }

  @Test("rows are sentences for a screen reader")
  func plain() {
    let outcome = desk.attune("calibrate", file, "--folds", "3", "--plain")
    #expect(outcome.output.contains("- advice without permission (ADV): kappa "))
    #expect(outcome.output.rows.allSatisfy { $0.count <= 80 })
  }

  @Test("an existing file is replaced, its permissions stay, and nothing else is left beside it")
  func replaces() throws {
    let book = try desk.write("old", to: "out/a.codebook")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: book)
    let heard = desk.folder.path + "/out/heard.jsonl"
    let outcome = desk.attune(
      "calibrate", file, "--folds", "3", "--output", book, "--heard", heard)
    #expect(outcome.status == 0)
    let text = try String(contentsOfFile: book, encoding: .utf8)
    #expect(text.contains("# Weights: ADV\n// Fitted by 'attune calibrate' to 90 responses.\n"))
    let mode = try FileManager.default.attributesOfItem(atPath: book)[.posixPermissions] as? Int
    #expect(mode == 0o640)
    let names = try FileManager.default.contentsOfDirectory(atPath: desk.folder.path + "/out")
    #expect(names.sorted() == ["a.codebook", "heard.jsonl"])
    let lines = try String(contentsOfFile: heard, encoding: .utf8)
    #expect(lines.split(separator: "\n").count == 90 && !lines.contains("blimey"))
  }

  @Test("a codebook that is no better is not written")
  func refuses() throws {
    let lines = coded("ADV", "REAS").split(separator: "\n").enumerated().map { number, line in
      number % 3 == 0 ? String(line).replacing("ADV\"], ", with: "REAS\"], ") : String(line)
    }
    let odd = lines.map {
      $0.replacing("blimey, the", with: "there is the").replacing("train", with: "river")
        .replacing("garden", with: "river").replacing("kitchen", with: "river")
        .replacing("winter", with: "river").replacing("letter", with: "river")
        .replacing("window", with: "river")
    }
    let data = try desk.write(odd.joined(separator: "\n") + "\n", to: "odd.jsonl")
    let book = try desk.write("old", to: "a.codebook")
    let outcome = desk.attune("calibrate", data, "--folds", "3", "--output", book)
    #expect(outcome.status == 1)
    #expect(outcome.errors.contains("agrees no better with people than before"))
    #expect(try String(contentsOfFile: book, encoding: .utf8) == "old")
  }

  @Test("a file that cannot be written is said, and is as it was")
  func unwritable() throws {
    let outcome = desk.attune(
      "calibrate", file, "--folds", "3", "--output", desk.folder.path + "/none/a.codebook")
    #expect(outcome.status == 2)
    #expect(outcome.errors.contains("cannot be written"))
    #expect(outcome.errors.contains("help: "))
  }

  @Test("for programs everything is in one object")
  func json() throws {
    let outcome = desk.attune("calibrate", file, "--folds", "3", "--json")
    let data = Data(outcome.output.utf8)
    let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    #expect(object["isBetter"] as? Bool == true && object["samples"] as? Int == 90)
    let names = try #require(object["names"] as? [[String: Any]])
    let advice = try #require(names.first { $0["id"] as? String == "ADV" })
    #expect(advice["fate"] as? String == "fitted" && advice["given"] as? Int == 45)
    #expect((advice["after"] as? [String: Any])?["kappa"] as? Double == 1)
  }
}
