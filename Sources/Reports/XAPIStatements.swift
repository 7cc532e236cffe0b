import Scoring
import Supervision
import TranscriptModel

/// One statement, with what a list of statements is sorted and chosen by.
package struct XAPIStatement: Sendable, Hashable {
  package var id: String
  /// UTC.
  package var timestamp: String
  package var json: JSONValue
}

extension XAPIProfile {
  /// What happened in a session, as an LRS keeps it; exporting again gives the same statements.
  ///
  /// The program only ever *scores*, and says so; an exam is passed or failed by people alone.
  package func statements(about session: ExportedSession) -> [XAPIStatement] {
    var all = [attempted(session)]
    for turn in session.turns { all.append(responded(turn, in: session)) }
    if session.finished != nil {
      all += session.score.dimensions.compactMap { scoredByProgram($0, session) }
      all.append(completed(session))
    }
    for review in session.reviews {
      all += review.ratings.compactMap { scored($0, by: review, session) }
    }
    all += remarks(on: session)
    if let decided = decided(session) { all.append(decided) }
    return all
  }

  /// Says that a statement never was: all that can be done about one that was exported.
  package func voiding(_ id: String, by person: String, at time: String) -> XAPIStatement {
    statement(
      self.id("voided", id), verb: "voided", actor: agent(person),
      object: ["objectType": "StatementRef", "id": .text(id)], result: nil, context: nil, at: time)
  }

  // MARK: By the trainee

  private func attempted(_ session: ExportedSession) -> XAPIStatement {
    // A seed has more digits than the numbers of many readers hold.
    let extensions: [String: JSONValue] = [
      ext("mode"): .text(session.mode), ext("scenario-sha256"): .text(session.scenario.hash),
      ext("seed"): .text(String(session.seed)),
    ]
    return statement(
      id("attempted", session.id), verb: "attempted", actor: agent(session.trainee),
      object: activity(session.scenario), result: nil,
      context: contextJSON(of: session, extensions: extensions, hasParent: false),
      at: session.started)
  }

  private func responded(_ turn: ExportedTurn, in session: ExportedSession) -> XAPIStatement {
    let node = scenario(session.scenario) + "/node/" + addressPart(turn.beat ?? "opening")
    let (response, digest) = words(turn.response.text, session.id)
    let moments =
      (session.score.dimensions.flatMap(\.opportunities)
      + session.score.gates.flatMap(\.opportunities)).filter { $0.turn == turn.number }
    let met = Set(moments.filter { $0.outcome == .met }.map(\.cue)).sorted()
    var extensions = digest
    extensions[ext("codes")] = .list(
      turn.response.codes.map { code in
        [
          "code": .text(code.code), "conf": .number(fourDecimals(code.confidence)),
          "start": .whole(code.range.start), "end": .whole(code.range.end),
        ]
      })
    if !turn.isTakenBack { extensions[ext("cues-met")] = .list(met.map { .text($0) }) }
    extensions[ext("attempt")] = .whole(turn.attempt)
    extensions[ext("state")] = .object(turn.states.mapValues { .whole($0) })
    if turn.isTakenBack { extensions[ext("taken-back")] = .truth(true) }
    let line = turn.patient.last?.text ?? ""
    return statement(
      id("responded", session.id, "\(turn.number).\(turn.attempt)"), verb: "responded",
      actor: agent(session.trainee),
      object: [
        "objectType": "Activity", "id": .text(node),
        "definition": [
          "type": "http://adlnet.gov/expapi/activities/cmi.interaction",
          "interactionType": "long-fill-in",
          "name": ["en": .text("Reply to: " + line)],
          "extensions": .object([ext("cues"): .list(turn.cues.map { .text($0) })]),
        ],
      ],
      result: [
        "response": response, "duration": turn.seconds.map { .text(duration($0)) },
        "extensions": .object(extensions),
      ], context: contextJSON(of: session), at: turn.givenAt)
  }

  private func completed(_ session: ExportedSession) -> XAPIStatement {
    let finished = session.finished ?? session.started
    return statement(
      id("completed", session.id), verb: "completed", actor: agent(session.trainee),
      object: activity(session.scenario),
      result: [
        "completion": .truth(true),
        "duration": seconds(from: session.started, to: finished).map { .text(duration($0)) },
        "extensions": session.ending.map { .object([ext("ending"): .text($0.name)]) },
      ], context: contextJSON(of: session, hasParent: false), at: finished)
  }

  // MARK: By the program

  private func scoredByProgram(
    _ dimension: DimensionScore, _ session: ExportedSession
  ) -> XAPIStatement? {
    guard let level = dimension.estimate.level, let finished = session.finished else { return nil }
    func count(_ outcome: Opportunity.Outcome) -> JSONValue {
      .whole(dimension.opportunities.count { $0.outcome == outcome })
    }
    return statement(
      id("scored", session.id, "engine \(dimension.id)"), verb: "scored",
      actor: agent(session.trainee), object: assessment(dimension.id, dimension.title),
      result: [
        "score": score(Double(level)),
        "extensions": .object([
          ext("rated-by"): "engine", ext("engine"): .text("rules " + session.attuneVersion),
          ext("opportunities"): [
            "met": count(.met), "half": count(.half), "missed": count(.missed),
            "countered": count(.harmed),
          ],
        ]),
      ], context: contextJSON(of: session), at: finished)
  }
}
