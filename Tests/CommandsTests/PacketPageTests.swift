import Foundation
import Supervision
import Testing
import TranscriptStore

@testable import Commands

@Suite("The page of a packet", .serialized)
struct PacketPageTests {
  @Test("tells neither whose sessions it holds nor, in plain, what the program heard")
  func blind() throws {
    let packet = try PacketDesk()
    let html = try String(contentsOfFile: packet.page, encoding: .utf8)
    let id = packet.desk.newest
    #expect(!html.contains("Anna") && !html.contains(id) && html.contains("[name] asks"))
    #expect(!html.contains("confidence\":") && !html.contains("not assessable"))
    #expect(!html.contains("http://") && !html.contains("https://") && !html.contains("innerHTML"))
    #expect(html.contains("default-src 'none'; script-src 'sha256-"))
    #expect(html.components(separatedBy: "</script").count == 3)
  }

  @Test("begins with what the rater has given in the console")
  func goesOn() throws {
    let packet = try PacketDesk()
    let desk = packet.desk
    let rated = desk.attune(
      "review", "rate", desk.newest, "--as", "ruth",
      lines: ["4", "She waits.", "2", "+open question 3", "q"])
    #expect(rated.status == 0)
    let page = desk.folder.path + "/again.html"
    #expect(
      desk.attune("review", "packet", desk.newest, "--as", "ruth", "--out", page).status == 0)
    let html = try String(contentsOfFile: page, encoding: .utf8)
    #expect(
      html.contains(
        #""given":{"validation":{"evidence":"She waits.","score":"4","turns":[2]}},"#
          + #""lastWords""#))
    #expect(html.contains(#""marks":[{"code":"OQ","isHeard":true,"turn":3}]"#))
  }

  @Test("is never written over another, and takes nothing where one session is refused")
  func refused() throws {
    let packet = try PacketDesk()
    let desk = packet.desk
    let over = desk.attune("review", "packet", desk.newest, "--as", "ruth", "--out", packet.page)
    #expect(over.status == 2 && over.errors.contains("is there already"))
    let lines = (1...30).map { "You look alone with that. What was it like, \($0)?" }
    let taken = desk.newest
    _ = desk.attune("practice", "new-city-no-map", "--as", "bea", lines: lines)
    let page = desk.folder.path + "/other.html"
    let other = desk.attune(
      "review", "packet", taken, desk.newest, "--as", "una", "--out", page)
    #expect(other.status == 2)
    #expect(other.errors.hasPrefix("error: session '\(taken)' is with another rater\n"))
    #expect(!FileManager.default.fileExists(atPath: page))
    #expect(try packet.store.reviewed(desk.newest).reviews.isEmpty)
    #expect(desk.attune("review", "packet", "--as", "una").status == 64)
  }

  @Test(
    "is rated by keys, keeps its draft, reveals after submitting, and what it writes is taken in",
    .enabled(if: Browser.isInstalled, Browser.missing))
  func wholeWay() throws {
    let packet = try PacketDesk()
    let browser = try Browser.begin(in: packet.desk.folder)
    defer { browser.close() }
    try browser.open(packet.page)
    let dimensions = try #require(
      Int(try browser.text("document.querySelectorAll('.dimension').length")))
    #expect(dimensions == 4)
    try browser.press("4e")
    try browser.press("She waits.\u{E00C}jtg")
    #expect(try browser.text(given(0)) == "4 · turn 2")
    try browser.reload()
    #expect(try browser.text(given(0)) == "4 · turn 2")
    #expect(try browser.text(evidence(0)) == "She waits.")

    // Nothing to see yet.
    try browser.press("a")
    #expect(try browser.text(said) == "First rate the session and submit it.")
    #expect(try browser.text("document.querySelectorAll('.heard li').length") == "0")
    try browser.press("s")
    #expect(try browser.text(said).hasPrefix("Still without a score"))

