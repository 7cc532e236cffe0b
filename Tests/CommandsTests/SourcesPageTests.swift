import Foundation
import Lessons
import Rubrics
import Testing

@testable import Commands

@Suite("The handbook page about the sources")
struct SourcesPageTests {
  private struct Row {
    let id: String
    let idea: String
    let places: [String]
  }

  private static let handbook = repository.appending(path: "Sources/attune/Handbook.docc")

  private static func text(ofPage name: String) -> String? {
    try? String(contentsOf: handbook.appending(path: name + ".md"), encoding: .utf8)
  }

  private func rows() throws -> [Row] {
    let text = try #require(Self.text(ofPage: "Sources"))
    return text.rows.compactMap { line in
      let cells = line.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      guard line.hasPrefix("| "), cells.count == 3, cells[0] != "row", cells[0] != "---" else {
        return nil
      }
      let places = cells[2].matches(of: /`([^`]+)`/).map { String($0.1) }
      return Row(id: cells[0], idea: cells[1], places: places)
    }
  }

  /// The names each kind of place may have.
  private static func places() throws -> [String: Set<String>] {
    let library = try shippedLibrary.get()
    let shelf = LessonShelf(library.files, library.codebook)
    let entries = library.scenarios
    func stems(_ isDrill: Bool) -> [String] {
      entries.filter { $0.checked.scenario?.facts.isDrill == isDrill }.map(\.stem)
    }
    return [
      "lesson": Set(
        shelf.lessons.flatMap { lesson in lesson.cards.map { "\(lesson.id)#\($0.title)" } }),
      "scenario": Set(stems(false)),
      "drill": Set(stems(true)),
      "code": Set(library.codebook.codes.map(\.name)),
      "cue": Set(library.codebook.cues.map(\.name)),
      "rubric": Set(library.rubrics.map(\.id)),
    ]
  }

  private func pointsNowhere(_ place: String, _ places: [String: Set<String>]) -> Bool {
    guard let colon = place.firstIndex(of: ":") else { return true }
    let (kind, name) = (String(place[..<colon]), String(place[colon...].dropFirst()))
    guard kind == "rule" else { return places[kind]?.contains(name) != true }
    let parts = name.split(separator: "#", maxSplits: 1).map(String.init)
    guard parts.count == 2, let page = Self.text(ofPage: parts[0]) else { return true }
    return !page.rows.contains { $0.hasPrefix("#") && $0.drop { $0 == "#" } == " " + parts[1] }
  }

  @Test("has a row for every idea, each in words of its own")
  func complete() throws {
    func numbered(_ letter: String, _ last: Int) -> [String] {
      (1...last).map { letter + ($0 < 10 ? "0" : "") + String($0) }
    }
    let wanted =
      numbered("P", 23) + numbered("F", 20) + ["A-G", "A-D", "A-T", "A-I"] + numbered("T", 28)
      + numbered("N", 10) + numbered("X", 11) + numbered("Q", 4) + ["W1"]
      + (1...8).map { "C\($0)" }
    let rows = try rows()
    #expect(rows.map(\.id) == wanted)
    #expect(rows.filter { $0.idea.split(separator: " ").count < 2 }.map(\.id) == [])
  }

  @Test("no row points nowhere")
  func places() throws {
    let places = try Self.places()
    for row in try rows() {
      #expect(!row.places.isEmpty, "\(row.id)")
      #expect(row.places.filter { pointsNowhere($0, places) } == [], "\(row.id)")
    }
  }

  @Test("a place that does not exist is found out, a heading of the handbook is not")
  func nowhere() throws {
    let places = try Self.places()
    let wrong = [
      "lesson:phases#No such card", "lesson:phases", "scenario:friday", "drill:new-city-no-map",
      "code:reflexion", "cue:hints", "rubric:safe", "rule:Drills#The marks",
      "rule:Nothing#The mark",
      "page:Drills", "silence",
    ]
    #expect(wrong.filter { !pointsNowhere($0, places) } == [])
    #expect(!pointsNowhere("rule:Drills#The mark", places))
    #expect(!pointsNowhere("drill:friday", places))
  }

  @Test("every scenario holds something of the sources")
  func used() throws {
    let named = Set(try rows().flatMap(\.places))
    for entry in try shippedLibrary.get().scenarios
    where entry.checked.scenario?.facts.isDrill == false {
      #expect(named.contains("scenario:\(entry.stem)"), "\(entry.stem)")
    }
  }
}
