import Reports
import Supervision
import TranscriptModel
import TranscriptStore

/// All that is kept on one trainee, as a page to read.
struct TraineeRecordPage {
  let record: TraineeRecord
  /// Oldest first.
  let sessions: [GatheredSession]
  /// Drafts too.
  let letters: [Letter]
  /// Of the supervision log, those she was at.
  let meetings: [SupervisionEntry]
  let audit: [AuditEntry]
  let exports: [KeptExport]
  let at: String

  var text: String {
    htmlPage(
      "What is kept on \(shown(record.name))",
      ([facts] + sessions.map(section) + [logSection, auditSection, exportSection])
        .joined(separator: "\n"), style: letterStyle)
  }

  private var facts: String {
    let cohort = record.cohort.map { "Cohort: \(shown($0)). " } ?? ""
    let supervisor = record.supervisor.map { "Supervised by \(shown($0)). " } ?? ""
    return """
      <p>\(cohort)\(supervisor)\(count(sessions.count, "session")), as of \(at).</p>
      <p class="note">record.json in the same folder has all of it for programs; the tables are
      explained in README.txt.</p>
      """
  }

  private func section(_ gathered: GatheredSession) -> String {
    let session = gathered.exported
    let ending = session.ending.map { "The end: \(shown($0.name)) (\(shown($0.grade)))." }
    let turns = session.turns.map { turn in
      let patient = turn.patient.map {
        "<p><strong>\(shown($0.speaker)):</strong> \(shown($0.text))</p>"
      }
      let heard = turn.response.codes.map { "\($0.name) (“\($0.evidence)”)" }
      let aside = turn.isTakenBack ? " <span class=\"note\">(taken back)</span>" : ""
      return patient.joined(separator: "\n") + """

        <p><strong>\(turn.number) You:</strong> \(shown(turn.response.text))\(aside)</p>
        <p class="note">Heard: \(heard.isEmpty ? "nothing" : shown(heard.joined(separator: ", ")))</p>
        """
    }
    let notes = Commands.sections(gathered.stored.worksheets).map { section in
      "<h3>\(shown(section.heading))</h3>\n" + list(section.lines)
    }
    return """
      <h2>\(shown(session.scenario.title)), \(shown(session.started))</h2>
      <p class="note">Session \(session.id), \(session.mode), scenario
      \(shown(session.scenario.id)) \(shown(session.scenario.version)).</p>
      \(turns.joined(separator: "\n"))
      <p>\(ending ?? "Not finished.")</p>
      \(notes.joined(separator: "\n"))
      \(ratings(gathered))
      \(remarks(gathered.reviewed))
      \(letters(on: gathered))
      """
  }

  private func ratings(_ gathered: GatheredSession) -> String {
    var rows = gathered.exported.score.dimensions.map { dimension in
      row(dimension.title, "program", dimension.estimate.level.map(String.init) ?? "na", "")
    }
    rows += gathered.exported.selfRatings.sorted { $0.key < $1.key }.map {
      row($0.key, "yourself", String($0.value), "")
    }
    for review in gathered.reviewed.reviews {
      let who = review.rater + (review.submitted == nil ? " (draft)" : ", \(review.role.rawValue)")
      rows += review.ratings.map {
        row($0.title, who, $0.score?.rawValue ?? "—", $0.evidence)
      }
      if !review.reason.isEmpty { rows.append(row("Reason", who, "—", review.reason)) }
    }
    guard !rows.isEmpty else { return "" }
    return htmlTable(
      "Ratings", ["What", "By", "Given", "Because"], rows, words: [1, 3])
  }

  private func row(_ what: String, _ who: String, _ score: String, _ evidence: String) -> String {
    rowHead(shown(what)) + "<td class=\"words\">\(shown(who))</td>" + cell(shown(score))
      + "<td class=\"words\">\(shown(evidence))</td>"
  }

  private func remarks(_ reviewed: ReviewedSession) -> String {
    var lines = reviewed.comments.map { comment in
      let turn = comment.place.turn.map { ", turn \($0)" } ?? ""
      return "\(comment.author), \(comment.kind.rawValue)\(turn): \(comment.text)"
    }
    lines += reviewed.decisions.map { decision in
      let word = decision.agrees ? "agrees with" : "disagrees with"
      let comment = decision.comment.isEmpty ? "" : ": \(decision.comment)"
      return "\(decision.rater) \(word) code \(decision.position + 1) of turn "
        + "\(decision.turn)\(comment)"
    }
    lines += [reviewed.reply].compactMap(\.self).map { "Your reply: \($0.text)" }
    lines += reviewed.contests.map { "You contest \($0.code) in turn \($0.turn): \($0.text)" }
    return lines.isEmpty ? "" : "<h3>What was said about it</h3>\n" + list(lines)
  }

  private func letters(on gathered: GatheredSession) -> String {
    let own = letters.filter { $0.session == gathered.exported.id }
    return own.map { letter in
      "<h3>Letter \(letter.number)</h3>\n"
        + LetterSheet(letter, among: own, title: gathered.exported.scenario.title).part(at: 4)
    }.joined(separator: "\n")
  }

  private var logSection: String {
    guard !meetings.isEmpty else { return "" }
    return "<h2>Supervision</h2>\n"
      + list(
        meetings.map { entry in
          let words = [("goals", entry.goals), ("agreed", entry.agreed)].compactMap { name, text in
            text?.nonEmpty.map { "\(name): \($0)" }
          }
          return (["\(entry.date), \(entry.supervisor), \(time(entry.minutes))"] + words)
            .joined(separator: "; ")
        })
  }

  private var auditSection: String {
    guard !audit.isEmpty else { return "" }
    return "<h2>Who saw and decided what</h2>\n"
      + list(
        audit.map { entry in
          let detail = entry.detail.isEmpty ? "" : ": \(entry.detail)"
          return "\(entry.at), \(entry.who), \(entry.action.rawValue)\(detail), session "
            + entry.session
        })
  }

  private var exportSection: String {
    guard !exports.isEmpty else { return "" }
    return "<h2>What was exported before</h2>\n"
      + list(
        exports.map { export in
          let place = export.place.map { " to \($0)" } ?? ""
          return "\(export.at), by \(export.who), as \(export.kind.rawValue)\(place): "
            + count(export.sessions.count, "session")
        })
  }

  private func list(_ lines: [String]) -> String {
    "<ul>\n" + lines.map { "<li>\(shown($0))</li>" }.joined(separator: "\n") + "\n</ul>"
  }
}
