// After submitting: what the program made of the session, and what the rater says to it.

/** The estimates beside the rater's own; nothing before she has submitted. */
function showReveal() {
  const part = byId('reveal');
  const reveal = revealOf(session);
  part.hidden = reveal === null;
  if (reveal === null) {
    byId('estimates').replaceChildren();
    byId('reveal-note').textContent = '';
    return;
  }
  byId('estimates').replaceChildren(...rubricsOf(session).map((rubric) =>
    make('tr', {}, make('th', { scope: 'row' }, visible(rubric.title)),
      make('td', {}, shownScore(draftOf(session).ratings[rubric.id].score)),
      make('td', {}, visible(reveal.estimates[rubric.id] ?? '—')))));
  showUndecided();
}

function showUndecided() {
  const codes = session.turns.flatMap((_, index) => codesHeard(index + 1));
  const open = codes.filter((code) => !decisionOn(code)).length;
  const ending = revealOf(session).ending;
  byId('reveal-note').textContent = `${ending ? `The end: ${visible(ending)}. ` : ''}`
    + (codes.length === 0 ? 'The program heard no code that counts.'
      : `${counted(codes.length, 'code')} heard, ${open} without your word.`);
}

const codesHeard = (turn) =>
  (revealOf(session)?.codes[turn - 1] ?? []).map((code) => ({ ...code, turn }));
const decisionOn = ({ turn, position }) => draftOf(session).decisions[`${turn}.${position}`];

/** The codes of a turn, each with its words and the three buttons. */
function showHeard(turn, list) {
  list.replaceChildren(...codesHeard(turn).map((code) => {
    const decision = decisionOn(code);
    const mark = draftOf(session).marks.find((one) => one.turn === turn && one.code === code.code);
    const words = make('span', { id: `words-${turn}-${code.position}` },
      make('b', {}, visible(code.name)),
      code.isSuggestion ? ' (a suggestion)' : '', `, ${Math.round(code.confidence * 100)} % sure: `,
      make('q', {}, visible(code.words)),
      mark ? ` · you ${mark.isHeard ? 'marked it too' : 'said it is not there'}` : '',
      decision?.comment ? [' · ', spoken(decision.comment)] : null);
    const button = (label, pressed, act) =>
      make('button', { type: 'button', 'aria-pressed': String(pressed), onclick: act }, label);
    return make('li', { id: `heard-${turn}-${code.position}`, tabIndex: -1,
      className: decision ? 'decided' : '',
      'aria-labelledby': `words-${turn}-${code.position}` },
      words, make('span', { className: 'decide' },
        button('Agree', decision?.agrees === true, () => decide(code, true)),
        button('Disagree', decision?.agrees === false, () => decide(code, false)),
        make('button', { type: 'button', onclick: () => commentOnCode(code) }, 'Comment…')));
  }));
}

const itemOf = ({ turn, position }) => byId(`heard-${turn}-${position}`);

/** Keeps the rater's word on a code and goes on to the next one without. */
function decide(code, agrees) {
  const key = `${code.turn}.${code.position}`;
  draftOf(session).decisions[key] = {
    agrees, comment: decisionOn(code)?.comment ?? '', at: now(),
  };
  keep(session, `${code.name}: you ${agrees ? 'agree' : 'disagree'}.`);
  showTurn(code.turn);
  showUndecided();
  itemOf(code).focus();
  focusNextUndecided(code.turn, code.position);
}

/** A comment goes with a word on the code: without one it counts as disagreeing. */
function commentOnCode(code) {
  const decision = decisionOn(code);
  byId('word-code').textContent = `${code.name}, turn ${code.turn}`;
  const key = `word ${code.turn}.${code.position}`;
  fillUnsent(byId('word-text'), key, decision?.comment);
  byId(decision?.agrees ? 'word-agree' : 'word-disagree').checked = true;
  openDialog('word-dialog', () => {
    keepUnsent(key, '');
    draftOf(session).decisions[`${code.turn}.${code.position}`] = {
      agrees: byId('word-agree').checked, comment: byId('word-text').value.trim(), at: now(),
    };
    keep(session, `${code.name}: comment.`);
    showTurn(code.turn);
    showUndecided();
    itemOf(code).focus();
  });
  byId('word-text').focus();
}

/** Moves the focus to the next code nobody has spoken on, from this place on and then around. */
function focusNextUndecided(turn, position = -1) {
  const open = session.turns.flatMap((_, index) => codesHeard(index + 1))
    .filter((code) => !decisionOn(code));
  const next = open.find((code) =>
    code.turn > turn || (code.turn === turn && code.position > position)) ?? open[0];
  if (!next) return false;
  itemOf(next).focus();
  itemOf(next).scrollIntoView({ block: 'nearest' });
  return true;
}

/** The code that has the focus. */
function focusedCode() {
  const item = document.activeElement?.closest?.('.heard > li');
  if (!item) return null;
  const [, turn, position] = item.id.split('-').map(Number);
  return codesHeard(turn).find((code) => code.position === position) ?? null;
}

/** What a key says of the code with the focus; the first press only leads there. */
function decideByKey(act) {
  if (!revealOf(session)) {
    say('First rate the session and submit it.');
    return;
  }
  const code = focusedCode();
  if (code) act(code);
  else if (!focusNextUndecided(currentTurn, -1)) say('You have spoken on every code.');
}
