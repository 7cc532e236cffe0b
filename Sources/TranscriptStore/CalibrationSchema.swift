/// The schema of the calibration kit: what raters gave the anchor transcripts, beside gold.
///
/// An attempt holds all of the kit from its beginning, so that it can be read when the files have changed.
/// What is submitted, and an attempt that is over, are originals that triggers keep. `reviews` learns whether a
/// rating counts; those that were submitted before there was a kit do.
let calibrationSchema = """
  CREATE TABLE kit_attempts (
    id INTEGER PRIMARY KEY,
    rater TEXT NOT NULL,
    number INTEGER NOT NULL CHECK (number >= 1),
    kit TEXT NOT NULL CHECK (length(kit) = 64),
    begun TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', begun, '+0 days') IS begun),
    ended TEXT CHECK
      (ended IS NULL OR strftime('%Y-%m-%dT%H:%M:%SZ', ended, '+0 days') IS ended),
    has_passed INTEGER CHECK (has_passed IN (0, 1)),
    CHECK ((ended IS NULL) = (has_passed IS NULL)),
    UNIQUE (rater, number)
  ) STRICT;
  CREATE INDEX kit_attempts_by_end ON kit_attempts (rater, ended, number);

  CREATE TABLE anchor_ratings (
    id INTEGER PRIMARY KEY,
    attempt INTEGER NOT NULL REFERENCES kit_attempts (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    anchor TEXT NOT NULL,
    title TEXT NOT NULL,
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    turns INTEGER NOT NULL CHECK (turns >= 1),
    begun TEXT CHECK (begun IS NULL OR strftime('%Y-%m-%dT%H:%M:%SZ', begun, '+0 days') IS begun),
    submitted TEXT CHECK
      (submitted IS NULL OR strftime('%Y-%m-%dT%H:%M:%SZ', submitted, '+0 days') IS submitted),
    UNIQUE (attempt, anchor)
  ) STRICT;

  CREATE TABLE anchor_scores (
    anchor_rating INTEGER NOT NULL REFERENCES anchor_ratings (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    dimension TEXT NOT NULL,
    title TEXT NOT NULL,
    is_gate INTEGER NOT NULL CHECK (is_gate IN (0, 1)),
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    gold TEXT NOT NULL CHECK (gold IN ('1', '2', '3', '4', '5', 'pass', 'fail', 'na')),
    score TEXT CHECK (score IN ('1', '2', '3', '4', '5', 'pass', 'fail', 'na')),
    evidence TEXT NOT NULL DEFAULT '',
    turns TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(turns)),
    PRIMARY KEY (anchor_rating, dimension),
    CHECK (score IS NULL OR score = 'na' OR is_gate = (score IN ('pass', 'fail')))
  ) STRICT;

  CREATE TABLE anchor_codes (
    anchor_rating INTEGER NOT NULL REFERENCES anchor_ratings (id) ON DELETE CASCADE,
    turn INTEGER NOT NULL CHECK (turn >= 1),
    code TEXT NOT NULL,
    is_heard INTEGER NOT NULL CHECK (is_heard IN (0, 1)),
    PRIMARY KEY (anchor_rating, turn, code)
  ) STRICT;

  CREATE TRIGGER ended_attempts_stay BEFORE UPDATE ON kit_attempts WHEN OLD.ended IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'submitted'); END;
  CREATE TRIGGER ended_attempts_are_not_deleted BEFORE DELETE ON kit_attempts
  WHEN OLD.ended IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'submitted'); END;
  CREATE TRIGGER incomplete_attempts_do_not_end BEFORE UPDATE OF ended ON kit_attempts
  WHEN NEW.ended IS NOT NULL AND (
    NOT EXISTS (SELECT 1 FROM anchor_ratings WHERE attempt = NEW.id)
    OR EXISTS (SELECT 1 FROM anchor_ratings WHERE attempt = NEW.id AND submitted IS NULL))
  BEGIN SELECT RAISE(ABORT, 'incomplete'); END;

  CREATE TRIGGER ended_attempts_are_not_added_to BEFORE INSERT ON anchor_ratings
  WHEN (SELECT ended FROM kit_attempts WHERE id = NEW.attempt) IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'submitted'); END;
  CREATE TRIGGER submitted_anchors_stay BEFORE UPDATE ON anchor_ratings
  WHEN OLD.submitted IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'submitted'); END;
  CREATE TRIGGER submitted_anchors_are_not_deleted BEFORE DELETE ON anchor_ratings
  WHEN OLD.submitted IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'submitted'); END;
  CREATE TRIGGER incomplete_anchors_are_not_submitted BEFORE UPDATE OF submitted ON anchor_ratings
  WHEN NEW.submitted IS NOT NULL AND (
    NOT EXISTS (SELECT 1 FROM anchor_scores WHERE anchor_rating = NEW.id)
    OR EXISTS (SELECT 1 FROM anchor_scores WHERE anchor_rating = NEW.id AND (score IS NULL
      OR (score <> 'na' AND (evidence = '' OR turns = '[]')))))
  BEGIN SELECT RAISE(ABORT, 'incomplete'); END;
  CREATE TRIGGER gold_stays BEFORE UPDATE OF anchor_rating, position, dimension, title, is_gate,
    version, hash, gold ON anchor_scores
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
  \(sealedAnchors("anchor_scores"))
  \(sealedAnchors("anchor_codes"))

  ALTER TABLE reviews ADD COLUMN is_practice INTEGER NOT NULL DEFAULT 0
    CHECK (is_practice IN (0, 1));
  """

/// Nothing is added to, changed in or taken from a table of submitted anchors.
private func sealedAnchors(_ table: String) -> String {
  [("INSERT", "NEW"), ("UPDATE", "OLD"), ("DELETE", "OLD")].map { action, row in
    """
    CREATE TRIGGER \(table)_\(action.lowercased()) BEFORE \(action) ON \(table)
    WHEN EXISTS
      (SELECT 1 FROM anchor_ratings WHERE id = \(row).anchor_rating AND submitted IS NOT NULL)
    BEGIN SELECT RAISE(ABORT, 'submitted'); END;
    """
  }.joined(separator: "\n")
}
