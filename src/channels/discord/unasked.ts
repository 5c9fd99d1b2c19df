/**
 * Answers that nobody asked the bot for, in channels and forums that were chosen for it: only to a
 * question, only to one that is not somebody else's, only when sure, once a burst, and not too often.
 * Something urgent is answered at once, whatever these rules say.
 */
import type { Message } from 'discord.js';
import { count, look } from './asking.js';
import { createBursts } from './bursts.js';
import type { Outgoing } from './components.js';
import { createCooldown } from './cooldown.js';
import type { Parts } from './parts.js';
import { looksLikeQuestion } from './question.js';
import { renderReply } from './render-reply.js';
import type { GuildSettings } from './stores.js';

export interface UnaskedOptions {
  clock: () => number;
  /** A pause of this length ends a burst. Default 2,500. */
  quietMs?: number;
  /** One automatic answer to a person in a channel within this time. Default 120,000. */
  personCooldownMs?: number;
  /** One automatic answer in a channel within this time. Default 15,000. */
  channelCooldownMs?: number;
}

export interface Unasked {
  consider(message: Message<true>): Promise<void>;
  /** The person has turned to the bot: what they said before needs no answer of its own. */
  drop(message: Message): void;
  flush(): void;
}

type Send = (message: Message, outgoing: Outgoing) => Promise<void>;

export function createUnasked(parts: Parts, options: UnaskedOptions, send: Send): Unasked {
  const { clock, quietMs = 2500, personCooldownMs = 120_000, channelCooldownMs = 15_000 } = options;
  const perPerson = createCooldown(clock, 1, personCooldownMs);
  const perChannel = createCooldown(clock, 1, channelCooldownMs);
  const bursts = createBursts<Message<true>>(
    (messages) => parts.later(answerBurst(messages), 'answering unasked'),
    { quietMs },
  );

  async function consider(message: Message<true>): Promise<void> {
    const { content, guildId } = message;
    if (!content.trim()) return;
    const settings = await parts.settings.of(guildId);
    if (!isChosen(message, settings)) return;
    const name = burstName(message);
    if (await answerUrgent(message, textOf([message]))) return bursts.drop(name);
    if (!isForAnybody(message, bursts.has(name))) return;
    bursts.add(name, message);
  }

  /** At once, and to this very message. */
  async function answerUrgent(message: Message<true>, text: string): Promise<boolean> {
    const { reply, settings } = await look({ text, guild: message.guildId }, parts);
    if (reply.kind !== 'urgent') return false;
    const { catalogue } = parts;
    const asker = message.author.id;
    const view = { catalogue, tipTone: settings.tipTone, isPublic: true, asker };
    await send(message, renderReply(reply, view));
    return true;
  }

  async function answerBurst(messages: Message<true>[]): Promise<void> {
    const asking = messages.filter((message) => looksLikeQuestion(textOf([message])));
    const target = asking.at(-1);
    if (!target) return;
    const { author, channelId, guildId } = target;
    const { reply, settings } = await look({ text: textOf(messages), guild: guildId }, parts);
    const { catalogue, bot } = parts;
    const view = {
      catalogue,
      tipTone: settings.tipTone,
      isPublic: true,
      asker: author.id,
    };
    if (reply.kind === 'urgent') return send(target, renderReply(reply, view));
    if (reply.kind !== 'answer' || reply.cards.some(({ type }) => type === 'chat')) return;
    if ((reply.ranking[0]?.confidence ?? 0) < settings.confidence) return;
    const person = `${author.id} ${channelId}`;
    if (perPerson.wait(person) !== undefined || perChannel.take(channelId) !== undefined) return;
    perPerson.take(person);
    await send(target, renderReply(reply, view));
    count(reply, guildId, parts);
    // So that "how much?" in reply to this card knows what is meant.
    const topic = reply.cards[0]?.topic;
    if (!topic) return;
    await bot.respond({
      text: '',
      pick: { action: 'topic', topic },
      conversation: { person: author.id, place: channelId },
    });
  }

  return { consider, drop: (message) => bursts.drop(burstName(message)), flush: bursts.flush };
}

/** The channel itself was chosen, or the one that its thread hangs from. */
function isChosen({ channel }: Message<true>, { faqChannels }: GuildSettings): boolean {
  const home = channel.isThread() ? channel.parentId : channel.id;
  return faqChannels.includes(channel.id) || (home !== null && faqChannels.includes(home));
}

/**
 * False for what is said to somebody: a reply, a mention. In a thread only its owner is answered, and in a
 * forum only the post itself: what follows is the talk that the post was meant to start.
 */
function isForAnybody(message: Message<true>, inBurst: boolean): boolean {
  const { channel, author, mentions, reference, id } = message;
  if (reference || mentions.users.size > 0 || mentions.roles.size > 0 || mentions.everyone) {
    return false;
  }
  if (!channel.isThread()) return true;
  if (channel.ownerId !== author.id) return false;
  return !channel.parent?.isThreadOnly() || id === channel.id || inBurst;
}

/** A forum post asks with its title too. */
function textOf(messages: readonly Message<true>[]): string {
  return messages
    .flatMap(({ channel, content, id }) =>
      channel.isThread() && id === channel.id ? [channel.name, content] : [content],
    )
    .join('\n');
}

function burstName({ author, channelId }: Message): string {
  return `${author.id} ${channelId}`;
}
