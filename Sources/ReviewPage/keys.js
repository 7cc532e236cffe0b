// Every key of the page; none of them acts while somebody is typing.

const keys = {
  j: ['next turn', () => stepTurn(1)],
  k: ['turn before', () => stepTurn(-1)],
  '1–5': ['rate the dimension that is open', null],
  p: ['pass', () => giveScore('pass')],
  f: ['fail', () => giveScore('fail')],
  n: ['N/A: not applicable', () => giveScore('na')],
  t: ['this turn shows it, or does not', () => toggleEvidence(currentTurn)],
  e: ['write what shows it; Escape comes back', () => focusEvidence()],
  g: ['next dimension', () => stepDimension(1)],
  b: ['dimension before', () => stepDimension(-1)],
  m: ['mark a code in this turn', () => openCodeDialog(currentTurn)],
  s: ['submit the session', () => submit()],
  a: ['after submitting: agree with the code', () => decideByKey((code) => decide(code, true))],
  d: ['after submitting: disagree', () => decideByKey((code) => decide(code, false))],
  c: ['comment on the turn, on the words you have marked, or on the code', () => commentByKey()],
  o: ['comment on the session as a whole', () => openCommentDialog(null)],
  '.': ['next session', () => stepSession(1)],
  ',': ['session before', () => stepSession(-1)],
  w: ['write the ratings file', () => writeFile()],
  '?': ['this list', () => openDialog('keys-dialog')],
};

let keysAct = true;

function focusEvidence() {
  if (!rubricsOf(session).length) return;
  byId(`dimension-${currentDimension}-evidence`).focus();
}

function commentByKey() {
  const code = focusedCode();
  if (code) commentOnCode(code);
  else if (session.turns.length) openCommentDialog(currentTurn);
}

function pressKey(event) {
  const { target, key } = event;
  const isTyping = target.closest('textarea, select, dialog, input:not([type=radio])');
  if (key === 'Escape' && isTyping && !target.closest('dialog')) {
    target.blur();
    turnItem(currentTurn)?.focus();
    return;
  }
  if (!keysAct || isTyping || event.ctrlKey || event.altKey || event.metaKey) return;
  // A key held down moves on, and does nothing else again and again.
  if (event.repeat && key !== 'j' && key !== 'k') return;
  // A digit of the number block or of another keyboard is a digit.
  const act = /^[1-5]$/.test(key) ? () => giveScore(key) : keys[key]?.[1];
  if (!act) return;
  event.preventDefault();
  act();
}

function showKeys() {
  byId('key-list').replaceChildren(...Object.entries(keys).flatMap(([key, [meaning]]) =>
    [make('dt', {}, make('kbd', {}, key)), make('dd', {}, meaning)]));
  const box = byId('keys-act');
  const kept = 'attune keys';
  try {
    keysAct = localStorage.getItem(kept) !== 'off';
  } catch {
    keysAct = true;
  }
  box.checked = keysAct;
  box.onchange = () => {
    keysAct = box.checked;
    try {
      localStorage.setItem(kept, keysAct ? 'on' : 'off');
    } catch {
      // It holds until the page is closed.
    }
  };
}
