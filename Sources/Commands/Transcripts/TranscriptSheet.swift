import Rubrics
import Scoring
import Supervision
import TranscriptModel
import TranscriptStore

/// A session to read on a page: numbered turns, who speaks, and the codes of each turn in words.
struct TranscriptSheet {
  let session: StoredSession
  let exchanges: [Exchange]
  let lastWords: [Utterance]
  let parts: ShownParts
  let score: SessionScore
  let rubrics: [Rubric]
  /// Codes raters here disagree with too often.
  let suggestions: Set<String>
  /// What people gave; nil while it is not final.
  let final: FinalRating?

  /// A line of the conversation, or an aside to it.
  struct Line: Equatable {
    enum Kind { case patient, trainee, codes, aside }

    let kind: Kind
    /// Who speaks, or what an aside is.
    let label: String
    let text: String
    /// The turn, on the trainee's own line of it.
    var turn: Int?
  }

  /// By turn, with what was said after the last at the end.
  var turns: [[Line]] {
    let notes = parts.notes
    func aside(_ note: SupervisorNote) -> Line {
      Line(kind: .aside, label: "For the supervisor:", text: note.text)
    }
    var result = exchanges.enumerated().map { index, exchange -> [Line] in
      var lines = index == 0 ? (notes?.opening ?? []).map(aside) : []
      lines += exchange.patient.map(spoken) + takenBack(at: exchange.turn)
      lines.append(
        Line(
          kind: .trainee, label: "Trainee:", text: exchange.response.text, turn: exchange.turn))
      lines.append(Line(kind: .codes, label: "", text: tag(exchange.response)))
      if exchange.hints > 0 { lines.append(Line(kind: .aside, label: "", text: "With a hint.")) }
      if parts.thoughts {
        lines += exchange.thoughts.map {
          Line(kind: .aside, label: "\($0.speaker) thought:", text: $0.thought)
        }
      }
      if let notes, notes.turns.indices.contains(index) { lines += notes.turns[index].map(aside) }
      return lines
    }
    let last = lastWords.map(spoken) + takenBack(at: exchanges.count + 1)
    if !last.isEmpty { result.append(last) }
    return result
  }

  private func spoken(_ line: Utterance) -> Line {
    Line(kind: .patient, label: "\(line.speaker):", text: line.text)
  }

  private func takenBack(at turn: Int) -> [Line] {
    guard parts.attempts else { return [] }
    return session.takenBack.filter { $0.number == turn }.flatMap { attempt in
      [
        Line(
          kind: .aside, label: "Taken back, attempt \(attempt.attempt):",
          text: "\(attempt.response.text) \(tag(attempt.response))")
      ]
        + said(in: attempt.events).map {
          Line(kind: .aside, label: "\($0.speaker), to that:", text: $0.text)
        }
    }
  }

  /// `[open question, reflection of feeling]`
  private func tag(_ response: CodedResponse) -> String {
    if response.isSilence { return "[silence]" }
    guard response.isUnderstood else { return "[not understood]" }
    var seen: Set<String> = []
    let names = response.codes.filter {
      $0.certainty > 0 && !$0.isPlain && seen.insert($0.code).inserted
    }.map { code in
      (code.certainty < 1 ? "perhaps " : "") + code.name
        + (suggestions.contains(code.code) ? " (a suggestion)" : "")
    }
    return "[" + (names.isEmpty ? "plain statement" : names.joined(separator: ", ")) + "]"
  }

  /// `Session bakotuli, anna, 2026-03-01T09:30:00Z, coach`
  private var facts: String {
    let record = session.record
    return "Session \(record.id), \(record.trainee), \(record.started), \(record.mode.rawValue)"
      + (session.variation.map { ", variation \($0)" } ?? "")
  }

  private var end: String {
    session.record.state.ending.map { "The end: \($0.name) (\($0.grade)). \($0.debrief)" }
      ?? "Not finished yet."
  }

  private var estimates: ReportSection {
    ratings(score, isOver: session.record.state.ending != nil)
  }
}

