/// What makes hashes of names and words mean nothing outside this store.
package struct StoreSalt: Sendable, Hashable {
  let hex: String

  /// SHA-256 of the words with the salt before them, in hexadecimal.
  package func hash(_ words: String...) -> String {
    // With their lengths, so that no two lists of words read the same.
    contentHash(Array(words.reduce(hex) { $0 + "|\($1.utf8.count):" + $1 }.utf8))
  }

  /// A name that tells nobody who it is: the same for the same person, in this store only. A pseudonym
  /// that attune made stays as it is.
  package func account(of person: String) -> String {
    isPseudonym(person) ? person : "P-" + letters(of: hash("account", person), count: 8)
  }
}

extension TranscriptStore {
  /// The salt of this store, drawn the first time it is asked for.
  package func salt(using generator: inout some RandomNumberGenerator) throws -> StoreSalt {
    if let known = try database.salt() { return known }
    let drawn = (0..<32).map { _ in UInt8.random(in: 0...255, using: &generator) }
    return try database.write {
      try database.execute(
        "INSERT INTO salts (id, salt) VALUES (1, ?) ON CONFLICT (id) DO NOTHING",
        [.text(contentHash(drawn))])
      guard let salt = try database.salt() else { throw StoreError.damaged(path: path) }
      return salt
    }
  }

  /// A name for a trainee that nobody has or had here, such as `T-7Q4K`; kept, so that it is given once.
  package func newPseudonym(using generator: inout some RandomNumberGenerator) throws -> String {
    let salt = try salt(using: &generator)
    return try database.write {
      // Of four letters there are a million: a generator that finds none free is stuck.
      for _ in 0..<100 {
        let name = "T-" + pseudonymLetters(using: &generator)
        let taken = try database.rows(
          """
          SELECT 1 FROM trainees WHERE name = ?1 UNION SELECT 1 FROM sessions WHERE trainee = ?1
          UNION SELECT 1 FROM supervised WHERE trainee = ?1
          UNION SELECT 1 FROM tombstones WHERE hash = ?2
          """, [.text(name), .text(salt.hash("trainee", name))]
        ) { _ in true }
        guard taken.isEmpty else { continue }
        try database.execute("INSERT INTO trainees (name) VALUES (?)", [.text(name)])
        return name
      }
      throw StoreError.noFreeIdentifier
    }
  }
}

/// Crockford's: none is taken for another when it is read aloud or written by hand.
private let plainLetters = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ")

private func pseudonymLetters(using generator: inout some RandomNumberGenerator) -> String {
  String((0..<4).map { _ in plainLetters[Int.random(in: 0..<32, using: &generator)] })
}

private func isPseudonym(_ name: String) -> Bool {
  name.hasPrefix("T-") && name.count == 6 && name.dropFirst(2).allSatisfy(plainLetters.contains)
}

private func letters(of hex: String, count: Int) -> String {
  // Each letter from two digits of its own: 256 is a multiple of 32, so all are as likely.
  var text = ""
  var digits = Array(hex)[...]
  while text.count < count, digits.count >= 2 {
    let byte = Int(String(digits.prefix(2)), radix: 16) ?? 0
    text.append(plainLetters[byte % 32])
    digits = digits.dropFirst(2)
  }
  return text
}

extension Database {
  func salt() throws -> StoreSalt? {
    try rows("SELECT salt FROM salts") { StoreSalt(hex: $0.text("salt")) }.first
  }
}
