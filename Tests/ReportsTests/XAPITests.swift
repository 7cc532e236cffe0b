import Foundation
import Supervision
import Testing

@testable import Reports

private func profile(
  _ verbs: XAPIProfile.VerbSet = .legacy, text: Bool = false,
  base: String = "https://example.org/ipt-sim"
) -> XAPIProfile {
  XAPIProfile(
    base: base, verbSet: verbs, includesText: text, platform: "attune 0.1.0",
    account: { "P-\($0.utf8.count)" }, digest: { "digest of \($0.count) in \($1)" })
}

private typealias Object = [String: Any]

private func object(_ statement: XAPIStatement) throws -> Object {
  let data = try JSONEncoder().encode(statement.json)
  return try #require(try JSONSerialization.jsonObject(with: data) as? Object)
}

/// Every path of keys that leads to something, without the numbers of lists.
private func paths(_ value: Any, _ path: String = "") -> Set<String> {
  if let object = value as? Object {
    return object.reduce(into: [path]) { $0.formUnion(paths($1.value, "\(path)/\($1.key)")) }
  }
  if let list = value as? [Any] {
    return list.reduce(into: [path]) { $0.formUnion(paths($1, path)) }
  }
  return [path]
}

@Suite("Statements for a learning record store")
struct XAPITests {
  @Test(
    "each statement has what the specification asks for", arguments: XAPIProfile.VerbSet.allCases)
  func schema(_ verbs: XAPIProfile.VerbSet) throws {
    let session = handMadeSession()
    var statements = profile(verbs, text: true).statements(about: session)
    statements.append(
      profile(verbs).voiding(statements[0].id, by: "una", at: "2026-04-01T08:00:00Z"))
    #expect(Set(statements.map(\.id)).count == statements.count)
    for statement in statements { try check(try object(statement)) }
  }

  private func check(_ statement: Object) throws {
    let id = try #require(statement["id"] as? String)
    #expect(
      id.wholeMatch(of: /[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/)
        != nil)
    #expect(
      Set(statement.keys).isSubset(of: [
        "id", "actor", "verb", "object", "result", "context", "timestamp",
      ]))
    let actor = try #require(statement["actor"] as? Object)
    let account = try #require(actor["account"] as? Object)
    #expect(account["homePage"] as? String == "https://example.org/ipt-sim")
    #expect((account["name"] as? String)?.hasPrefix("P-") == true)
    let verb = try #require(statement["verb"] as? Object)
    #expect((verb["id"] as? String)?.hasPrefix("http://adlnet.gov/expapi/verbs/") == true)
    #expect((verb["display"] as? [String: String])?["en"]?.isEmpty == false)
    let time = try #require(statement["timestamp"] as? String)
    #expect(time.wholeMatch(of: /\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/) != nil)
    let about = try #require(statement["object"] as? Object)
    let isActivity = about["objectType"] as? String == "Activity"
    if isActivity {
      let address = try #require(about["id"] as? String)
      #expect(URL(string: address)?.scheme == "https")
      #expect(!address.contains(" "))
    } else {
      #expect(about["objectType"] as? String == "StatementRef")
      let context = statement["context"] as? Object ?? [:]
      #expect(context["platform"] == nil && context["revision"] == nil)
    }
    try checkResult(statement["result"] as? Object ?? [:])
    let extensions = [statement["result"], statement["context"], about["definition"]]
      .compactMap { ($0 as? Object)?["extensions"] as? Object }.flatMap(\.keys)
    for key in extensions { #expect(key.hasPrefix("https://example.org/ipt-sim/ext/")) }
  }

