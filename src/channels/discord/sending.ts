/** Posts a reply to a message, patiently: with its own back-off, and never twice. */
import type { SendableChannels } from 'discord.js';
import type { Outgoing } from './components.js';
import { codeOf, isPassing } from './failures.js';
import type { Logger } from './logger.js';

/** Waits between tries, in milliseconds: together under the five minutes that Discord minds a nonce. */
const WAITS_MS = [500, 2000, 8000];
/** The first message of a new forum post is not quite there yet. */
const NOT_YET = 40058;

/**
 * @param target the message to reply to; when it is gone the answer still goes out, on its own.
 * @param nonce the same for every try at one answer: what did arrive is not posted again. Default: one
 *   answer for each message.
 * @throws the last error when Discord refuses, or cannot be reached for some ten seconds.
 */
export async function sendReply(
  channel: SendableChannels,
  target: string,
  message: Outgoing,
  logger: Logger,
  nonce = target,
): Promise<void> {
  for (let attempt = 0; ; attempt++) {
    try {
      await channel.send({
        ...message,
        reply: { messageReference: target, failIfNotExists: false },
        nonce,
        enforceNonce: true,
      });
      return;
    } catch (error) {
      const wait = WAITS_MS[attempt];
      if (wait === undefined || !(isPassing(error) || codeOf(error) === NOT_YET)) throw error;
      logger.info('an answer did not go out; trying again', { channel: channel.id, attempt });
      await new Promise((resolve) => setTimeout(resolve, wait));
    }
  }
}
