/** `ask --jsonl`: a JSON object a line in, a JSON object a line out, in order. Other programs rely on its shape. */
import type { Bot } from '../bot.js';
import { outcomeOf } from '../outcome.js';

const PERSON = 'jsonl';

/**
 * Answers line by line; a line that cannot be read gets its error and the rest goes on.
 *
 * @param clock milliseconds; `ms` is the time from text to `Reply`.
 */
export async function* answerJsonLines(
  lines: AsyncIterable<string>,
  bot: Bot,
  clock: () => number,
): AsyncGenerator<string, void, undefined> {
  for await (const line of lines) yield JSON.stringify(await answerLine(line, bot, clock));
}

async function answerLine(line: string, bot: Bot, clock: () => number): Promise<object> {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line.replace(/^\uFEFF/, ''));
  } catch {
    return { error: 'the line is not JSON; write one object a line' };
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
    return { error: 'the line is not a JSON object; write {"id": "...", "text": "..."}' };
  }
  const { id = null, text, conversation } = parsed as Record<string, unknown>;
  if (typeof text !== 'string') return { id, error: 'text is not a string' };
  if (!isConversation(conversation)) return { id, error: 'conversation is not a string' };
  const started = clock();
  const reply = await bot.respond({
    text,
    ...(conversation != null && {
      conversation: { person: PERSON, place: String(conversation) },
    }),
  });
  const ms = Math.round((clock() - started) * 1000) / 1000;
  return { id, ...outcomeOf(reply), ms };
}

function isConversation(value: unknown): value is string | number | null | undefined {
  return value == null || typeof value === 'string' || typeof value === 'number';
}
