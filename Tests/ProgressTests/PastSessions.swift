@testable import Progress

/// A whole session with these levels on validation, on the day of its number.
func session(
  _ number: Int, validation level: Int?, scenario: String = "samuel", area: String = "transitions",
  difficulty: Int = 1, self selfRating: Int? = nil, gate: PastSession.Gate = .notApplicable
) -> PastSession {
  PastSession(
    id: "s\(number)", day: CalendarDay(number: number), scenario: scenario, title: scenario,
    area: area, difficulty: difficulty, gate: gate,
    ratings: [.init(dimension: "validation", title: "Validation", level: level)],
    selfRatings: selfRating.map { ["validation": $0] } ?? [:])
}

func sessions(_ levels: [Int?]) -> [PastSession] {
  levels.enumerated().map { session($0.offset + 1, validation: $0.element) }
}

func drill(_ scenario: String, day: Int, mark: Int?) -> PastSession {
  PastSession(
    id: "\(scenario)\(day)", day: CalendarDay(number: day), scenario: scenario, title: scenario,
    isDrill: true, mark: mark)
}
