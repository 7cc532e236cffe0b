import Testing
import TranscriptModel

@testable import TranscriptStore

@Suite("What is kept comes back as it was")
struct RoundTripTests {
  let folder: TemporaryFolder
  let store: TranscriptStore

  init() throws {
    folder = try TemporaryFolder()
    store = try TranscriptStore(path: folder.store)
  }

  @Test("a whole session comes back equal, also from another opening of the store")
  func wholeSession() throws {
    let files = [
      PinnedFile(kind: .codebook, name: "skills", bytes: Array("Code: RF".utf8)),
      PinnedFile(kind: .scenario, name: "empty-chair", bytes: [0, 255, 10]),
    ]
    let writer = try store.begin(newSession(files: files))
    try writer.append(turn(1), at: time(5))
    let last: [SessionEvent] = [
      .said(patient), .responded(turn: 2, response("Bye.")), .notUnderstood,
      .entered(beat: "goodbye"), .changed(state: "risk", from: 0, to: 1, reason: "drift"),
      .ended(ending),
    ]
    try writer.append(last, at: time(9))

    let record = SessionRecord(
      id: writer.session, trainee: "jo", scenario: "empty-chair", title: "The empty chair",
      started: time(0), lastActivity: time(9), seed: 7, mode: .coach, choicesShown: false,
      isDrill: false, attuneVersion: "0.1", turns: 2, state: .ended(ending))
    let expected = StoredSession(
      record: record, files: files, openingStates: ["trust": 3, "risk": 0], opening: opening(),
      turns: [
        StoredTurn(
          number: 1, attempt: 1, givenAt: time(5), response: response(), events: turn(1),
          beat: "hello", states: ["trust": 4, "risk": 0]),
        StoredTurn(
          number: 2, attempt: 1, givenAt: time(9), response: response("Bye."), events: last,
          beat: "goodbye", states: ["trust": 4, "risk": 1]),
      ])
    #expect(try store.load(writer.session) == expected)
    #expect(try TranscriptStore(path: folder.store).load(writer.session) == expected)
    #expect(expected.events == opening() + turn(1) + last)
    #expect(
      expected.turns.map(\.rule)
        == [FiredRule(beat: "hello", title: "when reflection", line: 41), nil])
  }

  @Test(
    "any text survives",
    arguments: [
      "", "a\0b\0", "\0", "👩‍👩‍👧 e\u{301} é \u{FEFF}", "'; DROP TABLE turns; --", "\"\\\n\r\t\u{2028}",
      String(repeating: "long ", count: 200_000),
    ])
  func anyText(_ text: String) throws {
    var code = response().codes[0]
    (code.evidence, code.remark, code.name, code.families) = (text, text, text, [text, text])
    code.reasons = [Reason(sign: text, pull: -0.1)]
    let answer = CodedResponse(
      text: text, sentences: [], codes: [code], wordCount: 0, isUnderstood: false, topics: [text])
    let events: [SessionEvent] = [
      .responded(turn: 1, answer), .said(Utterance(speaker: text, text: text, gist: [text])),
      .ended(SessionEnding(name: text, grade: "mixed", debrief: text)),
    ]
    let file = PinnedFile(kind: .rubric, name: text, bytes: Array(text.utf8))
    let writer = try store.begin(newSession(trainee: text, files: [file]))
    try writer.append(events, at: time(1))

    let loaded = try store.load(writer.session)
    #expect(loaded.record.trainee.utf8.elementsEqual(text.utf8))
    #expect(loaded.turns.map(\.events) == [events])
    // Swift calls differently written accents equal; the store must not change a byte.
    #expect(loaded.turns.first?.response.text.utf8.elementsEqual(text.utf8) == true)
    #expect(loaded.files == [file])
    #expect(try store.sessions(of: text).map(\.id) == [writer.session])
  }

  @Test("every bit of a seed survives", arguments: [0, 1, UInt64(Int64.max) + 1, .max])
  func seeds(_ seed: UInt64) throws {
    var generator = SplitMix64(1)
    let writer = try store.begin(newSession(), opening: opening(seed: seed), using: &generator)
    #expect(try store.load(writer.session).opening == opening(seed: seed))
    #expect(try store.sessions().map(\.seed) == [seed])
  }

  @Test("a session that ends before its first response is over")
  func endsAtOnce() throws {
    var generator = SplitMix64(1)
    let writer = try store.begin(
      newSession(), opening: opening() + [.ended(ending)], using: &generator)
    let loaded = try store.load(writer.session)
    #expect(loaded.record.state == .ended(ending))
    #expect(loaded.events == opening() + [.ended(ending)])
    #expect(throws: StoreError.sessionIsOver(writer.session)) {
      try writer.append(turn(1), at: time(1))
    }
  }

  @Test("the same library file is kept once, whatever it is called")
  func pinnedOnce() throws {
    let bytes = Array("Scenario: The empty chair".utf8)
    for (seed, name) in zip(1..., ["a", "b"]) {
      let files = [
        PinnedFile(kind: .rubric, name: name, bytes: bytes),
        PinnedFile(kind: .scenario, name: name, bytes: bytes),
      ]
      let writer = try store.begin(newSession(files: files), seed: UInt64(seed))
      #expect(try store.load(writer.session).files == files)
    }
    #expect(try store.numbers("SELECT count(*) AS n FROM library_files") == [1])
  }

  @Test("a library file that was changed inside the store is noticed")
  func tamperedFile() throws {
    let file = PinnedFile(kind: .scenario, name: "a", bytes: [1])
    let writer = try store.begin(newSession(files: [file]))
    try store.database.execute("UPDATE library_files SET bytes = x'02'")
    #expect(throws: StoreError.unreadable(session: writer.session)) {
      try store.load(writer.session)
    }
  }

  @Test(
    "a file's hash is SHA-256",
    arguments: [
      ("", 1, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      ("abc", 1, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
      (
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1,
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
      ),
      ("a", 1_000_000, "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"),
    ])
  func hash(_ unit: String, _ count: Int, _ expected: String) {
    #expect(contentHash(Array(String(repeating: unit, count: count).utf8)) == expected)
  }
}
