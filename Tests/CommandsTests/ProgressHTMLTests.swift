import Foundation
import Testing

@testable import Commands
@testable import Progress

/// The page of a trainee of many sessions, all that people can name hostile.
private func hostilePage() -> String {
  let bad = "<b>\"Anna\"</b> & " + String(repeating: "Langname", count: 12)
  let sessions = (1...24).map { number in
    PastSession(
      id: "s\(number)", day: CalendarDay(number: 20_500 + number * 3), scenario: "x\(number % 4)",
      title: bad, area: "grief", difficulty: 3, isExam: number % 5 == 0,
      gate: number % 3 == 0 ? .pass : .notApplicable,
      ratings: [
        .init(dimension: "v", title: "Validation", level: 1 + number * 7 % 5),
        .init(dimension: "h", title: "Staying in the here-and-now \(bad)", level: 3),
      ], selfRatings: ["v": 1 + number % 5],
      tallies: ["affect", "hint", "rupture-confront", bad].map {
        .init(
          dimension: "v", cue: $0, moments: MomentTally(met: number, half: 2, missed: 3, harmed: 1))
      },
      indices: [
        .init(name: "open questions", value: Double(number * 37 % 100), unit: "%"),
        .init(name: "reflections per question", value: 1.2, unit: ""),
      ])
  }
  let drills = (1...30).map { number in
    PastSession(
      id: "d\(number)", day: CalendarDay(number: 20_600 + number), scenario: "d", title: bad,
      isDrill: true, mark: 1 + number % 5)
  }
  return ProgressHTML(
    report: ProgressReport(
      trainee: bad, progress: progress(of: sessions + drills), leftOut: 1,
      cueWords: ["affect": "shows a feeling"])
  ).text
}

@Suite("The page of a trainee's progress")
struct ProgressHTMLTests {
  @Test("needs nothing else, runs nothing, and has every name escaped")
  func hostile() {
    let page = hostilePage()
    #expect(!page.contains("<b>") && !page.contains("<script") && !page.contains("http://"))
    #expect(page.contains("&lt;b&gt;&quot;Anna&quot;&lt;/b&gt; &amp; Langname"))
    #expect(page.contains("default-src 'none'; style-src 'unsafe-inline'"))
    #expect(page.contains("<html lang=\"en\">"))
  }

  @Test("every element that is opened is closed, and headings come in order")
  func wellFormed() {
    let page = hostilePage()
    for name in [
      "div", "table", "tr", "td", "ul", "ol", "li", "figure", "p", "h2", "h3", "title", "desc",
    ] {
      let opened =
        page.components(separatedBy: "<\(name)>").count
        + page.components(separatedBy: "<\(name) ").count - 2
      #expect(opened == page.components(separatedBy: "</\(name)>").count - 1, "\(name)")
    }
    let headings = page.matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(headings.first == 1 && headings.count { $0 == 1 } == 1)
    for (one, next) in zip(headings, headings.dropFirst()) { #expect(next <= one + 1) }
  }

  @Test("every plot has words, and the same levels stand in a table")
  func words() {
    let page = hostilePage()
    for plot in page.components(separatedBy: "<svg ").dropFirst() where plot.contains("role=") {
      #expect(plot.contains("aria-label=\"") || plot.contains("<desc "))
    }
    #expect(page.contains(">Validation: levels, oldest first</title>"))
    #expect(page.contains("over 20 sessions"))
    #expect(page.contains("<caption>Validation, newest first</caption>"))
  }

  @Test(
    "fits into 1280 and 400 pixels in Chromium",
    .enabled(if: chromium != nil, "Chromium is not installed"), arguments: [1280, 400])
  func fits(width: Int) throws {
    let desk = try Desk()
    let page = hostilePage().replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
    let frame = try desk.write(
      """
      <!doctype html><iframe id="f" width="\(width)" height="900" style="border:0" srcdoc="\(page)">
      </iframe><p id="p"></p><script>
      f.onload = () => {
        const root = f.contentDocument.documentElement
        const plots = f.contentDocument.querySelectorAll("svg[role=img]").length
        p.textContent = `wide ${root.scrollWidth} of ${root.clientWidth}, ${plots} plots`
      }
      </script>
      """, to: "frame.html")
    let process = Process()
    process.executableURL = chromium
    process.arguments = [
      "--headless", "--hide-scrollbars", "--no-sandbox", "--disable-gpu",
      "--user-data-dir=\(desk.folder.path)/profile",
      "--virtual-time-budget=5000", "--dump-dom", "file://" + frame,
    ]
    let pipe = Pipe()
    process.standardOutput = pipe
    process.standardError = FileHandle.nullDevice
    try process.run()
    let dom = String(decoding: pipe.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    let found = try #require(dom.firstMatch(of: /wide (\d+) of (\d+), (\d+) plots/))
    #expect(found.1 == found.2 && found.2 == "\(width)")
    #expect((Int(found.3) ?? 0) >= 8)
  }
}

private let chromium: URL? = (ProcessInfo.processInfo.environment["PATH"] ?? "")
  .split(separator: ":").map { URL(filePath: String($0)).appending(path: "chromium") }
  .first { FileManager.default.isExecutableFile(atPath: $0.path) }
