// Puts words on the page, always as text and never as markup.

const byId = (id) => document.getElementById(id);

/** An element; properties are set, other names become attributes, null children are left out. */
function make(name, properties = {}, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) {
    if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
    else if (key in element && key !== 'list') element[key] = value;
    else if (value !== null && value !== undefined) element.setAttribute(key, value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return element;
}

// Control characters, and marks that turn the direction of writing or hide notes between lines.
const controls = new RegExp('[\\u0000-\\u001f\\u007f-\\u009f\\u061c\\u200e\\u200f\\u2028-\\u202e'
  + '\\u2066-\\u2069\\ufff9-\\ufffb]', 'u');

/** One visible character for one that acts instead of being seen. */
function visibleMark(character) {
  const code = character.codePointAt(0);
  if (code === 0x09) return ' ';
  if (code === 0x0a) return '\n';
  const isTurning = code === 0x61c || (code >= 0x200e && code <= 0x2069);
  return isTurning ? '\u21c4' : '\ufffd';
}

/** The text with every control made visible; as long as before, counted in code points. */
function visible(text) {
  if (!controls.test(text)) return text;
  return Array.from(text, (one) => (controls.test(one) ? visibleMark(one) : one)).join('');
}

/** What people said, its controls as marks that say what they stand for. */
function spoken(text) {
  const whole = make('span', { className: 'spoken', dir: 'auto' });
  let plain = '';
  const flush = () => {
    if (plain) whole.append(plain);
    plain = '';
  };
  for (const one of text) {
    const mark = controls.test(one) ? visibleMark(one) : one;
    if (mark === one || mark === ' ') {
      plain += mark;
    } else {
      flush();
      const code = one.codePointAt(0).toString(16).toUpperCase().padStart(4, '0');
      whole.append(make('span', { className: 'control', title: `control U+${code}` }, mark));
    }
  }
  flush();
  return whole;
}

/** Says something to everybody: in a line of the page that screen readers read aloud. */
function say(text) {
  byId('said').textContent = text;
}

const listed = (numbers) => numbers.join(', ');
const counted = (number, noun) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** `4, 7-9` as numbers, rising; null where one is none of 1 to last. */
function readTurns(text, last) {
  const turns = new Set();
  for (const part of text.split(/[\s,]+/).filter(Boolean)) {
    const ends = /^(\d{1,6})(?:[-\u2013](\d{1,6}))?$/.exec(part);
    if (!ends) return null;
    const from = Number(ends[1]);
    const to = Number(ends[2] ?? ends[1]);
    if (from < 1 || from > to || to > last) return null;
    for (let turn = from; turn <= to; turn += 1) turns.add(turn);
  }
  return [...turns].sort((one, other) => one - other);
}

/** Now, in UTC and whole seconds. */
const now = () => new Date().toISOString().replace(/\.\d+Z$/, 'Z');
