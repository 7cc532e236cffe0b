/// The schema of the fifth migration: what was exported, who was erased, and the salt without which
/// neither digests nor hashes can be compared with guesses.
///
/// A tombstone holds no name and no words. A row of `purges` says that words were removed whose pages may
/// not be gone yet.
let recordsSchema = """
  CREATE TABLE salts (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    salt TEXT NOT NULL CHECK (length(salt) = 64)
  ) STRICT;

  CREATE TABLE exports (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK (kind IN ('csv', 'jsonl', 'xapi', 'record')),
    place TEXT,
    base TEXT
  ) STRICT;

  CREATE TABLE exported_sessions (
    export INTEGER NOT NULL REFERENCES exports (id) ON DELETE CASCADE,
    session TEXT NOT NULL,
    trainee TEXT,
    PRIMARY KEY (export, session)
  ) STRICT;
  CREATE INDEX exported_sessions_by_trainee ON exported_sessions (trainee);

  CREATE TABLE tombstones (
    hash TEXT NOT NULL CHECK (length(hash) = 64),
    at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
    reason TEXT NOT NULL CHECK (reason IN ('request', 'withdrawal', 'retention', 'mistake')),
    PRIMARY KEY (hash, at)
  ) STRICT;

  CREATE TABLE purges (
    id INTEGER PRIMARY KEY CHECK (id = 1)
  ) STRICT;
  """
