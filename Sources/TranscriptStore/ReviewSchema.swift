/// The schema of the fourth migration: what people make of sessions.
///
/// `sessions` gets what the queue is sorted by, kept by whatever transaction changes it; `reviews` with
/// `given_ratings` and `given_codes` are originals. Once a review is submitted, triggers refuse every
/// change to it; it goes only when its session goes.
let reviewSchema = """
  CREATE TABLE trainees (
    name TEXT NOT NULL PRIMARY KEY,
    cohort TEXT,
    supervisor TEXT
  ) STRICT;
  CREATE INDEX trainees_by_cohort ON trainees (cohort);
  CREATE INDEX trainees_by_supervisor ON trainees (supervisor);

  ALTER TABLE sessions ADD COLUMN review_state TEXT CHECK (review_state IN
    ('new', 'in review', 'needs second rater', 'adjudication', 'released'));
  ALTER TABLE sessions ADD COLUMN has_safety_flag INTEGER NOT NULL DEFAULT 0
    CHECK (has_safety_flag IN (0, 1));
  ALTER TABLE sessions ADD COLUMN disagreement INTEGER NOT NULL DEFAULT 0
    CHECK (disagreement >= 0);
  UPDATE sessions SET review_state = 'new',
    has_safety_flag = ending_grade = 'unsafe'
      OR EXISTS (SELECT 1 FROM summaries WHERE session = id AND gate = 'fail')
    WHERE ending_name IS NOT NULL AND is_drill = 0;
  CREATE INDEX queue ON sessions (
    has_safety_flag DESC, disagreement DESC, closed, id, review_state, trainee, scenario, mode
  ) WHERE review_state IS NOT NULL;
  CREATE INDEX queue_counts ON sessions (review_state, trainee, scenario, mode, id)
    WHERE review_state IS NOT NULL;

  CREATE TABLE assignments (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('first', 'second', 'adjudicator')),
    rater TEXT NOT NULL,
    PRIMARY KEY (session, role)
  ) STRICT;

  CREATE TABLE reviews (
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    role TEXT NOT NULL CHECK (role IN ('first', 'second', 'adjudicator')),
    rater TEXT NOT NULL,
    begun TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', begun, '+0 days') IS begun),
    submitted TEXT CHECK
      (submitted IS NULL OR strftime('%Y-%m-%dT%H:%M:%SZ', submitted, '+0 days') IS submitted),
    reason TEXT NOT NULL DEFAULT '',
    is_joint INTEGER NOT NULL DEFAULT 0 CHECK (is_joint IN (0, 1)),
    UNIQUE (session, role)
  ) STRICT;
  CREATE INDEX reviews_by_rater ON reviews (rater, submitted, session);

  CREATE TABLE given_ratings (
    review INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    position INTEGER NOT NULL CHECK (position >= 0),
    dimension TEXT NOT NULL,
    title TEXT NOT NULL,
    is_gate INTEGER NOT NULL CHECK (is_gate IN (0, 1)),
    version TEXT NOT NULL,
    hash TEXT NOT NULL,
    score TEXT CHECK (score IN ('1', '2', '3', '4', '5', 'pass', 'fail', 'na')),
    evidence TEXT NOT NULL DEFAULT '',
    turns TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(turns)),
    PRIMARY KEY (review, dimension),
    CHECK (score IS NULL OR score = 'na' OR is_gate = (score IN ('pass', 'fail')))
  ) STRICT;

  CREATE TABLE given_codes (
    review INTEGER NOT NULL REFERENCES reviews (id) ON DELETE CASCADE,
    turn INTEGER NOT NULL CHECK (turn >= 1),
    code TEXT NOT NULL,
    is_heard INTEGER NOT NULL CHECK (is_heard IN (0, 1)),
    PRIMARY KEY (review, turn, code)
  ) STRICT;

  CREATE TRIGGER submitted_reviews_stay BEFORE UPDATE ON reviews WHEN OLD.submitted IS NOT NULL
  BEGIN SELECT RAISE(ABORT, 'submitted'); END;
  CREATE TRIGGER submitted_reviews_are_not_deleted BEFORE DELETE ON reviews
  WHEN OLD.submitted IS NOT NULL AND EXISTS (SELECT 1 FROM sessions WHERE id = OLD.session)
  BEGIN SELECT RAISE(ABORT, 'submitted'); END;
  CREATE TRIGGER incomplete_reviews_are_not_submitted BEFORE UPDATE OF submitted ON reviews
  WHEN NEW.submitted IS NOT NULL AND (
    NOT EXISTS (SELECT 1 FROM given_ratings WHERE review = NEW.id)
    OR EXISTS (SELECT 1 FROM given_ratings WHERE review = NEW.id AND (score IS NULL
      OR (NEW.role <> 'adjudicator' AND score <> 'na' AND (evidence = '' OR turns = '[]')))))
  BEGIN SELECT RAISE(ABORT, 'incomplete'); END;
  \(sealed("given_ratings"))
  \(sealed("given_codes"))

  CREATE TABLE decisions (
    session TEXT NOT NULL,
    turn INTEGER NOT NULL,
    attempt INTEGER NOT NULL,
    position INTEGER NOT NULL,
    rater TEXT NOT NULL,
    code TEXT NOT NULL,
    name TEXT NOT NULL,
    agrees INTEGER NOT NULL CHECK (agrees IN (0, 1)),
    comment TEXT NOT NULL DEFAULT '',
    at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
    PRIMARY KEY (session, turn, attempt, position, rater),
    FOREIGN KEY (session, turn, attempt, position)
      REFERENCES codes (session, turn, attempt, position) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX decisions_by_code ON decisions (code, name, agrees);

  CREATE TABLE comments (
    id INTEGER PRIMARY KEY,
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    author TEXT NOT NULL,
    at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
    kind TEXT NOT NULL CHECK (kind IN ('praise', 'question', 'correction', 'safety')),
    turn INTEGER CHECK (turn >= 1),
    range_start INTEGER CHECK (range_start >= 0),
    range_end INTEGER CHECK (range_end > range_start),
    text TEXT NOT NULL CHECK (text <> ''),
    drill TEXT,
    talked_over TEXT,
    CHECK ((range_start IS NULL) = (range_end IS NULL)),
    CHECK (range_start IS NULL OR turn IS NOT NULL),
    CHECK (talked_over IS NULL OR kind = 'safety')
  ) STRICT;
  CREATE INDEX comments_by_session ON comments (session);
  CREATE TRIGGER comments_stay
  BEFORE UPDATE OF session, author, at, kind, turn, range_start, range_end, text, drill ON comments
  BEGIN SELECT RAISE(ABORT, 'kept'); END;

  CREATE TABLE replies (
    session TEXT NOT NULL PRIMARY KEY REFERENCES sessions (id) ON DELETE CASCADE,
    at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
    text TEXT NOT NULL CHECK (text <> '')
  ) STRICT;

  CREATE TABLE contests (
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    turn INTEGER NOT NULL CHECK (turn >= 1),
    code TEXT NOT NULL,
    at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
    text TEXT NOT NULL CHECK (text <> ''),
    PRIMARY KEY (session, turn, code)
  ) STRICT;

  CREATE TABLE audit (
    id INTEGER PRIMARY KEY,
    at TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', at, '+0 days') IS at),
    who TEXT NOT NULL,
    action TEXT NOT NULL,
    session TEXT NOT NULL,
    detail TEXT NOT NULL
  ) STRICT;
  CREATE INDEX audit_by_session ON audit (session);
  CREATE TRIGGER audit_stays BEFORE UPDATE ON audit
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
  """

/// Nothing is added to, changed in or taken from a table of submitted reviews.
private func sealed(_ table: String) -> String {
  ["INSERT": "NEW", "UPDATE": "OLD", "DELETE": "OLD"].sorted { $0.key < $1.key }
    .map { action, row in
      """
      CREATE TRIGGER \(table)_\(action.lowercased()) BEFORE \(action) ON \(table)
      WHEN EXISTS (SELECT 1 FROM reviews WHERE id = \(row).review AND submitted IS NOT NULL)
      BEGIN SELECT RAISE(ABORT, 'submitted'); END;
      """
    }.joined(separator: "\n")
}
