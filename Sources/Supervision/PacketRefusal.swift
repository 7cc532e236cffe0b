/// Why a ratings file is not taken in; nothing of it was kept.
package enum PacketRefusal: Error, Hashable, Sendable {
  case notARatingsFile(name: String)
  case newerFile(name: String)
  /// What the store knows nothing of: another store's, or none of ours.
  case unknownPacket
  /// The digest does not fit what stands in the file.
  case altered(name: String)
  case noSuchSession(number: Int)
  case sessionRepeated(number: Int)
  /// Ratings by another version of a rubric than the session was played with.
  case otherRubric(number: Int, dimension: String)
  /// Titles of the dimensions.
  case incomplete(number: Int, missing: [String])
  case noSuchTurn(number: Int, turn: Int)
  case noSuchCode(number: Int, turn: Int)
  /// A text that is empty or longer than the page lets anybody write.
  case badText(number: Int)
  /// Other ratings of this session than those that were taken in before.
  case otherRatings(number: Int)
  case takenInBefore
  case nothingSubmitted
}

extension PacketRefusal: CustomStringConvertible {
  package var description: String { "\(message); \(help)" }

  package var message: String {
    switch self {
    case .notARatingsFile(let name): "'\(name)' is not a ratings file"
    case .newerFile(let name): "'\(name)' was written by a packet of a newer attune"
    case .unknownPacket: "this store has written no such packet"
    case .altered(let name): "'\(name)' is not as the packet wrote it"
    case .noSuchSession(let number): "the packet has no session \(number)"
    case .sessionRepeated(let number): "session \(number) of the packet stands there twice"
    case .otherRubric(let number, let dimension):
      "session \(number) of the packet is rated on another \(dimension) than it was played with"
    case .incomplete(let number, let missing):
      "the rating of session \(number) of the packet lacks \(missing.joined(separator: ", "))"
    case .noSuchTurn(let number, let turn): "session \(number) of the packet has no turn \(turn)"
    case .noSuchCode(let number, let turn):
      "session \(number) of the packet has no such code in turn \(turn)"
    case .badText(let number):
      "session \(number) of the packet has a text that is empty or too long"
    case .otherRatings(let number):
      "session \(number) of the packet was taken in before with other ratings"
    case .takenInBefore: "all of this was taken in before"
    case .nothingSubmitted: "no session of the packet was submitted"
    }
  }

  /// What to do about it.
  package var help: String {
    switch self {
    case .notARatingsFile: "the page of the packet writes it: 'Write the ratings file'"
    case .newerFile: "update attune"
    case .unknownPacket: "name the store that wrote the packet with --store"
    case .altered, .sessionRepeated, .noSuchSession, .otherRubric, .incomplete, .noSuchTurn,
      .noSuchCode, .badText:
      "write the file again from the packet, and send it as it is"
    case .otherRatings: "what is submitted does not change; talk about it with a comment"
    case .takenInBefore: "there is nothing to do"
    case .nothingSubmitted: "submit a session in the packet, then write the file again"
    }
  }
}
