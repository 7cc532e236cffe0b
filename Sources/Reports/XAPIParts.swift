/// The parts statements are put together from.
extension XAPIProfile {
  func statement(
    _ id: String, verb name: String, actor: JSONValue, object: JSONValue,
    result: KeyValuePairs<String, JSONValue?>?, context: JSONValue?, at time: String
  ) -> XAPIStatement {
    let (verb, further) = verb(name)
    var result = result.map { JSONValue($0) }
    if !further.isEmpty, case .object(var values) = result ?? [:] {
      var extensions = further
      if case .object(let own) = values["extensions"] {
        extensions.merge(own) { first, _ in first }
      }
      values["extensions"] = .object(extensions)
      result = .object(values)
    }
    return XAPIStatement(
      id: id, timestamp: time,
      json: JSONValue([
        "id": .text(id), "actor": actor, "verb": verb, "object": object, "result": result,
        "context": context, "timestamp": .text(time),
      ]))
  }

  func activity(_ scenario: ExportedScenario) -> JSONValue {
    [
      "objectType": "Activity", "id": .text(self.scenario(scenario)),
      "definition": [
        "type": "http://adlnet.gov/expapi/activities/simulation",
        "name": ["en": .text(scenario.title)],
        "extensions": .object([
          ext("area"): .text(scenario.area), ext("phase"): .text(scenario.phase),
          ext("difficulty"): .whole(scenario.difficulty),
        ]),
      ],
    ]
  }

  func assessment(_ dimension: String, _ title: String) -> JSONValue {
    [
      "objectType": "Activity",
      "id": .text("\(base)/rubric/core/v1/dimension/\(addressPart(dimension))"),
      "definition": [
        "type": "http://adlnet.gov/expapi/activities/assessment",
        "name": ["en": .text(title)],
      ],
    ]
  }

  /// A level from 1 to 5.
  func score(_ level: Double) -> JSONValue {
    let raw = min(5, max(1, level))
    return [
      "scaled": .number(fourDecimals((raw - 1) / 4)), "raw": .number(fourDecimals(raw)),
      "min": .whole(1), "max": .whole(5),
    ]
  }

  func contextJSON(
    of session: ExportedSession, extensions: [String: JSONValue] = [:], hasParent: Bool = true,
    instructor: String? = nil
  ) -> JSONValue {
    let parent: JSONValue = ["id": .text(scenario(session.scenario))]
    let profile: JSONValue = ["id": .text("\(base)/profile/v1")]
    return JSONValue([
      "registration": .text(id("registration", session.id)), "platform": .text(platform),
      "revision": .text(session.scenario.version), "language": "en",
      "instructor": instructor.map(agent),
      "contextActivities": hasParent
        ? ["parent": .list([parent]), "category": .list([profile])]
        : ["category": .list([profile])],
      "extensions": extensions.isEmpty ? nil : .object(extensions),
    ])
  }

  /// ISO 8601, such as `PT17M29S`.
  func duration(_ seconds: Int) -> String {
    let seconds = max(0, seconds)
    let parts = [(seconds / 3600, "H"), (seconds / 60 % 60, "M"), (seconds % 60, "S")]
    let text = parts.filter { $0.0 > 0 }.map { "\($0.0)\($0.1)" }.joined()
    return "PT" + (text.isEmpty ? "0S" : text)
  }
}
