import Lessons
import Terminal

/// Writes a card: its words, its examples, and what to type to go on.
func show(_ card: LessonCard, from shelf: LessonShelf, on page: Page) throws {
  try page.heading(card.title)
  for part in card.parts {
    try page.blank()
    switch part {
    case .paragraph(let text): try page.paragraph(text)
    case .list(let items): for item in items { try page.item(item) }
    case .example(let example):
      try page.labelled("The patient:", "“\(example.patient)”")
      for answer in example.answers {
        let names = answer.shows.map { shelf.codebook.code($0)?.name ?? $0 }
        let shows = names.isEmpty ? "" : " (shows \(names.joined(separator: ", ")))"
        try page.labelled(
          answer.kind == .good ? "Rather:" : "Not:", as: .coach,
          "“\(answer.text)”\(shows) — \(answer.because)")
      }
    }
  }
  let commands = card.see.compactMap { shelf.references.command(for: $0.name) }
  guard !commands.isEmpty else { return }
  try page.blank()
  try page.paragraph("To go on:", as: .faint)
  for command in commands {
    try page.labelled(page.style.bullet, as: .faint, "attune \(command)", as: .faint)
  }
}
