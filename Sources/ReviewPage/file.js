// The ratings file: what was submitted, sealed with the key of this packet.

/** A submitted session as `attune review import` reads it. */
function ratingsOf(session) {
  const draft = draftOf(session);
  return {
    number: session.number,
    begun: draft.begun,
    submitted: draft.submitted,
    ratings: rubricsOf(session).map((rubric) => {
      const { score, evidence, turns } = draft.ratings[rubric.id];
      const isJudged = score !== 'na';
      return {
        dimension: rubric.id, rubric: rubric.hash, score,
        evidence: isJudged ? evidence.trim() : '', turns: isJudged ? turns : [],
      };
    }),
    marks: draft.marks,
    decisions: Object.entries(draft.decisions).map(([key, decision]) => {
      const [turn, position] = key.split('.').map(Number);
      return { turn, position, ...decision };
    }),
    comments: draft.comments,
  };
}

/** Every submitted session, and the digest by which attune sees that nothing was altered. */
function ratingsFile() {
  const sessions = packet.sessions.filter((session) => draftOf(session).submitted);
  const content = JSON.stringify({
    packet: packet.id, rater: packet.rater, written: now(), sessions: sessions.map(ratingsOf),
  });
  const digest = keyedDigest(packet.key, content);
  return {
    sessions,
    text: `${JSON.stringify({ format: 'attune-ratings', version: 1, digest, content }, null, 1)}\n`,
  };
}

function writeFile() {
  const { sessions, text } = ratingsFile();
  if (!sessions.length) {
    say('There is nothing to write yet: submit a session first.');
    return;
  }
  const address = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  const name = `packet-${packet.id}.attune-ratings`;
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
  sessions.forEach(keepSaved);
  showList();
  const left = packet.sessions.length - sessions.length;
  say(`Wrote ${name} with ${counted(sessions.length, 'session')}`
    + `${left ? `; ${left} not submitted yet` : ''}. Send it back.`);
}
