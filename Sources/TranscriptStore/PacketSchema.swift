/// The schema of the fifth migration: packets that were written, and what came back of them.
///
/// `taken_in` stands for the ratings that came back of a session; null until they have.
let packetSchema = """
  CREATE TABLE packets (
    id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 16 AND id NOT GLOB '*[^0-9a-f]*'),
    key TEXT NOT NULL CHECK (length(key) = 64 AND key NOT GLOB '*[^0-9a-f]*'),
    rater TEXT NOT NULL,
    made TEXT NOT NULL CHECK (strftime('%Y-%m-%dT%H:%M:%SZ', made, '+0 days') IS made),
    sessions INTEGER NOT NULL CHECK (sessions >= 1)
  ) STRICT;

  CREATE TABLE packet_sessions (
    packet TEXT NOT NULL REFERENCES packets (id) ON DELETE CASCADE,
    number INTEGER NOT NULL CHECK (number >= 1),
    session TEXT NOT NULL REFERENCES sessions (id) ON DELETE CASCADE,
    taken_in TEXT,
    PRIMARY KEY (packet, number)
  ) STRICT;
  CREATE INDEX packet_sessions_by_session ON packet_sessions (session);
  """
