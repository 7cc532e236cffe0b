// What the rater has given, kept in this browser at every step under the packet's id.

const drafts = new Map();
let keepsDrafts = true;
const place = (number) => `attune ${packet.id} ${number}`;

/** An empty draft, or what was given in the console before the packet was written. */
function freshDraft(session) {
  return {
    begun: null,
    submitted: null,
    ratings: Object.fromEntries(
      rubricsOf(session).map((rubric) => [
        rubric.id, session.given?.[rubric.id] ?? { score: null, evidence: '', turns: [] },
      ])
    ),
    marks: session.marks ?? [],
    decisions: {},
    comments: [],
    unsent: {},
    saved: false,
  };
}

function readDraft(session) {
  const fresh = freshDraft(session);
  try {
    const text = localStorage.getItem(place(session.number));
    const kept = text ? JSON.parse(text) : {};
    return { ...fresh, ...kept, ratings: { ...fresh.ratings, ...kept.ratings } };
  } catch {
    return fresh;
  }
}

function draftOf(session) {
  if (!drafts.has(session.number)) drafts.set(session.number, readDraft(session));
  return drafts.get(session.number);
}

/** Keeps a session's draft; says so once, plainly, where the browser does not allow it. */
function keep(session, words) {
  const draft = draftOf(session);
  draft.begun ??= now();
  draft.saved = false;
  const isKept = putAway(session);
  if (words) say(isKept ? `${words} Kept.` : words);
  showList();
}

/** Whether the browser has it. */
function putAway(session) {
  try {
    localStorage.setItem(place(session.number), JSON.stringify(draftOf(session)));
    return true;
  } catch {
    warnNothingIsKept();
    return false;
  }
}

/** Keeps what is being written in a dialog, until it is sent or emptied. */
function keepUnsent(key, text) {
  const { unsent } = draftOf(session);
  if (text) unsent[key] = text;
  else delete unsent[key];
  putAway(session);
}

/** A field that begins with what was not sent the last time. */
function fillUnsent(field, key, otherwise = '') {
  field.value = draftOf(session).unsent[key] ?? otherwise;
  field.oninput = () => keepUnsent(key, field.value);
}

/** Keeps that a session's ratings are in a file; nothing of them has changed. */
function keepSaved(session) {
  draftOf(session).saved = true;
  putAway(session);
}

function warnNothingIsKept() {
  if (!keepsDrafts) return;
  keepsDrafts = false;
  const warning = byId('warning');
  warning.hidden = false;
  warning.textContent = 'This browser keeps nothing for this page. What you give is lost when the '
    + 'page is closed: submit what you have rated and write the ratings file before you close it, '
    + 'or open the page in another browser.';
}

/** Tries it out once, so that the warning comes before the work. */
function tryStorage() {
  try {
    localStorage.setItem(place(0), '1');
    localStorage.removeItem(place(0));
  } catch {
    warnNothingIsKept();
  }
}

const isComplete = (rating) =>
  rating.score === 'na'
  || (rating.score !== null && rating.evidence.trim() !== '' && rating.turns.length > 0);

const missingIn = (session) =>
  rubricsOf(session).filter((rubric) => !isComplete(draftOf(session).ratings[rubric.id]));

/** What the list of sessions says of one. */
function standing(session) {
  const draft = draftOf(session);
  const all = rubricsOf(session).length;
  if (draft.submitted) return draft.saved ? 'submitted, in a file' : 'submitted';
  const done = all - missingIn(session).length;
  if (!draft.begun && done === 0) return 'not begun';
  return done === all ? 'rated, to be submitted' : `${done} of ${all} rated`;
}

const isUnsaved = () =>
  packet.sessions.some((session) => {
    const draft = draftOf(session);
    return draft.begun && !draft.saved && (draft.submitted || !keepsDrafts);
  });
