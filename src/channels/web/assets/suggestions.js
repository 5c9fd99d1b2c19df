/** Suggestions while typing: the box becomes a combobox; arrows choose, Enter asks, Escape closes. */
const AFTER_TYPING_MS = 120;
const FEWEST_CHARACTERS = 2;
const MOST_CHARACTERS = 100;

const input = document.getElementById('text');
const list = document.getElementById('suggestions');
const status = document.getElementById('status');
const words = document.getElementById('words').dataset;
let timer;
let request;
let active = -1;

input.setAttribute('role', 'combobox');
input.setAttribute('aria-autocomplete', 'list');
input.setAttribute('aria-controls', list.id);
input.setAttribute('aria-expanded', 'false');

input.addEventListener('input', () => {
  clearTimeout(timer);
  request?.abort();
  const text = input.value.trim();
  if (text.length < FEWEST_CHARACTERS || text.length > MOST_CHARACTERS) return close();
  timer = setTimeout(() => look(text), AFTER_TYPING_MS);
});
input.addEventListener('keydown', (event) => {
  const options = list.children;
  if (list.hidden || options.length === 0) return;
  switch (event.key) {
    case 'ArrowDown':
      activate((active + 1) % options.length);
      break;
    case 'ArrowUp':
      activate(active <= 0 ? options.length - 1 : active - 1);
      break;
    case 'Enter':
      if (active < 0) return;
      choose(options[active]);
      break;
    case 'Escape':
      close();
      break;
    default:
      return;
  }
  event.preventDefault();
});
input.addEventListener('blur', close);
input.form.addEventListener('submit', close);
// A press must not take the focus from the box before the click arrives.
list.addEventListener('pointerdown', (event) => event.preventDefault());
list.addEventListener('click', (event) => {
  const option = event.target.closest('[role=option]');
  if (option) choose(option);
});

async function look(text) {
  request = new AbortController();
  try {
    const body = new URLSearchParams({ text });
    const response = await fetch('/suggest', { method: 'POST', body, signal: request.signal });
    const offers = response.ok ? await response.json() : [];
    if (input.value.trim() === text && document.activeElement === input) show(offers);
  } catch {
    close();
  }
}

function show(offers) {
  const wasOpen = !list.hidden;
  close();
  if (offers.length === 0) return;
  list.replaceChildren(...offers.map(optionOf));
  list.hidden = false;
  input.setAttribute('aria-expanded', 'true');
  if (!wasOpen) status.textContent = words.suggestions;
}

function optionOf({ topic, label }, at) {
  const option = document.createElement('li');
  option.id = `suggestion-${at}`;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  option.dataset.topic = topic;
  option.textContent = label;
  return option;
}

function activate(at) {
  active = at;
  for (const [index, option] of [...list.children].entries()) {
    option.setAttribute('aria-selected', String(index === at));
  }
  list.children[at].scrollIntoView({ block: 'nearest' });
  input.setAttribute('aria-activedescendant', list.children[at].id);
}

/** Sent as a button of the form would be: whoever listens to the form need not know of the list. */
function choose(option) {
  const button = document.createElement('button');
  button.name = 'pick';
  button.value = `topic:${option.dataset.topic}`;
  button.hidden = true;
  button.formNoValidate = true;
  input.form.append(button);
  input.form.requestSubmit(button);
  button.remove();
}

function close() {
  clearTimeout(timer);
  request?.abort();
  active = -1;
  list.hidden = true;
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
}
