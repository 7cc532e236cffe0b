@testable import TranscriptStore

extension TranscriptStore {
  /// Makes these raters ones whose ratings count from the day before everything happens.
  func pass(_ raters: String..., on day: String = "2026-02-28") throws {
    for rater in raters {
      try database.execute(
        """
        INSERT OR IGNORE INTO kit_attempts (rater, number, kit, begun, ended, has_passed)
        VALUES (?1, 1, ?2, ?3, ?3, 1)
        """,
        [
          .text(rater), .text(String(repeating: "0", count: 64)), .text("\(day)T09:30:00Z"),
        ])
    }
  }
}

extension Desk {
  /// The same for the store of this desk, for good: a program of its own has a clock of its own.
  func pass(_ raters: String...) throws {
    if environment["ATTUNE_SETTINGS"] == nil {
      environment["ATTUNE_SETTINGS"] = try write(
        "calibration holds: forever\n", to: "calibrated.settings")
    }
    let store = try TranscriptStore(path: store)
    for rater in raters { try store.pass(rater) }
  }
}
