/** Messages: those meant for the bot are answered; in chosen channels it may answer unasked. */
import type { Message } from 'discord.js';
import { ask } from './asking.js';
import { note, type Outgoing } from './components.js';
import { logFailure } from './failures.js';
import type { Parts } from './parts.js';
import { missingPermissions } from './permissions.js';
import { renderReply } from './render-reply.js';
import { createSeen } from './seen.js';
import { sendReply } from './sending.js';
import { createUnasked, type UnaskedOptions } from './unasked.js';
import { WORDS } from './words.js';

export interface MessageHandler {
  /** Never throws. */
  handle(message: Message): Promise<void>;
  /** Answers at once what still waits for a pause. */
  flush(): void;
}

export function createMessageHandler(parts: Parts, options: UnaskedOptions): MessageHandler {
  const seen = createSeen();
  /** Whom the bot has told to slow down, until they may ask again. */
  const told = new Set<string>();
  const unasked = createUnasked(parts, options, send);

  async function handle(message: Message): Promise<void> {
    const { author, client } = message;
    if (author.bot || message.webhookId || message.system || author.id === client.user.id) return;
    if (seen(message.id)) return;
    try {
      if (isAddressed(message)) {
        unasked.drop(message);
        await answer(message);
      } else if (message.inGuild()) await unasked.consider(message);
    } catch (error) {
      logFailure(parts.logger, 'answering a message', error, { channel: message.channelId });
    }
  }

  async function answer(message: Message): Promise<void> {
    const text = wordsFor(message);
    const help = { action: 'topic' as const, topic: parts.catalogue.help };
    const asked = await ask(
      {
        person: message.author.id,
        place: message.channelId,
        guild: message.guildId ?? undefined,
        ...(text ? { text } : { pick: help }),
      },
      parts,
    );
    if ('waitSeconds' in asked) return slowDown(message, asked.waitSeconds);
    told.delete(message.author.id);
    const { reply, settings } = asked;
    const inServer = message.inGuild();
    await send(
      message,
      renderReply(reply, {
        catalogue: parts.catalogue,
        tipTone: settings.tipTone,
        isPublic: inServer,
        ...(inServer && { asker: message.author.id }),
      }),
    );
  }

  /** Said once: a person who goes on asking would otherwise make the bot the one who floods. */
  async function slowDown(message: Message, seconds: number): Promise<void> {
    if (told.has(message.author.id)) return;
    told.add(message.author.id);
    await send(message, note(WORDS.slowDown(seconds)));
  }

  /** Where the bot may not write it does not try: refusals in numbers would lock out its address. */
  async function send(message: Message, outgoing: Outgoing): Promise<void> {
    const { channel, client, id } = message;
    if (!channel.isSendable()) return;
    if (!channel.isDMBased()) {
      const missing = missingPermissions(channel, client);
      if (missing.length > 0) {
        const facts = { channel: channel.id, missing: missing.join(', ') };
        parts.logger.warn('no answer: a permission is missing; see /settings check', facts);
        return;
      }
    }
    await sendReply(channel, id, outgoing, parts.logger);
  }

  return { handle, flush: unasked.flush };
}

/** In a direct message, by mention, or as a reply to something the bot said. */
function isAddressed(message: Message): boolean {
  if (!message.inGuild()) return true;
  const me = message.client.user.id;
  const { users, repliedUser, everyone } = message.mentions;
  if (repliedUser?.id === me) return message.content.trim() !== '';
  return !everyone && users.has(me);
}

/** The words without the mention of the bot. */
function wordsFor({ content, client }: Message): string {
  return content.replace(new RegExp(`<@!?${client.user.id}>`, 'g'), ' ').trim();
}
