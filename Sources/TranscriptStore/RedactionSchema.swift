/// The schema of the tenth migration: what is sealed stays so, but words in it can become marks.
///
/// A text may only get marks in place of characters, as many as there were; every other column of its
/// row, scores above all, has to stay.
let redactionSchema = """
  DROP TRIGGER submitted_reviews_stay;
  CREATE TRIGGER submitted_reviews_stay BEFORE UPDATE ON reviews
  WHEN OLD.submitted IS NOT NULL AND NOT (\(onlyMarked("reason", beside: [
    "id", "session", "role", "rater", "begun", "submitted", "is_joint", "is_practice",
  ])))
  BEGIN SELECT RAISE(ABORT, 'submitted'); END;

  DROP TRIGGER given_ratings_update;
  CREATE TRIGGER given_ratings_update BEFORE UPDATE ON given_ratings
  WHEN EXISTS (SELECT 1 FROM reviews WHERE id = OLD.review AND submitted IS NOT NULL)
    AND NOT (\(onlyMarked("evidence", beside: [
      "review", "position", "dimension", "title", "is_gate", "version", "hash", "score", "turns",
    ])))
  BEGIN SELECT RAISE(ABORT, 'submitted'); END;

  DROP TRIGGER released_letters_stay;
  CREATE TRIGGER released_letters_stay BEFORE UPDATE ON letters
  WHEN OLD.released IS NOT NULL AND NOT (\(onlyMarked("text", beside: [
    "id", "session", "number", "author", "drafted", "edited", "released", "signer",
  ])))
  BEGIN SELECT RAISE(ABORT, 'released'); END;

  DROP TRIGGER comments_stay;
  CREATE TRIGGER comments_stay
  BEFORE UPDATE OF session, author, at, kind, turn, range_start, range_end, text, drill ON comments
  WHEN NOT (\(onlyMarked("text", beside: [
    "id", "session", "author", "at", "kind", "turn", "range_start", "range_end", "drill",
    "talked_over",
  ])))
  BEGIN SELECT RAISE(ABORT, 'kept'); END;
  """

/// Whether an update changes nothing of a row but that characters of one column become marks.
private func onlyMarked(_ text: String, beside fixed: [String]) -> String {
  let (old, new) = ("OLD.\(text)", "NEW.\(text)")
  // A number for each character: triggers know no WITH.
  let indices = "'[' || rtrim(replace(hex(zeroblob(length(\(old)))), '00', '0,'), ',') || ']'"
  return """
    \(fixed.map { "NEW.\($0) IS OLD.\($0)" }.joined(separator: " AND "))
    AND length(\(new)) = length(\(old)) AND NOT EXISTS (
      SELECT 1 FROM json_each(\(indices))
      WHERE substr(\(new), key + 1, 1) NOT IN (substr(\(old), key + 1, 1), '▮'))
    """
}
