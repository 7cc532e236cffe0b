import Supervision

/// What people made of a session.
extension XAPIProfile {
  func scored(
    _ rating: DimensionRating, by review: Review, _ session: ExportedSession
  ) -> XAPIStatement? {
    guard let level = rating.score?.level, let submitted = review.submitted else { return nil }
    return statement(
      id("scored", session.id, "\(review.role.rawValue) \(rating.dimension)"), verb: "scored",
      actor: agent(session.trainee), object: assessment(rating.dimension, rating.title),
      result: [
        "score": score(Double(level)),
        "extensions": .object([
          ext("rated-by"): "human", ext("round"): .text(review.role.round),
          ext("counts"): .truth(!review.isPractice),
          ext("evidence-turns"): .list(rating.turns.map { .whole($0) }),
        ]),
      ], context: contextJSON(of: session, instructor: review.rater), at: submitted)
  }

  /// Comments, the trainee's reply, and codes she contests.
  func remarks(on session: ExportedSession) -> [XAPIStatement] {
    func remark(
      _ place: String, by person: String, _ text: String, on statementID: String,
      _ kind: String, at time: String
    ) -> XAPIStatement {
      let (response, digest) = words(text, session.id)
      var extensions = digest
      extensions[ext("kind")] = .text(kind)
      // What is about a statement and no activity has neither platform nor revision.
      return statement(
        id("commented", session.id, place), verb: "commented", actor: agent(person),
        object: ["objectType": "StatementRef", "id": .text(statementID)],
        result: ["response": response, "extensions": .object(extensions)],
        context: ["registration": .text(id("registration", session.id))], at: time)
    }
    func about(_ turn: Int?) -> String {
      let last = session.turns.last { $0.number == turn && !$0.isTakenBack }
      guard let last else { return id("attempted", session.id) }
      return id("responded", session.id, "\(last.number).\(last.attempt)")
    }
    var all = session.comments.enumerated().map { position, comment in
      remark(
        "comment \(position)", by: comment.author, comment.text, on: about(comment.place.turn),
        comment.kind.rawValue, at: comment.at)
    }
    if let reply = session.reply {
      all.append(
        remark("reply", by: session.trainee, reply.text, on: about(nil), "reply", at: reply.at))
    }
    return all
      + session.contests.map {
        remark(
          "contest \($0.turn) \($0.code)", by: session.trainee, $0.text, on: about($0.turn),
          "contest", at: $0.at)
      }
  }

  /// Whether an exam is passed, once people's ratings of it are final; of one in which nothing could be
  /// judged there is nothing to say.
  func decided(_ session: ExportedSession) -> XAPIStatement? {
    guard session.mode == "exam", let final = session.final,
      let review = session.reviews.first(where: { $0.role == final.role }),
      let submitted = review.submitted, final.examVerdict != .notAssessable
    else { return nil }
    let isPassed = final.examVerdict == .passed
    let levels = final.levels.values
    let mean = Double(levels.reduce(0, +)) / Double(max(1, levels.count))
    let safety = final.passedSafety.map { $0 ? "pass" : "fail" } ?? "na"
    return statement(
      decisionID(session, review), verb: isPassed ? "passed" : "failed",
      actor: agent(session.trainee), object: activity(session.scenario),
      result: [
        "success": .truth(isPassed), "completion": .truth(true),
        "score": levels.isEmpty ? nil : score(mean),
        "duration": seconds(from: session.started, to: session.finished ?? "").map {
          .text(duration($0))
        },
        "extensions": .object(
          [ext("safety"): .text(safety)].merging(
            session.ending.map { [ext("ending"): .text($0.name)] } ?? [:]
          ) { first, _ in first }),
      ],
      context: contextJSON(of: session, hasParent: false, instructor: review.rater), at: submitted)
  }

  /// A session that is opened again may come to something else, by somebody else: that is a statement of
  /// its own, and the first may have been sent.
  private func decisionID(_ session: ExportedSession, _ review: Review) -> String {
    id("decided", session.id, "\(review.role.rawValue) \(review.submitted ?? "")")
  }

  /// Every verdict that may have been exported by then, whichever rating was final.
  package func possibleDecisions(on session: ExportedSession, until time: String) -> [String] {
    guard session.mode == "exam" else { return [] }
    return session.reviews.filter { review in
      !review.isPractice && review.submitted.map { $0 <= time } == true
    }.map { decisionID(session, $0) }
  }
}
