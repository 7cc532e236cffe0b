/// The schema of the first migration; the file outlives the code, so the rules stand in here.
///
/// `time` columns hold what `strftime` itself would print for them: a real second of a real day.
/// An event either is told in full (`content`, as JSON) or stands in another row (`elsewhere`).
/// `attempt` is for a turn that is taken back and tried again.
let firstSchema = """
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
  """
