/** What is shown before the first question: a greeting, a few questions to start with, every topic. */
import type { ContentPack, Topic } from '../../content/pack.js';
import { encodePick } from './pick-code.js';
import { type Html, html, type Place, pathOf, WORDS } from './view.js';

/** The greeting and the starter questions are the pack's own: its greeting and help topics hold them. */
export function startView({
  topics,
  wording,
}: Pick<ContentPack, 'topics' | 'wording'>): (place: Place) => Html {
  const chat = (id: string) => topics.find((topic) => topic.id === id && topic.kind === 'chat');
  const greeting = chat(wording.topics.greeting);
  const help = chat(wording.topics.help);
  const [hello = WORDS.name, ...more] = (greeting?.kind === 'chat' && greeting.lines[0]) || [];
  const starters = (help?.kind === 'chat' && help.examples) || [];
  return (place) => html`<h2 class="greeting">${hello}</h2>
${more.map((line) => html`<p class="hello">${line}</p>`)}
${
  starters.length > 0 &&
  html`<form method="post" action="${pathOf(place)}" class="starters"><h3>${WORDS.starters}</h3>
<ul>${starters.map((text) => html`<li><button name="text" value="${text}">${text}</button></li>`)}</ul></form>`
}
<details class="browse"><summary>${WORDS.browse}</summary>
<form method="post" action="${pathOf(place)}">${categoriesOf(topics).map(
    ({ name, members }) => html`<h3>${name}</h3>
<div class="chips">${members.map(({ id, label }) => html`<button name="pick" value="${encodePick({ action: 'topic', topic: id })}">${label}</button>`)}</div>`,
  )}</form></details>
<p class="faint">${wording.disclaimer}</p>`;
}

function categoriesOf(topics: readonly Topic[]): { name: string; members: Topic[] }[] {
  const cards = topics.filter(({ kind }) => kind === 'card');
  return [...new Set(cards.map(({ category }) => category))].map((category) => ({
    name: `${category.charAt(0).toUpperCase()}${category.slice(1)}`,
    members: cards.filter((topic) => topic.category === category),
  }));
}
