/** What went wrong in a call to Discord: an everyday thing, or news for the operator? */
import type { Facts, Logger } from './logger.js';

/** Codes of Discord that only say that something is no longer there, or that the bot may not. */
const EVERYDAY: Readonly<Record<number, string>> = {
  10003: 'the channel is gone',
  10008: 'the message is gone',
  10015: 'the interaction is too old to be answered further',
  10062: 'the interaction was answered too late',
  40060: 'the interaction had been answered already',
  40058: 'the forum post has no first message yet',
  50001: 'the bot cannot see the channel',
  50013: 'the bot lacks a permission',
  50083: 'the thread is archived',
  50278: 'the person takes no messages from the bot',
  160005: 'the thread is locked',
};

/** The code of Discord's answer, or of the network. */
export function codeOf(error: unknown): string | number | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  if ('code' in error && (typeof error.code === 'number' || typeof error.code === 'string')) {
    return error.code;
  }
  return 'cause' in error ? codeOf(error.cause) : undefined;
}

/** True when no answer came or the server failed: worth another try. A refusal is not. */
export function isPassing(error: unknown): boolean {
  if (typeof error !== 'object' || error === null) return false;
  const status = 'status' in error ? Number(error.status) : Number.NaN;
  if (Number.isFinite(status)) return status >= 500;
  const code = codeOf(error);
  const name = error instanceof Error ? error.name : '';
  return name === 'AbortError' || (typeof code === 'string' && /^(UND_ERR|E[A-Z]+$)/.test(code));
}

/** Logs without a path or a body: a path of the API holds the interaction's token. */
export function logFailure(logger: Logger, doing: string, error: unknown, facts: Facts = {}): void {
  const code = codeOf(error);
  const everyday = typeof code === 'number' ? EVERYDAY[code] : undefined;
  if (everyday) {
    logger.info(`${doing}: ${everyday}`, { ...facts, code });
    return;
  }
  const kind = error instanceof Error ? error.name : typeof error;
  logger.error(`${doing} failed`, { ...facts, kind, ...(code !== undefined && { code }) });
}
