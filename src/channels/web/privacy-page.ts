/** The privacy page: what the running configuration really does, not what a policy once said. */
import type { AssetUrls } from './assets.js';
import { textPage } from './page-view.js';
import type { WebParts } from './parts.js';
import { type Html, html, WORDS } from './view.js';

export function privacyPage(
  assets: AssetUrls,
  {
    pack,
    config,
    privacyFacts,
    stores,
  }: Pick<WebParts, 'pack' | 'config' | 'privacyFacts' | 'stores'>,
): Html {
  const topic = pack.topics.find(({ id }) => id === pack.wording.topics.privacy);
  const lines = (topic?.kind === 'chat' && topic.lines[0]) || [];
  const list = (facts: readonly string[]) =>
    html`<ul class="facts">${facts.map((fact) => html`<li>${fact}</li>`)}</ul>`;
  const here = [
    'This page loads nothing from anywhere else: no fonts, no trackers, no advertising.',
    'One cookie holds a random value that names your conversation and nothing else. It goes after 30 minutes without a question. In a chat on another site there is no cookie: the value stays in that tab.',
    'What you see of the conversation stays in this browser tab, so that a reload does not lose it. It goes when the tab is closed or you start over.',
    `“${WORDS.startOver}” deletes what the server remembers of the conversation, at once.`,
    `Your network address is held in memory to count questions (${config.questionsPerMinute} a minute at most). It is written nowhere.`,
    stores
      ? 'A thumb is kept as a topic and up or down, without anything that names you.'
      : 'Nothing is asked about how good an answer was, and nothing of it is kept.',
    config.embedOrigins.length > 0
      ? `This chat may be shown on: ${config.embedOrigins.join(', ')}.`
      : 'No other site may show this chat.',
    ...(config.apiOrigins.length > 0
      ? [`Pages of these sites may send questions here: ${config.apiOrigins.join(', ')}.`]
      : []),
  ];
  const text = html`${lines.map((line) => html`<p>${line}</p>`)}
<h2>On this page</h2>${list(here)}
<h2>Behind it</h2>${list(privacyFacts)}
<p>${pack.wording.disclaimer}</p>`;
  return textPage(assets, topic?.title ?? WORDS.privacy, text);
}
