/// The schema of the second migration: what a session came to, so that nobody rates it twice to
/// compare it with others, and what the trainee thought of it.
///
/// A tally counts what became of the moments in which the patient offered one cue, on one dimension.
let summarySchema = """
  ALTER TABLE sessions ADD COLUMN
    is_drill INTEGER NOT NULL DEFAULT 0 CHECK (is_drill IN (0, 1));

  CREATE TABLE summaries (
    session TEXT NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    area TEXT NOT NULL,
    phase TEXT NOT NULL,
    difficulty INTEGER NOT NULL CHECK (difficulty BETWEEN 1 AND 5),
    variation TEXT,
    mark INTEGER CHECK (mark BETWEEN 1 AND 5),
    gate TEXT NOT NULL CHECK (gate IN ('pass', 'fail', 'open', 'notApplicable'))
  ) STRICT;

  CREATE TABLE ratings (
    session TEXT NOT NULL REFERENCES summaries (session) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    dimension TEXT NOT NULL,
    title TEXT NOT NULL,
    level INTEGER CHECK (level BETWEEN 1 AND 5),
    PRIMARY KEY (session, dimension)
  ) STRICT;

  CREATE TABLE tallies (
    session TEXT NOT NULL REFERENCES summaries (session) ON DELETE CASCADE,
    dimension TEXT NOT NULL,
    cue TEXT NOT NULL,
    met INTEGER NOT NULL CHECK (met >= 0),
    half INTEGER NOT NULL CHECK (half >= 0),
    missed INTEGER NOT NULL CHECK (missed >= 0),
    harmed INTEGER NOT NULL CHECK (harmed >= 0),
    PRIMARY KEY (session, dimension, cue)
  ) STRICT;

  CREATE TABLE indices (
    session TEXT NOT NULL REFERENCES summaries (session) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    name TEXT NOT NULL,
    value REAL,
    unit TEXT NOT NULL,
    PRIMARY KEY (session, name)
  ) STRICT;

  CREATE TABLE self_ratings (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    dimension TEXT NOT NULL,
    level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
    PRIMARY KEY (session, dimension)
  ) STRICT;

  CREATE TABLE strains (
    session TEXT NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    strain TEXT NOT NULL CHECK (strain IN ('too easy', 'useful', 'too much'))
  ) STRICT;
  """
