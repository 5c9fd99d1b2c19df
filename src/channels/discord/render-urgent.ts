/**
 * The urgent reply. Plain message text on purpose: it looks like nothing else the bot sends, shows
 * whole in a phone's notification, and reads well aloud.
 */
import type { UrgentCard, UrgentReply } from '../../reply.js';
import { button, NO_MENTIONS, type Outgoing, row } from './components.js';
import { clip, plain } from './markdown.js';
import { holdsNumber, phoneLine } from './render-card.js';
import type { View } from './view.js';
import { WORDS } from './words.js';

const MOST_CONTENT = 2000;

/** Where others read along, the short form with the full card behind a button; else the full card. */
export function renderUrgent(reply: UrgentReply, view: View): Outgoing {
  return view.isPublic ? renderShort(reply, view) : renderFull(reply);
}

/** Enough to act on: some cards open with kindness, and the deed follows. */
const SHORT_LINES = 2;

/** What to do first and the number, in a few lines; names nobody. */
export function shortText({ cards }: UrgentReply): string {
  const [first] = cards;
  if (!first) return '';
  const shown = first.lines.slice(0, SHORT_LINES);
  const numbers = first.numbers.filter(({ tel }) => !tel || !holdsNumber(shown.join('\n'), tel));
  const lines = [`# ${plain(first.title)}`, ...shown.map(strong), ...numbers.map(phoneLine)];
  return clip(lines.join('\n'), MOST_CONTENT);
}

export function urgentRow(topic: string, asker: string | undefined) {
  return row(
    button(WORDS.urgentFull, { verb: 'pick', pick: { action: 'urgent', topic } }),
    ...(asker ? [button(WORDS.remove, { verb: 'dismiss', asker })] : []),
  );
}

function renderShort(reply: UrgentReply, view: View): Outgoing {
  const topic = reply.cards[0]?.topic;
  return {
    content: shortText(reply),
    components: topic ? [urgentRow(topic, view.asker)] : [],
    allowedMentions: NO_MENTIONS,
  };
}

function renderFull({ cards, footer }: UrgentReply): Outgoing {
  const content = clip(
    [...cards.map(fullText), ...(footer ? [plain(footer)] : [])].join('\n'),
    MOST_CONTENT,
  );
  return { content, components: [], allowedMentions: NO_MENTIONS };
}

function fullText({ title, lines, numbers }: UrgentCard): string {
  const [first, ...rest] = lines;
  return [
    `# ${plain(title)}`,
    ...(first ? [strong(first)] : []),
    ...rest.map((line) => `- ${plain(line)}`),
    ...numbers.map(phoneLine),
  ].join('\n');
}

function strong(line: string): string {
  return `**${plain(line)}**`;
}
