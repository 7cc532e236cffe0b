import TranscriptModel

@testable import TranscriptStore

/// A store as attune 0.1 wrote it, with one event of every kind. Never edit this: files like it
/// are on people's disks.
let versionOneStore = #"""
  PRAGMA application_id = 1635021934;
  CREATE TABLE migrations (
    position INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE
  ) STRICT;
  INSERT INTO migrations VALUES (1, 'sessions, turns, codes and events');
  CREATE TABLE library_files (
    hash TEXT NOT NULL PRIMARY KEY CHECK (length(hash) = 64 AND hash NOT GLOB '*[^0-9a-f]*'),
    bytes BLOB NOT NULL
  ) STRICT;

  CREATE TABLE sessions (
    ordinal INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE CHECK (length(id) = 8 AND id NOT GLOB '*[^a-z]*'),
    trainee TEXT NOT NULL,
    scenario TEXT NOT NULL,
    title TEXT NOT NULL,
    started TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', started, '+0 days') IS started),
    seed INTEGER NOT NULL,
    mode TEXT NOT NULL CHECK (mode IN ('coach', 'quiet', 'exam')),
    choices_shown INTEGER NOT NULL CHECK (choices_shown IN (0, 1)),
    attune_version TEXT NOT NULL,
    opening_states TEXT NOT NULL CHECK (json_valid(opening_states)),
    writer INTEGER NOT NULL DEFAULT 1 CHECK (writer >= 1),
    closed TEXT
      CHECK (closed IS NULL OR strftime('%Y-%m-%dT%H:%M:%SZ', closed, '+0 days') IS closed),
    ending_name TEXT,
    ending_grade TEXT CHECK (ending_grade IN ('good', 'mixed', 'poor', 'unsafe')),
    ending_debrief TEXT,
    state TEXT NOT NULL GENERATED ALWAYS AS (
      CASE
        WHEN ending_name IS NOT NULL THEN 'ended'
        WHEN closed IS NOT NULL THEN 'left'
        ELSE 'going on'
      END
    ) VIRTUAL,
    CHECK ((ending_name IS NULL) = (ending_grade IS NULL)),
    CHECK ((ending_name IS NULL) = (ending_debrief IS NULL)),
    CHECK (ending_name IS NULL OR closed IS NOT NULL)
  ) STRICT;
  CREATE INDEX sessions_by_trainee ON sessions (trainee, scenario);

  CREATE TABLE session_files (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    kind TEXT NOT NULL CHECK (kind IN ('scenario', 'rubric', 'codebook')),
    name TEXT NOT NULL,
    hash TEXT NOT NULL REFERENCES library_files (hash),
    PRIMARY KEY (session, kind, name)
  ) STRICT;
  CREATE INDEX session_files_by_hash ON session_files (hash);

  CREATE TRIGGER drop_unpinned_file AFTER DELETE ON session_files
  WHEN NOT EXISTS (SELECT 1 FROM session_files WHERE hash = OLD.hash)
  BEGIN
    DELETE FROM library_files WHERE hash = OLD.hash;
  END;

  CREATE TABLE turns (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    attempt INTEGER NOT NULL DEFAULT 1 CHECK (attempt >= 1),
    given_at TEXT NOT NULL
      CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', given_at, '+0 days') IS given_at),
    response TEXT NOT NULL,
    sentences TEXT NOT NULL CHECK (json_valid(sentences)),
    topics TEXT NOT NULL CHECK (json_valid(topics)),
    words INTEGER NOT NULL CHECK (words >= 0),
    understood INTEGER NOT NULL CHECK (understood IN (0, 1)),
    PRIMARY KEY (session, number, attempt)
  ) STRICT;

  CREATE TABLE codes (
    session TEXT NOT NULL,
    turn INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    position INTEGER NOT NULL CHECK (position >= 0),
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    families TEXT NOT NULL CHECK (json_valid(families)),
    confidence REAL NOT NULL CHECK (confidence BETWEEN 0 AND 1),
    range_start INTEGER NOT NULL CHECK (range_start >= 0),
    range_end INTEGER NOT NULL CHECK (range_end > range_start),
    evidence TEXT NOT NULL,
    reasons TEXT NOT NULL CHECK (json_valid(reasons)),
    sentence INTEGER NOT NULL CHECK (sentence >= 0),
    weight REAL NOT NULL CHECK (weight BETWEEN 0 AND 1),
    remark TEXT,
    PRIMARY KEY (session, turn, attempt, position),
    FOREIGN KEY (session, turn, attempt) REFERENCES turns (session, number, attempt)
      ON DELETE CASCADE
  ) STRICT;

  CREATE TABLE events (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    turn INTEGER,
    attempt INTEGER,
    elsewhere TEXT CHECK (elsewhere IN ('session', 'turn', 'ending')),
    content TEXT CHECK (content IS NULL OR json_valid(content)),
    PRIMARY KEY (session, position),
    FOREIGN KEY (session, turn, attempt) REFERENCES turns (session, number, attempt)
      ON DELETE CASCADE,
    CHECK ((turn IS NULL) = (attempt IS NULL)),
    CHECK ((elsewhere IS NULL) <> (content IS NULL)),
    CHECK (elsewhere IS NOT 'turn' OR turn IS NOT NULL)
  ) STRICT;
  CREATE UNIQUE INDEX told_once ON events (session, elsewhere)
    WHERE elsewhere IN ('session', 'ending');
  CREATE UNIQUE INDEX answered_once ON events (session, turn, attempt) WHERE elsewhere = 'turn';

  INSERT INTO library_files VALUES (
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad', x'616263'
  );
  INSERT INTO sessions (
    ordinal, id, trainee, scenario, title, started, seed, mode, choices_shown, attune_version,
    opening_states, writer, closed, ending_name, ending_grade, ending_debrief
  ) VALUES (
    1, 'bakotuli', 'jo', 'empty-chair', 'The empty chair', '2026-03-01T09:30:00Z', -1, 'exam', 1,
    '0.1', '{"risk":0,"trust":3}', 2, '2026-03-01T09:30:07Z', NULL, NULL, NULL
  ), (
    2, 'dademilo', 'kim', 'empty-chair', 'The empty chair', '2026-03-01T09:40:00Z', 7, 'coach', 0,
    '0.1', '{}', 1, '2026-03-01T09:40:00Z', 'together', 'good', 'She could stay with it.'
  );
  INSERT INTO session_files VALUES (
    'bakotuli', 'scenario', 'empty-chair',
    'ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad'
  );
  INSERT INTO turns VALUES (
    'bakotuli', 1, 1, '2026-03-01T09:30:05Z', 'You feel alone.', '[{"end":15,"start":0}]',
    '["mother"]', 3, 1
  );
  INSERT INTO codes VALUES (
    'bakotuli', 1, 1, 0, 'RF', 'reflection of feeling', '["listening","reflection"]', 0.75, 0, 8,
    'You feel', '[{"pull":2.5,"sign":"you feel"}]', 0, 0.5, 'said before'
  ), (
    'bakotuli', 1, 1, 1, 'ST', 'statement', '[]', 1.0, 9, 15, 'alone', '[]', 0, 1.0, NULL
  );
  INSERT INTO events VALUES
    ('bakotuli', 0, NULL, NULL, 'session', NULL),
    ('bakotuli', 1, NULL, NULL, NULL, '{"entered":{"beat":"hello"}}'),
    ('bakotuli', 2, NULL, NULL, NULL,
      '{"said":{"_0":{"better":{"reason":"It names it.","sentence":"You feel alone with it."},'
        || '"cues":["hint"],"gist":["feels unseen"],"speaker":"Mira","text":"He never asks."}}}'),
    ('bakotuli', 3, 1, 1, 'turn', NULL),
    ('bakotuli', 4, 1, 1, NULL,
      '{"changed":{"from":3,"reason":"reflection","state":"trust","to":4}}'),
    ('bakotuli', 5, 1, 1, NULL,
      '{"ruleFired":{"beat":"hello","line":41,"rule":"when reflection"}}'),
    ('bakotuli', 6, 1, 1, NULL, '{"notUnderstood":{}}'),
    ('dademilo', 0, NULL, NULL, 'session', NULL),
    ('dademilo', 1, NULL, NULL, 'ending', NULL);
  """#

let versionOneSession: StoredSession = {
  let response = CodedResponse(
    text: "You feel alone.", sentences: [TextRange(0, 15)],
    codes: [
      AppliedCode(
        code: "RF", name: "reflection of feeling", families: ["listening", "reflection"],
        confidence: 0.75, range: TextRange(0, 8), evidence: "You feel",
        reasons: [Reason(sign: "you feel", pull: 2.5)], sentence: 0, weight: 0.5,
        remark: "said before"),
      AppliedCode(
        code: "ST", name: "statement", families: [], confidence: 1, range: TextRange(9, 15),
        evidence: "alone", sentence: 0),
    ], wordCount: 3, isUnderstood: true, topics: ["mother"])
  let said = Utterance(
    speaker: "Mira", text: "He never asks.", cues: ["hint"], gist: ["feels unseen"],
    better: BetterSentence(sentence: "You feel alone with it.", reason: "It names it."))
  return StoredSession(
    record: SessionRecord(
      id: "bakotuli", trainee: "jo", scenario: "empty-chair", title: "The empty chair",
      started: "2026-03-01T09:30:00Z", lastActivity: "2026-03-01T09:30:07Z", seed: .max,
      mode: .exam, choicesShown: true, isDrill: false, attuneVersion: "0.1", turns: 1, state: .left),
    files: [PinnedFile(kind: .scenario, name: "empty-chair", bytes: Array("abc".utf8))],
    openingStates: ["trust": 3, "risk": 0],
    opening: [
      .began(scenario: "empty-chair", seed: .max), .entered(beat: "hello"), .said(said),
    ],
    turns: [
      StoredTurn(
        number: 1, attempt: 1, givenAt: "2026-03-01T09:30:05Z", response: response,
        events: [
          .responded(turn: 1, response),
          .changed(state: "trust", from: 3, to: 4, reason: "reflection"),
          .ruleFired(beat: "hello", rule: "when reflection", line: 41), .notUnderstood,
        ], beat: "hello", states: ["trust": 4, "risk": 0])
    ])
}()
