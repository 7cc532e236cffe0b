/// The schema of the ninth migration: exports of every kind of file, and whom they are about.
///
/// `exported_trainees` holds whom an export tells of, with or without sessions. The tables are built anew,
/// because a CHECK cannot be changed: the one that points to the other goes first, so that dropping takes
/// nothing along.
let writtenFilesSchema = """
  ALTER TABLE exported_sessions RENAME TO old_exported_sessions;
  ALTER TABLE exports RENAME TO old_exports;

  CREATE TABLE exports (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
    who TEXT NOT NULL,
    kind TEXT NOT NULL CHECK
      (kind IN ('csv', 'jsonl', 'xapi', 'record', 'packet', 'transcript', 'letter', 'log')),
    place TEXT,
    base TEXT
  ) STRICT;
  INSERT INTO exports (id, at, who, kind, place, base)
    SELECT id, at, who, kind, place, base FROM old_exports;

  CREATE TABLE exported_sessions (
    export INTEGER NOT NULL REFERENCES exports (id) ON DELETE CASCADE,
    session TEXT NOT NULL,
    trainee TEXT,
    PRIMARY KEY (export, session)
  ) STRICT;
  INSERT INTO exported_sessions (export, session, trainee)
    SELECT export, session, trainee FROM old_exported_sessions;

  DROP TABLE old_exported_sessions;
  DROP TABLE old_exports;
  CREATE INDEX exported_sessions_by_trainee ON exported_sessions (trainee);

  CREATE TABLE exported_trainees (
    export INTEGER NOT NULL REFERENCES exports (id) ON DELETE CASCADE,
    trainee TEXT NOT NULL,
    PRIMARY KEY (export, trainee)
  ) STRICT;
  CREATE INDEX exported_trainees_by_trainee ON exported_trainees (trainee);
  """
