/// How statements of the Experience API (xAPI 1.0.3) are written: addresses, verbs, and what of people's
/// words goes along.
package struct XAPIProfile: Sendable {
  /// Which list the verbs come from: the later one has no `responded` and no `scored`.
  package enum VerbSet: String, Sendable, CaseIterable {
    case legacy = "adl-legacy"
    case core = "adl-core"
  }

  /// Without a slash at the end; everything attune names begins with it.
  package var base: String
  package var verbSet: VerbSet
  /// Whether what people wrote goes along; else its digest.
  package var includesText: Bool
  /// Such as `attune 0.1.0`.
  package var platform: String
  /// The account name a person has outside: tells nobody who that is.
  package var account: @Sendable (_ person: String) -> String
  /// Of words in a session; without the store nobody can guess words from it.
  package var digest: @Sendable (_ words: String, _ session: String) -> String

  package init(
    base: String, verbSet: VerbSet = .legacy, includesText: Bool = false, platform: String,
    account: @escaping @Sendable (_ person: String) -> String,
    digest: @escaping @Sendable (_ words: String, _ session: String) -> String
  ) {
    self.base = base
    self.verbSet = verbSet
    self.includesText = includesText
    self.platform = platform
    self.account = account
    self.digest = digest
  }

  /// What stands for an institution's own address until it names one.
  package static let exampleBase = "https://example.org/attune"

  /// Whether it can be the beginning of an IRI, as LRSs want it: `http` or `https`, a host, no blanks.
  package static func isUsable(base: String) -> Bool {
    let rest = ["https://", "http://"].first(where: base.hasPrefix).map {
      base.dropFirst($0.count)
    }
    guard let rest, let first = rest.first, first != "/", base.utf8.count <= 200 else {
      return false
    }
    return rest.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7f && !"\"<>\\^`{|}#?".utf8.contains($0) }
  }

  // MARK: Names

  /// `…/ext/codes`.
  func ext(_ name: String) -> String { "\(base)/ext/\(name)" }

  func id(_ kind: String, _ session: String, _ place: String = "") -> String {
    let space = NamedUUID(base, in: .addresses)
    return NamedUUID([kind, session, place].joined(separator: "|"), in: space).description
  }

  func agent(_ person: String) -> JSONValue {
    [
      "objectType": "Agent",
      "account": ["homePage": .text(base), "name": .text(account(person))],
    ]
  }

  /// The verb, and the extension that says what it stands for in the later list.
  func verb(_ name: String) -> (verb: JSONValue, extensions: [String: JSONValue]) {
    var (shown, extensions) = (name, [String: JSONValue]())
    if verbSet == .core, let later = ["responded": "answered", "scored": "progressed"][name] {
      shown = later
      if name == "scored" { extensions[ext("verb")] = "scored" }
    }
    return (
      [
        "id": .text("http://adlnet.gov/expapi/verbs/\(shown)"),
        "display": ["en": .text(shown)],
      ], extensions
    )
  }

  /// The words, or nothing; and what goes into the extensions in their place.
  func words(
    _ text: String, _ session: String
  ) -> (response: JSONValue?, extensions: [String: JSONValue]) {
    includesText
      ? (.text(text), [:]) : (nil, [ext("response-sha256"): .text(digest(text, session))])
  }

  func scenario(_ scenario: ExportedScenario) -> String {
    let major = scenario.version.split(separator: ".").first.map(String.init) ?? "0"
    return "\(base)/scenario/\(addressPart(scenario.id))/v\(addressPart(major))"
  }
}

/// Some words as a part of an address: blanks become hyphens, what is not allowed is escaped.
func addressPart(_ words: String) -> String {
  let digits = Array("0123456789ABCDEF")
  var part = ""
  for byte in words.utf8 {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: "."):
      part.unicodeScalars.append(Unicode.Scalar(byte))
    case UInt8(ascii: " "): part += "-"
    default: part += "%\(digits[Int(byte >> 4)])\(digits[Int(byte & 15)])"
    }
  }
  return part
}
