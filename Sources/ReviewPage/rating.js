// The dimensions: one is open, with its anchors; the others say in a line what was given.

/** The dimension the keys act on. */
let currentDimension = 0;

function showRating() {
  currentDimension = Math.min(currentDimension, Math.max(0, rubricsOf(session).length - 1));
  byId('dimensions').replaceChildren(...rubricsOf(session).map(dimensionSection));
  rubricsOf(session).forEach((_, index) => showDimension(index));
  byId('submit').hidden = Boolean(draftOf(session).submitted);
  byId('submit-note').textContent = '';
}

function dimensionSection(rubric, index) {
  const id = `dimension-${index}`;
  const levels = scaleOf(rubric).map(({ score, name, anchor }) =>
    make('label', { className: 'level' },
      make('input', { type: 'radio', name: id, value: score,
        onchange: () => giveScore(score, index) }),
      make('kbd', {}, keyOf(score)),
      make('span', {}, make('b', {}, `${visible(name)}. `), visible(anchor))));
  const evidence = make('textarea', { id: `${id}-evidence`, rows: 3, maxLength: 2000,
    oninput: ({ target }) => {
      draftOf(session).ratings[rubric.id].evidence = target.value;
      keep(session);
      showDimension(index);
    } });
  const turns = make('input', { id: `${id}-turns`, type: 'text', inputMode: 'numeric',
    autocomplete: 'off', 'aria-describedby': `${id}-note`,
    onchange: ({ target }) => giveTurns(target, rubric, index) });
  return make('section', { id, className: 'dimension' },
    make('h3', {}, make('button', { type: 'button', className: 'fold',
      'aria-controls': `${id}-body`, onclick: () => openDimension(index) },
      make('span', { className: 'title' }, visible(rubric.title)),
      make('span', { className: 'given' }))),
    make('div', { id: `${id}-body`, className: 'body' },
      make('fieldset', {}, make('legend', {}, visible(rubric.question)), levels),
      make('label', { htmlFor: `${id}-evidence` }, 'What shows it, in a sentence'), evidence,
      make('label', { htmlFor: `${id}-turns` }, 'In which turns'), turns,
      make('p', { id: `${id}-note`, className: 'note' })),
    make('p', { className: 'on-paper' }));
}

/** Brings a dimension in line with the draft. */
function showDimension(index) {
  const rubric = rubricsOf(session)[index];
  const draft = draftOf(session);
  const rating = draft.ratings[rubric.id];
  const section = byId(`dimension-${index}`);
  const isOpen = index === currentDimension;
  section.classList.toggle('open', isOpen);
  section.classList.toggle('complete', isComplete(rating));
  section.querySelector('.fold').setAttribute('aria-expanded', String(isOpen));
  section.querySelector('.body').hidden = !isOpen;
  section.querySelector('.given').textContent = summary(rating);
  section.querySelector('.on-paper').textContent = [
    rating.evidence, rating.turns.length ? `(turns ${listed(rating.turns)})` : '',
  ].join(' ');
  for (const radio of section.querySelectorAll('input[type=radio]')) {
    radio.checked = radio.value === rating.score;
    radio.disabled = Boolean(draft.submitted);
  }
  const evidence = section.querySelector('textarea');
  if (evidence.value !== rating.evidence) evidence.value = rating.evidence;
  evidence.readOnly = Boolean(draft.submitted);
  const turns = section.querySelector('input[type=text]');
  if (document.activeElement !== turns) turns.value = listed(rating.turns);
  turns.readOnly = Boolean(draft.submitted);
}

/** `4 · turns 2, 5`, and what is still missing. */
function summary(rating) {
  if (rating.score === null) return 'not rated';
  if (rating.score === 'na') return 'N/A';
  const missing = [
    rating.evidence.trim() ? null : 'evidence', rating.turns.length ? null : 'turns',
  ].filter(Boolean);
  const turns = rating.turns.length ? ` · turn${rating.turns.length === 1 ? '' : 's'} ` : '';
  return `${rating.score}${turns}${listed(rating.turns)}`
    + (missing.length ? ` · lacks ${missing.join(' and ')}` : '');
}

function openDimension(index) {
  const count = rubricsOf(session).length;
  if (!count) return;
  currentDimension = (index + count) % count;
  rubricsOf(session).forEach((_, one) => showDimension(one));
  for (let turn = 1; turn <= session.turns.length; turn += 1) showTurn(turn);
}

/** On to another dimension, said aloud. */
function stepDimension(by) {
  openDimension(currentDimension + by);
  const rubric = rubricsOf(session)[currentDimension];
  if (!rubric) return;
  byId(`dimension-${currentDimension}`).scrollIntoView({ block: 'nearest' });
  say(`${rubric.title}: ${summary(draftOf(session).ratings[rubric.id])}.`);
}

function giveScore(score, index = currentDimension) {
  const rubric = rubricsOf(session)[index];
  if (!rubric) return;
  if (draftOf(session).submitted) {
    say('This session is submitted; its ratings do not change.');
    return;
  }
  const level = scaleOf(rubric).find((one) => one.score === score);
  if (!level) {
    const scale = rubric.isGate ? 'pass (p), fail (f) or N/A (n)' : '1 to 5 or N/A (n)';
    say(`${rubric.title} is ${scale}.`);
    return;
  }
  draftOf(session).ratings[rubric.id].score = score;
  keep(session, `${rubric.title}: ${shownScore(score)}, ${level.name}.`);
  showDimension(index);
}

function giveTurns(field, rubric, index) {
  const turns = readTurns(field.value, session.turns.length);
  const note = byId(`dimension-${index}-note`);
  field.setAttribute('aria-invalid', String(turns === null));
  note.textContent = turns === null
    ? `Turns from 1 to ${session.turns.length}, such as 4, 7-9.` : '';
  if (turns === null) return;
  draftOf(session).ratings[rubric.id].turns = turns;
  keep(session, `${rubric.title}: ${turns.length ? `turns ${listed(turns)}` : 'no turns'}.`);
  openDimension(index);
  field.value = listed(turns);
}

/** Submits the session that is open, after asking; or says what it lacks. */
function submit() {
  if (draftOf(session).submitted) return;
  const missing = missingIn(session);
  if (missing.length) {
    const words = `Still without a score, a sentence or turns: ${
      missing.map((rubric) => rubric.title).join(', ')}.`;
    byId('submit-note').textContent = words;
    say(words);
    openDimension(rubricsOf(session).indexOf(missing[0]));
    byId(`dimension-${currentDimension}`).querySelector('.fold').focus();
    return;
  }
  openDialog('submit-dialog', () => {
    draftOf(session).submitted = now();
    keep(session, `Session ${session.number} is submitted.`);
    showSession();
    focusNextUndecided(1);
  });
}
