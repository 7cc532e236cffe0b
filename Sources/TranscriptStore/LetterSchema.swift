/// The schema of the seventh migration: letters to trainees, what they have read, and the supervision
/// log.
///
/// A released letter is sealed by triggers and goes only with its session. Of an entry of the log nothing
/// changes but that names, words and sessions can be taken out: their digests stay, so that the chain of
/// signatures does too, and without their salts nobody can try names on them.
let letterSchema = """
  CREATE TABLE letters (
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    author TEXT NOT NULL,
    drafted TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', drafted, '+0 days') IS drafted),
    edited TEXT
      CHECK (edited IS NULL OR strftime('%Y-%m-%dT%H:%M:%SZ', edited, '+0 days') IS edited),
    released TEXT
      CHECK (released IS NULL OR strftime('%Y-%m-%dT%H:%M:%SZ', released, '+0 days') IS released),
    signer TEXT,
    text TEXT NOT NULL CHECK (text <> ''),
    UNIQUE (session, number),
    CHECK ((released IS NULL) = (signer IS NULL))
  ) STRICT;
  CREATE TRIGGER letters_begin_as_drafts BEFORE INSERT ON letters WHEN NEW.released IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'released'); END;
  CREATE TRIGGER released_letters_stay BEFORE UPDATE ON letters WHEN OLD.released IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'released'); END;
  CREATE TRIGGER released_letters_are_not_deleted BEFORE DELETE ON letters
  WHEN OLD.released IS NOT NULL AND EXISTS (SELECT 1 FROM sessions WHERE id = OLD.session)
  BEGIN SELECT RAISE(ABORT, 'released'); END;

  CREATE TABLE readings (
    session TEXT NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
    letter INTEGER NOT NULL CHECK (letter >= 0)
  ) STRICT;

  CREATE TABLE supervisions (
    id INTEGER PRIMARY KEY,
    supervisor TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    date TEXT NOT NULL CHECK (strftime('%Y-%m-%d', date, '+0 days') IS date),
    minutes INTEGER NOT NULL CHECK (minutes BETWEEN 1 AND 1440),
    kept TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', kept, '+0 days') IS kept),
    corrects INTEGER CHECK (corrects >= 1 AND corrects < number),
    goals TEXT,
    agreed TEXT,
    salt TEXT,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    signature TEXT NOT NULL CHECK (length(signature) = 64),
    UNIQUE (supervisor, number),
    UNIQUE (supervisor, corrects)
  ) STRICT;
  \(sealedExcept("supervisions", ["goals", "agreed", "salt"],
    [
      "id", "supervisor", "number", "date", "minutes", "kept", "corrects", "digest", "signature",
    ]))

  CREATE TABLE supervised (
    supervision INTEGER NOT NULL REFERENCES supervisions (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    trainee TEXT,
    salt TEXT,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (supervision, position)
  ) STRICT;
  CREATE INDEX supervised_by_trainee ON supervised (trainee);
  \(sealedExcept("supervised", ["trainee", "salt"], ["supervision", "position", "digest"]))

  CREATE TABLE supervised_sessions (
    supervision INTEGER NOT NULL REFERENCES supervisions (id),
    position INTEGER NOT NULL CHECK (position >= 0),
    session TEXT,
    salt TEXT,
    digest TEXT NOT NULL CHECK (length(digest) = 64),
    PRIMARY KEY (supervision, position)
  ) STRICT;
  CREATE INDEX supervised_sessions_by_session ON supervised_sessions (session);
  \(sealedExcept(
    "supervised_sessions", ["session", "salt"], ["supervision", "position", "digest"]))
  """

/// Rows that are never deleted, and of which nothing changes but that `erasable` columns become null.
private func sealedExcept(_ table: String, _ erasable: [String], _ fixed: [String]) -> String {
  """
  CREATE TRIGGER \(table)_stay BEFORE UPDATE OF \(fixed.joined(separator: ", ")) ON \(table)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
  CREATE TRIGGER \(table)_are_only_erased
  BEFORE UPDATE OF \(erasable.joined(separator: ", ")) ON \(table)
  WHEN \(erasable.map { "(NEW.\($0) IS NOT NULL AND NEW.\($0) IS NOT OLD.\($0))" }
    .joined(separator: " OR "))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
  CREATE TRIGGER \(table)_are_not_deleted BEFORE DELETE ON \(table)
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
  """
}
