import Foundation
import Testing
import TranscriptModel

@testable import Playtesting

@Suite("A session that is restored")
struct RestoredSessionTests {
  @Test("from a copy or from its responses stands exactly as it did, whatever was said in between")
  func exact() throws {
    let library = try ShippedLibrary.opened.get()
    for name in ["Transitions/new-city-no-map", "Transitions/results-day"] {
      let ground = try library.shipped(name)
      var played = PlayedSession(ground.prepared, seed: 4, coder: ground.coder)
      _ = played.begin()
      let lines = [
        "What has this week been like?", "You sound worn out, and ashamed of it.", "zzz", "(waits)",
        "You should really go out more.", "That makes sense after all you have been through.",
        "When did that begin?", "I am sorry, I hurried past you.",
      ]
      for line in lines {
        let before = played
        _ = played.respond(to: played.hear("You just need to pull yourself together."))
        #expect(played.engine != before.engine)

        // Taken back, and again from the beginning.
        played = before
        var again = PlayedSession(ground.prepared, seed: 4, coder: ground.coder)
        _ = again.begin()
        for exchange in before.exchanges { _ = again.respond(to: exchange.response) }
        #expect(again.engine == before.engine)
        #expect(again.latest == before.latest)
        #expect(again.exchanges == before.exchanges)
        #expect(again.events == before.events)
        #expect(again.hear(line) == before.hear(line))
        _ = played.respond(to: played.hear(line))
      }
    }
  }
}
