// The conversation: one item a turn, with what the rater has put on it.

/** The turn the keys act on. */
let currentTurn = 1;
const turnItem = (turn) => byId(`turn-${turn}`);

function showTranscript() {
  const said = (line) =>
    make('p', { className: 'line' }, make('b', {}, `${visible(line.speaker)}: `),
      spoken(line.text));
  const items = session.turns.map(({ patient, response }, index) => {
    const turn = index + 1;
    const item = make(
      'li', { id: `turn-${turn}`, className: 'turn', tabIndex: -1,
        'aria-labelledby': `said-${turn}` },
      make('div', { id: `said-${turn}` }, patient.map(said),
        make('p', { className: 'line own' }, make('b', {}, `${turn} Trainee: `),
          make('span', { id: `response-${turn}` }, spoken(response)))),
      make('div', { className: 'tools' },
        make('button', { type: 'button', className: 'shows',
          onclick: () => toggleEvidence(turn) }),
        make('button', { type: 'button', className: 'code', 'aria-label': `Code in turn ${turn}`,
          onclick: () => openCodeDialog(turn) }, 'Code…'),
        make('button', { type: 'button', 'aria-label': `Comment on turn ${turn}`,
          onclick: () => openCommentDialog(turn) }, 'Comment…')),
      make('ul', { className: 'tags', 'aria-label': `Your marks in turn ${turn}` }),
      make('ul', { className: 'heard', 'aria-label': `What the program heard in turn ${turn}` })
    );
    item.addEventListener('focusin', () => { setCurrentTurn(turn); });
    item.addEventListener('pointerdown', () => { setCurrentTurn(turn); });
    return item;
  });
  const last = session.lastWords.map(said);
  byId('turns').replaceChildren(...items, ...(last.length
    ? [make('li', { className: 'turn last' }, last)] : []));
  currentTurn = Math.min(Math.max(1, currentTurn), Math.max(1, session.turns.length));
  for (let turn = 1; turn <= session.turns.length; turn += 1) showTurn(turn);
  setCurrentTurn(currentTurn);
}

function setCurrentTurn(turn) {
  turnItem(currentTurn)?.classList.remove('current');
  currentTurn = turn;
  turnItem(turn)?.classList.add('current');
}

/** Moves the focus by so many turns. */
function stepTurn(by) {
  const turn = Math.min(Math.max(1, currentTurn + by), session.turns.length);
  const item = turnItem(turn);
  // From the panel the first step leads back to the turn one was at.
  const target = byId('turns').contains(document.activeElement) ? item : turnItem(currentTurn);
  target?.focus();
  target?.scrollIntoView({ block: 'nearest' });
}

/** Brings what hangs on a turn in line with the draft. */
function showTurn(turn) {
  const item = turnItem(turn);
  const draft = draftOf(session);
  const isOpen = !draft.submitted;
  const rubric = rubricsOf(session)[currentDimension];
  const shows = item.querySelector('.shows');
  shows.hidden = !isOpen || !rubric;
  item.querySelector('.code').hidden = !isOpen;
  if (rubric) {
    const isShown = draft.ratings[rubric.id].turns.includes(turn);
    shows.setAttribute('aria-pressed', String(isShown));
    shows.setAttribute('aria-label', `Turn ${turn} shows ${rubric.title}`);
    shows.textContent = `${isShown ? '✓ ' : ''}Shows ${rubric.title}`;
  }
  const tags = [];
  for (const { id, title } of rubricsOf(session)) {
    if (draft.ratings[id].turns.includes(turn)) {
      tags.push(make('li', { className: 'tag evidence' }, `shows ${title}`));
    }
  }
  for (const mark of draft.marks.filter((mark) => mark.turn === turn)) {
    const words = `${mark.isHeard ? '+' : '−'} ${nameOf(session, mark.code)}`;
    tags.push(make('li', { className: 'tag' }, words,
      isOpen ? remover(`Take away ${words}, turn ${turn}`, () => removeMark(mark)) : null));
  }
  for (const comment of draft.comments.filter((comment) => comment.turn === turn)) {
    tags.push(commentTag(comment));
  }
  item.querySelector('.tags').replaceChildren(...tags);
  showHeard(turn, item.querySelector('.heard'));
}

/** A comment with what it is about. */
function commentTag(comment) {
  const about = comment.start === null ? null
    : Array.from(responseOf(session, comment.turn)).slice(comment.start, comment.end).join('');
  return make('li', { className: `tag comment ${comment.kind}` },
    make('span', {}, `${comment.kind}: `), about === null ? null : make('q', {}, visible(about)),
    about === null ? null : ' ', spoken(comment.text),
    comment.drill ? make('span', {}, ` · drill: ${titleOfDrill(comment.drill)}`) : null,
    remover(`Take away the ${comment.kind}`, () => removeComment(comment)));
}

const remover = (label, act) =>
  make('button', { type: 'button', className: 'remove', 'aria-label': label, onclick: act }, '×');

/** Puts the turn among what shows the dimension that is open, or takes it away. */
function toggleEvidence(turn) {
  const rubric = rubricsOf(session)[currentDimension];
  if (!rubric || !session.turns[turn - 1] || draftOf(session).submitted) return;
  const rating = draftOf(session).ratings[rubric.id];
  const isShown = rating.turns.includes(turn);
  rating.turns = isShown ? rating.turns.filter((one) => one !== turn)
    : [...rating.turns, turn].sort((one, other) => one - other);
  keep(session, `Turn ${turn} ${isShown ? 'no longer shows' : 'shows'} ${rubric.title}.`);
  showTurn(turn);
  showDimension(currentDimension);
}

function removeMark(mark) {
  const draft = draftOf(session);
  draft.marks = draft.marks.filter((one) => one !== mark);
  keep(session, `Turn ${mark.turn}: ${nameOf(session, mark.code)} taken away.`);
  showTurn(mark.turn);
  turnItem(mark.turn).focus();
}

function removeComment(comment) {
  const draft = draftOf(session);
  draft.comments = draft.comments.filter((one) => one !== comment);
  keep(session, 'Comment taken away.');
  if (comment.turn === null) showSessionComments();
  else showTurn(comment.turn);
  (turnItem(comment.turn) ?? byId('conversation')).focus();
}