  private func checkResult(_ result: Object) throws {
    if let score = result["score"] as? Object {
      let scaled = try #require(score["scaled"] as? Double)
      #expect((-1...1).contains(scaled))
      let raw = try #require(score["raw"] as? Double)
      #expect(raw >= (score["min"] as? Double ?? 9) && raw <= (score["max"] as? Double ?? 0))
      #expect(scaled == ((raw - 1) / 4 * 10_000).rounded() / 10_000)
    }
    if let duration = result["duration"] as? String {
      #expect(duration.wholeMatch(of: /PT(\d+H)?(\d+M)?(\d+S)?/) != nil && duration.count > 2)
    }
    if let response = result["response"] { #expect(response is String) }
  }

  @Test(
    "what is said: attempted, responded, scored by both, completed, commented, failed by people")
  func verbs() throws {
    let statements = try profile().statements(about: handMadeSession()).map(object)
    let verbs = statements.compactMap { (($0["verb"] as? Object)?["id"] as? String)?.dropFirst(31) }
    #expect(
      verbs == [
        "attempted", "responded", "responded", "responded", "scored", "completed", "scored",
        "scored", "scored", "commented", "passed",
      ])
    let core = profile(.core).statements(about: handMadeSession())
    let later = try core.map(object)
    let names = Set(later.compactMap { (($0["verb"] as? Object)?["id"] as? String)?.dropFirst(31) })
    #expect(
      names == ["attempted", "answered", "progressed", "completed", "commented", "passed"])
    let scored = try #require(later[4]["result"] as? Object)
    #expect(
      (scored["extensions"] as? Object)?["https://example.org/ipt-sim/ext/verb"] as? String
        == "scored")
    #expect(core.map(\.id) == profile().statements(about: handMadeSession()).map(\.id))
  }

  @Test("the program's estimates name no instructor and never pass or fail anybody")
  func program() throws {
    var session = handMadeSession()
    session.reviews = []
    session.final = nil
    let statements = try profile().statements(about: session).map(object)
    for statement in statements {
      #expect((statement["context"] as? Object)?["instructor"] == nil)
      #expect((statement["result"] as? Object)?["success"] == nil)
    }
  }

  @Test("an exam that people call too low is failed, and practice is neither")
  func decided() throws {
    var session = handMadeSession()
    for index in session.reviews.indices { session.reviews[index].ratings[0].score = .level(2) }
    session.final = finalRating(of: session.reviews, ReviewFacts(session: "bakotuli", isExam: true))
    let last = try object(try #require(profile().statements(about: session).last))
    #expect((last["verb"] as? Object)?["id"] as? String == "http://adlnet.gov/expapi/verbs/failed")
    #expect((last["result"] as? Object)?["success"] as? Bool == false)
    session.mode = "coach"
    #expect(profile().statements(about: session).count == 10)
  }

  @Test("an exam in which nothing could be judged is neither passed nor failed")
  func nothingAssessable() throws {
    var session = handMadeSession()
    for index in session.reviews.indices {
      session.reviews[index].ratings[0].score = .notApplicable
    }
    session.final = finalRating(of: session.reviews, ReviewFacts(session: "bakotuli", isExam: true))
    #expect(session.final?.examVerdict == .notAssessable)
    for statement in try profile().statements(about: session).map(object) {
      #expect((statement["result"] as? Object)?["success"] == nil)
    }
  }

  @Test("a level says whether it counts")
  func practice() throws {
    var session = handMadeSession()
    session.reviews[0].isPractice = true
    let counts = try profile().statements(about: session).map(object).compactMap { statement in
      ((statement["result"] as? Object)?["extensions"] as? Object)?[
        "https://example.org/ipt-sim/ext/counts"] as? Bool
    }
    #expect(counts == [false, true, true])
  }

  @Test(
    "another verdict after a session was opened again is another statement, and both can be voided")
  func reopened() throws {
    var session = handMadeSession()
    let adjudicated = try #require(profile().statements(about: session).last)
    let all = session.reviews
    session.reviews = [all[0]]
    session.final = finalRating(
      of: session.reviews, ReviewFacts(session: "bakotuli"))
    let first = try #require(profile().statements(about: session).last)
    #expect(first.id != adjudicated.id && first.json != adjudicated.json)
    session.reviews = all
    let time = "2026-03-04T09:30:00Z"
    let possible = profile().possibleDecisions(on: session, until: time)
    #expect(possible.count == 3 && Set([first.id, adjudicated.id]).isSubset(of: possible))
    #expect(profile().possibleDecisions(on: session, until: "2026-03-04T09:29:59Z").isEmpty)
    session.mode = "coach"
    #expect(profile().possibleDecisions(on: session, until: time).isEmpty)
  }

  @Test("no word that anybody wrote goes along unless asked for")
  func text() throws {
    func all(_ profile: XAPIProfile) throws -> String {
      let encoder = JSONEncoder()
      encoder.outputFormatting = .withoutEscapingSlashes
      return try profile.statements(about: handMadeSession()).map {
        String(decoding: try encoder.encode($0.json), as: UTF8.self)
      }.joined()
    }
    for word in ["look away", "SUM(1)", "no excuse", "cmd()", "ruth", "It shows"] {
      #expect(try !all(profile()).contains(word), "\(word)")
    }
    #expect(try all(profile()).contains("\"digest of 30 in bakotuli\""))
    #expect(try all(profile(text: true)).contains("and look away."))
  }

  @Test("exporting again gives the same statements; another address gives others")
  func again() {
    let (one, other) = (profile(), profile(base: "https://lrs.example.org"))
    let session = handMadeSession()
    #expect(one.statements(about: session) == one.statements(about: session))
    let ids = Set(one.statements(about: session).map(\.id))
    #expect(ids.isDisjoint(with: other.statements(about: session).map(\.id)))
  }

  @Test("what cannot begin an address is told from what can")
  func bases() {
    for good in ["https://example.org", "http://a/b", "https://lrs.example.org:8080/x"] {
      #expect(XAPIProfile.isUsable(base: good), "\(good)")
    }
    for bad in [
      "", "example.org", "https://", "https:///x", "https://a b", "https://a/#x", "ftp://a",
    ] {
      #expect(!XAPIProfile.isUsable(base: bad), "\(bad)")
    }
  }

  private static let examples: URL? = {
    var folder = URL(filePath: #filePath).deletingLastPathComponent()
    for _ in 0..<6 {
      let file = folder.appending(path: "shared/clinical/xapi_examples.json")
      if FileManager.default.fileExists(atPath: file.path) { return file }
      folder = folder.deletingLastPathComponent()
    }
    return nil
  }()

  @Test("has every key of the reference's examples", .enabled(if: Self.examples != nil))
  func reference() throws {
    let file = try #require(Self.examples)
    let examples = try #require(
      try JSONSerialization.jsonObject(with: Data(contentsOf: file)) as? [Object])
    let voided = profile().voiding("x", by: "una", at: "2026-04-01T08:00:00Z")
    let ours = try (profile(text: true).statements(about: handMadeSession()) + [voided]).map(object)
    for example in examples {
      let name = (example["verb"] as? Object)?["id"] as? String
      let by = rated(example)
      let same = ours.filter {
        ($0["verb"] as? Object)?["id"] as? String == name && rated($0) == by
      }
      #expect(!same.isEmpty)
      let keys = same.reduce(into: Set<String>()) { $0.formUnion(paths($1)) }
      #expect(paths(example).subtracting(keys) == [], "\(name ?? "")")
    }
  }

  private func rated(_ statement: Object) -> String? {
    let extensions = (statement["result"] as? Object)?["extensions"] as? Object
    return extensions?["https://example.org/ipt-sim/ext/rated-by"] as? String
  }
}
