// What is asked in a window of its own: a code, a comment, whether to submit, the keys.

/** Opens a dialog; `accept` runs when its form is sent, and the focus goes back after it. */
function openDialog(id, accept) {
  const dialog = byId(id);
  const before = document.activeElement;
  const form = dialog.querySelector('form');
  let isAccepted = false;
  form.onsubmit = () => { isAccepted = true; };
  dialog.onclose = () => {
    if (before?.isConnected) before.focus();
    if (isAccepted) accept?.();
  };
  dialog.showModal();
}

function openCodeDialog(turn) {
  if (draftOf(session).submitted || !session.turns[turn - 1]) return;
  byId('code-turn').textContent = `Turn ${turn}`;
  byId('code-response').replaceChildren(spoken(responseOf(session, turn)));
  const groups = new Map();
  for (const code of codesOf(session)) {
    if (!groups.has(code.group)) groups.set(code.group, []);
    groups.get(code.group).push(make('option', { value: code.id }, visible(code.name)));
  }
  const list = byId('code-name');
  const chosen = list.value;
  list.replaceChildren(...[...groups].map(([label, options]) =>
    make('optgroup', { label: visible(label) }, options)));
  const isThere = codesOf(session).some((code) => code.id === chosen);
  list.value = isThere ? chosen : codesOf(session)[0]?.id;
  list.onchange = showDefinition;
  // Else Enter would only open the list.
  list.onkeydown = (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    list.form.requestSubmit();
  };
  showDefinition();
  byId('code-heard').checked = true;
  openDialog('code-dialog', () => {
    const isHeard = byId('code-heard').checked;
    const draft = draftOf(session);
    draft.marks = draft.marks.filter((mark) => mark.turn !== turn || mark.code !== list.value);
    draft.marks.push({ turn, code: list.value, isHeard });
    draft.marks.sort((one, other) => one.turn - other.turn || (one.code < other.code ? -1 : 1));
    const name = nameOf(session, list.value);
    keep(session, `Turn ${turn}: ${isHeard ? name : `no ${name}`}.`);
    showTurn(turn);
  });
  list.focus();
}

function showDefinition() {
  const code = codesOf(session).find((one) => one.id === byId('code-name').value);
  byId('code-meaning').textContent = visible(code?.definition ?? '');
}

/** A comment on a turn, on the words of it that are chosen, or (without a turn) on the session. */
function openCommentDialog(turn) {
  const words = byId('comment-words');
  const text = turn === null ? '' : responseOf(session, turn);
  const chosen = turn === null ? null : chosenIn(turn);
  byId('comment-turn').textContent = turn === null ? 'The session as a whole' : `Turn ${turn}`;
  byId('comment-about').hidden = turn === null;
  words.value = visible(text);
  fillUnsent(byId('comment-text'), `comment ${turn}`);
  byId('comment-note').textContent = '';
  const drill = byId('comment-drill');
  drill.replaceChildren(make('option', { value: '' }, 'none'), ...packet.drills.map((one) =>
    make('option', { value: one.name }, visible(one.title))));
  byId('comment-drill-part').hidden = !packet.drills.length;
  openDialog('comment-dialog', () => {
    const said = byId('comment-text').value.trim();
    if (!said) return;
    keepUnsent(`comment ${turn}`, '');
    const kind = document.querySelector('input[name=kind]:checked').value;
    const span = turn === null ? null : codePoints(words.value, words.selectionStart,
      words.selectionEnd);
    draftOf(session).comments.push({
      kind, turn, start: span?.start ?? null, end: span?.end ?? null, text: said,
      drill: drill.value || null, at: now(),
    });
    keep(session, `Comment on ${turn === null ? 'the session' : `turn ${turn}`}.`);
    if (turn === null) showSessionComments();
    else showTurn(turn);
  });
  words.setSelectionRange(chosen?.start ?? 0, chosen?.end ?? 0);
  byId('comment-text').focus();
}

/** Places in UTF-16 as places in code points; null where nothing is chosen. */
function codePoints(text, start, end) {
  if (start >= end) return null;
  const before = Array.from(text.slice(0, start)).length;
  return { start: before, end: before + Array.from(text.slice(start, end)).length };
}

/** The words of the trainee's that are marked with the mouse, as places in UTF-16. */
function chosenIn(turn) {
  const selection = getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  const response = byId(`response-${turn}`);
  if (!response.contains(range.startContainer)) return null;
  if (!response.contains(range.endContainer)) return null;
  const before = range.cloneRange();
  before.selectNodeContents(response);
  before.setEnd(range.startContainer, range.startOffset);
  const start = before.toString().length;
  return { start, end: start + range.toString().length };
}