    // The first dimension without a score is open.
    for index in 1..<dimensions {
      #expect(
        try browser.text("document.querySelector('.dimension.open').id")
          == "dimension-\(index)")
      if index == 1 {
        try browser.press("3e")
        try browser.press("Follows.\u{E00C}t")
      } else {
        try browser.press("n")
      }
      try browser.press("g")
    }
    try browser.press("m")
    try browser.press("\u{E007}")
    try browser.press("s")
    #expect(try browser.text("document.querySelector('dialog[open]').id") == "submit-dialog")
    try browser.press("\u{E007}")
    #expect(try browser.text("document.querySelectorAll('.heard li').length") != "0")
    try browser.press("a")
    #expect(try browser.text(said).hasSuffix("you agree. Kept."))
    try browser.press("2")
    #expect(try browser.text(said) == "This session is submitted; its ratings do not change.")

    // A comment on "look alone", marked as with the mouse.
    try browser.run(
      """
      const text = document.getElementById('response-2').firstChild.firstChild;
      getSelection().setBaseAndExtent(text, 4, text, 14);
      document.getElementById('turn-2').focus();
      """)
    try browser.press("c")
    try browser.press("You say what you see.")
    try browser.run("document.getElementById('comment-drill').value = 'for-being-happy'")
    try browser.run("document.querySelector('#comment-dialog .first').click()")
    try browser.settle()
    try browser.press("w")
    let file = try browser.download()
    #expect(try browser.complaints() == [])

    #expect(packet.imported(file.path).status == 0)
    let kept = try packet.store.reviewed(packet.desk.newest)
    let review = try #require(kept.reviews.first)
    #expect(review.rater == "ruth" && review.role == .first && review.submitted != nil)
    #expect(review.ratings.map(\.score?.rawValue) == ["4", "3", "na", "na"])
    #expect(review.ratings[0].evidence == "She waits." && review.ratings[0].turns == [2])
    #expect(review.marks.map(\.turn) == [1])
    #expect(kept.decisions.map(\.agrees) == [true])
    #expect(kept.comments.map(\.text) == ["You say what you see."])
    #expect(kept.comments.map(\.drill) == ["for-being-happy"])
    #expect(kept.comments.map(\.place) == [.words(turn: 2, start: 4, end: 14)])
    let actions = try packet.store.audit(of: packet.desk.newest).map(\.action)
    #expect(actions == [.began, .exported, .submitted, .revealed, .decided, .commented, .tookIn])
    #expect(packet.imported(file.path).status == 1)
  }

  @Test(
    "shows hostile text as text, and fits into 400, 1000 and 1600 pixels",
    .enabled(if: Browser.isInstalled, Browser.missing))
  func hostile() throws {
    let packet = try PacketDesk(sessions: 3)
    let browser = try Browser.begin(in: packet.desk.folder)
    defer { browser.close() }
    try browser.open(packet.page)
    #expect(try browser.text("typeof window.hacked") == "undefined")
    let shown = try browser.text("document.getElementById('response-1').textContent")
    #expect(
      shown
        == PacketDesk.hostile.replacing("Anna", with: "[name]")
        .replacing("\u{202E}", with: "\u{21C4}").replacing("\u{202C}", with: "\u{21C4}"))
    for width in [400, 1000, 1600] {
      try browser.show(width: width, dark: width == 1000)
      let fits = "document.documentElement.scrollWidth <= document.documentElement.clientWidth"
      #expect(try browser.text(fits) == "true", "\(width)")
    }
    #expect(try browser.complaints() == [])
  }

  @Test(
    "says plainly where the browser keeps nothing for it",
    .enabled(if: Browser.isInstalled, Browser.missing))
  func nothingKept() throws {
    let packet = try PacketDesk()
    let browser = try Browser.begin(in: packet.desk.folder)
    defer { browser.close() }
    try browser.tell(
      "Page.addScriptToEvaluateOnNewDocument",
      [
        "source": """
        Object.defineProperty(window, 'localStorage', { get() { throw new Error('no') } })
        """
      ])
    try browser.open(packet.page)
    let warning = try browser.text("document.getElementById('warning').innerText")
    #expect(warning.hasPrefix("This browser keeps nothing for this page."))
    try browser.press("4")
    #expect(try browser.text(given(0)) == "4 · lacks evidence and turns")
  }

  @Test(
    "keeps a comment that was not sent, takes a key held down once, and prints all of the rating",
    .enabled(if: Browser.isInstalled, Browser.missing))
  func unsent() throws {
    let packet = try PacketDesk()
    let browser = try Browser.begin(in: packet.desk.folder)
    defer { browser.close() }
    try browser.open(packet.page)
    let text = "document.getElementById('comment-text').value"
    // The first step leads to the turn one is at.
    try browser.press("jjc")
    try browser.press("You wait.\u{E00C}")
    #expect(try browser.text("String(document.querySelector('dialog[open]'))") == "null")
    try browser.reload()
    try browser.press("c")
    #expect(try browser.text(text) == "")
    try browser.press("\u{E00C}")
    try browser.press("jjc")
    #expect(try browser.text(text) == "You wait.")
    try browser.run("document.querySelector('#comment-dialog .first').click()")
    try browser.settle()
    try browser.press("c")
    #expect(try browser.text(text) == "")
    try browser.press("\u{E00C}")

    func hold(_ key: String) throws {
      try browser.run(
        """
        document.body.dispatchEvent(
          new KeyboardEvent('keydown', { key: '\(key)', repeat: true, bubbles: true }))
        """)
    }
    try hold("4")
    #expect(try browser.text(given(0)) == "not rated")
    try hold("j")
    #expect(try browser.text("document.querySelector('.turn.current').id") == "turn-3")

    try browser.show(width: 1123)
    let rating = "getComputedStyle(document.getElementById('rating'))"
    #expect(try browser.text("\(rating).position") == "sticky")
    try browser.tell("Emulation.setEmulatedMedia", ["media": "print"])
    #expect(try browser.text("\(rating).position") == "static")
    #expect(try browser.text("\(rating).maxHeight") == "none")
    #expect(try browser.complaints() == [])
  }

  private let said = "document.getElementById('said').textContent"
  private func given(_ index: Int) -> String {
    "document.querySelector('#dimension-\(index) .given').textContent"
  }
  private func evidence(_ index: Int) -> String {
    "document.querySelector('#dimension-\(index) textarea').value"
  }

  @Test("is its owner's alone, and where it cannot be written nothing is begun")
  func unwritable() throws {
    let packet = try PacketDesk()
    let mode = try FileManager.default.attributesOfItem(atPath: packet.page)[.posixPermissions]
    #expect(mode as? Int == 0o600)
    let desk = packet.desk
    let lines = (1...30).map { "You look alone with that. What was it like, \($0)?" }
    _ = desk.attune("practice", "new-city-no-map", "--as", "bea", lines: lines)
    for folder in ["none", "packet.html"] {
      let out = desk.folder.path + "/\(folder)/page.html"
      let written = desk.attune("review", "packet", "--as", "ruth", "--out", out)
      #expect(written.status == 2 && written.errors.contains("'\(out)' cannot be written"))
    }
    #expect(try packet.store.reviewed(desk.newest).reviews.isEmpty)
  }

  @Test("leaves out what lies in another that has not come back, unless it is named or given back")
  func inAnother() throws {
    let packet = try PacketDesk()
    let desk = packet.desk
    func write(_ name: String, _ words: [String] = []) -> Outcome {
      desk.run(
        ["review", "packet"] + words + ["--as", "ruth", "--out", desk.folder.path + "/" + name],
        lines: [])
    }
    let none = write("none.html")
    #expect(none.status == 2)
    #expect(
      none.errors.hasPrefix("1 session lies in a packet that has not come back, and is left out"))
    #expect(write("named.html", [desk.newest]).status == 0)
    let id = try #require(try packet.content["id"] as? String)
    #expect(packet.said.split(separator: "\n").joined(separator: " ").contains("--packet \(id)"))
    #expect(desk.attune("review", "return", "--packet", id, "--as", "una").status == 0)
    #expect(desk.attune("review", "return", "--packet", id, "--as", "una").status == 2)
    #expect(try packet.store.reviewed(desk.newest).reviews.isEmpty)
    #expect(write("anew.html").status == 0)
  }
}
