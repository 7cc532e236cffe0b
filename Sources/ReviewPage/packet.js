// What attune wrote into the page: the sessions to rate, the rubrics, and the names of the codes.

// Taken out of the page, so that nothing of it is found where people read and search.
const packet = (() => {
  const block = byId('packet');
  const content = JSON.parse(block.textContent);
  block.remove();
  return content;
})();

const sessionNumbered = (number) => packet.sessions[number - 1];
const rubricsOf = (session) => session.rubrics.map((index) => packet.rubrics[index]);
const codesOf = (session) => packet.codebooks[session.codebook];
const nameOf = (session, id) => codesOf(session).find((code) => code.id === id)?.name ?? id;
const titleOfDrill = (name) =>
  visible(packet.drills.find((drill) => drill.name === name)?.title ?? name);
const responseOf = (session, turn) => session.turns[turn - 1].response;

const revealed = new Map();

/** What the program made of a session: asked for only once it is submitted. */
function revealOf(session) {
  if (!draftOf(session).submitted) return null;
  if (!revealed.has(session.number)) {
    const bytes = Uint8Array.from(atob(session.sealed), (one) => one.charCodeAt(0));
    revealed.set(session.number, JSON.parse(new TextDecoder().decode(bytes)));
  }
  return revealed.get(session.number);
}

/** The keys that rate on a rubric, each with the words of its level. */
function scaleOf(rubric) {
  if (rubric.isGate) {
    const keys = ['pass', 'fail', 'na'];
    return rubric.levels.map((level, index) => ({ score: keys[index], ...level }));
  }
  return [
    ...rubric.levels.map((level, index) => ({ score: String(index + 1), ...level })),
    { score: 'na', name: 'not applicable', anchor: 'It could not be judged from this session.' },
  ];
}

const shownScore = (score) => (score === 'na' ? 'N/A' : score);
/** The key that gives a score. */
const keyOf = (score) => score.slice(0, 1);
