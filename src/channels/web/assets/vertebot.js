/**
 * Makes the plain forms of the page answer in place. Everything works without it: the same forms then
 * bring whole pages. The server renders every piece; nothing here builds a card.
 */
const PIECE = 'Vertebot-Piece';
const CONVERSATION = 'Vertebot-Conversation';
const ANSWER_WITHIN_MS = 15_000;
/** A quick answer needs no sign that it is being looked for. */
const THINKING_AFTER_MS = 200;
const MOST_KEPT_TURNS = 40;

const byId = (id) => document.getElementById(id);
const main = byId('main');
const turns = byId('turns');
const notices = byId('notices');
const composer = byId('composer');
const input = byId('text');
const words = byId('words').dataset;
const isWidget = document.documentElement.classList.contains('widget');
const kept = keepInTab('vertebot');
let busy = false;

showKeptTurns();
document.addEventListener('submit', (event) => {
  const form = event.target;
  event.preventDefault();
  const fields = new FormData(form, event.submitter);
  switch (new URL(form.action).pathname) {
    case '/start-over':
      return startOver(form, fields);
    case '/vote':
      return vote(form, fields);
    default:
      return ask(form, fields);
  }
});
document.addEventListener('click', (event) => {
  const mark = event.target.closest?.('a.mark');
  if (mark) openSource(event, mark);
});
if (isWidget) liveInFrame();

async function ask(form, fields) {
  if (busy) return;
  busy = true;
  const typed = form === composer;
  const stopThinking = showThinking();
  const answer = await send(form, fields);
  stopThinking();
  busy = false;
  if (!answer?.ok) return showNotice(answer?.html);
  if (typed) input.value = '';
  addTurn(answer.html, typed);
}

function addTurn(html, typed) {
  notices.replaceChildren();
  main.className = 'talking';
  turns.insertAdjacentHTML('beforeend', html);
  keepTurns([...keptTurns(), html]);
  const turn = turns.lastElementChild;
  say(turn.dataset.say);
  turn.scrollIntoView({ block: 'start' });
  // Whoever types on goes on typing; a touch keyboard would hide the answer, a pressed button is behind.
  const staysInBox =
    typed && turn.dataset.kind !== 'urgent' && matchMedia('(pointer: fine)').matches;
  if (staysInBox) input.focus({ preventScroll: true });
  else turn.querySelector('h2')?.focus({ preventScroll: true });
}

async function vote(form, fields) {
  const answer = await send(form, fields);
  if (!answer?.ok) return showNotice(answer?.html);
  const thanks = document.createElement('p');
  thanks.textContent = words.thanks;
  thanks.tabIndex = -1;
  form.querySelector('[role=group]').replaceChildren(thanks);
  thanks.focus({ preventScroll: true });
}

async function startOver(form, fields) {
  const answer = await send(form, fields);
  if (!answer?.ok) return showNotice(answer?.html);
  kept.clear();
  turns.replaceChildren();
  notices.replaceChildren();
  main.className = 'fresh';
  input.value = '';
  input.focus();
  say(words.startedOver);
}

/** The server's answer to a form; undefined when none came, or it was not from our server. */
async function send(form, fields) {
  const headers = { [PIECE]: '1' };
  if (isWidget) headers[CONVERSATION] = kept.get('conversation') ?? 'new';
  try {
    const response = await fetch(form.action, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers,
      signal: AbortSignal.timeout(ANSWER_WITHIN_MS),
    });
    if (!response.headers.has(PIECE)) return undefined;
    const conversation = response.headers.get(CONVERSATION);
    if (conversation) kept.set('conversation', conversation);
    return { ok: response.ok, html: await response.text() };
  } catch {
    return undefined;
  }
}

function showNotice(html) {
  if (html) notices.innerHTML = html;
  else notices.replaceChildren(byId('offline').content.cloneNode(true));
  notices.scrollIntoView({ block: 'nearest' });
}

function showThinking() {
  const sign = document.createElement('p');
  sign.className = 'thinking';
  sign.textContent = words.thinking;
  const timer = setTimeout(() => {
    main.append(sign);
    sign.scrollIntoView({ block: 'nearest' });
    say(words.thinking);
  }, THINKING_AFTER_MS);
  return () => {
    clearTimeout(timer);
    sign.remove();
  };
}

function say(text = '') {
  byId('status').textContent = text;
}

function openSource(event, mark) {
  const source = document.querySelector(mark.hash);
  if (!source) return;
  event.preventDefault();
  source.closest('details').open = true;
  source.scrollIntoView({ block: 'center' });
  source.focus({ preventScroll: true });
}

function showKeptTurns() {
  if (turns.childElementCount > 0 || keptTurns().length === 0) return;
  turns.innerHTML = keptTurns().join('');
  main.className = 'talking';
  turns.lastElementChild.scrollIntoView({ block: 'start' });
}

function keptTurns() {
  return JSON.parse(kept.get('turns') ?? '[]');
}

function keepTurns(list) {
  kept.set('turns', JSON.stringify(list.slice(-MOST_KEPT_TURNS)));
}

/** Values of this tab alone; where the browser keeps nothing in a frame, of this page alone. */
function keepInTab(name) {
  const values = new Map();
  const attempt = (work) => {
    try {
      return work(sessionStorage);
    } catch {
      return undefined;
    }
  };
  return {
    get: (key) => values.get(key) ?? attempt((tab) => tab.getItem(`${name}.${key}`)) ?? undefined,
    set(key, value) {
      values.set(key, value);
      attempt((tab) => tab.setItem(`${name}.${key}`, value));
    },
    clear() {
      values.clear();
      attempt((tab) => tab.clear());
    },
  };
}

/** The page around the frame opens and closes it; nothing else is said between the two. */
function liveInFrame() {
  if (window.parent === window) return;
  const tell = (what) => window.parent.postMessage({ vertebot: what }, '*');
  const close = byId('close');
  close.hidden = false;
  close.addEventListener('click', () => tell('close'));
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape' && !event.defaultPrevented) tell('close');
  });
  window.addEventListener('message', (event) => {
    if (event.source === window.parent && event.data?.vertebot === 'opened') input.focus();
  });
  tell('ready');
}