extension TranscriptSheet {
  var markdown: String {
    var blocks = ["# \(markdownLine(session.record.title))", markdownLine(facts)]
    for lines in turns {
      for line in lines {
        let text = markdownLine(line.text)
        switch line.kind {
        case .patient: blocks.append("**\(markdownLine(line.label))** \(text)")
        case .trainee:
          blocks.append("**\(line.turn ?? 0). \(markdownLine(line.label))** \(text)")
        case .codes: blocks.append("*\(text)*")
        case .aside:
          blocks.append(line.label.isEmpty ? text : "\(markdownLine(line.label)) \(text)")
        }
      }
    }
    blocks.append(markdownLine(end))
    for section in sections(session.worksheets) + [estimates] {
      blocks.append("## \(markdownLine(section.heading))")
      blocks.append(
        section.lines.map { line in
          (line.hasPrefix("  ") ? "  - " : "- ") + markdownLine(line)
        }.joined(separator: "\n"))
    }
    if final != nil {
      blocks.append("## Final ratings")
      blocks.append(finalRatings.map { "- " + markdownLine($0) }.joined(separator: "\n"))
    }
    return blocks.joined(separator: "\n\n") + "\n"
  }

  var html: String {
    let talk = turns.map { lines in
      let shownLines = lines.map { line -> String in
        let label = line.label.isEmpty ? "" : "<strong>\(shown(line.label))</strong> "
        switch line.kind {
        case .patient: return "<p class=\"patient\">\(label)\(shown(line.text))</p>"
        case .trainee:
          return "<p class=\"trainee\" id=\"turn-\(line.turn ?? 0)\"><span class=\"turn\">"
            + "\(line.turn ?? 0)</span> \(label)\(shown(line.text))</p>"
        case .codes: return "<p class=\"codes\">\(shown(line.text))</p>"
        case .aside: return "<p class=\"note\">\(label)\(shown(line.text))</p>"
        }
      }
      return "<section class=\"exchange\">\n" + shownLines.joined(separator: "\n") + "\n</section>"
    }
    let sheets = (sections(session.worksheets) + [estimates]).map { section in
      "<h2>\(shown(section.heading))</h2>\n" + reportList(section.lines)
    }
    return htmlPage(
      shown(session.record.title),
      """
      <p class="note">\(shown(facts))</p>
      <h2>Conversation</h2>
      \(talk.joined(separator: "\n"))
      <p>\(shown(end))</p>
      \(sheets.joined(separator: "\n"))
      \(finalSection)
      """, style: transcriptStyle)
  }

  private var finalRatings: [String] {
    (final?.ratings ?? []).map { "\($0.title): \(finalWords($0, rubrics))\($0.shown)" }
  }

  private var finalSection: String {
    final == nil ? "" : "<h2>Final ratings</h2>\n" + reportList(finalRatings)
  }
}

/// Lines of a report as a list; those that are set in belong to the one before.
private func reportList(_ lines: [String]) -> String {
  var items: [(text: String, below: [String])] = []
  for line in lines {
    if line.hasPrefix("  "), !items.isEmpty {
      items[items.count - 1].below.append(line)
    } else {
      items.append((line, []))
    }
  }
  let shownItems = items.map { item in
    let below = item.below.map { "<li>\(shown($0.trimmingBlanks))</li>" }.joined()
    return "<li>\(shown(item.text.trimmingBlanks))"
      + (below.isEmpty ? "" : "<ul>\(below)</ul>") + "</li>"
  }
  return "<ul>\n" + shownItems.joined(separator: "\n") + "\n</ul>"
}

extension DimensionRating {
  /// `; turns 1, 2: She waits.`
  fileprivate var shown: String {
    let places = turns.map(String.init).joined(separator: ", ")
    return (turns.isEmpty ? "" : "; turn\(turns.count == 1 ? "" : "s") \(places)")
      + (evidence.isEmpty ? "" : ": \(evidence)")
  }
}

private let transcriptStyle = """
  <style>
  .exchange { max-width: 44rem; margin: 1.1rem 0; break-inside: avoid }
  .exchange p { margin: .3rem 0 }
  .trainee { padding-left: .8rem; border-left: 4px solid var(--mark) }
  .turn { display: inline-block; min-width: 1.6em; font-variant-numeric: tabular-nums;
    color: var(--faint) }
  .codes { padding-left: calc(.8rem + 4px); color: var(--faint); font-size: .92em }
  @page { size: A4; margin: 18mm 20mm }
  </style>
  """
