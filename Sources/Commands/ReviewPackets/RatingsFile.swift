import Diagnostics
import FoundationEssentials
import Supervision
import TranscriptStore

/// A ratings file as the page of a packet writes it.
///
/// `content` is JSON in a text of its own: the digest is over just these bytes, so that no two programs
/// need to agree on how to write JSON.
private struct Envelope: Decodable {
  let format: String
  let version: Int
  let digest: String
  let content: String
}

/// What stands in the content.
struct RatingsFile: Decodable {
  struct Session: Codable {
    let number: Int
    let submitted: String
    let ratings: [Rating]
    let marks: [Mark]
    let decisions: [Decision]
    let comments: [Comment]
  }

  struct Rating: Codable {
    let dimension: String
    /// SHA-256 of the rubric's file.
    let rubric: String
    let score: String?
    let evidence: String
    let turns: [Int]
  }

  struct Mark: Codable {
    let turn: Int
    let code: String
    let isHeard: Bool
  }

  struct Decision: Codable {
    let turn: Int
    let position: Int
    let agrees: Bool
    let comment: String
    let at: String
  }

  struct Comment: Codable {
    let kind: String
    let turn: Int?
    /// In code points of the response as the page showed it; nil for a comment on the whole turn.
    let start: Int?
    let end: Int?
    let text: String
    /// Nil in files of packets that named no drills.
    let drill: String?
    let at: String
  }

  let packet: String
  let rater: String
  let sessions: [Session]
}

private struct PacketName: Decodable { let packet: String }

/// Reads a ratings file and checks that a packet of this store wrote it, as it is.
func readRatingsFile(
  _ file: SourceFile, in store: TranscriptStore
) throws -> (ratings: RatingsFile, packet: ReviewPacket) {
  let decoder = JSONDecoder()
  guard let envelope = try? decoder.decode(Envelope.self, from: Data(file.bytes)),
    envelope.format == "attune-ratings"
  else { throw PacketRefusal.notARatingsFile(name: file.name) }
  guard envelope.version == 1 else { throw PacketRefusal.newerFile(name: file.name) }
  let content = Data(envelope.content.utf8)
  guard let name = try? decoder.decode(PacketName.self, from: content) else {
    throw PacketRefusal.altered(name: file.name)
  }
  guard let packet = try store.packet(name.packet) else { throw PacketRefusal.unknownPacket }
  guard keyedDigest(of: Array(content), key: bytes(of: packet.key)) == envelope.digest,
    let ratings = try? decoder.decode(RatingsFile.self, from: content),
    ratings.rater == packet.rater
  else { throw PacketRefusal.altered(name: file.name) }
  return (ratings, packet)
}

/// Of hexadecimal digits.
private func bytes(of digits: String) -> [UInt8] {
  let nibbles = digits.utf8.compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
  return stride(from: 0, to: nibbles.count - 1, by: 2).map {
    UInt8(nibbles[$0] * 16 + nibbles[$0 + 1])
  }
}

extension RatingsFile.Session {
  /// The same for ratings and marks that are the same.
  var fingerprint: String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = .sortedKeys
    let parts = [(try? encoder.encode(ratings)), try? encoder.encode(marks)].compactMap(\.self)
    return keyedDigest(of: parts.flatMap { Array($0) }, key: [])
  }
}
