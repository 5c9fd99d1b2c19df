/** Puts a question to the bot with the settings of the place, minds the cooldown, and counts. */
import type { Message } from '../../message.js';
import type { Reply } from '../../reply.js';
import type { Asking, Parts } from './parts.js';
import type { GuildSettings } from './stores.js';

export interface Answered {
  reply: Reply;
  settings: GuildSettings;
}

export type Asked =
  | Answered
  /** Too fast: how many seconds to wait. */
  | { waitSeconds: number };

/**
 * Asks in the person's conversation. Something urgent is answered however fast they ask, and so is what
 * they go on to ask about it.
 */
export async function ask(asking: Asking, parts: Parts): Promise<Asked> {
  const settings = await parts.settings.of(asking.guild);
  const message = messageOf(asking, settings);
  const waitSeconds = parts.cooldown.take(asking.person);
  if (waitSeconds !== undefined) {
    // Outside the conversation: what is not shown must not be remembered as shown.
    const { kind } = await parts.bot.respond(message);
    if (kind !== 'urgent') return { waitSeconds };
  }
  const conversation = { person: asking.person, place: asking.place };
  const reply = await parts.bot.respond({ ...message, conversation });
  if (reply.kind === 'urgent') parts.cooldown.exempt(asking.person, AFTER_URGENT_MS);
  if (reply.kind === 'fallback' && asking.text && parts.onDeclined) {
    parts.later(parts.onDeclined(asking.text), 'keeping a question');
  }
  count(reply, asking.guild, parts);
  return { reply, settings };
}

/** "Can I wait?" must get its answer too, however much was asked before. */
const AFTER_URGENT_MS = 10 * 60_000;

/** Looks without remembering anything: for what nobody asked the bot. */
export async function look(
  asking: Pick<Asking, 'guild' | 'text' | 'pick'>,
  parts: Parts,
): Promise<Answered> {
  const settings = await parts.settings.of(asking.guild);
  const reply = await parts.bot.respond(messageOf(asking, settings));
  return { reply, settings };
}

/** Counts on the side; nothing urgent is counted. */
export function count(reply: Reply, guild: string | undefined, parts: Parts): void {
  const where = guild ? { guild } : {};
  const { counts } = parts.stores;
  if (reply.kind === 'answer') {
    for (const { topic, type } of reply.cards) {
      if (type === 'signs') continue;
      parts.later(counts.add({ what: 'answered', topic, ...where }), 'counting');
    }
  } else if (reply.kind === 'clarify') {
    parts.later(counts.add({ what: 'clarified', ...where }), 'counting');
  } else if (reply.kind === 'fallback') {
    parts.later(counts.add({ what: 'declined', ...where }), 'counting');
  }
}

function messageOf(
  { text = '', pick }: Partial<Asking>,
  { region, productLinks }: GuildSettings,
): Message {
  return {
    text,
    ...(pick && { pick }),
    settings: {
      ...(region && { region }),
      // A server may switch links off; it cannot switch on what the operator has off.
      ...(!productLinks && { productLinks: false }),
    },
  };
}
