/** `/stats`: counts of a server, nothing about anybody. */
import type { Catalogue } from './catalogue.js';
import { cards, container, type Outgoing, text } from './components.js';
import { plain } from './markdown.js';
import type { Totals } from './stores.js';

const MOST_TOPICS = 15;

export function renderStats(totals: Totals, days: number, catalogue: Catalogue): Outgoing {
  const { topics, clarified, declined, up, down } = totals;
  const answered = topics.reduce((sum, { count }) => sum + count, 0);
  const listed = topics.slice(0, MOST_TOPICS).map(({ topic, count, up: liked, down: disliked }) => {
    const thumbs = liked + disliked > 0 ? ` (👍 ${liked}, 👎 ${disliked})` : '';
    return `- ${plain(catalogue.topic(topic)?.label ?? topic)}: ${count}${thumbs}`;
  });
  const rest = topics.length - listed.length;
  const sums = [
    `Answered: **${answered}**`,
    `Offered a choice: **${clarified}**`,
    `Declined: **${declined}**`,
    `Thumbs: **${up}** up, **${down}** down`,
  ];
  return cards([
    container(catalogue.accent(''), [
      text(`## The last ${days} days\n${sums.join('\n')}`),
      ...(listed.length > 0 ? [text(listed.join('\n'))] : []),
      ...(rest > 0 ? [text(`-# and ${rest} more`)] : []),
      text('-# Counts only: no person, no message. Urgent replies are not counted.'),
    ]),
  ]);
}
