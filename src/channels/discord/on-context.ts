/**
 * "Answer this" on a message: the helper sees, alone, what the bot would say, how sure it is and
 * what else there is; posting it is theirs to decide.
 */
import { ButtonStyle, type MessageContextMenuCommandInteraction } from 'discord.js';
import type { Reply } from '../../reply.js';
import type { Answer } from './acknowledge.js';
import { type Answered, look } from './asking.js';
import {
  button,
  cards,
  menu,
  note,
  type Outgoing,
  row,
  type TopLevel,
  text,
} from './components.js';
import type { Parts } from './parts.js';
import { renderReply } from './render-reply.js';
import { shortText } from './render-urgent.js';
import { MENU_ID, NOTES_ID, PREVIEW_ID, TAIL_ID, URGENT_ID } from './view.js';
import { whereOf } from './where.js';
import { WORDS } from './words.js';

/** The head, the menu and the row with the button take this much beside the card. */
const PREVIEW_ROOM = { text: 200, count: 6 };

export async function onContext(
  interaction: MessageContextMenuCommandInteraction,
  parts: Parts,
): Promise<Answer> {
  const { content, id } = interaction.targetMessage;
  const { guild, person } = whereOf(interaction);
  if (!content.trim()) return { kind: 'reply', message: note(WORDS.previewEmpty) };
  const looked = await look({ text: content, guild }, parts);
  const waitSeconds = parts.cooldown.take(person);
  if (waitSeconds !== undefined && looked.reply.kind !== 'urgent') {
    return { kind: 'reply', message: note(WORDS.slowDown(waitSeconds)) };
  }
  return { kind: 'reply', message: renderPreview(looked, id, parts) };
}

/**
 * @param message the id of the message that is to be answered.
 */
export function renderPreview(
  { reply, settings }: Answered,
  message: string,
  { catalogue }: Parts,
): Outgoing {
  const post = button(WORDS.post, { verb: 'post', message }, { style: ButtonStyle.Primary });
  if (reply.kind === 'urgent') {
    const topic = reply.cards[0]?.topic ?? '';
    const full = button(WORDS.urgentFull, { verb: 'pick', pick: { action: 'urgent', topic } });
    return cards([
      text(`${WORDS.urgentPreview}\n-# ${WORDS.preview}`, PREVIEW_ID),
      text(shortText(reply), URGENT_ID),
      { ...row(post, full), id: TAIL_ID },
    ]);
  }
  const head = text([...sureness(reply), `-# ${WORDS.preview}`].join('\n'), PREVIEW_ID);
  const others = otherTopics(reply).flatMap((id) => {
    const topic = catalogue.topic(id);
    const rank = reply.ranking.find((one) => one.id === id);
    const description = rank && { description: WORDS.previewSure(percent(rank.confidence)) };
    return topic ? [{ value: id, label: topic.title, ...description }] : [];
  });
  const choose: TopLevel[] =
    others.length > 0
      ? [{ ...menu({ verb: 'instead', message }, WORDS.previewMenu, others), id: MENU_ID }]
      : [];
  if (reply.kind !== 'answer') return cards([head, ...choose]);
  const { tipTone } = settings;
  const shown = renderReply(reply, { catalogue, tipTone, isPublic: false, room: PREVIEW_ROOM });
  const card = shown.components.filter(({ id }) => id !== TAIL_ID && id !== NOTES_ID);
  const tail = shown.components.find(({ id }) => id === TAIL_ID);
  const votes = tail && 'components' in tail ? (tail.components as (typeof post)[]) : [];
  return cards([head, ...card, ...choose, { ...row(post, ...votes), id: TAIL_ID }]);
}

/** No line for a topic that the helper chose: that was not for the bot to be sure of. */
function sureness(reply: Exclude<Reply, { kind: 'urgent' }>): string[] {
  const [best] = reply.ranking;
  if (reply.kind === 'answer') return best ? [WORDS.previewSure(percent(best.confidence))] : [];
  const near = reply.ranking.length > 0 || reply.offered.length > 0;
  return [near ? WORDS.previewUnsure : WORDS.previewNothing];
}

/** What else the message may be about: the ranking, then what was offered. */
function otherTopics(reply: Reply): string[] {
  const shown = reply.kind === 'answer' ? reply.cards.map(({ topic }) => topic) : [];
  const all = [...reply.ranking.map(({ id }) => id), ...reply.offered.map(({ topic }) => topic)];
  return [...new Set(all)].filter((id) => !shown.includes(id));
}

/** Never 100: nobody can be. */
function percent(confidence: number): number {
  return Math.min(99, Math.round(confidence * 100));
}
