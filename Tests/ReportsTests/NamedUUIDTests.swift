import Testing

@testable import Reports

@Suite("UUIDs that follow from names")
struct NamedUUIDTests {
  @Test(
    "SHA-1 gives the digests of FIPS 180",
    arguments: [
      ("abc", "a9993e364706816aba3e25717850c26c9cd0d89d"),
      ("", "da39a3ee5e6b4b0d3255bfef95601890afd80709"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1"
      ),
    ])
  func digests(_ text: String, _ digest: String) {
    let hex = sha1(Array(text.utf8)).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }
    #expect(hex.joined() == digest)
  }

  @Test("they are those other programs make of the same names")
  func known() {
    let space = NamedUUID("https://example.org/attune", in: .addresses)
    #expect(space.description == "75cd6b58-983a-539c-8bc8-f744244282aa")
    #expect(
      NamedUUID("attempted|bakotuli|", in: space).description
        == "1e2c682e-60e8-5c1b-9070-0a024aa6a66e")
  }

  @Test(
    "seconds are counted over days, months and leap years",
    arguments: [
      ("2026-02-28T23:59:00Z", "2026-03-01T00:16:29Z", 1049),
      ("2024-02-28T00:00:00Z", "2024-03-01T00:00:00Z", 172_800),
      ("2025-12-31T23:59:59Z", "2026-01-01T00:00:00Z", 1),
      ("2026-03-01T00:00:00Z", "2026-03-01T00:00:00Z", 0),
    ])
  func time(_ start: String, _ end: String, _ expected: Int) {
    #expect(seconds(from: start, to: end) == expected)
  }

  @Test("what is no time, or goes backwards, has no seconds")
  func noTime() {
    #expect(seconds(from: "2026-03-01T00:00:01Z", to: "2026-03-01T00:00:00Z") == nil)
    #expect(seconds(from: "yesterday", to: "2026-03-01T00:00:00Z") == nil)
    #expect(seconds(from: "2026-03-01T-1:00:00Z", to: "2026-03-01T00:00:00Z") == nil)
  }
}
