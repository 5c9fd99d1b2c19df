/** One question from the web, whichever way it came: let in or refused, answered in time. */
import type { Pick } from '../../message.js';
import type { Reply } from '../../reply.js';
import type { Counted } from '../../storage/ports.js';
import type { WebParts } from './parts.js';
import { createRateLimit, createRecent, MOST_ADDRESSES } from './rate-limit.js';
import { MOST_CHARACTERS, type Refusal, refusals } from './refusals.js';

export interface Question {
  text: string;
  pick?: Pick;
  /** The key of the conversation; without it the question stands alone. */
  conversation?: string;
}

export type Asked = { reply: Reply; ms: number } | { refused: Refusal };
export type Ask = (question: Question, address: string) => Promise<Asked>;

const ANSWER_WITHIN_MS = 8000;
/** After an urgent reply, "can I wait?" must get its answer too, however much was asked before. */
const URGENT_STAYS_MS = 10 * 60_000;
const AFTER_URGENT_PER_MINUTE = 10;
/** Spaces, and the marks of Unicode that look like nothing. */
const BLANK = /^[\s\p{Cf}\p{Cc}]*$/u;

export function createAsk(parts: WebParts): Ask {
  const { bot, triage, config, stores, clock, log } = parts;
  const limit = createRateLimit(config.questionsPerMinute, clock);
  const afterUrgentLimit = createRateLimit(AFTER_URGENT_PER_MINUTE, clock);
  const urgentAt = createRecent<number>(MOST_ADDRESSES);

  function refusalFor({ text, pick }: Question, address: string): Refusal | undefined {
    if (!pick && BLANK.test(text)) return refusals.empty;
    // Triage reads all of it first: nothing below may stand between a person and an urgent reply.
    if (triage(text).flags.length > 0) return undefined;
    if (text.length > MOST_CHARACTERS) return refusals.tooLong;
    const waitSeconds = limit.take(address);
    if (waitSeconds === 0 || mayGoOn(address)) return undefined;
    return refusals.tooMany(waitSeconds);
  }

  function mayGoOn(address: string): boolean {
    const at = urgentAt.get(address);
    return at !== undefined && clock() - at < URGENT_STAYS_MS && !afterUrgentLimit.take(address);
  }

  /** On the side: the answer does not wait for it. */
  function record(reply: Reply, text: string): void {
    if (!stores) return;
    const { flags, softFlags, productRisks } = triage(text);
    const isPlain = flags.length + softFlags.length + productRisks.length === 0;
    const work: Promise<unknown>[] = countedOf(reply).map((counted) => stores.counts.add(counted));
    if (reply.kind === 'fallback' && isPlain && stores.unanswered) {
      work.push(stores.unanswered.add(text));
    }
    Promise.all(work).catch(() => log('count not kept', {}));
  }

  return async (question, address) => {
    const refused = refusalFor(question, address);
    if (refused) return { refused };
    const { text, pick, conversation } = question;
    const started = clock();
    try {
      const reply = await inTime(
        bot.respond({
          text,
          ...(pick && { pick }),
          ...(conversation && { conversation: { person: conversation, place: 'web' } }),
        }),
        parts.answerWithinMs ?? ANSWER_WITHIN_MS,
      );
      if (reply?.kind === 'urgent') urgentAt.set(address, clock());
      if (reply) {
        record(reply, text);
        return { reply, ms: Math.round((clock() - started) * 1000) / 1000 };
      }
      log('answer took too long', { ms: Math.round(clock() - started) });
      return { refused: refusals.tooSlow };
    } catch (error) {
      log('answer failed', { error: error instanceof Error ? error.name : typeof error });
      return { refused: refusals.failed };
    }
  };
}

/** Nothing urgent is counted: a number alone could point at somebody. */
function countedOf(reply: Reply): Counted[] {
  switch (reply.kind) {
    case 'answer':
      return reply.cards
        .filter(({ type }) => type !== 'signs')
        .map(({ topic }) => ({ what: 'answered', topic }));
    case 'clarify':
      return [{ what: 'clarified' }];
    case 'fallback':
      return [{ what: 'declined' }];
    case 'urgent':
      return [];
    default:
      return reply satisfies never;
  }
}

/** The value, or undefined when it takes longer. */
async function inTime<T>(promise: Promise<T>, ms: number): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), ms);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}
