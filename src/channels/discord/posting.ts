/** Takes an answer that one person was shown and makes of it what others may see. */
import { ComponentType, type Message as DiscordMessage } from 'discord.js';
import { button, cards, NO_MENTIONS, type Outgoing, row, type TopLevel } from './components.js';
import { readCustomId } from './custom-id.js';
import { urgentRow } from './render-urgent.js';
import { PREVIEW_PARTS, PRIVATE_ID, TAIL_ID, URGENT_ID } from './view.js';
import { WORDS } from './words.js';

/**
 * The message as it is to be posted: without the lines meant for the asker alone, and with a button
 * by which `owner` can take it away again.
 */
export function asPosted(shown: DiscordMessage, owner: string): Outgoing {
  const parts = shown.components.map((component) => component.toJSON() as TopLevel);
  const urgent = parts.find(({ id }) => id === URGENT_ID);
  if (urgent && 'content' in urgent) {
    const topic = urgentTopic(parts);
    return {
      content: urgent.content,
      components: topic ? [urgentRow(topic, owner)] : [],
      allowedMentions: NO_MENTIONS,
    };
  }
  const open = parts.filter(({ id = 0 }) => id < PRIVATE_ID);
  const tail = parts.find(({ id }) => id === TAIL_ID);
  const remove = button(WORDS.remove, { verb: 'dismiss', asker: owner });
  return cards([...open.map(withoutIds), row(...votesOf(tail), remove)]);
}

/** The same message without the button that was pressed and what went with it. */
export function asLeftBehind(shown: DiscordMessage, line: string): Outgoing {
  const parts = shown.components.map((component) => component.toJSON() as TopLevel);
  const used = [...PREVIEW_PARTS, TAIL_ID];
  const kept = parts.filter(({ id = 0 }) => !used.includes(id)).map(withoutIds);
  const said = { type: ComponentType.TextDisplay as const, content: `-# ${line}` };
  return cards([...kept, said]);
}

function votesOf(tail: TopLevel | undefined) {
  if (tail?.type !== ComponentType.ActionRow) return [];
  return tail.components.filter(
    (part) => 'custom_id' in part && readCustomId(part.custom_id)?.verb === 'vote',
  );
}

function urgentTopic(parts: readonly TopLevel[]): string | undefined {
  for (const part of parts) {
    if (part.type !== ComponentType.ActionRow) continue;
    for (const inner of part.components) {
      const press = 'custom_id' in inner ? readCustomId(inner.custom_id) : undefined;
      if (press?.verb === 'pick' && press.pick.action === 'urgent') return press.pick.topic;
    }
  }
  return undefined;
}

/** Discord numbers every component it hands back; sent again, these numbers would only be in the way. */
function withoutIds<T extends object>(component: T): T {
  const { id: _, ...rest } = component as T & { id?: number };
  for (const key of ['components', 'accessory'] as const) {
    const inner = (rest as Record<string, unknown>)[key];
    if (Array.isArray(inner)) Object.assign(rest, { [key]: inner.map(withoutIds) });
    else if (typeof inner === 'object' && inner) Object.assign(rest, { [key]: withoutIds(inner) });
  }
  return rest as T;
}
