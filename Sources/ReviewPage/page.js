// The page as a whole: the list of sessions, the one that is open, and what starts it all.

/** The session that is open. */
let session = packet.sessions[0];

function showList() {
  const done = packet.sessions.filter((one) => draftOf(one).submitted).length;
  const all = counted(packet.sessions.length, 'session');
  byId('progress').textContent = `${done} of ${all} submitted`;
  for (const one of packet.sessions) {
    const button = byId(`session-${one.number}`);
    const words = standing(one);
    button.querySelector('.standing').textContent = words;
    button.classList.toggle('submitted', words.startsWith('submitted'));
    button.setAttribute('aria-current', String(one === session));
  }
}

function makeList() {
  byId('sessions').replaceChildren(...packet.sessions.map((one) =>
    make('li', {}, make('button', { type: 'button', id: `session-${one.number}`,
      onclick: () => openSession(one) },
      make('span', { className: 'name' }, `${one.number}. ${visible(one.title)}`),
      make('span', { className: 'standing' })))));
}

/** Shows everything of the session that is open. */
function showSession() {
  byId('title').textContent = `Session ${session.number}: ${visible(session.title)}`;
  const draft = draftOf(session);
  byId('rating-note').textContent = draft.submitted
    ? 'Submitted; these ratings do not change.' : 'Blind: nothing the program heard is shown yet.';
  showRating();
  showTranscript();
  showReveal();
  showSessionComments();
  showList();
}

function showSessionComments() {
  const comments = draftOf(session).comments.filter((comment) => comment.turn === null);
  byId('session-comments').replaceChildren(...comments.map(commentTag));
}

function openSession(one) {
  session = one;
  currentTurn = 1;
  currentDimension = 0;
  const first = rubricsOf(one).findIndex((rubric) => !isComplete(draftOf(one).ratings[rubric.id]));
  if (first > 0) currentDimension = first;
  showSession();
  byId('title').focus();
  byId('title').scrollIntoView({ block: 'nearest' });
  byId(`session-${one.number}`).scrollIntoView({ block: 'nearest' });
}

function stepSession(by) {
  const next = sessionNumbered(session.number + by);
  if (next) openSession(next);
  else say(by > 0 ? 'This is the last session.' : 'This is the first session.');
}

/** Another window with the same packet has kept something: what it kept holds. */
function takeOver(event) {
  const number = Number(event.key?.startsWith(`attune ${packet.id} `) && event.key.split(' ')[2]);
  const one = number ? sessionNumbered(number) : null;
  if (!one) return;
  drafts.delete(number);
  if (one === session && !document.querySelector('dialog[open]')) showSession();
  else showList();
  say(`Session ${number} was changed in another window.`);
}

function start() {
  byId('rater').textContent = `For ${visible(packet.rater)}`;
  makeList();
  showKeys();
  tryStorage();
  showSession();
  byId('session-part').open = innerWidth >= 1000;
  byId('write').onclick = writeFile;
  byId('keys').onclick = () => openDialog('keys-dialog');
  byId('submit').onclick = submit;
  byId('comment-session').onclick = () => openCommentDialog(null);
  byId('print').onclick = () => print();
  for (const button of document.querySelectorAll('dialog .cancel')) {
    button.onclick = () => button.closest('dialog').close();
  }
  document.addEventListener('keydown', pressKey);
  addEventListener('storage', takeOver);
  addEventListener('beforeunload', (event) => { if (isUnsaved()) event.preventDefault(); });
  document.documentElement.dataset.ready = String(Math.round(performance.now()));
}

start();
